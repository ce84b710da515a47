import { eventStoreContract } from '@madoguchi/event-sourcing/testing';
import { type LogServer, startLogServer } from './testing/log-server.js';
import { openPostgresEventStore } from './postgres-event-store.js';

let server: LogServer;
beforeAll(async () => {
  server = await startLogServer();
});
afterAll(() => server.stop());

eventStoreContract({
  name: 'The log on PostgreSQL',
  freshLog: async () => {
    const { url, drop } = await server.freshLog();
    return { open: () => openPostgresEventStore({ url }), drop };
  },
});
