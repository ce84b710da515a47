import { addDays, addMonths, dateOf, type LocalDate, utcOf } from './local-date.js';

const DAY_MS = 86_400_000;

/** Further than any zone's clock was ever moved at once (Samoa left out a whole day). */
const AROUND_MS = 1.5 * DAY_MS;

/** Making one costs far more than using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

const clockOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  clocks.set(timeZone, clock);
  return clock;
};

/** Whether it is a zone of the IANA database (`Asia/Tokyo`, `UTC`). A bare offset is none: it knows no summer. */
export const isTimeZone = (text: unknown): text is string => {
  if (typeof text !== 'string' || !/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: text });
    return true;
  } catch {
    return false;
  }
};

const MINUTE_MS = 60_000;
const REMEMBERED_MINUTES = 10_000;

/** Asked again and again about the same few moments (the ends of opening hours, the midnights of a week), which is the slow part of all this. */
const offsets = new Map<string, Map<number, number>>();

/** How far the zone's clock is ahead of UTC at this moment, in milliseconds. Clocks are put forward and back between minutes. */
const offsetAt = (at: number, timeZone: string): number => {
  const minute = Math.floor(at / MINUTE_MS);
  const known = offsets.get(timeZone) ?? new Map<number, number>();
  const remembered = known.get(minute);
  if (remembered !== undefined) return remembered;

  const shown: Record<string, number> = {};
  for (const { type, value } of clockOf(timeZone).formatToParts(minute * MINUTE_MS)) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute: shownMinute = 0, second = 0 } = shown;
  const offset = Date.UTC(year, month - 1, day, hour, shownMinute, second) - minute * MINUTE_MS;
  if (known.size >= REMEMBERED_MINUTES) known.clear();
  offsets.set(timeZone, known.set(minute, offset));
  return offset;
};

/** What a clock on the wall shows, in milliseconds as if it hung in UTC. */
const wallClock = (at: number, timeZone: string): number => at + offsetAt(at, timeZone);

export const dateAt = (at: Date, timeZone: string): LocalDate => dateOf(wallClock(at.getTime(), timeZone));

/** Milliseconds of the day that the clock on the wall shows. */
export const timeOfDayAt = (at: Date, timeZone: string): number => ((wallClock(at.getTime(), timeZone) % DAY_MS) + DAY_MS) % DAY_MS;

/**
 * The first moment at which the zone's clock shows this time of this day, or has passed it: where the clock is put forward over it, the
 * moment of the switch; where it is put back and shows it twice, the first time.
 *
 * @param timeOfDay milliseconds; a whole day's length is midnight of the next day
 */
export const momentOf = (date: LocalDate, timeOfDay: number, timeZone: string): Date => {
  const shown = utcOf(date) + timeOfDay;
  const moments = [shown - AROUND_MS, shown + AROUND_MS].map((at) => shown - offsetAt(at, timeZone)).sort((a, b) => a - b);
  const exact = moments.find((at) => wallClock(at, timeZone) === shown);
  if (exact !== undefined) return new Date(exact);

  let [before, after] = moments as [number, number];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallClock(middle, timeZone) < shown) before = middle;
    else after = middle;
  }
  return new Date(after);
};

export const startOfDay = (date: LocalDate, timeZone: string): Date => momentOf(date, 0, timeZone);

/** So many calendar days later, at the same time of the day: an hour more or less where the clock is changed in between. */
export const daysLater = (at: Date, days: number, timeZone: string): Date =>
  momentOf(addDays(dateAt(at, timeZone), days), timeOfDayAt(at, timeZone), timeZone);

export const monthsLater = (at: Date, months: number, timeZone: string): Date =>
  momentOf(addMonths(dateAt(at, timeZone), months), timeOfDayAt(at, timeZone), timeZone);
