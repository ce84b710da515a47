import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CHANNEL } from './schema.js';

/** A reader looks by itself this often: a notification is a wake-up, not a promise. */
const LOOK_ANYWAY_MS = 1_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** Tells readers at the end of the log that something was appended. */
export interface Bell {
  /** How often it has rung. Ask before you look at the log, and give the answer to {@link wait}. */
  rings(): number;
  /** Until it rings again, or it is time to look anyway, or the signal aborts. */
  wait(heard: number, signal: AbortSignal): Promise<void>;
}

/** Listens from the first question on, until `closing` aborts; a broken connection is made again. */
export const createBell = (settings: pg.ClientConfig, closing: AbortSignal): Bell => {
  const wakers = new Set<() => void>();
  let rings = 0;
  let listening = false;

  const ring = (): void => {
    rings += 1;
    for (const wake of wakers) wake();
  };

  const listen = async (): Promise<void> => {
    for (let pause = FIRST_PAUSE_MS; !closing.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const client = new pg.Client(settings);
      const gone = new Promise<void>((resolve) => client.once('error', resolve).once('end', resolve));
      client.on('error', () => undefined);
      const hangUp = () => void client.end().catch(() => undefined);
      closing.addEventListener('abort', hangUp);
      try {
        await client.connect();
        client.on('notification', ring);
        await client.query(`listen ${CHANNEL}`);
        ring();
        pause = FIRST_PAUSE_MS;
        await gone;
      } catch {
        // Readers look anyway while it cannot be reached.
      }
      closing.removeEventListener('abort', hangUp);
      hangUp();
      await sleep(pause, undefined, { signal: closing }).catch(() => undefined);
    }
  };

  return {
    rings: () => {
      if (!listening) void listen();
      listening = true;
      return rings;
    },

    wait: (heard, signal) =>
      new Promise((resolve) => {
        if (rings !== heard || signal.aborted) return resolve();
        const wake = () => {
          clearTimeout(timer);
          wakers.delete(wake);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const timer = setTimeout(wake, LOOK_ANYWAY_MS);
        wakers.add(wake);
        signal.addEventListener('abort', wake);
      }),
  };
};
