import { comparePositions, type EventStore, type Position } from '@madoguchi/event-sourcing';
import { DataSource, type EntityManager } from 'typeorm';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Projector } from './projector.js';
import { readModelEntities } from './read-model-schema.js';
import { type ProjectorLog, runProjector } from './run-projector.js';

const LOOK_EVERY_MS = 100;
/** While others wait. */
const SOON_MS = 5;
/** Whoever reads waits behind the swap while it waits for who reads; then it steps back and tries again. */
const LOCK_DEADLINE_MS = 500;
const NEW = 'madoguchi_new';
const OLD = 'madoguchi_old';
/** Any number, the same in every process that rebuilds. */
const LOCK = 7_301_650_418;
const LOCK_NOT_AVAILABLE = '55P03';

export interface RebuildOptions {
  /** `postgres://…` of the role that owns the tables. */
  readonly adminUrl: string;
  readonly store: EventStore;
  readonly projector: Projector;
  readonly signal: AbortSignal;
  readonly log: ProjectorLog;
  /** About ten times a second, while the new tables fill. */
  readonly onProgress?: (progress: { readonly position: Position; readonly head: Position }) => void;
}

export interface Rebuilt {
  readonly position: Position;
  /** How long writers of this read model had to wait for the swap. Milliseconds. */
  readonly swapMs: number;
}

/**
 * Makes a read model anew from the log, beside the one in use: the same projector fills tables of the same names in a schema of its own,
 * and when it has come as far as the other, they change places in one transaction. Who reads sees the old rows, then the new ones; who
 * projects goes on from where the new ones are. One rebuild at a time. Broken off, it leaves everything as it was.
 *
 * @throws the signal's reason when it aborts
 */
export const rebuildBeside = async ({ adminUrl, store, projector, signal, log, onProgress }: RebuildOptions): Promise<Rebuilt> => {
  const owner = await new DataSource({ type: 'postgres', url: adminUrl, applicationName: 'madoguchi rebuild' }).initialize();
  const beside = await new DataSource({
    type: 'postgres',
    url: adminUrl,
    entities: readModelEntities,
    applicationName: 'madoguchi rebuild',
    poolSize: 3,
    extra: { options: `-c search_path=${NEW},public` },
  }).initialize();
  const ending = new AbortController();
  const end = AbortSignal.any([signal, ending.signal]);
  const newName = besideName(projector);
  let filling: Promise<void> | undefined;
  const guard = owner.createQueryRunner();
  try {
    const [free] = await guard.manager.query<{ locked: boolean }[]>(`select pg_try_advisory_lock(${LOCK}) as locked`);
    if (!free?.locked) throw new Error('Another rebuild is running. Wait for its end.');
    await makeTables(owner.manager, projector);
    filling = runProjector({ store, projector: { ...projector, name: newName }, database: beside, signal: end, log });
    const reached = async (): Promise<Position> => positionIn(beside.manager, newName);
    for (let head = await store.head(); comparePositions(await reached(), head) < 0;) {
      onProgress?.({ position: await reached(), head });
      await pause(LOOK_EVERY_MS, signal);
    }
    return await swap(
      owner,
      projector,
      async (needed) => {
        while (comparePositions(await reached(), needed) < 0) await pause(SOON_MS, signal);
        ending.abort();
        await filling;
        return reached();
      },
      signal,
    );
  } finally {
    ending.abort();
    await filling;
    await beside.destroy();
    await dropTables(guard.manager);
    await guard.release();
    await owner.destroy();
  }
};

const besideName = ({ name }: Projector): string => `${name} beside`;

/** Only while nobody else rebuilds. */
const dropTables = async (guard: EntityManager): Promise<void> => {
  const [ours] = await guard.query<{ locked: boolean }[]>(`select pg_try_advisory_lock(${LOCK}) as locked`);
  if (ours?.locked) await guard.query(`drop schema if exists ${NEW}, ${OLD} cascade`);
};

/** Columns, checks and indexes under the names that they have: a later migration finds what it looks for. */
const makeTables = async (owner: EntityManager, { tables }: Projector): Promise<void> => {
  await owner.query(`drop schema if exists ${NEW}, ${OLD} cascade`);
  await owner.query(`create schema ${NEW}`);
  await owner.query(`create schema ${OLD}`);
  await owner.query(`create table ${NEW}.projector_checkpoints (like public.projector_checkpoints including all)`);
  for (const table of tables) {
    await owner.query(`create table ${NEW}.${table} (like public.${table} including all excluding indexes)`);
    const indexes = await owner.query<{ constraint: string | null; name: string; definition: string }[]>(
      `select c.conname as constraint, x.relname as name, coalesce(pg_get_constraintdef(c.oid), pg_get_indexdef(i.indexrelid)) as definition
       from pg_index i join pg_class x on x.oid = i.indexrelid
       left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
       where i.indrelid = $1::regclass order by x.relname`,
      [`public.${table}`],
    );
    for (const { constraint, definition } of indexes)
      await owner.query(
        constraint === null
          ? definition.replace(` ON public.${table} `, ` ON ${NEW}.${table} `)
          : `alter table ${NEW}.${table} add constraint "${constraint}" ${definition}`,
      );
    const grants = await owner.query<{ grantee: string; privileges: string }[]>(
      `select grantee, string_agg(privilege_type, ', ') as privileges from information_schema.role_table_grants
       where table_schema = 'public' and table_name = $1 and grantee <> current_user group by grantee`,
      [table],
    );
    for (const { grantee, privileges } of grants) await owner.query(`grant ${privileges} on ${NEW}.${table} to "${grantee}"`);
  }
};

/**
 * The projector in use stands still at its checkpoint while the new tables come up to it; then names change hands.
 *
 * @param catchUp lets the new tables come at least there, ends their projector, and says where they are
 */
const swap = async (
  owner: DataSource,
  projector: Projector,
  catchUp: (needed: Position) => Promise<Position>,
  signal: AbortSignal,
): Promise<Rebuilt> => {
  let position: Position | undefined;
  for (;;) {
    const began = performance.now();
    const done = await owner
      .transaction(async (transaction) => {
        await transaction.query(`set local lock_timeout = ${LOCK_DEADLINE_MS}`);
        const needed = await positionIn(transaction, projector.name, 'for update');
        // Once it has ended it is not asked again: until the next try the one in use may have passed it by, and goes back.
        position ??= await catchUp(needed);
        signal.throwIfAborted();
        for (const table of projector.tables) {
          await transaction.query(`alter table public.${table} set schema ${OLD}`);
          await transaction.query(`alter table ${NEW}.${table} set schema public`);
        }
        // Nobody may have projected yet: without a checkpoint everything would be projected a second time.
        await transaction.query(
          `insert into projector_checkpoints (projector, position, log)
           select $1, $2, (select log from ${NEW}.projector_checkpoints where projector = $3)
           on conflict (projector) do update set position = excluded.position, log = coalesce(excluded.log, projector_checkpoints.log)`,
          [projector.name, position, besideName(projector)],
        );
        return true;
      })
      .catch((error: unknown) => {
        if ((error as { code?: string }).code === LOCK_NOT_AVAILABLE) return false;
        throw error;
      });
    if (done && position !== undefined) return { position, swapMs: performance.now() - began };
    await pause(LOOK_EVERY_MS, signal);
  }
};

const positionIn = async (manager: EntityManager, name: string, lock = ''): Promise<Position> => {
  const [row] = await manager.query<{ position: string }[]>(
    `select position::text from projector_checkpoints where projector = $1 ${lock}`,
    [name],
  );
  return row?.position ?? '0';
};

const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
  signal.throwIfAborted();
};
