import { nextCheckAt } from './pace.js';

const MINUTE = 60_000;
const minutes = (failures: number | 'first', random: number) => Math.round((nextCheckAt(0, failures, () => random) / MINUTE) * 100) / 100;

it('strews the first tests over half an hour, then comes every half hour with a quarter of jitter', () => {
  expect([minutes('first', 0), minutes('first', 0.5)]).toEqual([0, 15]);
  expect([minutes(0, 0), minutes(0, 0.5), minutes(0, 1)]).toEqual([22.5, 30, 37.5]);
});

it('looks soon after a failure, then twice as late each time, up to four hours', () => {
  expect([1, 2, 3, 4, 8, 100].map((failures) => minutes(failures, 0.5))).toEqual([2, 4, 8, 16, 240, 240]);
});
