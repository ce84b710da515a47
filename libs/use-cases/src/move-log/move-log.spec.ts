import {
  AppendOutcomeUnknownError,
  type EventStore,
  FencedError,
  type RecordedEvent,
  START,
  StoreUnavailableError,
  withFirstTimes,
} from '@madoguchi/event-sourcing';
import { createInMemoryLog, exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import { LogsDifferError } from './compare-logs.js';
import { moveLog, StillWrittenError } from './move-log.js';

const LONG_AGO = '2024-02-29T12:00:00.000Z';

const everything = async (store: EventStore): Promise<readonly RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const page of store.readAll({ after: START })) events.push(...page);
  return events;
};
const places = (events: readonly RecordedEvent[]) => events.map(({ position: _, ...said }) => said);

/** An old log in which seven conversations go on in turns. */
const oldLog = async () => {
  const log = createInMemoryLog({ now: () => new Date(LONG_AGO) });
  const store = log.open();
  const said = async (round: number, conversation: number) => {
    const count = 1 + ((round + conversation) % 3);
    const before = (await store.readStream(exampleStream(conversation))).length;
    await store.append(exampleStream(conversation), newEvents(`${round}/${conversation}`, count), before === 0 ? 'no stream' : before);
  };
  for (let round = 0; round < 12; round += 1)
    for (let conversation = 0; conversation < 7; conversation += 1) await said(round, conversation);
  return { from: log.open(), writer: store, said };
};

const newLog = () => {
  const log = createInMemoryLog();
  return { to: withFirstTimes(log.open()), log };
};

const move = (from: EventStore, to: EventStore, signal = new AbortController().signal) =>
  moveLog({ from, to, signal, pause: async () => undefined });

it('copies a log with its order, its versions and the times at which it was first recorded', async () => {
  const { from } = await oldLog();
  const { to, log } = newLog();
  const original = await everything(from);
  await expect(move(from, to)).resolves.toMatchObject({ events: original.length, streams: 7, complete: true });
  expect(places(await everything(to))).toEqual(places(original));
  expect((await everything(to))[0]?.recordedAt).toBe(LONG_AGO);
  expect(places(await everything(withFirstTimes(log.open())))).toEqual(places(original));
});

it('moves no more in one append than every log takes, wherever in an event it stands', async () => {
  const store = createInMemoryLog().open();
  const boxes = newEvents('sealed', 20).map((event) => ({ ...event, metadata: { ...event.metadata, box: 'x'.repeat(60_000) } }));
  await store.append(exampleStream(1), boxes, 'no stream');
  const { to } = newLog();
  const sizes: number[] = [];
  const measured: EventStore = {
    ...to,
    append: (stream, events, expected) => {
      sizes.push(JSON.stringify(events).length);
      return to.append(stream, events, expected);
    },
  };
  await move(store, measured);
  expect(places(await everything(to))).toEqual(places(await everything(store)));
  expect(sizes).toHaveLength(10);
  expect(Math.max(...sizes)).toBeLessThan(130 * 1024);
});

it('goes on where it was broken off, and once more changes nothing', async () => {
  const { from } = await oldLog();
  const { to } = newLog();
  const ending = new AbortController();
  let appends = 0;
  const breaking: EventStore = {
    ...to,
    append: (...append) => {
      appends += 1;
      if (appends === 30) ending.abort();
      return to.append(...append);
    },
  };
  await expect(move(from, breaking, ending.signal)).rejects.toThrow(/abort/i);
  const half = (await everything(to)).length;
  expect(half).toBeGreaterThan(0);
  expect(half).toBeLessThan((await everything(from)).length);
  await move(from, to);
  await move(from, to);
  expect(places(await everything(to))).toEqual(places(await everything(from)));
});

it('loses and doubles nothing when the new log goes away, or keeps its answer to itself', async () => {
  const { from } = await oldLog();
  const { to } = newLog();
  let calls = 0;
  const shaky: EventStore = {
    ...to,
    append: async (...append) => {
      calls += 1;
      if (calls % 5 === 0) throw new StoreUnavailableError('away');
      const recorded = await to.append(...append);
      if (calls % 7 === 0) throw new AppendOutcomeUnknownError('no answer');
      return recorded;
    },
  };
  await move(from, shaky);
  expect(places(await everything(to))).toEqual(places(await everything(from)));
});

it('gives up on a log that stays away, without an end of its own', async () => {
  const { from } = await oldLog();
  const { to } = newLog();
  const away: EventStore = { ...to, append: () => Promise.reject(new StoreUnavailableError('away')) };
  await expect(move(from, away)).rejects.toThrow(StoreUnavailableError);
});

it('does not add to a log that holds something else', async () => {
  const { from } = await oldLog();
  const { to } = newLog();
  await to.append(exampleStream('other'), newEvents('other'), 'no stream');
  await expect(move(from, to)).rejects.toThrow(LogsDifferError);
  expect(await everything(to)).toHaveLength(1);
});

it('finds one changed word', async () => {
  const { from } = await oldLog();
  const { to } = newLog();
  const changing: EventStore = {
    ...to,
    append: (stream, [first, ...rest], expected) =>
      to.append(
        stream,
        [{ ...first!, data: { ...first!.data, index: first!.data && stream === exampleStream(3) ? 99 : 0 } }, ...rest],
        expected,
      ),
  };
  await expect(move(from, changing)).rejects.toThrow(/event \d+ of the copy/);
});

it('takes along what is recorded while it copies, and stops who wrote it', async () => {
  const { from, writer, said } = await oldLog();
  const { to } = newLog();
  let appends = 0;
  const meanwhile: EventStore = {
    ...to,
    append: async (...append) => {
      appends += 1;
      if (appends % 10 === 0) await said(100 + appends, 1);
      return to.append(...append);
    },
  };
  await move(from, meanwhile);
  expect(places(await everything(to))).toEqual(places(await everything(from)));
  await expect(writer.append(exampleStream('late'), newEvents('late'), 'no stream')).rejects.toThrow(FencedError);
});

it('says so when somebody begins again with the old log', async () => {
  const log = createInMemoryLog();
  const from = log.open();
  await from.append(exampleStream(1), newEvents('first'), 'no stream');
  const restarted: EventStore = {
    ...from,
    fence: async () => {
      await from.fence();
      await log.open().append(exampleStream(2), newEvents('second'), 'no stream');
    },
    head: async () => {
      await log.open().append(exampleStream(3), newEvents('third'), 'no stream');
      return from.head();
    },
  };
  await expect(move(restarted, newLog().to)).rejects.toThrow(StillWrittenError);
});
