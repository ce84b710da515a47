import { Writable } from 'node:stream';
import type { ReplayPage } from '@madoguchi/use-cases';
import { Progress } from './progress.js';

const page = (position: number, events: number, read = 1_000): ReplayPage => ({
  events: Array(events).fill({}) as ReplayPage['events'],
  position: String(position),
  read,
});

const progress = (isTTY: boolean) => {
  let time = 0;
  const told: string[] = [];
  const output = Object.assign(new Writable({ write: (chunk, _encoding, done) => (told.push(String(chunk)), done()) }), { isTTY });
  const line = new Progress({ output, after: '1000', upTo: '5000', now: () => time });
  return { line, told, pass: (milliseconds: number) => (time += milliseconds) };
};

describe('the progress of a replay', () => {
  it('is told once a second on one line of a terminal: how much, how far, how fast', () => {
    const { line, told, pass } = progress(true);
    line.add(page(2_000, 400));
    pass(1_000);
    line.add(page(3_000, 100));
    expect(told).toEqual(['\r\u001b[2K500 events, 2,000 read, 50 % of the way, 2,000 a second']);
    pass(1_000);
    line.end('Done, events.csv');
    expect(told.at(-1)).toBe('\r\u001b[2KDone, events.csv: 500 of 2,000 events in 2.0 s, 1,000 a second\n');
  });

  it('is told now and then where lines are kept', () => {
    const { line, told, pass } = progress(false);
    for (let second = 0; second < 21; second += 1) {
      pass(1_000);
      line.add(page(1_000 + second, 0, 10));
    }
    expect(told).toEqual(['0 events, 100 read, 0 % of the way, 10 a second\n', '0 events, 200 read, 0 % of the way, 10 a second\n']);
  });
});
