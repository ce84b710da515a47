import { useSyncExternalStore } from 'react';

/** One clock for the whole page: a hundred rows with "4 min" cost one timer. */
const createClock = (intervalMs: number) => {
  const listeners = new Set<() => void>();
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const tick = () => {
    now = Date.now();
    listeners.forEach((listener) => listener());
  };
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      if (listeners.size === 1) {
        now = Date.now();
        timer = setInterval(tick, intervalMs);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearInterval(timer);
      };
    },
    read: () => now,
  };
};

const everySecond = createClock(1_000);
const everyQuarter = createClock(15_000);

/** Milliseconds since 1970, renewed each 15 s, or each second where somebody counts them. */
export const useNow = (pace: 'second' | 'quarter minute' = 'quarter minute'): number => {
  const clock = pace === 'second' ? everySecond : everyQuarter;
  return useSyncExternalStore(clock.subscribe, clock.read);
};
