import { localInput, snoozeTimes } from './snooze-times.js';

const shown = (now: Date) => snoozeTimes(now).map(({ preset, at }) => [preset, localInput(at)]);

describe('the times until which a conversation can sleep', () => {
  it("are in the reader's zone, whatever it is", () => {
    expect(shown(new Date(2026, 10, 25, 10, 30))).toEqual([
      ['hour', '2026-11-25T11:30'],
      ['threeHours', '2026-11-25T13:30'],
      ['evening', '2026-11-25T18:00'],
      ['tomorrow', '2026-11-26T09:00'],
      ['nextWeek', '2026-11-30T09:00'],
    ]);
  });

  it('are in the future: no evening when it is almost there, and on a Monday the next one', () => {
    const times = shown(new Date(2026, 10, 30, 17, 5));
    expect(times.map(([preset]) => preset)).not.toContain('evening');
    expect(times.at(-1)).toEqual(['nextWeek', '2026-12-07T09:00']);
  });
});
