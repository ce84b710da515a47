import { openLog, urlOfLog } from '@madoguchi/event-log';
import { commandServer, connect, ensureStreams, JetStreamServer, relayedFromThisLog } from '@madoguchi/jetstream';
import { openSealedLog } from '@madoguchi/personal-data';
import { readEnvironment, startService, withoutSecrets } from '@madoguchi/service-kit';
import { inTodaysShape } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';
import { ConversationStoreModule } from './conversation-store.module.js';
import { ConversationStoreEnvironment } from './environment.js';

const SERVICE = 'conversation-store';

await startService(SERVICE, async (logger) => {
  const environment = readEnvironment(ConversationStoreEnvironment);
  const log = inTodaysShape(await openLog(environment));
  const sealed = await openSealedLog(log, { url: environment.DATABASE_URL, masterKey: environment.MADOGUCHI_MASTER_KEY });
  const database = await new DataSource({ type: 'postgres', url: environment.DATABASE_URL, extra: { max: 4 } }).initialize();
  const connection = await connect(environment.NATS_URL, SERVICE, logger);
  await ensureStreams(connection, { log: logger });
  await relayedFromThisLog(connection, log);
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
