import { fileURLToPath } from 'node:url';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { channelsFrom } from '@madoguchi/channels';
import { openServiceLog, urlOfLog } from '@madoguchi/event-log';
import { CommandClient, connect } from '@madoguchi/jetstream';
import { openMediaStore } from '@madoguchi/media';
import { deskProjectors, madeOfThisLog, readModelEntities } from '@madoguchi/read-models';
import { openDatabase, readEnvironment, startService, withFiles, withoutSecrets } from '@madoguchi/service-kit';
import { signInEntities } from '@madoguchi/sign-in';
import { configureDesk } from './configure-desk.js';
import { DeskModule } from './desk.module.js';
import { AgentDesktopEnvironment } from './environment.js';
import { PROJECTOR_CONNECTIONS } from './projections/keep-read-models.js';

const SERVICE = 'agent-desktop';
const QUERY_CONNECTIONS = 10;
/** Long enough for 20 MB over a slow line. */
const REQUEST_DEADLINE_MS = 120_000;

await startService(SERVICE, async (log) => {
  const environment = readEnvironment(AgentDesktopEnvironment);
  const { DATABASE_URL, NATS_URL, ADMIN_URL } = environment;
  const channels = channelsFrom(withFiles(process.env));
  const media = await openMediaStore(environment, log);
  const database = await openDatabase({
    url: DATABASE_URL,
    service: SERVICE,
    entities: [...readModelEntities, ...signInEntities],
    connections: PROJECTOR_CONNECTIONS + QUERY_CONNECTIONS,
  });
  const { store, raw } = await openServiceLog(environment);
  await madeOfThisLog(database, raw, deskProjectors);
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
