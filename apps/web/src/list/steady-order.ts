export interface Keyed {
  readonly id: string;
}

export interface Steady<Row extends Keyed> {
  readonly rows: readonly Row[];
  /** Rows that wait behind the pill. */
  readonly newIds: readonly string[];
  /** The order on the page is no longer the list's own. */
  readonly differs: boolean;
}

/**
 * What the list shows. While it is `held` (pointer or focus on a row) every row stays where it is: what it says is
 * renewed in place, new rows wait, and one that has left the list stays until the hold ends.
 *
 * @param shown what stands on the page now
 * @param latest the list as the server has it
 */
export const steadyOrder = <Row extends Keyed>(shown: readonly Row[], latest: readonly Row[], held: boolean): Steady<Row> => {
  if (!held || shown.length === 0) return { rows: latest, newIds: [], differs: false };
  const byId = new Map(latest.map((row) => [row.id, row]));
  const known = new Set(shown.map((row) => row.id));
  // Further pages come in below the last row: nothing moves, they need not wait.
  const lastShown = latest.findLastIndex((row) => known.has(row.id));
  const below = lastShown < 0 ? [] : latest.slice(lastShown + 1);
  const rows = [...shown.map((row) => byId.get(row.id) ?? row), ...below];
  const newIds = latest
    .slice(0, lastShown < 0 ? latest.length : lastShown + 1)
    .filter((row) => !known.has(row.id))
    .map((row) => row.id);
  const differs = newIds.length > 0 || rows.length !== latest.length || rows.some((row, index) => row.id !== latest[index]?.id);
  return { rows, newIds, differs };
};
