import { exampleStream, newEvents } from './event-builders.js';
import { eventStoreContract } from './event-store-contract.js';
import { createInMemoryLog } from './in-memory-event-store.js';

eventStoreContract({
  name: 'The in-memory log',
  freshLog: async () => {
    const log = createInMemoryLog();
    return { open: async () => log.open(), drop: async () => undefined };
  },
});

it('takes the time from its clock', async () => {
  const store = createInMemoryLog({ now: () => new Date('2026-01-02T03:04:05.678Z') }).open();
  expect(await store.append(exampleStream('a'), newEvents('a'), 'no stream')).toMatchObject([{ recordedAt: '2026-01-02T03:04:05.678Z' }]);
});
