import { START } from '@madoguchi/event-sourcing';
import { exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import pg from 'pg';
import { appendStatement } from './append-statement.js';
import { encodeAppend } from './encode-append.js';
import { openPostgresEventStore } from './postgres-event-store.js';
import { type FreshDatabase, type LogServer, startLogServer } from './testing/log-server.js';

/*
 * Why positions come from a locked counter. The same race is run against a table numbered by a sequence, as one would
 * write it first: there it must lose events, or this spec proves nothing.
 */

let server: LogServer;
let log: FreshDatabase;
let clients: pg.Client[];

beforeAll(async () => {
  server = await startLogServer();
});
beforeEach(async () => {
  log = await server.freshLog();
  clients = [];
});
afterEach(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await log.drop();
});
afterAll(() => server.stop());

const connect = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: log.adminUrl });
  await client.connect();
  clients.push(client);
  return client;
};

/** Reads as a projector with a checkpoint does. */
const tail = (client: pg.Client, table: string) => {
  const seen: number[] = [];
  return {
    seen,
    look: async () => {
      const { rows } = await client.query<{ position: string }>(`select position from ${table} where position > $1 order by position`, [
        seen.at(-1) ?? 0,
      ]);
      seen.push(...rows.map((row) => Number(row.position)));
    },
  };
};

describe('a log numbered by a sequence', () => {
  beforeEach(async () => {
    await (await connect()).query('create table sequenced (position bigserial primary key, writer integer not null)');
  });

  it('loses the event whose writer commits later', async () => {
    const [slow, quick, reader] = [await connect(), await connect(), await connect()];
    const { seen, look } = tail(reader, 'sequenced');

    await slow.query('begin');
    await slow.query('insert into sequenced (writer) values (1)');
    await quick.query('insert into sequenced (writer) values (2)');
    await look();
    await slow.query('commit');
    await look();

    expect(seen).toEqual([2]);
  });

  it('loses events under 12 writers', async () => {
    const writers = await Promise.all(Array.from({ length: 12 }, connect));
    const { seen, look } = tail(await connect(), 'sequenced');
    const lost = async () => Number((await clients[0]!.query('select count(*) from sequenced')).rows[0].count) - seen.length;

    for (let round = 0; round < 50 && (round === 0 || (await lost()) === 0); round += 1) {
      let writing = true;
      const written = Promise.all(
        writers.map(async (client, writer) => {
          for (let n = 0; n < 50; n += 1) await client.query('insert into sequenced (writer) values ($1)', [writer]);
        }),
      ).finally(() => (writing = false));
      while (writing) await look();
      await written;
      await look();
    }

    expect(await lost()).toBeGreaterThan(0);
  });
});

describe('this log', () => {
  it('lets the later position wait until the earlier one is visible', async () => {
    const [slow, reader] = [await connect(), await connect()];
    const { seen, look } = tail(reader, 'event_log.events');
    const store = await openPostgresEventStore({ url: log.url });

    await slow.query('begin');
    await slow.query(appendStatement('1', [encodeAppend(exampleStream('slow'), newEvents('slow'), 'no stream')]));
    const quick = store.append(exampleStream('quick'), newEvents('quick'), 'no stream');
    await untilOneWaitsForALock(reader);
    await look();
    expect(seen).toEqual([]);

    await slow.query('commit');
    const [recorded] = await quick;
    await look();
    expect(seen).toEqual([1, 2]);
    expect(recorded!.position).toBe('2');
    await store.close();
  });

  it('goes on without a gap to guess about when the earlier writer is rolled back', async () => {
    const [slow, reader] = [await connect(), await connect()];
    const store = await openPostgresEventStore({ url: log.url });

    await slow.query('begin');
    await slow.query(appendStatement('1', [encodeAppend(exampleStream('a'), newEvents('slow'), 'no stream')]));
    const quick = store.append(exampleStream('a'), newEvents('quick'), 'no stream');
    await untilOneWaitsForALock(reader);
    await slow.query('rollback');

    expect(await quick).toMatchObject([{ version: 1, position: '1' }]);
    for await (const page of store.readAll({ after: START })) expect(page).toEqual(await quick);
    await store.close();
  });
});

const untilOneWaitsForALock = async (client: pg.Client): Promise<void> => {
  const waiting = "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
  while ((await client.query(waiting)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 5));
};
