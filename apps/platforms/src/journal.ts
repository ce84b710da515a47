import type { CallEntry, JournalEntry, JournalPage, WebhookEntry } from './control-api.js';

type Unnumbered<Entry> = Omit<Entry, 'seq'>;

/** What happened between the platforms and their clients, in the order in which it ended. The oldest entries go when it is full. */
export class Journal {
  private readonly entries: JournalEntry[] = [];
  private nextSeq = 1;
  private readonly inFlight = new Map<string, number>();

  constructor(private readonly capacity = 50_000) {}

  /** Something has begun that will end with `add`. */
  begin(platform: string, account: string): void {
    const key = `${platform}/${account}`;
    this.inFlight.set(key, (this.inFlight.get(key) ?? 0) + 1);
  }

  add(entry: Unnumbered<CallEntry> | Unnumbered<WebhookEntry>): void {
    const key = `${entry.platform}/${entry.account}`;
    this.inFlight.set(key, Math.max((this.inFlight.get(key) ?? 0) - 1, 0));
    this.entries.push({ ...entry, seq: this.nextSeq });
    this.nextSeq += 1;
    // Cutting in blocks: removing one by one from the front of a long array costs too much.
    if (this.entries.length >= this.capacity * 1.1) this.entries.splice(0, this.entries.length - this.capacity);
  }

  page(platform: string, account: string, after: number, limit: number): JournalPage {
    const first = this.entries[0]?.seq ?? this.nextSeq;
    const found: JournalEntry[] = [];
    let next: number | null = null;
    for (let index = Math.max(after + 1 - first, 0); index < this.entries.length; index += 1) {
      const entry = this.entries[index]!;
      if (entry.platform !== platform || entry.account !== account) continue;
      if (found.length === limit) {
        next = found[limit - 1]!.seq;
        break;
      }
      found.push(entry);
    }
    return { entries: found, next, inFlight: this.inFlight.get(`${platform}/${account}`) ?? 0, forgottenBefore: first };
  }
}
