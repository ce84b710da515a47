import { eventStoreContract } from '@madoguchi/event-sourcing/testing';
import { openEventStoreDbEventStore } from './eventstoredb-event-store.js';
import { type LogServer, startLogServer } from './testing/log-server.js';

let server: LogServer;
beforeAll(async () => {
  server = await startLogServer();
});
afterAll(() => server.stop());

eventStoreContract({
  name: 'The log on EventStoreDB',
  freshLog: async () => {
    const address = await server.freshLog();
    return { open: () => openEventStoreDbEventStore(address), drop: async () => undefined };
  },
});
