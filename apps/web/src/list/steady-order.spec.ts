import { steadyOrder } from './steady-order.js';

const rows = (...names: string[]) => names.map((name) => ({ id: name.slice(0, 1), name }));
const names = (list: readonly { name: string }[]) => list.map((row) => row.name);

describe('the order of the list', () => {
  it("is the server's while nobody points at it", () => {
    const steady = steadyOrder(rows('a', 'b'), rows('c', 'b', 'a'), false);
    expect(names(steady.rows)).toEqual(['c', 'b', 'a']);
    expect(steady).toMatchObject({ newIds: [], differs: false });
  });

  it('stays while pointer or focus is on a row; what rows say is renewed in place', () => {
    const steady = steadyOrder(rows('a', 'b', 'c'), rows('c again', 'a', 'b again'), true);
    expect(names(steady.rows)).toEqual(['a', 'b again', 'c again']);
    expect(steady).toMatchObject({ newIds: [], differs: true });
  });

  it('lets new rows wait behind the pill', () => {
    const steady = steadyOrder(rows('a', 'b'), rows('x', 'y', 'a', 'b'), true);
    expect(names(steady.rows)).toEqual(['a', 'b']);
    expect(steady).toMatchObject({ newIds: ['x', 'y'], differs: true });
  });

  it('keeps a row that has left until the hold ends', () => {
    const held = steadyOrder(rows('a', 'b', 'c'), rows('a', 'c'), true);
    expect(names(held.rows)).toEqual(['a', 'b', 'c']);
    expect(held.differs).toBe(true);
    expect(names(steadyOrder(held.rows, rows('a', 'c'), false).rows)).toEqual(['a', 'c']);
  });

  it('shows further pages below at once: they move nothing', () => {
    const steady = steadyOrder(rows('a', 'b'), rows('a', 'b', 'c', 'd'), true);
    expect(names(steady.rows)).toEqual(['a', 'b', 'c', 'd']);
    expect(steady).toMatchObject({ newIds: [], differs: false });
  });

  it('fills an empty list even while it is held', () => {
    expect(names(steadyOrder([], rows('a'), true).rows)).toEqual(['a']);
  });

  it('does not mistake an unchanged list for a changed one', () => {
    expect(steadyOrder(rows('a', 'b'), rows('a', 'b'), true).differs).toBe(false);
  });
});
