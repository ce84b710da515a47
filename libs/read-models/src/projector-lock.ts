import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';

/** How long a copy that stands by may take to notice that the other one is gone. */
const TRY_EVERY_MS = 500;

const KEY = `hashtextextended('madoguchi projector ' || $1, 0)`;

/** Settings of the session that holds a lock. */
const SETTINGS = ['synchronous_commit', 'idle_session_timeout', 'idle_in_transaction_session_timeout'] as const;

/**
 * Takes the projector's session lock on this connection, waiting while another session has it. It is a lease: the server ends the session,
 * and with it the lock and what it had not committed, when nothing was heard from it for `leaseMs`, because a process that is frozen keeps
 * its connection. The session also stops waiting for the disk at each commit: what a power cut takes from a read model, the checkpoint
 * loses with it.
 *
 * @returns false when the signal aborted first
 */
export const lockProjector = async (runner: QueryRunner, name: string, leaseMs: number, signal: AbortSignal): Promise<boolean> => {
  while (!signal.aborted) {
    const [row] = await runner.manager.query<{ locked: boolean }[]>(`select pg_try_advisory_lock(${KEY}) as locked`, [name]);
    if (row?.locked) {
      const values: Readonly<Record<(typeof SETTINGS)[number], string>> = {
        synchronous_commit: 'off',
        idle_session_timeout: `${leaseMs}ms`,
        idle_in_transaction_session_timeout: `${leaseMs}ms`,
      };
      for (const setting of SETTINGS) await runner.query('select set_config($1, $2, false)', [setting, values[setting]]);
      return true;
    }
    await sleep(TRY_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  return false;
};

/** The connection goes back to the pool as it came; one that is broken has lost its locks already. */
export const unlockProjector = async (runner: QueryRunner, name: string): Promise<void> => {
  try {
    for (const setting of SETTINGS) await runner.query(`reset ${setting}`);
    await runner.query(`select pg_advisory_unlock(${KEY})`, [name]);
  } catch {
    return;
  }
};

/** Signs of life while there is nothing to project. */
export interface Lease {
  /** Does something on the same connection; no sign comes between. */
  during<T>(work: () => Promise<T>): Promise<T>;
  end(): Promise<void>;
}

const SIGNS_IN_A_LEASE = 4;

/** @param onLost told when a sign did not get through; absent: a session that is gone shows itself in the next batch */
export const keepLease = (runner: QueryRunner, leaseMs: number, onLost: (error: unknown) => void = () => undefined): Lease => {
  let working = false;
  let sign: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    if (!working) sign = runner.query('select 1').catch(onLost);
  }, leaseMs / SIGNS_IN_A_LEASE);
  return {
    during: async (work) => {
      working = true;
      await sign;
      try {
        return await work();
      } finally {
        working = false;
      }
    },
    end: async () => {
      clearInterval(timer);
      await sign;
    },
  };
};
