import { addDays, type LocalDate, weekdayOf } from '../time/local-date.js';
import { dateAt, momentOf } from '../time/zoned-time.js';
import type { Hours, OpenPeriod, Weekday } from './events.js';

const MINUTE_MS = 60_000;

/** A day on which nothing changes is followed by one on which something does within this time, or never (but for single days). */
const HORIZON_DAYS = 400;

/** Minutes of the day. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** What stands in the calendar by date, found once for all moments that are asked about. */
interface Calendar {
  readonly exceptions: ReadonlyMap<LocalDate, readonly OpenPeriod[]>;
  readonly holidays: ReadonlySet<string>;
  /** Neither in the week nor by exception. */
  readonly neverOpens: boolean;
  /** The days that stand there by their date, in order, each with those around it on which anything may begin or end. */
  readonly dated: readonly { readonly on: LocalDate; readonly days: readonly LocalDate[] }[];
}

const calendars = new WeakMap<Hours, Calendar>();

const calendarOf = (hours: Hours): Calendar => {
  const known = calendars.get(hours);
  if (known) return known;
  const exceptions = new Map(hours.exceptions.toReversed().map(({ on, periods }) => [on, periods]));
  const holidays = new Set(hours.holidays.map(({ on }) => on));
  const everyDay = { exceptions, holidays };
  const dates = [...exceptions.keys(), ...holidays].filter((on) => on.length > 5);
  const dated = [...new Set(dates)].sort().map((on) => ({
    on,
    days: [-1, 0, 1].map((day) => addDays(on, day)).filter((date) => periodsIn(everyDay, hours.week, date).length > 0),
  }));
  const calendar = {
    ...everyDay,
    neverOpens: ![...Object.values(hours.week), ...exceptions.values()].some((periods) => periods.length > 0),
    dated: dated.filter(({ days }) => days.length > 0),
  };
  calendars.set(hours, calendar);
  return calendar;
};

/** An exception is there instead of everything else; a holiday is closed. */
const periodsIn = (
  { exceptions, holidays }: Pick<Calendar, 'exceptions' | 'holidays'>,
  week: Hours['week'],
  date: LocalDate,
): readonly OpenPeriod[] => {
  const exception = exceptions.get(date);
  if (exception) return exception;
  if (holidays.has(date) || holidays.has(date.slice(5))) return [];
  return week[weekdayOf(date) as Weekday] ?? [];
};

export const periodsOn = (hours: Hours, date: LocalDate): readonly OpenPeriod[] => periodsIn(calendarOf(hours), hours.week, date);

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
  if (calendarOf(hours).neverOpens) return undefined;
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
function* daysToLookAt(hours: Hours, at: Date): Generator<LocalDate> {
  const today = dateAt(at, hours.timeZone);
  for (let day = -1; day <= HORIZON_DAYS; day += 1) yield addDays(today, day);
  const end = addDays(today, HORIZON_DAYS);
  for (const { on, days } of calendarOf(hours).dated) if (on > end) yield* days;
}
