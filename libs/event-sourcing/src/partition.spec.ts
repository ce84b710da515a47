import { PARTITIONS, partitionOf } from './partition.js';

/** Computed with another implementation of FNV-1a. */
const GOLDEN: readonly (readonly [string, number])[] = [
  ['', 5],
  ['a', 12],
  ['conversation', 6],
  ['line:U4af4980629', 9],
  ['日本語のキー', 1],
  ['👩‍👩‍👧', 4],
];

it('stays the same for ever: messages of one key must never go into two partitions', () => {
  expect(PARTITIONS).toBe(16);
  expect(Object.fromEntries(GOLDEN.map(([key]) => [key, partitionOf(key)]))).toEqual(Object.fromEntries(GOLDEN));
});

it('spreads keys evenly', () => {
  const counts = Array.from({ length: PARTITIONS }, () => 0);
  for (let n = 0; n < 16_000; n += 1) counts[partitionOf(`conversation-${n}`)]! += 1;
  for (const count of counts) {
    expect(count).toBeGreaterThan(800);
    expect(count).toBeLessThan(1_200);
  }
});
