import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { keepLease, lockProjector, unlockProjector } from './projector-lock.js';
import type { ProjectorLog } from './run-projector.js';

export interface OneCopyOptions {
  /** Under which the copies meet. */
  readonly name: string;
  /** Keeps one connection of its pool for as long as this runs. */
  readonly database: DataSource;
  readonly signal: AbortSignal;
  readonly log: Pick<ProjectorLog, 'info' | 'warn'>;
}

/** After so long a silence of the process that works another copy takes over. */
const LEASE_MS = 20_000;
const PAUSE_MS = 1_000;

/**
 * Lets work that many copies could do be done by one of them at a time, under a lock as the projectors have it. Its signal aborts when this
 * one's does, and when the lock may be another's: a moment later, so what is done twice in it must do no harm.
 */
export const oneCopyAtATime = async (options: OneCopyOptions, work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
  const { name, database, signal, log } = options;
  while (!signal.aborted) {
    const runner = database.createQueryRunner();
    try {
      await runner.connect();
      if (await lockProjector(runner, name, LEASE_MS, signal)) {
        log.info({ work: name }, 'the work is done here');
        await whileHeld(runner, signal, work);
      }
    } catch (error) {
      if (!signal.aborted) log.warn({ work: name, err: error }, 'the work stopped, it starts again where there is a copy of the service');
    } finally {
      await unlockProjector(runner, name);
      await runner.release();
    }
    await sleep(PAUSE_MS, undefined, { signal }).catch(() => undefined);
  }
};

const whileHeld = async (runner: QueryRunner, signal: AbortSignal, work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
  const lost = new AbortController();
  const lease = keepLease(runner, LEASE_MS, (error) => lost.abort(error));
  try {
    await work(AbortSignal.any([signal, lost.signal]));
    lost.signal.throwIfAborted();
  } finally {
    await lease.end();
  }
};
