import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from './running.js';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
/** Who has lived that long is started again after the shortest pause. */
const SETTLED_MS = 30_000;

export interface KeepAliveOptions {
  readonly name: string;
  /** Starts it and waits until it is ready. A rejection leaves no process behind. */
  start(): Promise<Running>;
  /** Once it aborts, nothing is started again. */
  readonly signal: AbortSignal;
  /** Something a person should know: it died, it cannot be started. */
  say(line: string): void;
  /** It is ready, for the first time or again. */
  onReady?(running: Running): void;
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly now?: () => number;
}

export interface KeptAlive {
  readonly name: string;
  /** The last process that was ready. */
  pid(): number;
  /** Resolves when the process is gone. The signal has to be aborted before. */
  stop(): Promise<void>;
}

const untilAborted = async (milliseconds: number, signal: AbortSignal) => {
  await sleep(milliseconds, undefined, { signal }).catch(() => {});
};

/**
 * Starts something and starts it again whenever it ends without being asked to, with growing pauses.
 *
 * @throws what the first start threw
 */
export const keepAlive = async (options: KeepAliveOptions): Promise<KeptAlive> => {
  const { name, start, signal, say, onReady, pause = untilAborted, now = Date.now } = options;
  let running = await start();
  onReady?.(running);

  const startAgain = async (firstPause: number): Promise<Running | undefined> => {
    for (let wait = firstPause; ; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      await pause(wait, signal);
      if (signal.aborted) return undefined;
      try {
        return await start();
      } catch (error) {
        if (signal.aborted) return undefined;
        say(`${name} does not start: ${(error as Error).message}`);
      }
    }
  };

  const watch = async () => {
    let wait = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const since = now();
      const how = await running.ended;
      if (signal.aborted) return;
      say(`${name} ended (${how}); starting it again`);
      wait = now() - since < SETTLED_MS ? Math.min(wait * 2, LONGEST_PAUSE_MS) : FIRST_PAUSE_MS;
      const next = await startAgain(wait);
      if (!next) return;
      running = next;
      say(`${name} is back`);
      onReady?.(running);
    }
  };
  const watching = watch();

  return {
    name,
    pid: () => running.pid,
    stop: async () => {
      await running.stop();
      await watching;
      // A start that was under way may have succeeded in the last moment.
      await running.stop();
    },
  };
};
