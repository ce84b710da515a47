import { fileURLToPath } from 'node:url';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { channelsFrom } from '@madoguchi/channels';
import { openLog, urlOfLog } from '@madoguchi/event-log';
import { CommandClient, connect } from '@madoguchi/jetstream';
import { openMediaStore } from '@madoguchi/media';
import { openSealedLog } from '@madoguchi/personal-data';
import { deskProjectors, madeOfThisLog, readModelEntities } from '@madoguchi/read-models';
import { readEnvironment, startService, withFiles, withoutSecrets } from '@madoguchi/service-kit';
import { signInEntities } from '@madoguchi/sign-in';
import { inTodaysShape } from '@madoguchi/use-cases';
import { DataSource } from 'typeorm';
import { configureDesk } from './configure-desk.js';
import { DeskModule } from './desk.module.js';
import { AgentDesktopEnvironment } from './environment.js';
import { PROJECTOR_CONNECTIONS } from './projections/keep-read-models.js';

const SERVICE = 'agent-desktop';
const QUERY_CONNECTIONS = 10;
const CONNECT_DEADLINE_MS = 5_000;
/** A batch of a projector is one statement per table; pages are read by index. */
const QUERY_DEADLINE_MS = 30_000;
/** Long enough for 20 MB over a slow line. */
const REQUEST_DEADLINE_MS = 120_000;

await startService(SERVICE, async (log) => {
  const environment = readEnvironment(AgentDesktopEnvironment);
  const { DATABASE_URL, NATS_URL, ADMIN_URL } = environment;
  const channels = channelsFrom(withFiles(process.env));
  const media = await openMediaStore(environment, log);
  const database = await new DataSource({
    type: 'postgres',
    url: DATABASE_URL,
    entities: [...readModelEntities, ...signInEntities],
    applicationName: SERVICE,
    poolSize: PROJECTOR_CONNECTIONS + QUERY_CONNECTIONS,
    connectTimeoutMS: CONNECT_DEADLINE_MS,
    extra: { keepAlive: true, query_timeout: QUERY_DEADLINE_MS },
  }).initialize();
  const eventLog = inTodaysShape(await openLog(environment));
  await madeOfThisLog(database, eventLog, deskProjectors);
  const { store } = await openSealedLog(eventLog, { url: DATABASE_URL, masterKey: environment.MADOGUCHI_MASTER_KEY });
  const nats = await connect(NATS_URL, SERVICE, log);
  const commands = new CommandClient(NATS_URL, SERVICE);
  await commands.connect();

  return {
    name: SERVICE,
    module: DeskModule.with({
      store,
      database,
      nats,
      commands,
      media,
      channelOf: (channel) => channels.get(channel),
      now: () => new Date(),
    }),
    host: environment.HOST,
    port: environment.PORT,
    adapter: new FastifyAdapter({ trustProxy: environment.MADOGUCHI_TRUSTED_PROXIES, requestTimeout: REQUEST_DEADLINE_MS }),
    connectedTo: {
      log: withoutSecrets(urlOfLog(environment)),
      database: withoutSecrets(DATABASE_URL),
      nats: withoutSecrets(NATS_URL),
      admin: ADMIN_URL,
      files: media.place,
    },
    configure: (app) => configureDesk(app, { adminUrl: ADMIN_URL, pageFolder: fileURLToPath(new URL('../../web/dist', import.meta.url)) }),
  };
});
