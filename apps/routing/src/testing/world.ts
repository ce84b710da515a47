import { type EventStore, START } from '@madoguchi/event-sourcing';
import { installLog, openPostgresEventStore } from '@madoguchi/event-store-postgres';
import {
  clocksProjector,
  readModelEntities,
  readModelMigrations,
  rebuildProjector,
  routingProjector,
  runProjector,
  waitForPosition,
} from '@madoguchi/read-models';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { DataSource } from 'typeorm';
import { reconcile } from '../reconcile.js';
import type { Router } from '../router.js';

export const DEADLINE_MS = 120_000;

/** The clocks are the desk's to project; here the test does it. */
const PROJECTORS = [routingProjector, clocksProjector];

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The real log and the real tables on a real PostgreSQL, with the projector at work. */
export interface World {
  readonly url: string;
  readonly store: EventStore;
  readonly database: DataSource;
  /** Until the tables show all that is in the log. */
  projected(): Promise<void>;
  /** Lets the routers look, all at once, until nothing follows any more. Nothing may fail. */
  calm(...routers: readonly Router[]): Promise<void>;
  /** Empties the tables; the projector fills them again as soon as something happens. */
  forget(): Promise<void>;
  stop(): Promise<void>;
}

/** @param projecting false: a service does it */
export const startWorld = async ({ projecting = true } = {}): Promise<World> => {
  const postgres = await startPostgres();
  await installLog(postgres.adminUrl, { appRole: new URL(postgres.url).username });
  const owner = await new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations: [...readModelMigrations] }).initialize();
  await owner.runMigrations();
  await owner.destroy();
  const database = await new DataSource({ type: 'postgres', url: postgres.url, entities: readModelEntities, poolSize: 8 }).initialize();
  const store = await openPostgresEventStore({ url: postgres.url });
  const end = new AbortController();
  const running = (projecting ? PROJECTORS : [clocksProjector]).map((projector) =>
    runProjector({ store, projector, database, signal: end.signal, log: quiet, firstPauseMs: 10 }),
  );

  const projected = async () => waitForPosition(database, PROJECTORS, await store.head(), AbortSignal.timeout(DEADLINE_MS));
  return {
    url: postgres.url,
    store,
    database,
    projected,
    calm: async (...routers) => {
      for (let before = START; ;) {
        await projected();
        const head = await store.head();
        if (head === before) return;
        before = head;
        const failures = await Promise.all(routers.map((router) => reconcile(database, router)));
        expect(failures.flat()).toEqual([]);
      }
    },
    forget: async () => {
      for (const projector of PROJECTORS) await rebuildProjector(database, projector);
    },
    stop: async () => {
      end.abort();
      await Promise.all(running);
      await store.close();
      await database.destroy();
      await postgres.stop();
    },
  };
};
