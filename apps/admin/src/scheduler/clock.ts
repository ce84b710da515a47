import { setTimeout as sleep } from 'node:timers/promises';

/** Time, and waiting for it: the machine's, or one that a test puts forward. */
export interface Clock {
  now(): Date;
  /** Until this moment, or until the signal aborts; undefined: only the signal ends it. Never rejects. */
  until(moment: Date | undefined, signal: AbortSignal): Promise<void>;
}

export const CLOCK = Symbol('CLOCK');

/** A machine may have slept, and its clock may have been put right: no timer runs for longer. Long ones would also overflow. */
const LONGEST_TIMER_MS = 60_000;

export const systemClock: Clock = {
  now: () => new Date(),
  async until(moment, signal) {
    while (!signal.aborted) {
      const left = moment === undefined ? LONGEST_TIMER_MS : moment.getTime() - Date.now();
      if (left <= 0) return;
      await sleep(Math.min(left, LONGEST_TIMER_MS), undefined, { signal }).catch(() => undefined);
    }
  },
};
