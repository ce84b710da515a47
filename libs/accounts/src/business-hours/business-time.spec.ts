import { afterOpenTime, openTimeBetween } from './business-time.js';
import type { Hours } from './events.js';

const HOUR = 3_600_000;
const weekdays = [{ from: '09:00', to: '18:00' }];
const hours = (timeZone: string, more: Partial<Hours> = {}): Hours => ({
  timeZone,
  week: { 1: weekdays, 2: weekdays, 3: weekdays, 4: weekdays, 5: weekdays },
  holidays: [],
  exceptions: [],
  ...more,
});
const tokyo = hours('Asia/Tokyo');
const after = (of: Hours, from: string, milliseconds: number) => afterOpenTime(of, new Date(from), milliseconds)?.toISOString();
const between = (of: Hours, from: string, to: string) => openTimeBetween(of, new Date(from), new Date(to)) / HOUR;

describe('business time', () => {
  it('counts only while it is open, over nights, weekends and holidays', () => {
    expect(after(tokyo, '2026-11-25T10:00+09:00', HOUR)).toBe('2026-11-25T02:00:00.000Z');
    expect(after(tokyo, '2026-11-25T17:30+09:00', HOUR)).toBe('2026-11-26T00:30:00.000Z');
    expect(after(tokyo, '2026-11-27T17:30+09:00', HOUR)).toBe('2026-11-30T00:30:00.000Z');
    expect(after(tokyo, '2026-11-28T03:00+09:00', HOUR)).toBe('2026-11-30T01:00:00.000Z');
    const holiday = hours('Asia/Tokyo', { holidays: [{ name: 'day off', on: '2026-11-30' }] });
    expect(after(holiday, '2026-11-27T17:30+09:00', HOUR)).toBe('2026-12-01T00:30:00.000Z');
    expect(between(tokyo, '2026-11-27T17:30+09:00', '2026-11-30T09:30+09:00')).toBe(1);
    expect(between(tokyo, '2026-11-28T10:00+09:00', '2026-11-29T10:00+09:00')).toBe(0);
  });

  it('ends with the last moment of a day, not with the first of the next', () => {
    expect(after(tokyo, '2026-11-25T17:00+09:00', HOUR)).toBe('2026-11-25T09:00:00.000Z');
  });

  it('is an hour less on the night in which the clock is put forward, and an hour more when it is put back', () => {
    const night = [{ from: '22:00', to: '06:00' }];
    const berlin = hours('Europe/Berlin', { week: { 6: night } });
    expect(between(berlin, '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toBe(7);
    expect(between(berlin, '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z')).toBe(9);
    expect(after(berlin, '2026-03-28T21:00:00Z', 7 * HOUR)).toBe('2026-03-29T04:00:00.000Z');
    expect(after(berlin, '2026-10-24T20:00:00Z', 9 * HOUR)).toBe('2026-10-25T05:00:00.000Z');
    expect(after(hours('Europe/Berlin'), '2026-03-27T17:30+01:00', HOUR)).toBe('2026-03-30T07:30:00.000Z');
  });

  it('is over never where it never opens, and every moment where it never closes', () => {
    expect(after(hours('Asia/Tokyo', { week: {} }), '2026-11-25T10:00+09:00', HOUR)).toBeUndefined();
    const always = [{ from: '00:00', to: '24:00' }];
    const open = hours('Asia/Tokyo', { week: { 1: always, 2: always, 3: always, 4: always, 5: always, 6: always, 7: always } });
    expect(after(open, '2026-11-25T10:00+09:00', 100 * HOUR)).toBe('2026-11-29T05:00:00.000Z');
    expect(between(open, '2026-11-25T10:00+09:00', '2026-11-29T14:00+09:00')).toBe(100);
  });

  it('takes back what it gives: so much later so much has passed', () => {
    for (const from of ['2026-03-27T12:00:00Z', '2026-03-29T01:30:00Z', '2026-10-25T00:30:00Z', '2026-12-31T23:59:59Z']) {
      for (const open of [tokyo, hours('Europe/Berlin'), hours('America/New_York')]) {
        for (const wanted of [1, 59_000, HOUR, 40 * HOUR]) {
          expect(openTimeBetween(open, new Date(from), afterOpenTime(open, new Date(from), wanted)!)).toBe(wanted);
        }
      }
    }
  });
});
