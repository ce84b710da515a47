import { openServiceLog, urlOfLog } from '@madoguchi/event-log';
import { commandServer, connect, ensureStreams, JetStreamServer, relayedFromThisLog } from '@madoguchi/jetstream';
import { openDatabase, readEnvironment, startService, withoutSecrets } from '@madoguchi/service-kit';
import { ConversationStoreModule } from './conversation-store.module.js';
import { ConversationStoreEnvironment } from './environment.js';

const SERVICE = 'conversation-store';

await startService(SERVICE, async (logger) => {
  const environment = readEnvironment(ConversationStoreEnvironment);
  const sealed = await openServiceLog(environment);
  const database = await openDatabase({ url: environment.DATABASE_URL, service: SERVICE, connections: 4 });
  const connection = await connect(environment.NATS_URL, SERVICE, logger);
  await ensureStreams(connection, { log: logger });
  await relayedFromThisLog(connection, sealed.raw);
  return {
    name: SERVICE,
    module: ConversationStoreModule.with({ log: sealed, database, connection }),
    host: environment.HOST,
    port: environment.PORT,
    connectedTo: { log: withoutSecrets(urlOfLog(environment)), nats: withoutSecrets(environment.NATS_URL) },
    configure: (app) => {
      app.connectMicroservice(commandServer(environment.NATS_URL, SERVICE));
      app.connectMicroservice({ strategy: new JetStreamServer({ connection, log: logger, now: () => new Date() }) });
    },
  };
});
