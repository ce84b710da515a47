import { comparePositions, START } from '../../event.js';
import type { EventStore } from '../../event-store.js';
import { exampleStream, newEvents } from '../event-builders.js';
import { collect, everything } from './observing.js';

export const readingContract = (open: () => Promise<EventStore>): void => {
  it('finds nothing in an empty log', async () => {
    const store = await open();
    expect(await store.readStream(exampleStream('a'))).toEqual([]);
    expect(await everything(store)).toEqual([]);
    expect(await store.head()).toBe(START);
  });

  it('reads one stream behind a version', async () => {
    const store = await open();
    const stream = exampleStream('a');
    const recorded = await store.append(stream, newEvents('a', 5), 'no stream');
    await store.append(exampleStream('b'), newEvents('b', 5), 'no stream');

    expect(await store.readStream(stream, 3)).toEqual(recorded.slice(3));
    expect(await store.readStream(stream, 5)).toEqual([]);
    expect(await store.readStream(stream, 99)).toEqual([]);
  });

  it('reads the whole log in the order in which it was appended, from any place', async () => {
    const store = await open();
    const appended = [];
    for (let n = 0; n < 7; n += 1) appended.push(...(await store.append(exampleStream(n % 3), newEvents(n, (n % 2) + 1), 'any')));

    const all = await everything(store);
    expect(all).toEqual(appended);
    for (let index = 1; index < all.length; index += 1) {
      expect(comparePositions(all[index - 1]!.position, all[index]!.position)).toBeLessThan(0);
    }
    for (const [index, event] of all.entries()) expect(await everything(store, event.position)).toEqual(all.slice(index + 1));
    expect(await store.head()).toBe(all.at(-1)!.position);
  });

  it.each([1, 2, 5, 10, 11, 1_000])('reads in pages of at most %i', async (pageSize) => {
    const store = await open();
    const appended = await store.append(exampleStream('a'), newEvents('a', 10), 'no stream');

    const pages = [];
    for await (const page of store.readAll({ after: START, pageSize })) pages.push(page);

    expect(pages.flat()).toEqual(appended);
    for (const page of pages) {
      expect(page.length).toBeGreaterThan(0);
      expect(page.length).toBeLessThanOrEqual(pageSize);
    }
  });

  it('reads a long log in large pages', async () => {
    const store = await open();
    for (let n = 0; n < 5; n += 1) await store.append(exampleStream(n), newEvents(n, 2_040), 'no stream');

    const all = await collect(store.readAll({ after: START, pageSize: 5_000 }));

    expect(all).toHaveLength(10_200);
    expect(new Set(all.map((event) => event.id)).size).toBe(10_200);
  });

  it('leaves out other categories, in every combination', async () => {
    const store = await open();
    const categories = ['conversation', 'agent', 'integration_account'];
    for (let n = 0; n < 30; n += 1) await store.append(exampleStream(n, categories[n % 3]), newEvents(n), 'no stream');
    const all = await everything(store);
    const of = (...wanted: string[]) => all.filter((event) => wanted.some((category) => event.stream.startsWith(`${category}-`)));

    for (const wanted of [['agent'], ['conversation', 'agent'], ['integration_account', 'nothing_there'], categories, ['agent', 'agent']]) {
      expect(await collect(store.readAll({ after: START, categories: wanted, pageSize: 4 }))).toEqual(of(...wanted));
      const behind = of(...wanted)[2]!.position;
      expect(await collect(store.readAll({ after: behind, categories: wanted, pageSize: 4 }))).toEqual(of(...wanted).slice(3));
    }
    expect(await collect(store.readAll({ after: START, categories: ['nothing_there'] }))).toEqual([]);
    expect(await collect(store.readAll({ after: START, categories: [] }))).toEqual([]);
  });

  it('lets a reader stop in the middle', async () => {
    const store = await open();
    await store.append(exampleStream('a'), newEvents('a', 10), 'no stream');
    for await (const page of store.readAll({ after: START, pageSize: 3 })) {
      expect(page).toHaveLength(3);
      break;
    }
    expect(await everything(store)).toHaveLength(10);
  });
};
