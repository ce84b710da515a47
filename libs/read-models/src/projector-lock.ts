import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';

/** How long a copy that stands by may take to notice that the other one is gone. */
const TRY_EVERY_MS = 500;

const KEY = `hashtextextended('madoguchi projector ' || $1, 0)`;

/**
 * Takes the projector's session lock on this connection, waiting while another session has it. The session also stops
 * waiting for the disk at each commit: what a power cut takes from a read model, the checkpoint loses with it.
 *
 * @returns false when the signal aborted first
 */
export const lockProjector = async (runner: QueryRunner, name: string, signal: AbortSignal): Promise<boolean> => {
  while (!signal.aborted) {
    const [row] = await runner.manager.query<{ locked: boolean }[]>(`select pg_try_advisory_lock(${KEY}) as locked`, [name]);
    if (row?.locked) {
      await runner.query('set synchronous_commit to off');
      return true;
    }
    await sleep(TRY_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  return false;
};

/** The connection goes back to the pool as it came; one that is broken has lost its locks already. */
export const unlockProjector = async (runner: QueryRunner, name: string): Promise<void> => {
  try {
    await runner.query('reset synchronous_commit');
    await runner.query(`select pg_advisory_unlock(${KEY})`, [name]);
  } catch {
    return;
  }
};
