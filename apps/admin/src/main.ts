import { channelsFrom } from '@madoguchi/channels';
import { openServiceLog, urlOfLog } from '@madoguchi/event-log';
import { CommandClient, connect, ensureStreams, JetStreamServer } from '@madoguchi/jetstream';
import { openMediaStore, PublicLinks } from '@madoguchi/media';
import { personRows, readModelEntities } from '@madoguchi/read-models';
import { AccountCredentials, masterKeysFrom, secretsEntities } from '@madoguchi/secrets';
import { openDatabase, readEnvironment, startService, withFiles, withoutSecrets } from '@madoguchi/service-kit';
import { signInEntities } from '@madoguchi/sign-in';
import { CertificateSeal, eraseContact } from '@madoguchi/use-cases';
import { AdminModule } from './admin.module.js';
import { AdminEnvironment } from './environment.js';

const SERVICE = 'admin';

await startService(SERVICE, async (log) => {
  const environment = readEnvironment(AdminEnvironment);
  const masterKeys = masterKeysFrom(environment.MADOGUCHI_MASTER_KEY);
  const channels = channelsFrom(withFiles(process.env));
  const database = await openDatabase({
    url: environment.DATABASE_URL,
    service: SERVICE,
    entities: [...readModelEntities, ...secretsEntities, ...signInEntities],
    connections: 11,
  });
  const media = await openMediaStore(environment, log);
  const sealed = await openServiceLog(environment);
  const { store, raw, erasures } = sealed;
  const commands = new CommandClient(environment.NATS_URL, SERVICE);
  await commands.connect();
  const connection = await connect(environment.NATS_URL, SERVICE, log);
  await ensureStreams(connection, { log });
  return {
    name: SERVICE,
    module: AdminModule.with({
      store,
      sealed,
      database,
      credentials: new AccountCredentials(database, masterKeys, () => new Date()),
      channels,
      commands,
      connection,
      publicUrl: environment.MADOGUCHI_PUBLIC_URL,
      pictures: { media, links: new PublicLinks(masterKeys) },
      mailDomain: environment.MADOGUCHI_MAIL_DOMAIN,
      pageApp: {
        appId: environment.MADOGUCHI_MESSENGER_APP_ID,
        appSecret: environment.MADOGUCHI_MESSENGER_APP_SECRET,
        deskUrl: environment.MADOGUCHI_DESK_URL,
      },
      erasing: {
        erasures,
        eraseContact: eraseContact({
          store,
          raw,
          erasures,
          rows: personRows(database),
          media,
          seal: new CertificateSeal(masterKeys),
          now: () => new Date(),
        }),
      },
    }),
    configure: (app) => {
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
