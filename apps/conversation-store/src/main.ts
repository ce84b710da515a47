import { openLog, urlOfLog } from '@madoguchi/event-log';
import { commandServer, connect, ensureStreams, JetStreamServer, relayedFromThisLog } from '@madoguchi/jetstream';
import { readEnvironment, startService, withoutSecrets } from '@madoguchi/service-kit';
import { inTodaysShape } from '@madoguchi/use-cases';
import { ConversationStoreModule } from './conversation-store.module.js';
import { ConversationStoreEnvironment } from './environment.js';

const SERVICE = 'conversation-store';

await startService(SERVICE, async (log) => {
  const environment = readEnvironment(ConversationStoreEnvironment);
  const store = inTodaysShape(await openLog(environment));
  const connection = await connect(environment.NATS_URL, SERVICE, log);
  await ensureStreams(connection, { log });
  await relayedFromThisLog(connection, store);
  return {
    name: SERVICE,
    module: ConversationStoreModule.with(store, connection),
    host: environment.HOST,
    port: environment.PORT,
    connectedTo: { log: withoutSecrets(urlOfLog(environment)), nats: withoutSecrets(environment.NATS_URL) },
    configure: (app) => {
      app.connectMicroservice(commandServer(environment.NATS_URL, SERVICE));
      app.connectMicroservice({ strategy: new JetStreamServer({ connection, log, now: () => new Date() }) });
    },
  };
});
