import { START } from '@madoguchi/event-sourcing';
import { exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import pg from 'pg';
import { installLog } from './install-log.js';
import { openPostgresEventStore } from './postgres-event-store.js';
import { type FreshDatabase, type LogServer, startLogServer } from './testing/log-server.js';

let server: LogServer;
let log: FreshDatabase;
const clients: pg.Client[] = [];

beforeAll(async () => {
  server = await startLogServer();
});
beforeEach(async () => {
  log = await server.freshLog();
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end()));
  await log.drop();
});
afterAll(() => server.stop());

const connect = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  clients.push(client);
  return client;
};

const appendOne = async (url: string, name: string) => {
  const store = await openPostgresEventStore({ url });
  const recorded = await store.append(exampleStream(name), newEvents(name), 'no stream');
  await store.close();
  return recorded;
};

it('may be installed again, also many times at once, and keeps what is there', async () => {
  const [recorded] = await appendOne(log.url, 'kept');
  const appRole = new URL(log.url).username;

  await Promise.all(Array.from({ length: 5 }, () => installLog(log.adminUrl, { appRole })));

  const [next] = await appendOne(log.url, 'next');
  expect(Number(next!.position)).toBeGreaterThan(Number(recorded!.position));
});

it('goes on behind the last event when only the events were restored', async () => {
  const [recorded] = await appendOne(log.url, 'kept');
  const admin = await connect(log.adminUrl);
  await admin.query('drop table event_log.counter');
  await installLog(log.adminUrl, { appRole: new URL(log.url).username });
  const [next] = await appendOne(log.url, 'next');
  expect(Number(next!.position)).toBe(Number(recorded!.position) + 1);
});

it('says what is missing: the role, the tables, the server', async () => {
  await expect(installLog(log.adminUrl, { appRole: 'nobody"; drop table x' })).rejects.toThrow(/no database role "nobody"; drop table x"/);
  const bare = Object.assign(new URL(log.url), { pathname: '/postgres' }).href;
  await expect(openPostgresEventStore({ url: bare })).rejects.toThrow(/installLog/);
  const nowhere = Object.assign(new URL(log.url), { port: '1' }).href;
  await expect(openPostgresEventStore({ url: nowhere })).rejects.toMatchObject({ name: 'StoreUnavailableError' });
});

it('never names the password in an error', async () => {
  const { password } = new URL(log.url);
  for (const url of [log.url.replace(password, 'wrong-secret'), Object.assign(new URL(log.url), { port: '1' }).href]) {
    const error = (await openPostgresEventStore({ url }).catch((caught: unknown) => caught)) as Error;
    expect(error).toBeInstanceOf(Error);
    expect(`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toMatch(new RegExp(`wrong-secret|${password}`));
  }
});

describe("the application's role", () => {
  it('may select and insert events, nothing else', async () => {
    const { rows } = await (
      await connect(log.adminUrl)
    ).query<{ privilege_type: string }>(
      `select privilege_type from information_schema.role_table_grants
       where table_schema = 'event_log' and table_name = 'events' and grantee = $1 order by 1`,
      [new URL(log.url).username],
    );
    expect(rows.map((row) => row.privilege_type)).toEqual(['INSERT', 'SELECT']);
  });

  it.each([
    'update event_log.events set data = data',
    'delete from event_log.events',
    'truncate event_log.events',
    'drop table event_log.events',
    'alter table event_log.events disable trigger all',
    'alter table event_log.events add column more text',
    'create table event_log.other ()',
    'delete from event_log.counter',
    'truncate event_log.counter',
    'update event_log.counter set position = 0',
    'update event_log.counter set epoch = 0',
    "set session_replication_role = 'replica'",
  ])('cannot %s', async (statement) => {
    await appendOne(log.url, 'kept');
    const client = await connect(log.url);
    await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

it.each(['update event_log.events set data = data', 'delete from event_log.events where false', 'truncate event_log.events cascade'])(
  'refuses even the owner to %s',
  async (statement) => {
    await appendOne(log.url, 'kept');
    await expect((await connect(log.adminUrl)).query(statement)).rejects.toThrow(/append-only/);
    const store = await openPostgresEventStore({ url: log.url });
    expect(await store.head()).not.toBe(START);
    await store.close();
  },
);
