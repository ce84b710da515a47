import { channelsFrom } from '@madoguchi/channels';
import { connect, ensureStreams, groupPublisher } from '@madoguchi/jetstream';
import { openMediaStore, PublicLinks } from '@madoguchi/media';
import { readModelEntities } from '@madoguchi/read-models';
import { AccountCredentials, masterKeysFrom, secretsEntities } from '@madoguchi/secrets';
import { openDatabase, readEnvironment, startService, withFiles, withoutSecrets } from '@madoguchi/service-kit';
import { rememberingLookup } from './account-lookup.js';
import { IngressEnvironment } from './environment.js';
import { findAccount, findAccountsAtPlatform } from './find-account.js';
import { webhookHttp } from './http.js';
import { IngressModule } from './ingress.module.js';
import { mailIntake } from './mail/mail-intake.js';
import { startMailServer } from './mail/mail-server.js';
import { firstOf } from './mail/recipient.js';
import { mailSettings } from './mail/settings.js';

const SERVICE = 'ingress';

await startService(SERVICE, async (log) => {
  const environment = readEnvironment(IngressEnvironment);
  const mailing = mailSettings(environment);
  const masterKeys = masterKeysFrom(environment.MADOGUCHI_MASTER_KEY);
  const now = () => new Date();
  const media = await openMediaStore(environment, log);
  const wanted = new Set(environment.INGRESS_CHANNELS);
  const channels = new Map([...channelsFrom(withFiles(process.env))].filter(([type]) => wanted.has(type)));
  const database = await openDatabase({
    url: environment.DATABASE_URL,
    service: SERVICE,
    entities: [...readModelEntities, ...secretsEntities],
    connections: 5,
  });
  const connection = await connect(environment.NATS_URL, SERVICE, log);
  await ensureStreams(connection, { log });
  const credentials = new AccountCredentials(database, masterKeys, now);
  const findAtPlatform = findAccountsAtPlatform(database, credentials);
  const byAddress = rememberingLookup(firstOf(findAtPlatform), { now });
  const publisher = groupPublisher(connection, { log });
  const mail =
    mailing &&
    (await startMailServer({
      ...mailing,
      log,
      findByAddress: (address) => byAddress('email', address),
      take: mailIntake({ ...mailing, media, publisher, log, now }),
    }));
  return {
    name: SERVICE,
    module: IngressModule.with({
      accounts: rememberingLookup(findAccount(database, credentials), { now }),
      atPlatform: rememberingLookup(findAtPlatform, { now }),
      channels,
      connection,
      publisher,
      media,
      links: new PublicLinks(masterKeys),
      mail,
      close: () => database.destroy(),
    }),
    host: environment.HOST,
    port: environment.PORT,
    connectedTo: {
      nats: withoutSecrets(environment.NATS_URL),
      database: withoutSecrets(environment.DATABASE_URL),
      files: media.place,
      ...(mail && { mail: mail.address }),
    },
    adapter: webhookHttp(),
    rawBodies: true,
  };
});
