import { type RecordedEvent, upcastingEventStore } from '@madoguchi/event-sourcing';
import { everyVersionToday, guestVersions, upcastingContract } from '@madoguchi/event-sourcing/testing';
import { runProjector } from './run-projector.js';
import { eventually, quiet, type ReadModelDatabase, startReadModelDatabase } from './testing/read-model-database.js';

let server: ReadModelDatabase;
beforeAll(async () => {
  server = await startReadModelDatabase();
});
afterAll(() => server.stop());

upcastingContract({
  name: 'a projector',
  read: async (log) => {
    const end = new AbortController();
    const seen: RecordedEvent[] = [];
    const running = runProjector({
      store: upcastingEventStore(log, () => guestVersions),
      projector: { name: 'guests_v1', categories: ['table'], tables: [], apply: async (events) => void seen.push(...events) },
      database: server.database,
      log: quiet,
      signal: end.signal,
    });
    await eventually(async () => seen.length === everyVersionToday.length);
    end.abort();
    await running;
    return seen;
  },
});
