import { comparePositions, type RecordedEvent, START } from '../../event.js';
import { type EventStore, FencedError, WrongExpectedVersionError } from '../../event-store.js';
import { exampleStream, newEvents } from '../event-builders.js';
import { collect, everything, verdictOf } from './observing.js';

const WRITERS = 12;
const APPENDS_OF_A_WRITER = 60;
const SHARED_STREAMS = 8;

/** Appends to streams that the other writers use too; after a conflict it looks again, as a command would. */
const write = async (store: EventStore, writer: number, streams: Map<string, number>): Promise<void> => {
  for (let n = 0; n < APPENDS_OF_A_WRITER; n += 1) {
    const stream = exampleStream((writer + n) % SHARED_STREAMS);
    const events = newEvents(`writer ${writer}, append ${n}`, 1 + (n % 3));
    for (let done = false; !done;) {
      const version = streams.get(stream) ?? 0;
      try {
        streams.set(stream, (await store.append(stream, events, version)).at(-1)!.version);
        done = true;
      } catch (error) {
        if (!(error instanceof WrongExpectedVersionError)) throw error;
        streams.set(stream, error.actual);
      }
    }
  }
};

const expectNoHoles = (events: readonly RecordedEvent[]): void => {
  const versions = new Map<string, number>();
  for (const [index, event] of events.entries()) {
    if (index > 0 && comparePositions(events[index - 1]!.position, event.position) >= 0) {
      throw new Error(`position ${event.position} came behind ${events[index - 1]!.position}`);
    }
    const next = (versions.get(event.stream) ?? 0) + 1;
    if (event.version !== next) throw new Error(`${event.stream}: version ${event.version} came where ${next} was due`);
    versions.set(event.stream, next);
  }
};

export const writersContract = (open: () => Promise<EventStore>): void => {
  it('lets a tailing reader see every event of 12 writers once, in one order, without a hole', async () => {
    const stores = await Promise.all(Array.from({ length: WRITERS }, open));
    const reader = await open();
    const expected = WRITERS * Array.from({ length: APPENDS_OF_A_WRITER }, (_, n) => 1 + (n % 3)).reduce((sum, count) => sum + count, 0);

    const stop = new AbortController();
    const tail: RecordedEvent[] = [];
    const tailing = (async () => {
      for await (const page of reader.subscribe({ after: START, signal: stop.signal, pageSize: 50 })) {
        tail.push(...page);
        if (tail.length >= expected) stop.abort();
      }
    })();
    const polled: RecordedEvent[] = [];
    const polling = (async () => {
      while (polled.length < expected && !stop.signal.aborted) {
        polled.push(...(await collect(reader.readAll({ after: polled.at(-1)?.position ?? START }))));
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();

    await Promise.all(stores.map((store, writer) => write(store, writer, new Map())));
    await tailing;
    await polling;
    polled.push(...(await everything(reader, polled.at(-1)?.position)));

    const all = await everything(reader);
    expect(all).toHaveLength(expected);
    expectNoHoles(all);
    expect(tail.map((event) => event.id)).toEqual(all.map((event) => event.id));
    expect(polled.map((event) => event.id)).toEqual(all.map((event) => event.id));
  });

  it('shows an acknowledged event at once to every reader', async () => {
    const [writer, reader] = [await open(), await open()];
    for (let n = 0; n < 20; n += 1) {
      const recorded = await writer.append(exampleStream(n), newEvents(n), 'no stream');
      expect(await reader.head()).toBe(recorded[0]!.position);
      expect(await reader.readStream(exampleStream(n))).toEqual(recorded);
    }
  });

  it('fences every writer that was opened before, with nothing stored', async () => {
    const [old, idle] = [await open(), await open()];
    await old.append(exampleStream('a'), newEvents('before'), 'no stream');
    const successor = await open();

    await successor.fence();

    await expect(old.append(exampleStream('a'), newEvents('zombie'), 1)).rejects.toThrow(FencedError);
    await expect(idle.append(exampleStream('b'), newEvents('idle zombie'), 'any')).rejects.toThrow(FencedError);
    await expect(old.append(exampleStream('a'), newEvents('before'), 'no stream')).rejects.toThrow(FencedError);
    await successor.append(exampleStream('a'), newEvents('after'), 1);
    await (await open()).append(exampleStream('a'), newEvents('later'), 2);
    expect((await everything(old)).map((event) => event.id)).toEqual(['before', 'after', 'later'].map((name) => newEvents(name)[0]!.id));
  });

  it('acknowledges nothing of a fenced writer after the fence stands', async () => {
    const [old, successor] = [await open(), await open()];
    const verdicts: Promise<string>[] = [];
    let fenced = false;
    const writing = (async () => {
      for (let n = 0; verdicts.length < 2_000; n += 1) {
        verdicts.push(verdictOf(old.append(exampleStream(n), newEvents(n), 'no stream')));
        if (n % 8 === 0) await verdicts.at(-1);
        if (fenced && (await verdicts.at(-1)) === 'FencedError') return;
      }
    })();
    await successor.fence();
    const count = (await everything(successor)).length;
    fenced = true;
    await writing;

    expect((await everything(successor)).length).toBe(count);
    expect((await Promise.all(verdicts)).filter((verdict) => verdict === 'appended')).toHaveLength(count);
  });
};
