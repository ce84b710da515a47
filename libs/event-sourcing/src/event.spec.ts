import { comparePositions, START } from './event.js';

it('orders positions as numbers, also beyond 2^53', () => {
  const ascending = ['0', '1', '2', '9', '10', '11', '99', '100', '9007199254740992', '9007199254740993', '10000000000000000000'];
  expect(ascending.toReversed().toSorted(comparePositions)).toEqual(ascending);
  for (const [index, position] of ascending.entries()) {
    expect(Math.sign(comparePositions(position, position))).toBe(0);
    for (const later of ascending.slice(index + 1)) {
      expect(comparePositions(position, later)).toBeLessThan(0);
      expect(comparePositions(later, position)).toBeGreaterThan(0);
    }
  }
});

it('starts before every event', () => {
  expect(comparePositions(START, '1')).toBeLessThan(0);
});
