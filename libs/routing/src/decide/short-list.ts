import type { AgentNow } from './agent-now.js';
import type { Pick, Ranked, Ranking } from './ranking.js';

const NOBODY = -1;

/** So few agents that looking at each of them is quicker than keeping them in order: every offer moves its agent in many lanes. */
export class ShortList implements Ranking {
  private readonly numbers: readonly number[];

  constructor(private readonly ranked: Ranked) {
    this.numbers = ranked.agents.map(({ number }) => number);
  }

  first(hadBefore: readonly string[]): Pick | undefined {
    const { agents } = this.ranked;
    const best = this.best(hadBefore);
    if (best !== NOBODY) return { agent: agents[best]!, lastResort: false };
    const again = hadBefore.length === 0 ? NOBODY : this.best([]);
    return again === NOBODY ? undefined : { agent: agents[again]!, lastResort: true };
  }

  some(): readonly AgentNow[] {
    return this.ranked.agents;
  }

  /** They are in the order of their numbers, so of equal ones the first stays. @returns a place in the list */
  private best(without: readonly string[]): number {
    const { everybody, agents, weights, scores, interruptible } = this.ranked;
    const { numbers } = this;
    const { taken, capacity } = everybody;
    const used = interruptible ? taken : everybody.takenUrgently;
    let [best, bestTaken, bestScore] = [NOBODY, 0, 0];
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at]!;
      if (used[number]! + weights[at]! > capacity[number]!) continue;
      const score = scores ? scores[at]! : 0;
      const isBetter = best === NOBODY || score > bestScore || (score === bestScore && taken[number]! < bestTaken);
      if (!isBetter || (without.length > 0 && without.includes(agents[at]!.agentId))) continue;
      best = at;
      bestTaken = taken[number]!;
      bestScore = score;
    }
    return best;
  }
}
