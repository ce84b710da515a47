import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { DataSource } from 'typeorm';
import { deskProjectors, readModelEntities, readModelMigrations } from '../read-model-schema.js';
import type { Projector } from '../projector.js';
import { positionOf } from '../position-of.js';
import { runProjector } from '../run-projector.js';
import { waitForPosition } from '../wait-for-position.js';
import type { RecordedLog } from './recorded-log.js';

export const DEADLINE_MS = 120_000;

export const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface ReadModelDatabase {
  readonly database: DataSource;
  /** The owner's address. */
  readonly adminUrl: string;
  /** Another pool, as another process would have. */
  connect(): Promise<DataSource>;
  empty(): Promise<void>;
  stop(): Promise<void>;
}

/** A real server, migrated by the owner, used as the app's role. */
export const startReadModelDatabase = async (): Promise<ReadModelDatabase> => {
  const postgres = await startPostgres();
  const owner = await new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations: [...readModelMigrations] }).initialize();
  await owner.runMigrations();
  await owner.destroy();
  const connections: DataSource[] = [];
  const connect = async () => {
    const connection = await new DataSource({
      type: 'postgres',
      url: postgres.url,
      entities: readModelEntities,
      poolSize: deskProjectors.length + 4,
    }).initialize();
    connections.push(connection);
    return connection;
  };
  const database = await connect();
  return {
    database,
    adminUrl: postgres.adminUrl,
    connect,
    empty: async () => {
      for (const { tables } of deskProjectors) for (const table of tables) await database.query(`delete from ${table}`);
      await database.query('delete from projector_checkpoints');
    },
    stop: async () => {
      for (const connection of connections) await connection.destroy();
      await postgres.stop();
    },
  };
};

/** Projects the log to its end, then stops. */
export const projectAll = async (
  database: DataSource,
  log: RecordedLog,
  { projectors = deskProjectors, batchSize }: { projectors?: readonly Projector[]; batchSize?: number } = {},
): Promise<void> => {
  const end = new AbortController();
  const running = projectors.map((projector) =>
    runProjector({ store: log.store(), projector, database, signal: end.signal, log: quiet, batchSize }),
  );
  try {
    await waitForPosition(database, projectors, log.head, AbortSignal.timeout(DEADLINE_MS));
  } finally {
    end.abort();
    await Promise.all(running);
  }
};

/** Everything that the projectors wrote, as one text. */
export const fingerprint = async (database: DataSource, projectors: readonly Projector[] = deskProjectors): Promise<string> => {
  const parts: string[] = [await positionOf(database, projectors)];
  for (const table of projectors.flatMap(({ tables }) => tables)) {
    const [row] = await database.query<{ hash: string }[]>(
      `select md5(coalesce(string_agg(line, e'\\n' order by line collate "C"), '')) as hash from (select rows::text as line from ${table} rows) lines`,
    );
    parts.push(`${table} ${row?.hash}`);
  }
  return parts.join('\n');
};

export const eventually = async (condition: () => Promise<boolean> | boolean): Promise<void> => {
  const deadline = Date.now() + DEADLINE_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
