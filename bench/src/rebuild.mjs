import { performance } from 'node:perf_hooks';
import { derivedId, eventId, streamName } from '@madoguchi/event-sourcing';
import { installLog, openPostgresEventStore } from '@madoguchi/event-store-postgres';
import { agentInboxProjector, readModelEntities, readModelMigrations, rebuildBeside } from '@madoguchi/read-models';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { DataSource } from 'typeorm';

const EVENTS = Number(process.env.BENCH_REBUILD_EVENTS ?? 1_000_000);
const ROUNDS = 3;
const EVENTS_OF_A_CONVERSATION = 10;
const IN_FLIGHT = 16;
const TENANT = derivedId('bench', 'tenant');
const quiet = { info: () => {}, warn: () => {}, error: () => {} };

const said = (n, part) => ({
  messageId: derivedId('bench', 'message', n, part),
  providerMessageId: `${n}/${part}`,
  content: { type: 'text', text: 'お世話になります。注文番号 A-17 を確認してください。' },
  sentAt: new Date(1_790_000_000_000 + (n * EVENTS_OF_A_CONVERSATION + part) * 1_000).toISOString(),
  orderKey: String(part).padStart(16, '0'),
});

/** A conversation from its first message to its end. */
const conversation = (n) => {
  const commandId = derivedId('bench', 'conversation', n);
  const customerKey = `customer ${n}`;
  const opened = {
    threadKey: `account/${customerKey}`,
    accountId: derivedId('bench', 'account'),
    channel: 'line',
    number: 1,
    customerKey,
    contactId: derivedId('bench', customerKey),
  };
  const events = [
    ['ConversationOpened', opened],
    ['CustomerMessageReceived', said(n, 1)],
    ['AgentRequested', { queueId: derivedId('bench', 'queue'), reason: 'first message' }],
    ...Array.from({ length: EVENTS_OF_A_CONVERSATION - 4 }, (_, part) => ['CustomerMessageReceived', said(n, part + 2)]),
    ['ConversationClosed', { reason: 'closed by agent' }],
  ];
  const metadata = {
    tenantId: TENANT,
    actor: { kind: 'system', automation: 'bench' },
    commandId,
    correlationId: commandId,
    causationId: commandId,
    occurredAt: new Date().toISOString(),
  };
  return events.map(([type, data], index) => ({ id: eventId(commandId, index), type, schemaVersion: 1, data, metadata }));
};

const fill = async (store) => {
  let n = 0;
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      while (n * EVENTS_OF_A_CONVERSATION < EVENTS) {
        n += 1;
        await store.append(streamName('conversation', derivedId('bench', 'stream', n)), conversation(n), 'no stream');
      }
    }),
  );
  return n * EVENTS_OF_A_CONVERSATION;
};

/**
 * The inbox made anew from a whole log beside the one in use, to the swap, next to its floor: the same rows of the same table, copied by
 * PostgreSQL into this process and thrown away there.
 */
export const benchRebuild = async () => {
  const postgres = await startPostgres({ durable: true });
  try {
    await installLog(postgres.adminUrl, { appRole: 'madoguchi_app' });
    const migrating = await new DataSource({
      type: 'postgres',
      url: postgres.adminUrl,
      entities: readModelEntities,
      migrations: [...readModelMigrations],
    }).initialize();
    await migrating.runMigrations();
    await migrating.destroy();
    const store = await openPostgresEventStore({ url: postgres.url });
    const events = await fill(store);
    const owner = new pg.Client({ connectionString: postgres.adminUrl });
    await owner.connect();
    const { rows } = await owner.query(
      `select table_schema || '.' || table_name as name from information_schema.columns where column_name = 'schema_version' and table_schema not in ('pg_catalog', 'information_schema') limit 1`,
    );

    const perSecond = async (work) => {
      const started = performance.now();
      await work();
      return Math.round((events / (performance.now() - started)) * 1_000);
    };
    const ours = () =>
      rebuildBeside({
        adminUrl: postgres.adminUrl,
        store,
        projector: agentInboxProjector,
        signal: new AbortController().signal,
        log: quiet,
      });
    const floor = async () => {
      for await (const chunk of owner.query(copyTo(`copy ${rows[0].name} to stdout`))) void chunk;
    };
    const results = { ours: [], floor: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      results.ours.push(await perSecond(ours));
      results.floor.push(await perSecond(floor));
    }
    await owner.end();
    await store.close();
    return { unit: 'events/s', events, ...results };
  } finally {
    await postgres.stop();
  }
};
