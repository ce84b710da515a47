import { performance } from 'node:perf_hooks';
import { derivedId, eventId, streamName } from '@madoguchi/event-sourcing';
import { installLog, openPostgresEventStore } from '@madoguchi/event-store-postgres';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import pg from 'pg';
import { sealedLogIn } from './sealed-log.mjs';

const IN_FLIGHT = 64;
/** Customers who write at the same time; each has a key. */
const PERSONS = 1_000;

export const newEvent = (run, n) => {
  const commandId = derivedId('bench', run, n);
  const metadata = {
    tenantId: derivedId('bench', 'tenant'),
    actor: { kind: 'customer', id: 'U1' },
    commandId,
    correlationId: commandId,
    causationId: commandId,
    occurredAt: new Date().toISOString(),
    subject: derivedId('bench', 'person', n % PERSONS),
  };
  const data = {
    messageId: commandId,
    providerMessageId: String(n),
    content: { type: 'text', text: 'お世話になります。注文番号 A-17 を確認してください。' },
    sentAt: metadata.occurredAt,
    orderKey: String(n).padStart(16, '0'),
  };
  return { id: eventId(commandId, 0), type: 'CustomerMessageReceived', schemaVersion: 1, data, metadata };
};

/** `work(n)` for n = 0, 1, 2 …, so many in flight, for so long. @returns per second */
export const keepInFlight = async (inFlight, seconds, work) => {
  let n = 0;
  const started = performance.now();
  const end = started + seconds * 1_000;
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (performance.now() < end) await work((n += 1));
    }),
  );
  return Math.round((n / (performance.now() - started)) * 1_000);
};

/**
 * Appends one event each, version-checked, deduplicated and synced, beside the floor: one row per transaction into a
 * bare table through a pool, without any check. The same with the personal fields sealed, beside the plain log.
 */
export const benchAppend = async ({ rounds, seconds }) => {
  const postgres = await startPostgres({ durable: true });
  try {
    await installLog(postgres.adminUrl, { appRole: 'madoguchi_app' });
    const owner = new pg.Pool({ connectionString: postgres.adminUrl, max: 16 }).on('error', () => {});
    await owner.query('create table floor (id uuid primary key, stream text, data json, metadata json)');
    const store = await openPostgresEventStore({ url: postgres.url });
    const { store: sealedStore } = await sealedLogIn(postgres);

    const appendTo = (log, side) => (round) =>
      keepInFlight(IN_FLIGHT, seconds, (n) =>
        log.append(streamName('conversation', derivedId('bench', side, round, n)), [newEvent(`${side} ${round}`, n)], 'no stream'),
      );
    const [ours, sealed] = [appendTo(store, 'ours'), appendTo(sealedStore, 'sealed')];
    // Each customer gets a key with the first message; here all have written before.
    for (let n = 0; n < PERSONS; n += 1)
      await sealedStore.append(streamName('conversation', derivedId('bench', 'first', n)), [newEvent('first', n)], 'no stream');
    const floor = (round) =>
      keepInFlight(IN_FLIGHT, seconds, (n) => {
        const event = newEvent(`floor ${round}`, n);
        return owner.query('insert into floor values ($1, $2, $3, $4)', [
          event.id,
          `conversation-${n}`,
          JSON.stringify(event.data),
          JSON.stringify(event.metadata),
        ]);
      });

    const results = { ours: [], sealed: [], floor: [] };
    for (let round = 0; round < rounds; round += 1) {
      const sides = Object.entries({ ours, sealed, floor });
      for (const [side, work] of round % 2 === 0 ? sides : sides.reverse()) results[side].push(await work(round));
    }
    const replay = await benchReplay(store, owner, rounds);
    await store.close();
    await sealedStore.close();
    await owner.end();
    const { sealed: sealedRounds, ...plain } = results;
    return {
      append: { inFlight: IN_FLIGHT, unit: 'events/s', ...plain },
      'append, sealed': { inFlight: IN_FLIGHT, unit: 'events/s', ours: sealedRounds, plain: results.ours },
      replay,
    };
  } finally {
    await postgres.stop();
  }
};

export const count = async (pages) => {
  let events = 0;
  for await (const page of pages) events += page.length;
  return events;
};

/** The whole log back as events, beside the floor: the same rows read in pages as they are, nothing parsed. */
const benchReplay = async (store, owner, rounds) => {
  const floorPages = async function* () {
    for (let after = '0'; ;) {
      const { rows } = await owner.query({
        text: 'select * from floor_events where position > $1 order by position limit 5000',
        values: [after],
        rowMode: 'array',
      });
      if (rows.length === 0) return;
      yield rows;
      after = rows.at(-1)[0];
    }
  };
  const {
    rows: [{ table }],
  } = await owner.query(
    `select table_schema || '.' || table_name as table from information_schema.columns where column_name = 'schema_version' and table_schema not in ('pg_catalog', 'information_schema') limit 1`,
  );
  await owner.query(
    `create view floor_events as select position, id::text, stream, version, type, schema_version, data::text, metadata::text, recorded_at::text from ${table}`,
  );
  const perSecond = async (pages) => {
    const started = performance.now();
    const events = await count(pages);
    return Math.round((events / (performance.now() - started)) * 1_000);
  };
  const results = { ours: [], floor: [] };
  for (let round = 0; round < rounds; round += 1) {
    results.ours.push(await perSecond(store.readAll({ after: '0', pageSize: 5_000 })));
    results.floor.push(await perSecond(floorPages()));
  }
  return { unit: 'events/s', ...results };
};
