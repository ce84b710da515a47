import { openLog, urlOfLog } from '@madoguchi/event-log';
import { CommandClient, commandServer, connect } from '@madoguchi/jetstream';
import { madeOfThisLog, readModelEntities, routingProjector } from '@madoguchi/read-models';
import { openDatabase, readEnvironment, startService, withoutSecrets } from '@madoguchi/service-kit';
import { inTodaysShape } from '@madoguchi/use-cases';
import { RoutingEnvironment } from './environment.js';
import { RoutingModule } from './routing.module.js';

const SERVICE = 'routing';
/** One stays with the projector. */
const CONNECTIONS = 5;

await startService(SERVICE, async (log) => {
  const environment = readEnvironment(RoutingEnvironment);
  const { HOST, PORT, NATS_URL, DATABASE_URL } = environment;
  const database = await openDatabase({ url: DATABASE_URL, service: SERVICE, entities: readModelEntities, connections: CONNECTIONS });
  const store = inTodaysShape(await openLog(environment));
  await madeOfThisLog(database, store, [routingProjector]);
  const connection = await connect(NATS_URL, SERVICE, log);
  const commands = new CommandClient(NATS_URL, SERVICE);
  await commands.connect();
  return {
    name: SERVICE,
    module: RoutingModule.with({ store, database, connection, commands, now: () => new Date() }),
    host: HOST,
    port: PORT,
    connectedTo: {
      log: withoutSecrets(urlOfLog(environment)),
      database: withoutSecrets(DATABASE_URL),
      nats: withoutSecrets(NATS_URL),
    },
    configure: (app) => void app.connectMicroservice(commandServer(NATS_URL, SERVICE)),
  };
});
