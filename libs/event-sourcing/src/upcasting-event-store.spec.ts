import { type Decider, fold, handleCommand, type RecordedEvent, START, upcastingEventStore } from './index.js';
import {
  createInMemoryLog,
  eventStoreContract,
  everyVersionToday,
  exampleCause,
  exampleStream,
  type GuestsCounted,
  guestVersions,
  inMemoryEventStore,
  recordEveryVersion,
  upcastingContract,
} from './testing/index.js';

const versionsOf = (category: string) => (category === 'table' ? guestVersions : undefined);

eventStoreContract({
  name: 'A log that is read in today’s shape',
  freshLog: async () => {
    const log = createInMemoryLog();
    return { open: async () => upcastingEventStore(log.open(), versionsOf), drop: async () => undefined };
  },
});

describe('over the log as today’s code knows it', () => {
  upcastingContract({ name: 'readStream', read: (store, stream) => upcastingEventStore(store, versionsOf).readStream(stream) });

  upcastingContract({
    name: 'readAll',
    read: async (store) => {
      const seen: RecordedEvent[] = [];
      for await (const page of upcastingEventStore(store, versionsOf).readAll({ after: START, pageSize: 3 })) seen.push(...page);
      return seen;
    },
  });

  upcastingContract({
    name: 'subscribe',
    read: async (store) => {
      const stop = new AbortController();
      const seen: RecordedEvent[] = [];
      for await (const page of upcastingEventStore(store, versionsOf).subscribe({ after: START, signal: stop.signal })) {
        seen.push(...page);
        if (seen.length === everyVersionToday.length) stop.abort();
      }
      return seen;
    },
  });

  it('an append that is repeated gives what was recorded, in today’s shape', async () => {
    const bare = inMemoryEventStore();
    const stream = exampleStream('restaurant', 'table');
    await recordEveryVersion(bare, stream);
    const recorded = await bare.readStream(stream);
    expect(await upcastingEventStore(bare, versionsOf).append(stream, recorded, 'no stream')).toMatchObject(everyVersionToday);
  });

  it('streams of other categories stay as they are', async () => {
    const bare = inMemoryEventStore();
    const stream = exampleStream('restaurant', 'kitchen');
    await recordEveryVersion(bare, stream);
    expect(await upcastingEventStore(bare, versionsOf).readStream(stream)).toEqual(await bare.readStream(stream));
  });
});

describe('a decision over events of every version', () => {
  const guests: Decider<number, 'count again', GuestsCounted> = {
    ...guestVersions,
    initialState: () => 0,
    evolve: (count, { data: { party } }) => count + party.adults + party.children,
    decide: (_command, count) => [{ type: 'GuestsCounted', data: { party: { adults: count, children: 0 } } }],
  };

  it.each([
    ['bare', inMemoryEventStore()],
    ['read in today’s shape', upcastingEventStore(inMemoryEventStore(), versionsOf)],
  ])('knows what they say when the log is %s, and writes today’s version', async (_name, store) => {
    const stream = exampleStream('restaurant', 'table');
    await recordEveryVersion(store, stream);

    const recorded = await handleCommand(store, guests, stream, 'count again', exampleCause('again'), { now: () => new Date(0) });

    expect(recorded).toMatchObject([{ version: 5, schemaVersion: 3, data: { party: { adults: 2 + 4 + 4 + 5, children: 0 } } }]);
  });

  it('that is asked for again gives what was recorded, in today’s shape', async () => {
    const store = inMemoryEventStore();
    const stream = exampleStream('restaurant', 'table');
    await recordEveryVersion(store, stream);
    const again = await handleCommand(store, guests, stream, 'count again', exampleCause('guests of version 1'), {
      now: () => new Date(0),
    });
    expect(again).toMatchObject([{ version: 1, schemaVersion: 3, data: { party: { adults: 2, children: 0 } } }]);
  });

  it('would be wrong about them without the steps', async () => {
    const store = inMemoryEventStore();
    const stream = exampleStream('restaurant', 'table');
    await recordEveryVersion(store, stream);
    const bare = (await store.readStream(stream)) as unknown as readonly GuestsCounted[];
    expect(() => fold(guests, bare)).toThrow(TypeError);
  });
});
