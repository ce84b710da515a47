import fc from 'fast-check';
import { addDays, addMonths, dateOf, daysBetween, isLocalDate, weekdayOf } from './local-date.js';
import { dateAt, daysLater, isTimeZone, momentOf, monthsLater, startOfDay, timeOfDayAt } from './zoned-time.js';

const HOUR = 3_600_000;
const at = (text: string) => new Date(text);
const shown = (moment: Date, zone: string) => moment.toLocaleString('sv-SE', { timeZone: zone });

/** Zone, the day on which its clock goes forward in 2026, and the day on which it goes back. Some switch at midnight, one by half an hour. */
const SWITCHES = [
  ['Europe/Berlin', '2026-03-29', '2026-10-25'],
  ['America/New_York', '2026-03-08', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-10-04', '2026-04-05'],
  ['America/Santiago', '2026-09-06', '2026-04-05'],
  ['Africa/Cairo', '2026-04-24', '2026-10-30'],
  ['Pacific/Auckland', '2026-09-27', '2026-04-05'],
] as const;

describe('days of the calendar', () => {
  it('are counted without hours', () => {
    expect(addDays('2026-02-27', 2)).toBe('2026-03-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(daysBetween('2026-03-24', '2026-03-31')).toBe(7);
    expect([weekdayOf('2026-11-23'), weekdayOf('2026-11-29')]).toEqual([1, 7]);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00', '', 'tomorrow', 20260101])('%j is none', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });
});

describe('zones', () => {
  it('are those of the IANA database', () => {
    for (const zone of ['Asia/Tokyo', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5']) expect(isTimeZone(zone)).toBe(true);
    for (const zone of ['+09:00', 'Tokyo', '', 'Mars/Olympus', undefined, 9]) expect(isTimeZone(zone)).toBe(false);
  });

  it('say which day it is', () => {
    expect(dateAt(at('2026-11-22T15:00:00Z'), 'Asia/Tokyo')).toBe('2026-11-23');
    expect(dateAt(at('2026-11-23T04:59:59.999Z'), 'America/New_York')).toBe('2026-11-22');
    expect(timeOfDayAt(at('2026-11-23T00:00:00.250Z'), 'Asia/Tokyo')).toBe(9 * HOUR + 250);
  });
});

describe('the moment of a time of the day', () => {
  it('is the switch where the clock is put forward over it', () => {
    expect(momentOf('2026-03-29', 2.5 * HOUR, 'Europe/Berlin')).toEqual(at('2026-03-29T01:00:00Z'));
    expect(momentOf('2026-10-04', 2.25 * HOUR, 'Australia/Lord_Howe')).toEqual(at('2026-10-03T15:30:00Z'));
    expect(momentOf('2011-12-30', 12 * HOUR, 'Pacific/Apia')).toEqual(at('2011-12-30T10:00:00Z'));
  });

  it('is the first one where the clock is put back and shows it twice', () => {
    expect(momentOf('2026-10-25', 2.5 * HOUR, 'Europe/Berlin')).toEqual(at('2026-10-25T00:30:00Z'));
  });

  it('of a day that has no midnight is when the day begins', () => {
    expect(shown(startOfDay('2026-09-06', 'America/Santiago'), 'America/Santiago')).toBe('2026-09-06 01:00:00');
    expect(shown(startOfDay('2026-04-24', 'Africa/Cairo'), 'Africa/Cairo')).toBe('2026-04-24 01:00:00');
  });

  it.each(SWITCHES.flatMap(([zone, forward, back]) => [[zone, forward] as const, [zone, back] as const]))(
    'in %s on %s is the first minute that shows it or more',
    (zone, date) => {
      const from = Date.parse(`${addDays(date, -1)}T06:00:00Z`);
      const minutes = Array.from({ length: 48 * 60 }, (_, minute) => new Date(from + minute * 60_000)).map((moment) => ({
        moment,
        day: dateAt(moment, zone),
        time: timeOfDayAt(moment, zone),
      }));
      for (let time = 0; time < 24 * HOUR; time += HOUR / 4) {
        const first = minutes.find((minute) => minute.day > date || (minute.day === date && minute.time >= time));
        expect([zone, date, time / HOUR, momentOf(date, time, zone)]).toEqual([zone, date, time / HOUR, first?.moment]);
      }
    },
  );

  it('keeps the time of the day over days and months, whatever the clocks do', () => {
    expect(daysLater(at('2026-03-27T20:15:00Z'), 3, 'Europe/Berlin')).toEqual(at('2026-03-30T19:15:00Z'));
    expect(monthsLater(at('2026-10-31T12:00:00Z'), 1, 'America/New_York')).toEqual(at('2026-11-30T13:00:00Z'));
    fc.assert(
      fc.property(
        fc.constantFrom(...SWITCHES.map(([zone]) => zone)),
        fc.integer({ min: 0, max: 366 * 24 * 60 }),
        fc.nat(60),
        (zone, minute, days) => {
          const start = new Date(Date.UTC(2026, 0, 1) + minute * 60_000);
          const end = daysLater(start, days, zone);
          expect(Math.abs(end.getTime() - start.getTime() - days * 24 * HOUR)).toBeLessThanOrEqual(HOUR);
          expect(daysBetween(dateAt(start, zone), dateAt(end, zone))).toBe(days);
        },
      ),
    );
  });
});

it('a date is itself again', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => expect(isLocalDate(dateOf(days * 86_400_000))).toBe(true)));
});
