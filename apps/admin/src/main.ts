import { channelsFrom } from '@madoguchi/channels';
import { openLog, urlOfLog } from '@madoguchi/event-log';
import { CommandClient } from '@madoguchi/jetstream';
import { readModelEntities } from '@madoguchi/read-models';
import { AccountCredentials, masterKeyFrom, secretsEntities } from '@madoguchi/secrets';
import { readEnvironment, startService, withFiles, withoutSecrets } from '@madoguchi/service-kit';
import { signInEntities } from '@madoguchi/sign-in';
import { inTodaysShape } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';
import { AdminModule } from './admin.module.js';
import { AdminEnvironment } from './environment.js';

const SERVICE = 'admin';

await startService(SERVICE, async () => {
  const environment = readEnvironment(AdminEnvironment);
  const masterKey = masterKeyFrom(environment.MADOGUCHI_MASTER_KEY);
  const channels = channelsFrom(withFiles(process.env));
  const database = await new DataSource({
    type: 'postgres',
    url: environment.DATABASE_URL,
    entities: [...readModelEntities, ...secretsEntities, ...signInEntities],
    extra: { max: 10 },
  }).initialize();
  const store = inTodaysShape(await openLog(environment));
  const commands = new CommandClient(environment.NATS_URL, SERVICE);
  await commands.connect();
  return {
    name: SERVICE,
    module: AdminModule.with({
      store,
      database,
      credentials: new AccountCredentials(database, masterKey, () => new Date()),
      channels,
      commands,
      publicUrl: environment.MADOGUCHI_PUBLIC_URL,
      mailDomain: environment.MADOGUCHI_MAIL_DOMAIN,
    }),
    host: environment.HOST,
    port: environment.PORT,
    connectedTo: {
      log: withoutSecrets(urlOfLog(environment)),
      database: withoutSecrets(environment.DATABASE_URL),
      nats: withoutSecrets(environment.NATS_URL),
    },
  };
});
