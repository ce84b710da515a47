import type { StandIn } from '../system/stand-in.js';

/** Which events of the platforms we answered with success. It follows their journals, which forget their oldest entries. */
export class AnsweredDeliveries {
  private readonly answered = new Set<string>();
  /** The last entry that was read, by account. */
  private readonly readTo = new Map<StandIn, number>();

  constructor(private readonly standIns: readonly StandIn[]) {}

  async catchUp(): Promise<void> {
    // Seen in the last round, of whichever account: they share one journal, and an account that is silent would look forgotten by its own.
    const newest = Math.max(0, ...this.readTo.values());
    for (const standIn of this.standIns) await this.readOn(standIn, newest);
  }

  has(account: string, eventIds: readonly string[]): boolean {
    return eventIds.some((id) => this.answered.has(`${account} ${id}`));
  }

  private async readOn(standIn: StandIn, newest: number): Promise<void> {
    for (let more = true; more;) {
      const { entries, next, forgottenBefore } = await standIn.journal(this.readTo.get(standIn) ?? 0);
      if (forgottenBefore > newest + 1) throw new Error('The journal of the stand-ins forgot what nobody had read: read it more often');
      for (const entry of entries) {
        this.readTo.set(standIn, entry.seq);
        if (entry.kind === 'webhook' && isSuccess(entry.status))
          for (const id of entry.eventIds) this.answered.add(`${standIn.name} ${id}`);
      }
      more = next !== null;
    }
  }
}

const isSuccess = (status: number | null): boolean => status !== null && status >= 200 && status <= 299;
