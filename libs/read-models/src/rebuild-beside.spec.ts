import { once } from 'node:events';
import type { ConversationEvent } from '@madoguchi/conversation';
import { idOf } from '@madoguchi/event-sourcing';
import { agentInboxProjector } from './agent-inbox/agent-inbox.projector.js';
import { deskProjectors } from './read-model-schema.js';
import { rebuildBeside } from './rebuild-beside.js';
import { rebuildProjector } from './rebuild-projector.js';
import { runProjector } from './run-projector.js';
import { aBusyDay } from './testing/a-day-at-the-desk.js';
import { eventually, fingerprint, quiet, type ReadModelDatabase, startReadModelDatabase } from './testing/read-model-database.js';
import { type RecordedLog, uuid } from './testing/recorded-log.js';
import { timelineProjector } from './timeline/timeline.projector.js';
import { waitForPosition } from './wait-for-position.js';

let server: ReadModelDatabase;
let log: RecordedLog;
const ending = new AbortController();
let projecting: Promise<unknown>;

beforeAll(async () => {
  server = await startReadModelDatabase();
  log = aBusyDay(30);
  projecting = Promise.all(
    deskProjectors.map((projector) =>
      runProjector({
        store: log.store(),
        projector,
        database: server.database,
        signal: ending.signal,
        log: quiet,
        firstPauseMs: 5,
        longestPauseMs: 20,
      }),
    ),
  );
  await caughtUp();
});
afterAll(async () => {
  ending.abort();
  await projecting;
  await server.stop();
});

const caughtUp = () => waitForPosition(server.database, deskProjectors, log.head, AbortSignal.timeout(120_000));
const rebuild = (projector = agentInboxProjector, signal = new AbortController().signal) =>
  rebuildBeside({ adminUrl: server.adminUrl, store: log.store(), projector, signal, log: quiet });
/** Something that every projector moves over. */
const somethingHappens = (n: number) =>
  log.record('queue', uuid(70_000 + n), { type: 'QueueCreated', data: { name: `Queue ${n}`, offerSeconds: 30 } });
/** Counts and last lines of the inbox move. */
const customerWritesAgain = (n: number) => {
  const { stream, data } = log.events.find(({ type }) => type === 'CustomerMessageReceived')!;
  const again = { ...data, messageId: uuid(200_000 + n), providerMessageId: `again ${n}` };
  log.record('conversation', idOf(stream), { type: 'CustomerMessageReceived', data: again } as ConversationEvent);
};
const shape = () =>
  server.database.query(
    `select tablename, indexname, indexdef from pg_indexes where schemaname = 'public' and tablename like any (array['agent_inbox%', 'timeline%']) order by 1, 2`,
  );

it('makes the same rows again beside those in use, and no reader fails or finds nothing', async () => {
  const [before, indexes] = [await fingerprint(server.database), await shape()];
  const reading = new AbortController();
  const found: number[] = [];
  const readers = Array.from({ length: 3 }, async () => {
    while (!reading.signal.aborted) {
      const [row] = await server.database.query<{ count: number }[]>(
        'select (select count(*)::int from agent_inbox_v3) * (select count(*)::int from timeline_v2) as count',
      );
      found.push(row!.count);
    }
  });
  for (const projector of [agentInboxProjector, timelineProjector]) await rebuild(projector);
  reading.abort();
  await Promise.all(readers);
  expect(found.length).toBeGreaterThan(20);
  expect(new Set(found).size).toBe(1);
  expect(found[0]).toBeGreaterThan(0);
  expect(await fingerprint(server.database)).toBe(before);
  expect(await shape()).toEqual(indexes);
  const left = await server.database.query(`select nspname from pg_namespace where nspname like 'madoguchi%'`);
  expect(left).toEqual([]);
});

it('puts right what was wrong, and takes in what happens meanwhile', async () => {
  const before = await fingerprint(server.database, [agentInboxProjector]);
  await server.database.query(`update agent_inbox_v3 set customer_name = 'somebody else'`);
  expect(await fingerprint(server.database, [agentInboxProjector])).not.toBe(before);
  let happening = true;
  const events = (async () => {
    for (let n = 0; happening; n += 1) {
      somethingHappens(n);
      customerWritesAgain(n);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  })();
  await rebuild();
  happening = false;
  await events;
  await caughtUp();
  const rebuilt = await fingerprint(server.database, [agentInboxProjector]);
  await rebuildProjector(server.database, agentInboxProjector);
  somethingHappens(99_998);
  await caughtUp();
  const rows = (text: string) => text.split('\n').slice(1);
  expect(rows(rebuilt)).toEqual(rows(await fingerprint(server.database, [agentInboxProjector])));
  somethingHappens(99_999);
  await caughtUp();
});

it('changes nothing when it is broken off, and lets nobody in beside it', async () => {
  const before = await fingerprint(server.database);
  const stop = new AbortController();
  let applying = false;
  const apply = async () => {
    applying = true;
    if (!stop.signal.aborted) await once(stop.signal, 'abort');
  };
  const endless = { ...agentInboxProjector, apply };
  const first = rebuild(endless, stop.signal);
  const broken = expect(first).rejects.toThrow('enough');
  await eventually(() => applying);
  await expect(rebuild()).rejects.toThrow('Another rebuild is running');
  stop.abort(new Error('enough'));
  await broken;
  expect(await fingerprint(server.database)).toBe(before);
  await rebuild();
  expect(await fingerprint(server.database)).toBe(before);
});

it('is broken off while it waits for a reader to let the names go', async () => {
  const before = await fingerprint(server.database);
  const stop = new AbortController();
  const reader = server.database.createQueryRunner();
  await reader.startTransaction();
  await reader.query('select from agent_inbox_v3 limit 1');
  const broken = expect(rebuild(agentInboxProjector, stop.signal)).rejects.toThrow('enough');
  const waits = 'select from pg_locks where not granted';
  await eventually(async () => (await server.database.query(waits)).length > 0);
  stop.abort(new Error('enough'));
  await broken;
  await reader.rollbackTransaction();
  await reader.release();
  expect(await fingerprint(server.database)).toBe(before);
});
