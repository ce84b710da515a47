import type { EventStore, ExpectedVersion } from '@madoguchi/event-sourcing';
import { createInMemoryLog, exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import { openEventStoreDbEventStore } from './eventstoredb-event-store.js';
import { type LogServer, startLogServer } from './testing/log-server.js';

let server: LogServer;
let eventstoredb: EventStore;

beforeAll(async () => {
  server = await startLogServer();
  eventstoredb = await openEventStoreDbEventStore(await server.freshLog());
});
afterAll(async () => {
  await eventstoredb.close();
  await server.stop();
});

interface Append {
  readonly stream: number;
  readonly command: number;
  readonly count: number;
  readonly expected: ExpectedVersion;
}

/** Few streams and few commands, so that conflicts and repetitions are frequent. */
const append = fc.record<Append>({
  stream: fc.nat(2),
  command: fc.nat(7),
  count: fc.integer({ min: 1, max: 3 }),
  expected: fc.oneof(fc.constant<ExpectedVersion>('any'), fc.constant<ExpectedVersion>('no stream'), fc.nat(6)),
});
/** Appends of one inner array are called in one moment. */
const moments = fc.array(fc.array(append, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 });

const outcomesOf = async (store: EventStore, run: number, appends: readonly Append[]) =>
  Promise.all(
    appends.map(({ stream, command, count, expected }) =>
      store.append(exampleStream(`${run} ${stream}`), newEvents(`${run} ${command}`, count), expected).then(
        (events) => events.map(({ id, version }) => `${id} at ${version}`),
        (error: Error) => `${error.name} ${'actual' in error ? error.actual : ''}`,
      ),
    ),
  );

it('gives the verdicts of the log in memory, whatever is called in one moment', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(moments, async (sequence) => {
      run += 1;
      const memory = createInMemoryLog().open();
      for (const appends of sequence) {
        expect(await outcomesOf(eventstoredb, run, appends)).toEqual(await outcomesOf(memory, run, appends));
      }
      for (const stream of [0, 1, 2].map((n) => exampleStream(`${run} ${n}`))) {
        const seen = async (store: EventStore) =>
          (await store.readStream(stream)).map(({ id, version, type, data }) => ({ id, version, type, data }));
        expect(await seen(eventstoredb)).toEqual(await seen(memory));
      }
    }),
    { numRuns: 20 },
  );
});
