import { type RecordedEvent, START } from '@madoguchi/event-sourcing';
import { exampleStream, newEvents } from '@madoguchi/event-sourcing/testing';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { until } from '@madoguchi/tools/until.mjs';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { installLog } from './install-log.js';
import { openPostgresEventStore } from './postgres-event-store.js';

it('a crash of PostgreSQL under load: nothing acknowledged is lost, nothing is doubled, subscriptions go on without a gap', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'madoguchi-restart-'));
  const dataDir = join(folder, 'data');
  let postgres = await startPostgres({ dataDir });
  await installLog(postgres.adminUrl, { appRole: new URL(postgres.url).username });
  await acknowledgeBeforeWritingByDefault(postgres.adminUrl);
  const store = await openPostgresEventStore({ url: postgres.url });

  const stop = new AbortController();
  const seen: RecordedEvent[] = [];
  const reading = (async () => {
    for await (const page of store.subscribe({ after: START, signal: stop.signal })) seen.push(...page);
  })();

  const acknowledged = new Map<string, readonly RecordedEvent[]>();
  const failures = new Set<string>();
  let running = true;
  const lane = async (lane: number) => {
    for (let n = 0; running; n += 1) {
      const name = `${lane} ${n}`;
      while (running && !acknowledged.has(name)) {
        try {
          acknowledged.set(name, await store.append(exampleStream(name), newEvents(name, 2), 'no stream'));
        } catch (error) {
          failures.add((error as Error).name);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      }
    }
  };
  const lanes = Promise.all(Array.from({ length: 16 }, (_, n) => lane(n)));

  for (let crash = 0; crash < 2; crash += 1) {
    const before = acknowledged.size;
    await until('appends are acknowledged', () => acknowledged.size > before + 200);
    process.kill(postgres.pid, 'SIGQUIT');
    await portIsFree(postgres.port);
    await postgres.stop();
    postgres = await startPostgres({ dataDir, port: postgres.port });
  }
  const before = acknowledged.size;
  await until('appends are acknowledged again', () => acknowledged.size > before + 200);
  running = false;
  await lanes;

  const all: RecordedEvent[] = [];
  for await (const page of store.readAll({ after: START, pageSize: 5_000 })) all.push(...page);
  await until('the subscription has caught up', () => seen.length >= all.length);
  stop.abort();
  await reading;
  await store.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });

  const stored = new Map(all.map((event) => [event.id, event]));
  expect(stored.size).toBe(all.length);
  for (const event of [...acknowledged.values()].flat()) expect(stored.get(event.id)).toEqual(event);
  expect(seen.map((event) => event.position)).toEqual(all.map((event) => event.position));
  expect([...failures].sort()).toEqual(expect.arrayContaining(['StoreUnavailableError']));
  for (const name of failures) expect(['AppendOutcomeUnknownError', 'StoreUnavailableError']).toContain(name);
});

/** A careless setting of the database, which would lose what was acknowledged: the log does not rely on it. */
const acknowledgeBeforeWritingByDefault = async (adminUrl: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query('alter database madoguchi set synchronous_commit = off');
  await admin.end();
};

const portIsFree = (port: number): Promise<void> =>
  until('the server is gone', async () => {
    const probe = createServer();
    try {
      probe.listen(port, '127.0.0.1');
      await once(probe, 'listening');
      return true;
    } catch {
      return false;
    } finally {
      probe.close();
    }
  });
