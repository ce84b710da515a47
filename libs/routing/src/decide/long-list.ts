import type { AgentNow } from './agent-now.js';
import { Heap } from './heap.js';
import type { Pick, Ranked, Ranking } from './ranking.js';

/** An agent with the load by which it was put into the heap; it may have grown since. */
interface Entry {
  readonly agent: AgentNow;
  readonly weight: number;
  readonly score: number;
  taken: number;
}

/** Many agents: the best one is at hand without looking at the others. An agent's load is looked at only when it comes to the front. */
export class LongList implements Ranking {
  private readonly entries = new Heap<Entry>(isBefore);

  constructor(private readonly ranked: Ranked) {
    const { agents, weights, scores, everybody } = ranked;
    agents.forEach((agent, at) => {
      this.entries.push({ agent, weight: weights[at]!, score: scores?.[at] ?? 0, taken: everybody.taken[agent.number]! });
    });
  }

  first(hadBefore: readonly string[]): Pick | undefined {
    const first = this.best();
    if (!first || !hadBefore.includes(first.agent.agentId)) return first && { agent: first.agent, lastResort: false };
    const passedBy: Entry[] = [];
    let entry: Entry | undefined = first;
    while (entry && hadBefore.includes(entry.agent.agentId)) {
      passedBy.push(this.entries.pop()!);
      entry = this.best();
    }
    for (const one of passedBy) this.entries.push(one);
    return { agent: (entry ?? first).agent, lastResort: !entry };
  }

  some(most: number): readonly AgentNow[] {
    const agents: AgentNow[] = [];
    for (let index = 0; index < most; index += 1) {
      const entry = this.entries.near(index);
      if (entry) agents.push(entry.agent);
    }
    return agents;
  }

  private best(): Entry | undefined {
    const { everybody, interruptible } = this.ranked;
    for (;;) {
      const entry = this.entries.first();
      if (!entry) return undefined;
      const taken = everybody.taken[entry.agent.number]!;
      if (!everybody.hasRoom(entry.agent, entry.weight, interruptible)) {
        this.entries.pop();
      } else if (entry.taken !== taken) {
        entry.taken = taken;
        this.entries.replaceFirst(entry);
      } else {
        return entry;
      }
    }
  }
}

const isBefore = (one: Entry, other: Entry): boolean => {
  if (one.score !== other.score) return one.score > other.score;
  return one.taken !== other.taken ? one.taken < other.taken : one.agent.number < other.agent.number;
};
