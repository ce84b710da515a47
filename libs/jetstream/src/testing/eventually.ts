import type { Log } from '../log.js';

export const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Repeats until it no longer throws; after two minutes its last error is the test's. */
export const eventually = async <T>(check: () => T | Promise<T>): Promise<T> => {
  for (const deadline = Date.now() + 120_000; ;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
};
