import type { Clock } from './clock.js';

/**
 * Looks once, then waits until the moment that the look names, or until somebody wakes it. Who wakes it during the look is not missed.
 *
 * @param listen is given what wakes it; returns what ends the listening
 */
export const untilWoken = async (
  clock: Clock,
  signal: AbortSignal,
  listen: (wake: () => void) => () => void,
  look: () => Promise<Date | undefined>,
): Promise<void> => {
  const waking = new AbortController();
  const wake = () => waking.abort();
  signal.addEventListener('abort', wake);
  const deaf = listen(wake);
  try {
    await clock.until(await look(), waking.signal);
  } finally {
    deaf();
    signal.removeEventListener('abort', wake);
  }
};
