import { openPostgresEventStore } from '@madoguchi/event-store-postgres';
import { commandServer, connect, ensureStreams, JetStreamServer } from '@madoguchi/jetstream';
import { readEnvironment, startService, withoutSecrets } from '@madoguchi/service-kit';
import { ConversationStoreModule } from './conversation-store.module.js';
import { ConversationStoreEnvironment } from './environment.js';

const SERVICE = 'conversation-store';

await startService(SERVICE, async (log) => {
  const environment = readEnvironment(ConversationStoreEnvironment);
  const store = await openPostgresEventStore({ url: environment.DATABASE_URL });
  const connection = await connect(environment.NATS_URL, SERVICE, log);
  await ensureStreams(connection, { log });
  return {
    name: SERVICE,
    module: ConversationStoreModule.with(store, connection),
    host: environment.HOST,
    port: environment.PORT,
    connectedTo: { log: withoutSecrets(environment.DATABASE_URL), nats: withoutSecrets(environment.NATS_URL) },
    configure: (app) => {
      app.connectMicroservice(commandServer(environment.NATS_URL, SERVICE));
      app.connectMicroservice({ strategy: new JetStreamServer({ connection, log, now: () => new Date() }) });
    },
  };
});
