import fc from 'fast-check';
import { addDays, dateOf, weekdayOf } from '../time/local-date.js';
import { dateAt, timeOfDayAt } from '../time/zoned-time.js';
import type { Hours, OpenPeriod } from './events.js';
import { isOpen, nextChange, periodsOn } from './open-times.js';

const weekdays = (...periods: readonly OpenPeriod[]) => ({ 1: periods, 2: periods, 3: periods, 4: periods, 5: periods });
const everyDay = (...periods: readonly OpenPeriod[]) => ({ ...weekdays(...periods), 6: periods, 7: periods });
const period = (from: string, to: string): OpenPeriod => ({ from, to });
const hours = (timeZone: string, week: Hours['week'], more: Partial<Hours> = {}): Hours => ({
  timeZone,
  week,
  holidays: [],
  exceptions: [],
  ...more,
});
const change = (of: Hours, at: string) => {
  const next = nextChange(of, new Date(at));
  return next && `${next.opens ? 'opens' : 'closes'} ${next.at.toISOString().replace(':00.000Z', 'Z')}`;
};
const tokyo = hours('Asia/Tokyo', weekdays(period('09:00', '12:00'), period('13:00', '18:00')));

describe('business hours', () => {
  it('are open from the first minute, and closed from the last', () => {
    const open = (at: string) => isOpen(tokyo, new Date(at));
    expect([open('2026-11-23T08:59:59.999+09:00'), open('2026-11-23T09:00+09:00'), open('2026-11-23T11:59:59.999+09:00')]).toEqual([
      false,
      true,
      true,
    ]);
    expect([open('2026-11-23T12:00+09:00'), open('2026-11-23T13:00+09:00'), open('2026-11-23T18:00+09:00')]).toEqual([false, true, false]);
    expect(open('2026-11-22T10:00+09:00')).toBe(false);
  });

  it('tell what comes next, over the weekend', () => {
    expect(change(tokyo, '2026-11-23T08:00+09:00')).toBe('opens 2026-11-23T00:00Z');
    expect(change(tokyo, '2026-11-23T09:00+09:00')).toBe('closes 2026-11-23T03:00Z');
    expect(change(tokyo, '2026-11-27T18:00+09:00')).toBe('opens 2026-11-30T00:00Z');
  });

  it('may go on after midnight, and belong to the day on which they begin', () => {
    const bar = hours('Asia/Tokyo', { 5: [period('18:00', '02:00')] });
    expect(isOpen(bar, new Date('2026-11-28T01:59+09:00'))).toBe(true);
    expect(isOpen(bar, new Date('2026-11-28T02:00+09:00'))).toBe(false);
    expect(isOpen(bar, new Date('2026-11-27T01:00+09:00'))).toBe(false);
    expect(change(bar, '2026-11-27T23:59+09:00')).toBe('closes 2026-11-27T17:00Z');
  });

  it('that meet are one', () => {
    const always = hours('Asia/Tokyo', everyDay(period('00:00', '24:00')));
    expect(change(always, '2026-11-23T12:00+09:00')).toBeUndefined();
    const closedOnSunday = hours('Asia/Tokyo', {
      ...weekdays(period('00:00', '12:00'), period('12:00', '24:00')),
      6: [period('00:00', '24:00')],
    });
    expect(change(closedOnSunday, '2026-11-23T00:00+09:00')).toBe('closes 2026-11-28T15:00Z');
  });

  it('that are never, never change', () => {
    expect(change(hours('Asia/Tokyo', {}), '2026-11-23T12:00+09:00')).toBeUndefined();
  });

  it('are closed on a holiday, of one year or of all, and others on the day of an exception', () => {
    const calendar = hours('Asia/Tokyo', tokyo.week, {
      holidays: [
        { name: '勤労感謝の日', on: '2026-11-23' },
        { name: '元日', on: '01-01' },
      ],
      exceptions: [
        { on: '2026-12-31', name: 'short day', periods: [period('09:00', '12:00')] },
        { on: '2027-01-01', periods: [period('10:00', '11:00')] },
        { on: '2026-11-29', periods: [period('10:00', '16:00')] },
      ],
    });
    expect(change(calendar, '2026-11-22T12:00+09:00')).toBe('opens 2026-11-24T00:00Z');
    expect(change(calendar, '2026-12-31T10:00+09:00')).toBe('closes 2026-12-31T03:00Z');
    expect(change(calendar, '2026-12-31T12:00+09:00')).toBe('opens 2027-01-01T01:00Z');
    expect(isOpen(calendar, new Date('2028-01-01T10:30+09:00'))).toBe(false);
    expect(change(calendar, '2026-11-28T12:00+09:00')).toBe('opens 2026-11-29T01:00Z');
  });

  it('know of a single day in many years', () => {
    const fair = { exceptions: [{ on: '2031-05-05', periods: [period('10:00', '16:00')] }] };
    expect(change(hours('Asia/Tokyo', {}, fair), '2026-11-23T12:00+09:00')).toBe('opens 2031-05-05T01:00Z');
    expect(change(hours('Asia/Tokyo', {}, fair), '2031-05-05T12:00+09:00')).toBe('closes 2031-05-05T07:00Z');
    const stocktaking = { exceptions: [{ on: '2031-05-05', periods: [] }] };
    expect(change(hours('Asia/Tokyo', everyDay(period('00:00', '24:00')), stocktaking), '2026-11-23T12:00+09:00')).toBe(
      'closes 2031-05-04T15:00Z',
    );
    expect(change(hours('Asia/Tokyo', everyDay(period('00:00', '24:00')), stocktaking), '2031-05-05T12:00+09:00')).toBe(
      'opens 2031-05-05T15:00Z',
    );
  });
});

describe('on the day on which the clock is put forward', () => {
  const berlin = (from: string, to: string) => hours('Europe/Berlin', everyDay(period(from, to)));

  it('a period that begins in the hour left out begins with the switch, and one that ends in it ends with it', () => {
    expect(change(berlin('02:30', '05:00'), '2026-03-29T00:00Z')).toBe('opens 2026-03-29T01:00Z');
    expect(change(berlin('01:00', '02:30'), '2026-03-29T00:30Z')).toBe('closes 2026-03-29T01:00Z');
    expect(change(berlin('02:15', '02:45'), '2026-03-28T12:00Z')).toBe('opens 2026-03-30T00:15Z');
  });

  it('nine o’clock is an hour earlier than the day before', () => {
    expect(change(berlin('09:00', '17:00'), '2026-03-28T20:00Z')).toBe('opens 2026-03-29T07:00Z');
    expect(change(berlin('09:00', '17:00'), '2026-03-27T20:00Z')).toBe('opens 2026-03-28T08:00Z');
  });
});

describe('on the day on which the clock is put back', () => {
  it('a period that begins or ends in the hour that comes twice does so the first time, once', () => {
    const night = hours('Europe/Berlin', everyDay(period('22:00', '02:30')));
    expect(change(night, '2026-10-24T21:00Z')).toBe('closes 2026-10-25T00:30Z');
    expect(change(night, '2026-10-25T00:30Z')).toBe('opens 2026-10-25T21:00Z');
    expect(change(hours('Europe/Berlin', everyDay(period('02:30', '05:00'))), '2026-10-25T00:00Z')).toBe('opens 2026-10-25T00:30Z');
  });
});

/** What a clock on the wall would show, minute by minute, over both days on which it is changed: independent of how the moments are computed. */
describe.each([
  ['Europe/Berlin', '2026-03-29', '2026-10-25'],
  ['America/New_York', '2026-03-08', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-10-04', '2026-04-05'],
  ['America/Santiago', '2026-09-06', '2026-04-05'],
  ['Africa/Cairo', '2026-04-24', '2026-10-30'],
])('in %s', (timeZone, forward, back) => {
  const shown = (at: Date) => ({ date: dateAt(at, timeZone), minute: timeOfDayAt(at, timeZone) / 60_000 });
  const minutesAround = (date: string) => {
    const begin = Date.parse(`${addDays(date, -1)}T06:00:00Z`);
    return Array.from({ length: 60 * 60 }, (_, minute) => new Date(begin + minute * 60_000));
  };

  it.each([
    ['forward', forward],
    ['back', back],
  ])('on the day on which the clock is put %s, they are open when the clock says so, and change when they say so', (_way, date) => {
    const calendar = hours(
      timeZone,
      everyDay(period('00:00', '00:45'), period('04:00', '12:00'), period('13:30', '18:00'), period('23:00', '24:00')),
    );
    const minutes = minutesAround(date);
    const onTheWall = new Set<string>();
    let last: boolean | undefined;
    let seen = 0;
    for (const [index, at] of minutes.entries()) {
      const { date: day, minute } = shown(at);
      const byTheClock = periodsOn(calendar, day).some(({ from, to }) => minute >= minuteOf(from) && minute < minuteOf(to));
      const open = isOpen(calendar, at);
      const forTheSecondTime = onTheWall.has(`${day} ${minute}`);
      if (!forTheSecondTime && open !== byTheClock) throw new Error(`${at.toISOString()} is ${open}, and the clock says ${byTheClock}`);
      onTheWall.add(`${day} ${minute}`);
      if (last !== undefined && open !== last) {
        seen += 1;
        expect(nextChange(calendar, minutes[index - 1]!)).toEqual({ at, opens: open });
      }
      last = open;
    }
    expect(seen).toBeGreaterThan(8);
  });
});

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

it('whatever they are, the next change is the first moment at which they differ from now', () => {
  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'America/Santiago',
    'Africa/Cairo',
    'Asia/Tokyo',
  );
  const quarter = fc
    .integer({ min: 0, max: 95 })
    .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
  const day = fc.uniqueArray(quarter, { minLength: 2, maxLength: 2 }).map((times) => times.toSorted() as [string, string]);
  const minute = fc.integer({ min: 0, max: 365 * 24 * 60 });
  fc.assert(
    fc.property(zones, fc.option(day), fc.option(day), minute, (timeZone, one, other, start) => {
      const week = Object.fromEntries(
        [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
          const times = weekday % 2 ? one : other;
          return times ? [[weekday, [period(...times)]]] : [];
        }),
      );
      const calendar = hours(timeZone, week, { holidays: [{ name: 'fixed', on: '07-04' }] });
      const at = new Date(Date.UTC(2026, 0, 1) + start * 60_000);
      const next = nextChange(calendar, at);
      const now = isOpen(calendar, at);
      if (!next) return expect([one, other, now]).toEqual([null, null, false]);
      expect(next.opens).toBe(!now);
      expect(isOpen(calendar, next.at)).toBe(!now);
      for (let time = at.getTime(); time < next.at.getTime(); time += 60 * 60_000)
        if (isOpen(calendar, new Date(time)) !== now) throw new Error(`${new Date(time).toISOString()} differs`);
      return expect(isOpen(calendar, new Date(next.at.getTime() - 1))).toBe(now);
    }),
    { numRuns: 100 },
  );
});

it('a week has seven days, also here', () => {
  expect([0, 1, 2, 3, 4, 5, 6].map((n) => weekdayOf(dateOf(Date.UTC(2026, 10, 23 + n))))).toEqual([1, 2, 3, 4, 5, 6, 7]);
});
