import { type DueAction, dueActions, integrationAccountDecider } from '@madoguchi/accounts';
import { derivedId, type EventStore, follow, handleCommand, Refusal, type StreamName } from '@madoguchi/event-sourcing';
import type { Logger } from '@madoguchi/service-kit';
import type { Clock } from './clock.js';
import type { FollowedAccount, FollowedAccounts } from './followed-accounts.js';
import { untilWoken } from './until-woken.js';

/** What was due and could not be done, or was done by somebody whose events are not here yet, is looked at again after it. */
const AGAIN_MS = 30_000;

interface Look {
  /** Of the account, when it was looked at: another one makes it worthless. */
  readonly version: number;
  readonly timeZone: string;
  readonly next?: Date;
}

/**
 * Does what falls due for accounts, at its time. It remembers nothing: each deadline follows from the log, each command is decided in its
 * stream, its id comes from the deadline. So it may be killed at any moment, and several copies of it may run.
 */
export class Scheduler {
  private readonly looks = new Map<StreamName, Look>();

  constructor(
    private readonly store: EventStore,
    private readonly accounts: FollowedAccounts,
    private readonly clock: Clock,
    private readonly log: Pick<Logger, 'info' | 'error'>,
  ) {}

  /** Until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.race([this.accounts.caughtUp, this.clock.until(undefined, signal)]);
    while (!signal.aborted) {
      await untilWoken(
        this.clock,
        signal,
        (wake) => this.accounts.onChange(wake),
        () => this.look(signal),
      );
    }
  }

  /** @returns when to look again; undefined: when something happens */
  private async look(signal: AbortSignal): Promise<Date | undefined> {
    let next: Date | undefined;
    for (const followed of [...this.accounts.all()]) {
      if (signal.aborted) return undefined;
      const at = await this.lookAt(followed);
      if (at && (!next || at < next)) next = at;
    }
    return next;
  }

  private async lookAt(followed: FollowedAccount): Promise<Date | undefined> {
    const { stream, version, tenantId, account } = followed;
    const now = this.clock.now();
    const { timeZone } = this.accounts.organisationOf(tenantId);
    const before = this.looks.get(stream);
    const holds = before?.version === version && before.timeZone === timeZone;
    if (holds && (!before.next || before.next > now)) return before.next;

    const { due, nextAt } = dueActions(account, now, timeZone);
    for (const action of due) await this.act(followed, action);
    const next = due.length > 0 ? new Date(now.getTime() + AGAIN_MS) : nextAt;
    this.looks.set(stream, { version, timeZone, next });
    return next;
  }

  private async act({ stream, version, tenantId, lastEvent }: FollowedAccount, { command, dueAt }: DueAction): Promise<void> {
    const commandId = derivedId('due', stream, version, command.type, dueAt.toISOString());
    const cause = follow(lastEvent, { kind: 'system', automation: 'scheduler' }, commandId);
    try {
      const events = await handleCommand(this.store, integrationAccountDecider, stream, command, cause, { now: () => this.clock.now() });
      if (events.length > 0) this.log.info({ tenantId, stream, due: command.type, dueAt }, 'it was time');
    } catch (error) {
      if (error instanceof Refusal && error.code === 'not-due') return;
      this.log.error({ tenantId, stream, due: command.type, err: error }, 'what is due could not be done; it is tried again');
    }
  }
}
