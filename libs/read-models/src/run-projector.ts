import { setTimeout as sleep } from 'node:timers/promises';
import { categoryOf, type EventStore, originOf, type Position, type RecordedEvent, START } from '@madoguchi/event-sourcing';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Projector } from './projector.js';
import { keepLease, type Lease, lockProjector, unlockProjector } from './projector-lock.js';

export interface Projected {
  readonly position: Position;
  /** Those of the projector's categories, in the order of the log; may be empty. */
  readonly events: readonly RecordedEvent[];
}

export interface ProjectorLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface RunProjectorOptions {
  readonly store: EventStore;
  readonly projector: Projector;
  /** Keeps one connection of its pool for as long as this runs. */
  readonly database: DataSource;
  readonly signal: AbortSignal;
  readonly log: ProjectorLog;
  /** After the commit. What it throws is logged and stops nothing. */
  readonly onProjected?: (projected: Projected) => void;
  /** Most events in one transaction; default 1,000. */
  readonly batchSize?: number;
  /** First and longest pause between tries; default 250 ms and 30 s. */
  readonly firstPauseMs?: number;
  readonly longestPauseMs?: number;
  /** After so long a silence of the process another copy takes over; default 30 s. */
  readonly leaseMs?: number;
}

/** Somebody else moved the checkpoint: this runner's view of the tables is stale. */
export class CheckpointMovedError extends Error {
  override readonly name = 'CheckpointMovedError';
}

/**
 * Keeps one projector going until the signal aborts: waits for its lock (any number of copies may stand by), then
 * follows the log. One transaction holds the rows of a batch and its checkpoint, on the connection that holds the lock:
 * who loses the lock loses the transaction. The checkpoint moves by compare-and-set, so that even two runners that
 * both believe to be the one cannot apply a batch twice. It follows the whole log and moves over the events of other
 * categories too, so that all checkpoints of a desk can be compared with each other and with the log.
 *
 * A batch that fails is halved down to the one event that fails; that event is logged and tried again with growing
 * pauses, never skipped.
 */
export const runProjector = async (options: RunProjectorOptions): Promise<void> => {
  const { projector, signal, log } = options;
  const pauses = pausesOf(options);
  for (let failures = 0; !signal.aborted;) {
    try {
      await followLog(options, () => (failures = 0));
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ projector: projector.name, err: error }, 'the projector stopped, it starts again');
      await pause(pauses(failures), signal);
      failures += 1;
    }
  }
};

const LEASE_MS = 30_000;

const followLog = async (options: RunProjectorOptions, onProgress: () => void): Promise<void> => {
  const { store, projector, database, signal, log, batchSize, leaseMs = LEASE_MS } = options;
  const runner = database.createQueryRunner();
  let lease: Lease | undefined;
  try {
    await runner.connect();
    if (!(await lockProjector(runner, projector.name, leaseMs, signal))) return;
    const held = keepLease(runner, leaseMs);
    lease = held;
    let checkpoint = await readCheckpoint(runner, projector.name);
    log.info({ projector: projector.name, position: checkpoint }, 'the projector runs here');
    for await (const page of store.subscribe({ after: checkpoint, signal, pageSize: batchSize })) {
      const from = checkpoint;
      checkpoint = await held.during(() => project(options, runner, from, page));
      onProgress();
    }
  } finally {
    await lease?.end();
    await unlockProjector(runner, projector.name);
    await runner.release();
  }
};

const project = async (
  options: RunProjectorOptions,
  runner: QueryRunner,
  from: Position,
  page: readonly RecordedEvent[],
): Promise<Position> => {
  const pauses = pausesOf(options);
  for (let failures = 0; ; failures += 1) {
    options.signal.throwIfAborted();
    try {
      return await commit(options, runner, from, page);
    } catch (error) {
      if (error instanceof CheckpointMovedError || !(await isAlive(runner))) throw error;
      if (page.length > 1) {
        const middle = Math.ceil(page.length / 2);
        return project(options, runner, await project(options, runner, from, page.slice(0, middle)), page.slice(middle));
      }
      const [event] = page;
      options.log.error(
        {
          projector: options.projector.name,
          eventId: event?.id,
          type: event?.type,
          position: event?.position,
          failures: failures + 1,
          err: error,
        },
        'an event cannot be projected; it is tried again, nothing behind it is projected before',
      );
      await pause(pauses(failures), options.signal);
    }
  }
};

const commit = async (
  { projector, onProjected, log }: RunProjectorOptions,
  runner: QueryRunner,
  from: Position,
  page: readonly RecordedEvent[],
): Promise<Position> => {
  const position = page.at(-1)?.position ?? from;
  const events = page.filter((event) => projector.categories.includes(categoryOf(event.stream)));
  await runner.startTransaction();
  try {
    const moved = await runner.query(
      'update projector_checkpoints set position = $3, log = coalesce($4, log) where projector = $1 and position = $2',
      [projector.name, from, position, from === START && page[0] ? originOf(page[0]) : null],
      true,
    );
    if (moved.affected !== 1) throw new CheckpointMovedError(`${projector.name} is not at ${from} any more: another runner projects it`);
    if (events.length > 0) await projector.apply(events, runner.manager);
    await runner.commitTransaction();
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
  try {
    onProjected?.({ position, events });
  } catch (error) {
    log.error({ projector: projector.name, err: error }, 'who waits for this projector could not be told');
  }
  return position;
};

const readCheckpoint = async (runner: QueryRunner, name: string): Promise<Position> => {
  await runner.query('insert into projector_checkpoints (projector, position) values ($1, $2) on conflict do nothing', [name, START]);
  const [row] = await runner.manager.query<{ position: string }[]>(
    'select position::text from projector_checkpoints where projector = $1',
    [name],
  );
  return row?.position ?? START;
};

const isAlive = async (runner: QueryRunner): Promise<boolean> => {
  try {
    await runner.query('select 1');
    return true;
  } catch {
    return false;
  }
};

const pausesOf =
  ({ firstPauseMs = 250, longestPauseMs = 30_000 }: RunProjectorOptions) =>
  (failures: number): number =>
    Math.min(firstPauseMs * 2 ** Math.min(failures, 20), longestPauseMs);

const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
};
