const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const spread = (values) => (Math.max(...values) - Math.min(...values)) / median(values);

/** More than this between the rounds of one floor, and the machine was too busy to say anything. */
const RESTLESS = 0.4;

/** Columns side by side, as wide as they must be. */
const aligned = (lines) => {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column])).join('  ')).join('\n');
};

/** `{ stage: { unit, ours: number[], <floor>: number[] … } }` as lines of a table: medians, spreads, ratio to the first floor. */
export const tableOf = (results) => {
  const lines = [['stage', 'side', 'median', 'unit', 'spread', 'ours / floor']];
  for (const [stage, { unit, ...sides }] of Object.entries(results).filter(([, result]) => Array.isArray(result?.ours))) {
    const measured = Object.entries(sides).filter(([, values]) => Array.isArray(values));
    const ours = median(sides.ours);
    for (const [side, values] of measured) {
      const ratio = side === 'ours' ? '' : (ours / median(values)).toFixed(2);
      const doubt = spread(values) > RESTLESS ? ' (restless)' : '';
      lines.push([stage, side, String(median(values)), unit, `${Math.round(spread(values) * 100)} %${doubt}`, ratio]);
    }
  }
  return aligned(lines);
};

/** `{ stage: { latency: [{ side or offered, p50, p95, p99, max }] } }` in milliseconds. */
export const latencyTable = (results) => {
  const lines = [['stage', 'side', 'p50', 'p95', 'p99', 'max']];
  for (const [stage, { latency }] of Object.entries(results).filter(([, result]) => result?.latency)) {
    for (const { side, offered, p50, p95, p99, max } of latency) {
      lines.push([stage, side ?? `${offered}/s offered`, ...[p50, p95, p99, max].map((value) => value.toFixed(1))]);
    }
  }
  return aligned(lines);
};
