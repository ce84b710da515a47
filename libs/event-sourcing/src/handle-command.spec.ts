import {
  AppendOutcomeUnknownError,
  type Decider,
  eventId,
  type EventStore,
  handleCommand,
  Refusal,
  StoreUnavailableError,
  type StreamName,
} from './index.js';
import { createInMemoryLog, exampleCause, exampleStream, type InMemoryLog } from './testing/index.js';

interface Seats {
  readonly taken: number;
}
interface Take {
  readonly seats: number;
}
type Event = { readonly type: 'SeatTaken'; readonly data: { readonly seat: number } };

const seatsOf: Decider<Seats, Take, Event> = {
  initialState: () => ({ taken: 0 }),
  evolve: ({ taken }) => ({ taken: taken + 1 }),
  decide: ({ seats }, { taken }) => {
    if (taken + seats > 5) throw new Refusal('sold-out', 'All seats are taken.');
    return Array.from({ length: seats }, (_, index) => ({ type: 'SeatTaken', data: { seat: taken + index + 1 } }));
  },
};

const stream = exampleStream('hall');
const pauses: number[] = [];
const options = {
  now: () => new Date('2026-11-23T07:00:00.000Z'),
  random: () => 0.5,
  pause: async (milliseconds: number) => void pauses.push(milliseconds),
};

let log: InMemoryLog;
let store: EventStore;
beforeEach(() => {
  log = createInMemoryLog();
  store = log.open();
  pauses.length = 0;
});

const take = (seats: number, name: string, more: { seenVersion?: number } = {}, through: EventStore = store) =>
  handleCommand(through, seatsOf, stream, { seats }, exampleCause(name), { ...options, ...more });

const seatsIn = async (of: StreamName) => (await store.readStream(of)).map((event) => (event.data as { seat: number }).seat);

/** The store, with another append of its own in place of the first `times` appends. */
const disturbed = (times: number, instead: (append: Parameters<EventStore['append']>) => ReturnType<EventStore['append']>): EventStore => {
  let left = times;
  return { ...store, append: (...append) => ((left -= 1) >= 0 ? instead(append) : store.append(...append)) };
};
const overtaken = (times: number) =>
  disturbed(times, async (append) => {
    await take(1, `rival ${(await store.readStream(stream)).length}`);
    return store.append(...append);
  });

it('records what was decided, with ids, time and cause', async () => {
  const cause = exampleCause('first');
  const recorded = await handleCommand(store, seatsOf, stream, { seats: 2 }, cause, options);

  expect(recorded).toMatchObject([
    { id: eventId(cause.commandId, 0), version: 1, type: 'SeatTaken', schemaVersion: 1, data: { seat: 1 } },
    { id: eventId(cause.commandId, 1), version: 2, type: 'SeatTaken', schemaVersion: 1, data: { seat: 2 } },
  ]);
  for (const event of recorded) expect(event.metadata).toEqual({ ...cause, occurredAt: '2026-11-23T07:00:00.000Z' });
  expect(await store.readStream(stream)).toEqual(recorded);
});

it('gives what was recorded then when the command comes again, also much later', async () => {
  const first = await take(2, 'first');
  await take(3, 'second');
  expect(await take(2, 'first')).toEqual(first);
  expect(await seatsIn(stream)).toEqual([1, 2, 3, 4, 5]);
});

it('gives what was recorded to a person who repeats a command with the version they saw then', async () => {
  const first = await take(1, 'first', { seenVersion: 0 });
  await take(1, 'second');
  expect(await take(1, 'first', { seenVersion: 0 })).toEqual(first);
});

it('records a command once that comes many times at once', async () => {
  const stores = Array.from({ length: 10 }, () => log.open());
  const recorded = await Promise.all(stores.map((each) => take(2, 'once', {}, each)));
  expect(new Set(recorded.map((events) => JSON.stringify(events))).size).toBe(1);
  expect(await seatsIn(stream)).toEqual([1, 2]);
});

it('appends nothing when there is nothing to do', async () => {
  expect(await take(0, 'nothing')).toEqual([]);
  expect(await seatsIn(stream)).toEqual([]);
});

it('passes a refusal on', async () => {
  await expect(take(6, 'too many')).rejects.toMatchObject({ code: 'sold-out' });
  expect(await seatsIn(stream)).toEqual([]);
});

describe('when another writer comes in between', () => {
  it('decides again on what is there now', async () => {
    expect(await take(1, 'mine', {}, overtaken(1))).toMatchObject([{ version: 2, data: { seat: 2 } }]);
  });

  it('may be refused by what is there now', async () => {
    await take(3, 'before');
    await expect(take(2, 'mine', {}, overtaken(1))).rejects.toMatchObject({ code: 'sold-out' });
    expect(await seatsIn(stream)).toEqual([1, 2, 3, 4]);
  });

  it('decides again three times, with longer pauses', async () => {
    expect(await take(1, 'mine', {}, overtaken(3))).toMatchObject([{ version: 4 }]);
    expect(pauses).toEqual([10, 20, 40]);
  });

  it('gives up the fourth time, with nothing recorded', async () => {
    await expect(take(1, 'mine', {}, overtaken(4))).rejects.toMatchObject({ code: 'too-busy' });
    expect(await seatsIn(stream)).toEqual([1, 2, 3, 4]);
  });

  it('fills what is free, and no more, under many at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        handleCommand(log.open(), seatsOf, stream, { seats: 1 }, exampleCause(n), options).then(
          () => 'seated',
          (error: Refusal) => error.code,
        ),
      ),
    );
    const seated = outcomes.filter((outcome) => outcome === 'seated').length;
    expect(await seatsIn(stream)).toEqual([1, 2, 3, 4, 5].slice(0, seated));
    expect(new Set(outcomes.filter((outcome) => outcome !== 'seated'))).not.toContain(undefined);
  });
});

describe('when a person acts on what they saw', () => {
  it('obeys while it is so', async () => {
    await take(2, 'before');
    expect(await take(1, 'mine', { seenVersion: 2 })).toMatchObject([{ version: 3 }]);
  });

  it.each([0, 1, 3])('tells them that it changed when they saw version %i of 2', async (seenVersion) => {
    await take(2, 'before');
    await expect(take(1, 'mine', { seenVersion })).rejects.toMatchObject({ code: 'it-changed', details: { version: 2 } });
    expect(await seatsIn(stream)).toEqual([1, 2]);
  });

  it('tells them too when it changes between the look and the append, without deciding again', async () => {
    await expect(take(1, 'mine', { seenVersion: 0 }, overtaken(1))).rejects.toMatchObject({ code: 'it-changed' });
    expect(await seatsIn(stream)).toEqual([1]);
  });
});

describe('when the outcome of an append is not known', () => {
  it('finds in the stream that it was stored, and does not store it again', async () => {
    const lostAnswer = disturbed(1, async (append) => {
      await store.append(...append);
      throw new AppendOutcomeUnknownError('connection lost');
    });
    expect(await take(2, 'mine', {}, lostAnswer)).toMatchObject([{ version: 1 }, { version: 2 }]);
    expect(await seatsIn(stream)).toEqual([1, 2]);
  });

  it('finds in the stream that it was not stored, and decides again', async () => {
    const lostRequest = disturbed(1, async () => {
      throw new AppendOutcomeUnknownError('connection lost');
    });
    expect(await take(2, 'mine', {}, lostRequest)).toMatchObject([{ version: 1 }, { version: 2 }]);
    expect(await seatsIn(stream)).toEqual([1, 2]);
  });

  it('says so when it stays unknown', async () => {
    const broken = disturbed(9, async () => {
      throw new AppendOutcomeUnknownError('connection lost');
    });
    await expect(take(1, 'mine', {}, broken)).rejects.toThrow(AppendOutcomeUnknownError);
  });
});

it('passes on that the store cannot be used, without trying again', async () => {
  const away = disturbed(1, async () => {
    throw new StoreUnavailableError('away');
  });
  await expect(take(1, 'mine', {}, away)).rejects.toThrow(StoreUnavailableError);
  expect(pauses).toEqual([]);
});

describe('events of an older version', () => {
  const renamed: Decider<string, 'say', { type: 'Said'; data: { text: string } }> = {
    initialState: () => '',
    evolve: (state, event) => state + event.data.text,
    decide: (_command, state) => [{ type: 'Said', data: { text: `${state}!` } }],
    schemaVersions: { Said: 2 },
    upcast: (_type, data, fromVersion) => (fromVersion === 1 ? { text: (data as { words: string }).words } : data),
  };

  it('are read as today, and stay as they are', async () => {
    const cause = exampleCause('old');
    const old = { id: eventId(cause.commandId, 0), type: 'Said', schemaVersion: 1, data: { words: 'hello' } };
    await store.append(stream, [{ ...old, metadata: { ...cause, occurredAt: '2025-01-01T00:00:00.000Z' } }], 'no stream');

    await handleCommand(store, renamed, stream, 'say', exampleCause('new'), options);
    await handleCommand(store, renamed, stream, 'say', exampleCause('newer'), options);

    expect(await store.readStream(stream)).toMatchObject([
      { schemaVersion: 1, data: { words: 'hello' } },
      { schemaVersion: 2, data: { text: 'hello!' } },
      { schemaVersion: 2, data: { text: 'hellohello!!' } },
    ]);
  });
});
