import type { Load } from './fits.js';

const NONE = -1;

/**
 * What each chosen agent had in hand before the decision: a line for each decision, which leads to the line before of the same agent. Written at
 * every decision and read only for an explanation.
 */
export class LoadLog {
  private readonly taken: number[] = [];
  private readonly takenUrgently: number[] = [];
  private readonly earlier: number[] = [];
  /** Of each agent. */
  private readonly latest: number[];

  constructor(agents: number) {
    this.latest = new Array<number>(agents).fill(NONE);
  }

  /** @returns the number of the decision */
  write(agent: number, taken: number, takenUrgently: number): number {
    this.taken.push(taken);
    this.takenUrgently.push(takenUrgently);
    const decision = this.earlier.push(this.latest[agent]!) - 1;
    this.latest[agent] = decision;
    return decision;
  }

  /** What the agent had when this decision was made; undefined: as much as now. */
  before(agent: number, decision: number): Load | undefined {
    let line = NONE;
    for (let at = this.latest[agent]!; at >= decision; at = this.earlier[at]!) line = at;
    return line === NONE ? undefined : { taken: this.taken[line]!, takenUrgently: this.takenUrgently[line]! };
  }
}
