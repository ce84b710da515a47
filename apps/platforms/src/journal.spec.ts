import type { CallEntry } from './control-api.js';
import { Journal } from './journal.js';

const call = (account: string, request: number): Omit<CallEntry, 'seq'> => ({
  kind: 'call',
  platform: 'line',
  account,
  call: 'push',
  request,
  startedAt: '',
  endedAt: '',
  accepted: true,
  answered: 200,
  response: null,
  fault: null,
  messages: [],
});

describe('the journal', () => {
  it('is bounded, and says from where on it remembers', () => {
    const journal = new Journal(10);
    for (let entry = 1; entry <= 100; entry += 1) journal.add(call('a', entry));
    const { entries, forgottenBefore } = journal.page('line', 'a', 0, 1_000);
    expect(entries.length).toBeLessThanOrEqual(11);
    expect(entries.at(-1)).toMatchObject({ seq: 100, request: 100 });
    expect(entries[0]!.seq).toBe(forgottenBefore);
  });

  it('gives every entry of one account once, page by page', () => {
    const journal = new Journal();
    for (let entry = 1; entry <= 25; entry += 1) journal.add(call(entry % 2 === 0 ? 'a' : 'b', entry));
    const seen: unknown[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page = journal.page('line', 'a', after, 5);
      seen.push(...page.entries.map((entry) => entry.kind === 'call' && entry.request));
      after = page.next;
    }
    expect(seen).toEqual([2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24]);
  });

  it('counts what has begun and not ended', () => {
    const journal = new Journal();
    journal.begin('line', 'a');
    expect(journal.page('line', 'a', 0, 10).inFlight).toBe(1);
    expect(journal.page('line', 'b', 0, 10).inFlight).toBe(0);
    journal.add(call('a', 1));
    expect(journal.page('line', 'a', 0, 10).inFlight).toBe(0);
  });
});
