import type { AgentsNow } from './agents-now.js';
import { NOBODY, type Ranked, type Ranking } from './ranking.js';

/** So few agents that looking at each of them is quicker than keeping them in order: every offer moves its agent in many lanes. */
export class ShortList implements Ranking {
  private readonly everybody: AgentsNow;
  private readonly agents: readonly number[];
  private readonly weight: number;
  private readonly weights: readonly number[] | undefined;
  private readonly scores: readonly number[] | undefined;
  private readonly used: readonly number[];

  constructor({ everybody, agents, weight, weights, scores, interruptible }: Ranked) {
    this.everybody = everybody;
    this.agents = agents;
    this.weight = weight;
    this.weights = weights;
    this.scores = scores;
    this.used = interruptible ? everybody.taken : everybody.takenUrgently;
  }

  first(hadBefore: readonly string[]): number {
    const best = this.best(hadBefore);
    return best === NOBODY && hadBefore.length > 0 ? this.best([]) : best;
  }

  some(): readonly number[] {
    return this.agents;
  }

  /** They are in the order of their numbers, so of equal ones the first stays. */
  private best(without: readonly string[]): number {
    const { agents, weight, weights, scores, used } = this;
    const { taken, capacity, facts } = this.everybody;
    let [best, bestTaken, bestScore] = [NOBODY, Infinity, 0];
    for (let at = 0; at < agents.length; at += 1) {
      const agent = agents[at]!;
      const score = scores ? scores[at]! : 0;
      if (score < bestScore || (score === bestScore && taken[agent]! >= bestTaken)) continue;
      if (used[agent]! + (weights ? weights[at]! : weight) > capacity[agent]!) continue;
      if (without.length > 0 && without.includes(facts[agent]!.agentId)) continue;
      best = agent;
      bestTaken = taken[agent]!;
      bestScore = score;
    }
    return best;
  }
}
