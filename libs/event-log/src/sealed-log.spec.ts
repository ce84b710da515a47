import { eventStoreContract } from '@madoguchi/event-sourcing/testing';
import { installLog, openPostgresEventStore } from '@madoguchi/event-store-postgres';
import { type KeyDatabase, sealedContractLog, startKeyDatabase } from '@madoguchi/personal-data/testing';
import pg from 'pg';

const TEMPLATE = 'template_log';

let server: KeyDatabase;
let owner: pg.Client;
const inDatabase = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;

beforeAll(async () => {
  server = await startKeyDatabase();
  owner = new pg.Client({ connectionString: inDatabase(server.adminUrl, 'postgres') });
  await owner.connect();
  await owner.query(`create database ${TEMPLATE}`);
  await installLog(inDatabase(server.adminUrl, TEMPLATE), { appRole: new URL(server.url).username });
});
afterAll(async () => {
  await owner.end();
  await server.stop();
});

let count = 0;
eventStoreContract({
  name: 'A sealed log on PostgreSQL',
  freshLog: async () => {
    const name = `log_${(count += 1)}`;
    await owner.query(`create database ${name} template ${TEMPLATE}`);
    return {
      open: async () => sealedContractLog(await openPostgresEventStore({ url: inDatabase(server.url, name) }), server),
      drop: async () => void (await owner.query(`drop database ${name} with (force)`)),
    };
  },
});
