import { addDays, type LocalDate, weekdayOf } from '../time/local-date.js';
import { dateAt, momentOf } from '../time/zoned-time.js';
import type { Hours, OpenPeriod, Weekday } from './events.js';

const MINUTE_MS = 60_000;

/** A day on which nothing changes is followed by one on which something does within this time, or never (but for single days). */
const HORIZON_DAYS = 400;

/** Minutes of the day. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** An exception is there instead of everything else; a holiday is closed. */
export const periodsOn = ({ week, holidays, exceptions }: Hours, date: LocalDate): readonly OpenPeriod[] => {
  const exception = exceptions.find(({ on }) => on === date);
  if (exception) return exception.periods;
  if (holidays.some(({ on }) => on === date || on === date.slice(5))) return [];
  return week[weekdayOf(date) as Weekday] ?? [];
};

interface Interval {
  readonly start: Date;
  readonly end: Date;
}

/** A time that the clock leaves out is when it is put forward; one that it shows twice is the first. */
const intervalsOf = (hours: Hours, date: LocalDate): readonly Interval[] =>
  periodsOn(hours, date).map(({ from, to }) => {
    const overnight = minutesOf(to) <= minutesOf(from);
    return {
      start: momentOf(date, minutesOf(from) * MINUTE_MS, hours.timeZone),
      end: momentOf(overnight ? addDays(date, 1) : date, minutesOf(to) * MINUTE_MS, hours.timeZone),
    };
  });

/** From its first moment on, until before its last. */
export const isOpen = (hours: Hours, at: Date): boolean => {
  const today = dateAt(at, hours.timeZone);
  return [addDays(today, -1), today].some((date) => intervalsOf(hours, date).some(({ start, end }) => start <= at && at < end));
};

export interface OpeningChange {
  readonly at: Date;
  /** Or it closes. */
  readonly opens: boolean;
}

/**
 * When it opens or closes next; undefined: never again.
 *
 * @param until looks no further than the day of this moment: where nothing changes, that is much quicker
 */
export const nextChange = (hours: Hours, at: Date, until?: Date): OpeningChange | undefined => {
  const open = isOpen(hours, at);
  const lastDay = until && dateAt(until, hours.timeZone);
  for (const date of daysToLookAt(hours, at)) {
    if (lastDay !== undefined && date > lastDay) return undefined;
    const boundaries = intervalsOf(hours, date)
      .flatMap(({ start, end }) => [start, end])
      .filter((boundary) => boundary > at)
      .sort((one, other) => one.getTime() - other.getTime());
    const change = boundaries.find((boundary) => isOpen(hours, boundary) !== open);
    if (change) return { at: change, opens: !open };
  }
  return undefined;
};

/** Yesterday too, whose night may go on; and later on the days around each one that stands in the calendar by its date. */
function* daysToLookAt({ exceptions, holidays, timeZone }: Hours, at: Date): Generator<LocalDate> {
  const today = dateAt(at, timeZone);
  for (let day = -1; day <= HORIZON_DAYS; day += 1) yield addDays(today, day);
  const end = addDays(today, HORIZON_DAYS);
  const dated = [...exceptions, ...holidays].map(({ on }) => on).filter((on) => on.length > 5 && on > end);
  for (const on of [...new Set(dated)].sort()) for (const day of [-1, 0, 1]) yield addDays(on, day);
}
