import {
  DuplicateEventIdError,
  type EventStore,
  EventTooLargeError,
  StoreUnavailableError,
  WrongExpectedVersionError,
} from '../../event-store.js';
import { exampleCause, exampleStream, newEvent, newEvents } from '../event-builders.js';
import { everything, settle, verdictOf } from './observing.js';

const MEGABYTE = 1024 * 1024;

export const appendingContract = (open: () => Promise<EventStore>): void => {
  it('gives back what it recorded, and reads the same', async () => {
    const store = await open();
    const stream = exampleStream('a');
    const events = newEvents('first', 3);

    const recorded = await store.append(stream, events, 'no stream');

    expect(recorded).toMatchObject(events.map((event, index) => ({ ...event, stream, version: index + 1 })));
    for (const event of recorded) {
      expect(event.position).toMatch(/^[1-9][0-9]*$/);
      expect(new Date(event.recordedAt).toISOString()).toBe(event.recordedAt);
    }
    expect(await store.readStream(stream)).toEqual(recorded);
    expect(await everything(store)).toEqual(recorded);
  });

  it.each([
    ['NUL and control characters', 'a\u0000b\u0001\u001f\u007f'],
    ['half a surrogate pair', 'a\ud83d b\ude00'],
    ['text beyond the basic plane', '👩‍👩‍👧 𠮷野家 ｶﾞ'],
    ['what means something in SQL, arrays and JSON', `{"a","b"} \\" \\\\ ' $1 \\u0000 NULL (,) \n\t`],
    ['nothing', ''],
  ])('keeps %s in data and metadata', async (_name, text) => {
    const store = await open();
    const stream = exampleStream('a');
    const data = { [text]: text, list: [text, null, 0.1, -1e300, Number.MAX_SAFE_INTEGER, { deep: [[text]] }], yes: true };
    const event = newEvent({ type: 'Said', data }, exampleCause('said', { actor: { kind: 'customer', id: text } }));

    const recorded = await store.append(stream, [event], 'no stream');

    expect(recorded).toMatchObject([{ data, metadata: event.metadata }]);
    expect(await store.readStream(stream)).toEqual(recorded);
  });

  it('gives back copies: who changes an event afterwards does not change the log', async () => {
    const store = await open();
    const stream = exampleStream('a');
    const data = { text: 'as written' };
    const recorded = await store.append(stream, [newEvent({ type: 'Said', data }, exampleCause('said'))], 'no stream');
    data.text = 'changed';
    Object.assign(recorded[0]!.data, { text: 'changed' });

    expect(await store.readStream(stream)).toMatchObject([{ data: { text: 'as written' } }]);
  });

  it('records nothing for an empty append', async () => {
    const store = await open();
    expect(await store.append(exampleStream('a'), [], 'no stream')).toEqual([]);
    expect(await everything(store)).toEqual([]);
  });

  it('checks the expected version', async () => {
    const store = await open();
    const stream = exampleStream('a');

    expect(await verdictOf(store.append(stream, newEvents('too early'), 1))).toBe('WrongExpectedVersionError');
    await store.append(stream, newEvents('first', 2), 'no stream');
    expect(await verdictOf(store.append(stream, newEvents('new again'), 'no stream'))).toBe('WrongExpectedVersionError');
    expect(await verdictOf(store.append(stream, newEvents('stale'), 1))).toBe('WrongExpectedVersionError');
    expect(await verdictOf(store.append(stream, newEvents('ahead'), 3))).toBe('WrongExpectedVersionError');
    expect(await verdictOf(store.append(stream, newEvents('zero'), 0))).toBe('WrongExpectedVersionError');
    await store.append(stream, newEvents('second'), 2);
    await store.append(stream, newEvents('third'), 'any');
    await store.append(exampleStream('b'), newEvents('fourth'), 'any');
    await store.append(exampleStream('c'), newEvents('fifth'), 0);

    expect((await store.readStream(stream)).map((event) => event.version)).toEqual([1, 2, 3, 4]);
    expect(await everything(store)).toHaveLength(6);
  });

  it('says which version it found', async () => {
    const store = await open();
    const stream = exampleStream('a');
    await store.append(stream, newEvents('first', 2), 'no stream');

    const error: unknown = await store.append(stream, newEvents('stale'), 1).catch((caught: unknown) => caught);

    expect(error).toBeInstanceOf(WrongExpectedVersionError);
    expect(error).toMatchObject({ stream, expected: 1, actual: 2 });
    await expect(store.append(exampleStream('b'), newEvents('other'), 7)).rejects.toMatchObject({ expected: 7, actual: 0 });
  });

  it('lets one of many win that expect the same version, and disturbs no other stream', async () => {
    const store = await open();
    const stream = exampleStream('contested');
    const rivals = Array.from({ length: 20 }, (_, n) => store.append(stream, newEvents(`rival ${n}`, 2), 'no stream'));
    const others = Array.from({ length: 20 }, (_, n) => store.append(exampleStream(`other ${n}`), newEvents(`other ${n}`), 'no stream'));

    const verdicts = await Promise.all(rivals.map(verdictOf));

    expect(verdicts.filter((verdict) => verdict === 'appended')).toHaveLength(1);
    expect(verdicts.filter((verdict) => verdict === 'WrongExpectedVersionError')).toHaveLength(19);
    expect(await Promise.all(others.map(verdictOf))).toEqual(others.map(() => 'appended'));
    expect(await everything(store)).toHaveLength(22);
  });

  it('takes appends to one stream that are called one after the other without waiting', async () => {
    const store = await open();
    const stream = exampleStream('pipelined');

    const recorded = await Promise.all(
      Array.from({ length: 30 }, (_, n) => store.append(stream, newEvents(`step ${n}`, 2), n === 0 ? 'no stream' : n * 2)),
    );

    expect(recorded.flat().map((event) => event.version)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(await store.readStream(stream)).toEqual(recorded.flat());
    expect(await everything(store)).toEqual(recorded.flat());
  });

  it('leaves no hole when many append at once without an expectation', async () => {
    const store = await open();
    const stream = exampleStream('busy');
    await Promise.all(Array.from({ length: 40 }, (_, n) => store.append(stream, newEvents(`any ${n}`), 'any')));
    expect((await store.readStream(stream)).map((event) => event.version)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  it('gives every append of one moment its own verdict', async () => {
    const store = await open();
    await store.append(exampleStream('old'), newEvents('old'), 'no stream');
    const tooLarge = newEvent({ type: 'Said', data: { text: 'x'.repeat(MEGABYTE) } }, exampleCause('large'));
    const noUuid = { ...newEvents('no uuid')[0]!, id: 'NOT-A-UUID' };

    const verdicts = await settle([
      () => store.append(exampleStream('a'), newEvents('a'), 'no stream'),
      () => store.append(exampleStream('old'), newEvents('b'), 'no stream'),
      () => store.append(exampleStream('old'), newEvents('old'), 'no stream'),
      () => store.append(exampleStream('c'), newEvents('old'), 'no stream'),
      () => store.append(exampleStream('d'), [...newEvents('d'), tooLarge], 'no stream'),
      () => store.append(exampleStream('e'), [noUuid], 'no stream'),
      () => store.append(exampleStream('a'), newEvents('f'), 1),
      () => store.append(exampleStream('g'), newEvents('a'), 'no stream'),
      () => store.append(exampleStream('h'), newEvents('h'), 'no stream'),
    ]);

    expect(verdicts).toEqual([
      'appended',
      'WrongExpectedVersionError',
      'appended',
      'DuplicateEventIdError',
      'EventTooLargeError',
      'TypeError',
      'appended',
      'DuplicateEventIdError',
      'appended',
    ]);
    expect((await everything(store)).map((event) => event.id)).toEqual(['old', 'a', 'f', 'h'].map((name) => newEvents(name)[0]!.id));
  });

  it('takes a mebibyte of data in one event and refuses more', async () => {
    const store = await open();
    const frame = JSON.stringify({ text: '' }).length;
    const sized = (name: string, text: string) => [newEvent({ type: 'Said', data: { text } }, exampleCause(name))];

    await store.append(exampleStream('a'), sized('fits', 'x'.repeat(MEGABYTE - frame)), 'no stream');
    const refused = store.append(exampleStream('b'), sized('too large', 'x'.repeat(MEGABYTE - frame + 1)), 'no stream');
    await expect(refused).rejects.toThrow(EventTooLargeError);
    const bytesCount = store.append(exampleStream('c'), sized('in bytes', 'あ'.repeat(MEGABYTE / 3)), 'no stream');
    await expect(bytesCount).rejects.toThrow(EventTooLargeError);

    expect(await store.readStream(exampleStream('a'))).toMatchObject([{ data: { text: 'x'.repeat(MEGABYTE - frame) } }]);
    expect(await everything(store)).toHaveLength(1);
  });

  it('records a large append whole', async () => {
    const store = await open();
    const stream = exampleStream('long');
    const recorded = await store.append(stream, newEvents('long', 3_000), 'no stream');
    expect(await store.readStream(stream)).toEqual(recorded);
    await expect(store.append(stream, [...newEvents('more', 2), ...newEvents('long', 1)], 3_000)).rejects.toThrow(DuplicateEventIdError);
    expect((await store.readStream(stream, 2_999)).map((event) => event.version)).toEqual([3_000]);
  });

  it('waits for appends in flight when it is closed, then refuses', async () => {
    const store = await open();
    const inFlight = store.append(exampleStream('a'), newEvents('a'), 'no stream');
    await store.close();
    await store.close();
    expect(await verdictOf(inFlight)).toBe('appended');
    await expect(store.append(exampleStream('b'), newEvents('b'), 'no stream')).rejects.toThrow(StoreUnavailableError);
    await expect(store.readStream(exampleStream('a'))).rejects.toThrow(StoreUnavailableError);
    expect(await everything(await open())).toHaveLength(1);
  });
};
