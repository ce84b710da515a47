import type { Hours } from './events.js';
import { isOpen, nextChange } from './open-times.js';

/** Further than a year of days that open and close a few times: what lies behind it is as good as never. */
const MOST_CHANGES = 5_000;

/** For how long it is open between two moments, in milliseconds. */
export const openTimeBetween = (hours: Hours, from: Date, to: Date): number => {
  let total = 0;
  for (const { start, end, open } of stretches(hours, from, () => to)) {
    if (start >= to) break;
    if (open) total += Math.min(end, to.getTime()) - start.getTime();
  }
  return total;
};

/** When it will have been open for so many milliseconds; undefined: it never will. */
export const afterOpenTime = (hours: Hours, from: Date, milliseconds: number): Date | undefined => {
  let left = milliseconds;
  const enough = (start: Date, open: boolean) => (open ? new Date(start.getTime() + left) : undefined);
  for (const { start, end, open } of stretches(hours, from, enough)) {
    if (!open) continue;
    if (end - start.getTime() >= left) return new Date(start.getTime() + left);
    left -= end - start.getTime();
  }
  return undefined;
};

interface Stretch {
  readonly start: Date;
  /** Infinity: nothing changes any more, or not as far as was asked. */
  readonly end: number;
  readonly open: boolean;
}

/** @param enough how far it has to be looked, from the start of a stretch */
function* stretches(hours: Hours, from: Date, enough: (start: Date, open: boolean) => Date | undefined): Generator<Stretch> {
  let start = from;
  let open = isOpen(hours, from);
  for (let changes = 0; changes < MOST_CHANGES; changes += 1) {
    const change = nextChange(hours, start, enough(start, open));
    yield { start, end: change?.at.getTime() ?? Infinity, open };
    if (!change) return;
    [start, open] = [change.at, change.opens];
  }
}
