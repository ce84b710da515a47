import { Refusal } from '@madoguchi/event-sourcing';
import { fitsCharacters } from '../characters.js';
import { addDays, isLocalDate } from '../time/local-date.js';
import { isTimeZone } from '../time/zoned-time.js';
import type { Hours, OpenPeriod, Weekday } from './events.js';
import { minutesOf, periodsOn } from './open-times.js';

const FROM = /^([01]\d|2[0-3]):[0-5]\d$/;
const TO = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const MOST_PERIODS = 10;
const MOST_DAYS = 1_000;
const DAY_MINUTES = 24 * 60;

/** Minutes from the day's midnight; an end on the next day is beyond 1,440. */
const span = ({ from, to }: OpenPeriod): readonly [number, number] => {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return [start, end <= start ? end + DAY_MINUTES : end];
};

const checkedPeriods = (periods: readonly OpenPeriod[], where: string): readonly OpenPeriod[] => {
  if (!Array.isArray(periods) || periods.length > MOST_PERIODS)
    throw new Refusal('bad-period', `A day has at most ${MOST_PERIODS} periods.`, { where });
  for (const { from, to } of periods as readonly OpenPeriod[]) {
    if (!FROM.test(from) || !TO.test(to) || from === to) {
      throw new Refusal(
        'bad-period',
        'A period goes from one time to another one, written as 09:00 and 18:00; midnight at its end is 24:00.',
        { where },
      );
    }
  }
  return (periods as readonly OpenPeriod[])
    .map(({ from, to }) => ({ from, to }))
    .toSorted((one, other) => minutesOf(one.from) - minutesOf(other.from));
};

/** Neither on the day itself, nor with what goes on from the night before. */
const refuseOverlap = (before: readonly OpenPeriod[], day: readonly OpenPeriod[], where: string): void => {
  const spans = [...before.map(span).map(([start, end]) => [start - DAY_MINUTES, end - DAY_MINUTES] as const), ...day.map(span)].toSorted(
    ([one], [other]) => one - other,
  );
  for (const [index, [start]] of spans.entries()) {
    if (index > 0 && start < spans[index - 1]![1])
      throw new Refusal('periods-overlap', 'Two periods are open at the same time.', { where });
  }
};

const checkedDayName = (name: string): string => {
  const trimmed = typeof name === 'string' ? name.trim() : '';
  if (!fitsCharacters(trimmed, 100)) throw new Refusal('bad-day-name', 'The name of a day has 1 to 100 characters.');
  return trimmed;
};

/** Of every year: also of those that have no 29 February. */
const isYearly = (on: string): boolean => /^\d{2}-\d{2}$/.test(on) && isLocalDate(`2028-${on}`);

/** @throws Refusal `bad-time-zone`, `bad-period`, `periods-overlap`, `bad-date`, `bad-day-name`; gives the rest in order */
export const checkedHours = ({ timeZone, week, holidays, exceptions }: Hours): Hours => {
  if (!isTimeZone(timeZone)) throw new Refusal('bad-time-zone', 'A time zone is named as in the IANA database, such as Asia/Tokyo.');
  const days = WEEKDAYS.map((weekday) => [weekday, checkedPeriods(week[weekday] ?? [], `weekday ${weekday}`)] as const);
  if (Object.keys(week).some((day) => !WEEKDAYS.includes(Number(day) as Weekday)))
    throw new Refusal('bad-period', 'Days of the week are 1, Monday, to 7, Sunday.');
  if (holidays.length + exceptions.length > MOST_DAYS)
    throw new Refusal('bad-date', `A calendar has at most ${MOST_DAYS} holidays and exceptions.`);
  const checked: Hours = {
    timeZone,
    week: Object.fromEntries(days.filter(([, periods]) => periods.length > 0)),
    holidays: holidays.map(({ name, on }) => {
      if (!isLocalDate(on) && !isYearly(on))
        throw new Refusal('bad-date', 'A holiday is on a day such as 2026-11-23, or 01-01 of every year.');
      return { name: checkedDayName(name), on };
    }),
    exceptions: exceptions.map(({ on, name, periods }) => {
      if (!isLocalDate(on)) throw new Refusal('bad-date', 'An exception is on a day such as 2026-11-23.');
      return { on, name: name === undefined ? undefined : checkedDayName(name), periods: checkedPeriods(periods, on) };
    }),
  };
  refuseDouble(checked);
  for (const weekday of WEEKDAYS) {
    refuseOverlap(checked.week[(weekday === 1 ? 7 : weekday - 1) as Weekday] ?? [], checked.week[weekday] ?? [], `weekday ${weekday}`);
  }
  for (const { on } of checked.exceptions) {
    refuseOverlap(periodsOn(checked, addDays(on, -1)), periodsOn(checked, on), on);
    refuseOverlap(periodsOn(checked, on), periodsOn(checked, addDays(on, 1)), on);
  }
  return checked;
};

const refuseDouble = ({ holidays, exceptions }: Hours): void => {
  for (const days of [holidays, exceptions]) {
    const twice = days.find(({ on }, index) => days.findIndex((other) => other.on === on) !== index);
    if (twice) throw new Refusal('bad-date', 'A day stands twice in the calendar.', { on: twice.on });
  }
};
