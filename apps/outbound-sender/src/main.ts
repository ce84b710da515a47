import { randomUUID } from 'node:crypto';
import { channelsFrom, pictureFetcher } from '@madoguchi/channels';
import { openServiceLog, urlOfLog } from '@madoguchi/event-log';
import { CommandClient, commandServer, connect, ensureStreams, JetStreamServer } from '@madoguchi/jetstream';
import { openMediaStore, PublicLinks } from '@madoguchi/media';
import { AccountCredentials, masterKeysFrom, secretsEntities } from '@madoguchi/secrets';
import { openDatabase, readEnvironment, startService, withFiles, withoutSecrets } from '@madoguchi/service-kit';
import { OutboundSenderEnvironment } from './environment.js';
import { OutboundSenderModule } from './outbound-sender.module.js';

const SERVICE = 'outbound-sender';

await startService(SERVICE, async (log) => {
  const environment = readEnvironment(OutboundSenderEnvironment);
  const masterKeys = masterKeysFrom(environment.MADOGUCHI_MASTER_KEY);
  const channels = channelsFrom(withFiles(process.env));
  const media = await openMediaStore(environment, log);
  const database = await openDatabase({ url: environment.DATABASE_URL, service: SERVICE, entities: secretsEntities, connections: 10 });
  const sealed = await openServiceLog(environment);
  const connection = await connect(environment.NATS_URL, SERVICE, log);
  await ensureStreams(connection, { log });
  const commands = new CommandClient(environment.NATS_URL, SERVICE);
  await commands.connect();
  return {
    name: SERVICE,
    module: OutboundSenderModule.with({
      store: sealed.store,
      database,
      connection,
      commands,
      channels,
      credentials: new AccountCredentials(database, masterKeys, () => new Date()),
      media,
      links: new PublicLinks(masterKeys),
      fetchPicture: pictureFetcher(process.env),
      publicUrl: environment.MADOGUCHI_PUBLIC_URL,
      instance: randomUUID(),
    }),
    configure: (app) => {
      app.connectMicroservice(commandServer(environment.NATS_URL, SERVICE));
      app.connectMicroservice({ strategy: new JetStreamServer({ connection, log, now: () => new Date(), open: sealed.openBody }) });
    },
    host: environment.HOST,
    port: environment.PORT,
    connectedTo: {
      log: withoutSecrets(urlOfLog(environment)),
      database: withoutSecrets(environment.DATABASE_URL),
      nats: withoutSecrets(environment.NATS_URL),
      files: media.place,
    },
  };
});
