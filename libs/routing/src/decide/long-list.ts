import { Heap } from './heap.js';
import { isBefore, NOBODY, type Rank, type Ranked, type Ranking } from './ranking.js';

/** An agent with the load by which it was put into the heap; it may have grown since. */
interface Entry extends Rank {
  readonly weight: number;
  taken: number;
}

/** Many agents: the best one is at hand without looking at the others. An agent's load is looked at only when it comes to the front. */
export class LongList implements Ranking {
  private readonly entries = new Heap<Entry>(isBefore);

  constructor(private readonly ranked: Ranked) {
    const { agents, weight, weights, scores, everybody } = ranked;
    agents.forEach((agent, at) => {
      this.entries.push({ agent, weight: weights?.[at] ?? weight, score: scores?.[at] ?? 0, taken: everybody.taken[agent]! });
    });
  }

  first(hadBefore: readonly string[]): number {
    const first = this.best();
    if (!first || !this.isAmong(hadBefore, first)) return first?.agent ?? NOBODY;
    const passedBy: Entry[] = [];
    let entry: Entry | undefined = first;
    while (entry && this.isAmong(hadBefore, entry)) {
      passedBy.push(this.entries.pop()!);
      entry = this.best();
    }
    for (const one of passedBy) this.entries.push(one);
    return (entry ?? first).agent;
  }

  some(most: number): readonly number[] {
    const agents: number[] = [];
    for (let index = 0; index < most; index += 1) {
      const entry = this.entries.near(index);
      if (entry) agents.push(entry.agent);
    }
    return agents;
  }

  private isAmong(agentIds: readonly string[], { agent }: Entry): boolean {
    return agentIds.length > 0 && agentIds.includes(this.ranked.everybody.facts[agent]!.agentId);
  }

  private best(): Entry | undefined {
    const { everybody, interruptible } = this.ranked;
    for (;;) {
      const entry = this.entries.first();
      if (!entry) return undefined;
      const taken = everybody.taken[entry.agent]!;
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
