import { botEnginesFrom } from '@madoguchi/bots';
import { channelsFrom } from '@madoguchi/channels';
import { openServiceLog, urlOfLog } from '@madoguchi/event-log';
import { CommandClient, connect, ensureStreams, JetStreamServer } from '@madoguchi/jetstream';
import { AccountCredentials, masterKeysFrom, secretsEntities } from '@madoguchi/secrets';
import { openDatabase, readEnvironment, startService, withFiles, withoutSecrets } from '@madoguchi/service-kit';
import { BotHandoverModule } from './bot-handover.module.js';
import { botHttp } from './bot-http.js';
import { BotHandoverEnvironment } from './environment.js';

const SERVICE = 'bot-handover';
const now = () => new Date();

await startService(SERVICE, async (log) => {
  const environment = readEnvironment(BotHandoverEnvironment);
  const masterKeys = masterKeysFrom(environment.MADOGUCHI_MASTER_KEY);
  const database = await openDatabase({ url: environment.DATABASE_URL, service: SERVICE, entities: secretsEntities, connections: 5 });
  const sealed = await openServiceLog(environment);
  const connection = await connect(environment.NATS_URL, SERVICE, log);
  await ensureStreams(connection, { log });
  const channels = channelsFrom(withFiles(process.env));
  const commands = new CommandClient(environment.NATS_URL, SERVICE);
  await commands.connect();
  return {
    name: SERVICE,
    module: BotHandoverModule.with({
      store: sealed.store,
      pseudonyms: sealed.pseudonyms,
      database,
      connection,
      commands,
      channels,
      engines: botEnginesFrom(process.env, now, channels),
      credentials: new AccountCredentials(database, masterKeys, now),
    }),
    configure: (app) => {
      app.connectMicroservice({ strategy: new JetStreamServer({ connection, log, now, open: sealed.openBody }) });
    },
    host: environment.HOST,
    port: environment.PORT,
    connectedTo: {
      log: withoutSecrets(urlOfLog(environment)),
      database: withoutSecrets(environment.DATABASE_URL),
      nats: withoutSecrets(environment.NATS_URL),
    },
    adapter: botHttp(),
    rawBodies: true,
  };
});
