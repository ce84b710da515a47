import fc from 'fast-check';
import { addDays, type LocalDate } from '../time/local-date.js';
import { dateAt, momentOf } from '../time/zoned-time.js';
import { weekdayOf } from '../time/local-date.js';
import type { Hours, OpenPeriod, Weekday } from './events.js';
import { minutesOf, nextChange, periodsOn } from './open-times.js';

const period = (from: string, to: string): OpenPeriod => ({ from, to });

/** Day by day and date by date, through the lists as they are. */
const plainPeriodsOn = ({ week, holidays, exceptions }: Hours, date: LocalDate): readonly OpenPeriod[] => {
  const exception = exceptions.find(({ on }) => on === date);
  if (exception) return exception.periods;
  if (holidays.some(({ on }) => on === date || on === date.slice(5))) return [];
  return week[weekdayOf(date) as Weekday] ?? [];
};
const boundariesOn = (hours: Hours, date: LocalDate) =>
  plainPeriodsOn(hours, date).map(({ from, to }) => {
    const lastDay = minutesOf(to) <= minutesOf(from) ? addDays(date, 1) : date;
    return [momentOf(date, minutesOf(from) * 60_000, hours.timeZone), momentOf(lastDay, minutesOf(to) * 60_000, hours.timeZone)] as const;
  });
const plainIsOpen = (hours: Hours, at: Date): boolean => {
  const today = dateAt(at, hours.timeZone);
  return [addDays(today, -1), today].some((date) => boundariesOn(hours, date).some(([start, end]) => start <= at && at < end));
};
const plainNextChange = (hours: Hours, at: Date) => {
  const open = plainIsOpen(hours, at);
  const today = dateAt(at, hours.timeZone);
  for (let day = -1; day <= 1_000; day += 1) {
    const later = boundariesOn(hours, addDays(today, day)).flat();
    const change = later
      .filter((boundary) => boundary > at)
      .sort((one, other) => one.getTime() - other.getTime())
      .find((boundary) => plainIsOpen(hours, boundary) !== open);
    if (change) return { at: change, opens: !open };
  }
  return undefined;
};

const START: LocalDate = '2026-03-01';
const date = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 395, max: 900 })).map((days) => addDays(START, days));
const periods = fc.constantFrom<readonly OpenPeriod[]>(
  [],
  [period('09:00', '18:00')],
  [period('00:00', '24:00')],
  [period('08:00', '12:00'), period('13:00', '17:00')],
  [period('20:00', '06:00')],
);
const week = fc.oneof(
  fc.constant({}),
  periods.map((of) => Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, of]))),
  fc.array(periods, { minLength: 7, maxLength: 7 }).map((days) => Object.fromEntries(days.map((of, day) => [day + 1, of]))),
);
const calendar: fc.Arbitrary<Hours> = fc.record({
  timeZone: fc.constantFrom('Asia/Tokyo', 'Europe/Berlin'),
  week,
  holidays: fc.array(
    date.map((on) => ({ name: 'x', on })),
    { maxLength: 8 },
  ),
  exceptions: fc.array(
    fc.record({ on: date, periods }).map((exception) => ({ ...exception, name: 'x' })),
    { maxLength: 8 },
  ),
});

it('whatever stands in the calendar, what is found by date is what is found by going over everything', () => {
  fc.assert(
    fc.property(calendar, fc.integer({ min: 0, max: 10 * 24 * 60 }), date, (hours, minute, day) => {
      expect(periodsOn(hours, day)).toEqual(plainPeriodsOn(hours, day));
      const at = new Date(Date.parse(`${START}T00:00:00Z`) + minute * 60_000);
      expect(nextChange(hours, at)).toEqual(plainNextChange(hours, at));
    }),
    { numRuns: 60 },
  );
});

it.each(['holidays', 'exceptions'] as const)('goes through the %s once, however often it is asked', (which) => {
  let read = 0;
  const days = Array.from({ length: 1_000 }, (_, n) => ({
    name: 'x',
    periods: [],
    get on() {
      read += 1;
      return addDays('2028-06-01', n * 2);
    },
  }));
  const hours: Hours = { timeZone: 'Europe/Berlin', week: {}, holidays: [], exceptions: [], [which]: days };
  for (let n = 0; n < 100; n += 1) expect(nextChange(hours, new Date('2026-11-25T10:00:00Z'))).toBeUndefined();
  expect(read).toBeLessThan(10_000);
});
