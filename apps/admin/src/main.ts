import { channelsFrom } from '@madoguchi/channels';
import { openLog, urlOfLog } from '@madoguchi/event-log';
import { CommandClient, connect, ensureStreams, JetStreamServer } from '@madoguchi/jetstream';
import { openMediaStore } from '@madoguchi/media';
import { openSealedLog } from '@madoguchi/personal-data';
import { personRows, readModelEntities } from '@madoguchi/read-models';
import { AccountCredentials, masterKeysFrom, secretsEntities } from '@madoguchi/secrets';
import { readEnvironment, startService, withFiles, withoutSecrets } from '@madoguchi/service-kit';
import { signInEntities } from '@madoguchi/sign-in';
import { CertificateSeal, eraseContact, inTodaysShape } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';
import { AdminModule } from './admin.module.js';
import { AdminEnvironment } from './environment.js';

const SERVICE = 'admin';

await startService(SERVICE, async (log) => {
  const environment = readEnvironment(AdminEnvironment);
  const masterKeys = masterKeysFrom(environment.MADOGUCHI_MASTER_KEY);
  const [masterKey] = masterKeys;
  const channels = channelsFrom(withFiles(process.env));
  const database = await new DataSource({
    type: 'postgres',
    url: environment.DATABASE_URL,
    entities: [...readModelEntities, ...secretsEntities, ...signInEntities],
    extra: { max: 10 },
  }).initialize();
  const media = await openMediaStore(environment, log);
  const sealed = await openSealedLog(inTodaysShape(await openLog(environment)), {
    url: environment.DATABASE_URL,
    masterKey: environment.MADOGUCHI_MASTER_KEY,
  });
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
      mailDomain: environment.MADOGUCHI_MAIL_DOMAIN,
      erasing: {
        erasures,
        eraseContact: eraseContact({
          store,
          raw,
          erasures,
          rows: personRows(database),
          media,
          seal: new CertificateSeal(masterKey),
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
