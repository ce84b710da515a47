import { START, type RecordedEvent } from '../../event.js';
import type { EventStore, SubscribeOptions } from '../../event-store.js';
import { exampleStream, newEvents } from '../event-builders.js';
import { everything } from './observing.js';

/** Reads until `count` events have come, then aborts. */
const take = async (
  store: EventStore,
  count: number,
  options: Partial<SubscribeOptions> = {},
  onPage: (seen: number) => unknown = () => undefined,
): Promise<readonly RecordedEvent[]> => {
  const stop = new AbortController();
  const seen: RecordedEvent[] = [];
  for await (const page of store.subscribe({ after: START, signal: stop.signal, ...options })) {
    seen.push(...page);
    onPage(seen.length);
    if (seen.length >= count) stop.abort();
  }
  return seen;
};

export const subscribingContract = (open: () => Promise<EventStore>): void => {
  it('brings the past, then what happens', async () => {
    const [store, writer] = [await open(), await open()];
    await writer.append(exampleStream('a'), newEvents('past', 5), 'no stream');
    let written: Promise<unknown> = Promise.resolve();

    const seen = await take(store, 8, { pageSize: 2 }, (count) => {
      if (count === 5) written = writer.append(exampleStream('a'), newEvents('live', 3), 5);
    });

    await written;
    expect(seen).toEqual(await everything(store));
  });

  it('wakes when something is appended to an empty log, by itself or by another', async () => {
    const [store, other] = [await open(), await open()];
    for (const [n, writer] of [store, other, store].entries()) {
      const waiting = take(store, 1, { after: await store.head() });
      const [recorded] = await Promise.all([writer.append(exampleStream(n), newEvents(n), 'no stream'), waiting]);
      expect(await waiting).toEqual(recorded);
    }
  });

  it('begins behind a place', async () => {
    const store = await open();
    const [, second, third] = await store.append(exampleStream('a'), newEvents('a', 3), 'no stream');
    expect(await take(store, 1, { after: second!.position })).toEqual([third]);
  });

  it('leaves out other categories', async () => {
    const store = await open();
    const taken = take(store, 3, { categories: ['agent'] });
    for (let n = 0; n < 6; n += 1) await store.append(exampleStream(n, n % 2 ? 'agent' : 'conversation'), newEvents(n), 'no stream');
    expect((await taken).map((event) => event.stream)).toEqual([1, 3, 5].map((n) => exampleStream(n, 'agent')));
  });

  it('ends without an error when it is aborted: before, while it waits, between pages', async () => {
    const store = await open();
    expect(await take(store, 0, { signal: AbortSignal.abort() })).toEqual([]);

    const stop = new AbortController();
    const waiting = take(store, 1, { signal: stop.signal });
    await store.append(exampleStream('other', 'agent'), newEvents('wake'), 'no stream');
    stop.abort();
    await waiting;

    await store.append(exampleStream('a'), newEvents('a', 10), 'no stream');
    expect(await take(store, 4, { pageSize: 2 })).toHaveLength(4);
  });

  it('serves many at once, each from its own place', async () => {
    const store = await open();
    const recorded = await store.append(exampleStream('a'), newEvents('a', 5), 'no stream');
    const subscriptions = recorded.map((event, index) => take(store, 7 - index - 1, { after: event.position }));
    const more = await store.append(exampleStream('a'), newEvents('more', 2), 5);
    const all = [...recorded, ...more];
    for (const [index, subscription] of subscriptions.entries()) expect(await subscription).toEqual(all.slice(index + 1));
  });

  it('ends when the store is closed', async () => {
    const store = await open();
    const waiting = take(store, 1);
    await store.close();
    expect(await waiting).toEqual([]);
  });
};
