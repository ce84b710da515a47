import { DuplicateEventIdError, type EventStore } from '../../event-store.js';
import { exampleStream, newEvents } from '../event-builders.js';
import { everything, settle } from './observing.js';

export const repeatingContract = (open: () => Promise<EventStore>): void => {
  it('gives what was recorded, also when the stream has moved on', async () => {
    const store = await open();
    const stream = exampleStream('a');
    const first = await store.append(stream, newEvents('first', 2), 'no stream');
    const second = await store.append(stream, newEvents('second', 2), 2);
    await store.append(stream, newEvents('third'), 4);

    expect(await store.append(stream, newEvents('first', 2), 'no stream')).toEqual(first);
    expect(await store.append(stream, newEvents('second', 2), 2)).toEqual(second);
    expect(await (await open()).append(stream, newEvents('second', 2), 2)).toEqual(second);
    expect(await everything(store)).toHaveLength(5);
  });

  it('stores once what is appended many times in one moment', async () => {
    const [one, other] = [await open(), await open()];
    const stream = exampleStream('a');

    const recorded = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? one : other).append(stream, newEvents('once', 3), 'no stream')),
    );

    expect(new Set(recorded.map((events) => JSON.stringify(events))).size).toBe(1);
    expect(await everything(one)).toEqual(recorded[0]);
  });

  it('refuses a part of what was recorded together with something new', async () => {
    const store = await open();
    const stream = exampleStream('a');
    await store.append(stream, newEvents('first', 2), 'no stream');

    await expect(store.append(stream, newEvents('first', 3), 'no stream')).rejects.toThrow(DuplicateEventIdError);
    await expect(store.append(stream, [...newEvents('new'), ...newEvents('first')], 2)).rejects.toThrow(DuplicateEventIdError);
    expect(await everything(store)).toHaveLength(2);
  });

  it('refuses an id of another stream', async () => {
    const store = await open();
    await store.append(exampleStream('a'), newEvents('first'), 'no stream');

    await expect(store.append(exampleStream('b'), newEvents('first'), 'no stream')).rejects.toThrow(DuplicateEventIdError);
    expect(await everything(store)).toHaveLength(1);
  });

  it('refuses the same ids behind another version, or in another order', async () => {
    const store = await open();
    const stream = exampleStream('a');
    const events = newEvents('first', 2);
    await store.append(stream, events, 'no stream');

    await expect(store.append(stream, events, 2)).rejects.toThrow(DuplicateEventIdError);
    await expect(store.append(stream, events.toReversed(), 'no stream')).rejects.toThrow(DuplicateEventIdError);
    expect(await everything(store)).toHaveLength(2);
  });

  it('refuses an id that stands twice in one append', async () => {
    const store = await open();
    await expect(store.append(exampleStream('a'), [...newEvents('x'), ...newEvents('x')], 'no stream')).rejects.toThrow(
      DuplicateEventIdError,
    );
    expect(await everything(store)).toEqual([]);
  });

  it('lets one of two streams have an id that both want in one moment', async () => {
    const store = await open();
    const verdicts = await settle([
      () => store.append(exampleStream('a'), newEvents('wanted'), 'no stream'),
      () => store.append(exampleStream('b'), newEvents('wanted'), 'no stream'),
    ]);
    expect(verdicts).toEqual(['appended', 'DuplicateEventIdError']);
    expect(await everything(store)).toHaveLength(1);
  });
};
