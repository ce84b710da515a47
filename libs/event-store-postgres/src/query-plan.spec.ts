import { START } from '@madoguchi/event-sourcing';
import { exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import pg from 'pg';
import { openPostgresEventStore } from './postgres-event-store.js';
import {
  EVENTS_BY_ID,
  EVENTS_OF_STREAM,
  LAST_POSITION,
  ORDERED_INDEX_SCANS,
  pageOfCategories,
  pageOfLog,
  type Statement,
} from './read-statements.js';
import { type FreshDatabase, type LogServer, startLogServer } from './testing/log-server.js';

let server: LogServer;
let log: FreshDatabase;
let client: pg.Client;

beforeAll(async () => {
  server = await startLogServer();
  log = await server.freshLog();
  const store = await openPostgresEventStore({ url: log.url });
  const categories = ['conversation', 'conversation', 'conversation', 'agent'];
  for (let n = 0; n < 20; n += 1) await store.append(exampleStream(n, categories[n % 4]), newEvents(n, 250), 'no stream');
  await store.append(exampleStream('only', 'queue'), newEvents('only'), 'no stream');
  await store.close();
  client = new pg.Client({ connectionString: log.adminUrl });
  await client.connect();
  await client.query(ORDERED_INDEX_SCANS);
  await client.query('set plan_cache_mode = force_generic_plan');
});

afterAll(async () => {
  await client.end();
  await server.stop();
});

const plan = async ({ text, name }: Statement, values: readonly unknown[]): Promise<string> => {
  const parameters = values.map((value) => (Array.isArray(value) ? `'{${value.join(',')}}'` : `'${String(value)}'`));
  const prepared = pg.escapeIdentifier(name);
  await client.query(`prepare ${prepared} as ${text}`);
  const execute = parameters.length > 0 ? `execute ${prepared} (${parameters.join(', ')})` : `execute ${prepared}`;
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (analyze, costs off, timing off, summary off) ${execute}`);
  await client.query(`deallocate ${prepared}`);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
};

describe.each(['without statistics', 'with statistics'])('%s', (statistics) => {
  beforeAll(async () => {
    if (statistics === 'with statistics') await client.query('analyze event_log.events');
  });

  it('reads a stream through its index', async () => {
    const text = await plan(EVENTS_OF_STREAM, [exampleStream(0), 50]);
    expect(text).toMatch(/Index Scan using events_stream_version_key/);
    expect(text).not.toMatch(/Seq Scan|Sort/);
  });

  it('reads a page of the log in the order of the key', async () => {
    const text = await plan(pageOfLog(1_000), [2_000]);
    expect(text).toMatch(/Index Scan using events_pkey on events \(actual rows=1000/);
    expect(text).not.toMatch(/Seq Scan|Sort/);
  });

  it('merges categories in the order of the log and reads no further than the page', async () => {
    const text = await plan(pageOfCategories(3, 1_000), [0, 'conversation', 'agent', 'queue']);
    expect(text).toMatch(/Merge Append/);
    expect(text.match(/Index Scan using events_of_category/g)).toHaveLength(3);
    expect(text).not.toMatch(/Seq Scan|Sort Method/);
    for (const [, rows] of text.matchAll(/events_of_category on events.* \(actual rows=(\d+)/g))
      expect(Number(rows)).toBeLessThanOrEqual(1_000);
  });

  it('finds a rare category without reading the others', async () => {
    const text = await plan(pageOfCategories(1, 1_000), [0, 'queue']);
    expect(text).toMatch(/Index Scan using events_of_category on events.* \(actual rows=1\b/);
    expect(text).not.toMatch(/Seq Scan|Sort|Rows Removed/);
  });

  it('finds ids and the end of the log through their keys', async () => {
    expect(await plan(EVENTS_BY_ID, [[newEvents(3)[0]!.id, newEvents(4)[0]!.id]])).toMatch(/Index Scan using events_id_key/);
    expect(await plan(LAST_POSITION, [])).toMatch(/Index Only Scan Backward using events_pkey/);
  });
});

it('never scans the whole table, neither to append nor to read', async () => {
  const scans = async () => (await client.query("select seq_scan, idx_scan from pg_stat_user_tables where relname = 'events'")).rows[0];
  const store = await openPostgresEventStore({ url: log.url });
  const before = await scans();

  for (let n = 100; n < 120; n += 1) {
    await Promise.all(Array.from({ length: 50 }, (_, k) => store.append(exampleStream(`${n} ${k}`), newEvents(`${n} ${k}`), 'no stream')));
  }
  await store.append(exampleStream('100 1'), newEvents('100 1'), 'no stream');
  await store.readStream(exampleStream(3));
  for await (const page of store.readAll({ after: START, categories: ['agent', 'conversation'] })) expect(page.length).toBeGreaterThan(0);
  await store.close();

  let after = await scans();
  while (Number(after.idx_scan) <= Number(before.idx_scan)) after = await scans();
  expect(after.seq_scan).toBe(before.seq_scan);
});
