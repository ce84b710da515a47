import { clockTime, dayKey, duration, inUtc, rowTime } from './dates.js';

const at = new Date('2026-11-23T22:42:05Z');
const later = (seconds: number) => at.getTime() + seconds * 1_000;

describe('dates', () => {
  it("are in the reader's zone", () => {
    expect(clockTime(at, 'en', 'Asia/Tokyo')).toBe('07:42');
    expect(clockTime(at, 'ru', 'Europe/Moscow')).toBe('01:42');
    expect(dayKey(at, 'Asia/Tokyo')).toBe('2026-11-24');
    expect(dayKey(at, 'UTC')).toBe('2026-11-23');
  });

  it('say UTC for who compares with a log', () => expect(inUtc(at)).toBe('2026-11-23 22:42:05 UTC'));

  it.each([
    ['en', 59, '59 sec'],
    ['en', 61, '1 min'],
    ['ja', 240, '4 分'],
    ['ru', 7_200, '2 ч'],
    ['en', -5, '0 sec'],
  ])('durations in %s: %d s is %s', (language, seconds, text) => expect(duration(seconds, language)).toBe(text));

  it('grow coarser with age in a list', () => {
    expect(rowTime(at, later(20), 'en', 'UTC')).toBeUndefined();
    expect(rowTime(at, later(300), 'en', 'UTC')).toBe('5 min');
    expect(rowTime(at, later(4_000), 'en', 'UTC')).toBe('22:42');
    expect(rowTime(at, later(6_000), 'en', 'UTC')).toBe('Nov 23');
  });
});
