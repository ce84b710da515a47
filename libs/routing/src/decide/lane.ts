import type { Demand } from './demand.js';
import { type AgentNow, hasRoom, levelOf, whyUnfit } from './fits.js';
import { Heap } from './heap.js';
import type { ChannelType, OfferDemand, OfferVerdict } from '@madoguchi/conversation';
import type { Candidate, QueueNow } from './inputs.js';

/** An agent with the values by which it was put into the heap; they may have changed since, only ever to its disadvantage. */
interface Entry {
  readonly agent: AgentNow;
  readonly score: number;
  readonly weight: number;
  taken: number;
  lastAssigned: number;
}

export interface Pick {
  readonly agent: AgentNow;
  readonly weight: number;
  /** Nobody is free who did not have it before. */
  readonly lastResort: boolean;
}

/**
 * Conversations that ask the same of an agent, and the agents whom that fits: the longest waiting and the best agent are at hand without
 * looking at the others. An agent's values are looked at only when it comes to the front.
 */
export class Lane {
  /** How many of the queue's agents it does not fit, by why not. */
  readonly unfit: readonly { readonly verdict: OfferVerdict; readonly count: number }[];
  /** Of the queue's agents, how many it fits. */
  readonly fitting: number;
  readonly asked: OfferDemand;
  readonly asksForSkills: boolean;

  private readonly entries: Heap<Entry>;

  constructor(
    readonly queue: QueueNow,
    readonly demand: Demand,
    readonly agents: readonly AgentNow[],
    /** Absent: what a conversation takes is the same for all channels and all agents. */
    private readonly channel?: ChannelType,
  ) {
    this.entries = new Heap(queue.policy.order === 'highest skills' ? moreSkilled : lessBusy);
    const unfit = new Map<OfferVerdict, number>();
    for (const agent of agents) {
      const reason = whyUnfit(agent.facts, demand);
      if (reason) unfit.set(reason, (unfit.get(reason) ?? 0) + 1);
      else this.add(agent);
    }
    this.unfit = [...unfit].map(([verdict, count]) => ({ verdict, count }));
    this.fitting = this.entries.size;
    const { needs, overdue, interruptible, ring: _, ...rest } = demand;
    const flags = { ...(interruptible ? { interruptible } : {}), ...(overdue ? { overdue } : {}) };
    this.asked = { ...(channel ? { channel } : {}), skills: needs, ...rest, order: queue.policy.order, ...flags };
    this.asksForSkills = Object.keys(needs).length > 0;
  }

  weightFor(agent: Candidate): number {
    return (this.channel && agent.weights?.[this.channel]) ?? this.demand.weight;
  }

  hasRoomFor(agent: AgentNow): boolean {
    return hasRoom(agent, this.weightFor(agent.facts), this.demand.interruptible);
  }

  scoreOf(agent: AgentNow): number {
    let score = 0;
    if (this.queue.policy.order === 'highest skills') {
      for (const key in this.demand.needs) score += levelOf(agent.facts, key, this.demand);
    }
    return score;
  }

  /** The best agent who is free and did not have the conversation before; else the best who did; undefined: nobody is free. */
  pick(hadBefore: readonly string[]): Pick | undefined {
    const first = this.best();
    if (!first) return undefined;
    if (!hadBefore.includes(first.agent.facts.agentId)) return { agent: first.agent, weight: first.weight, lastResort: false };
    const passedBy: Entry[] = [];
    let entry: Entry | undefined = first;
    while (entry && hadBefore.includes(entry.agent.facts.agentId)) {
      passedBy.push(this.entries.pop()!);
      entry = this.best();
    }
    for (const one of passedBy) this.entries.push(one);
    const chosen = entry ?? first;
    return { agent: chosen.agent, weight: chosen.weight, lastResort: !entry };
  }

  /** Some of those who come after the one that was picked. */
  behind(most: number, picked: AgentNow): readonly AgentNow[] {
    const named: AgentNow[] = [];
    for (let index = 0; named.length < most; index += 1) {
      const entry = this.entries.near(index);
      if (!entry) break;
      if (entry.agent !== picked && !named.includes(entry.agent)) named.push(entry.agent);
    }
    return named;
  }

  private add(agent: AgentNow): void {
    const { taken, lastAssigned } = agent;
    this.entries.push({ agent, score: this.scoreOf(agent), weight: this.weightFor(agent.facts), taken, lastAssigned });
  }

  private best(): Entry | undefined {
    for (;;) {
      const entry = this.entries.first();
      if (!entry) return undefined;
      const { agent } = entry;
      if (!hasRoom(agent, entry.weight, this.demand.interruptible)) {
        this.entries.pop();
      } else if (entry.taken !== agent.taken || entry.lastAssigned !== agent.lastAssigned) {
        entry.taken = agent.taken;
        entry.lastAssigned = agent.lastAssigned;
        this.entries.replaceFirst(entry);
      } else {
        return entry;
      }
    }
  }
}

const lessBusy = (one: Entry, other: Entry): boolean => {
  if (one.taken !== other.taken) return one.taken < other.taken;
  if (one.lastAssigned !== other.lastAssigned) return one.lastAssigned < other.lastAssigned;
  return one.agent.facts.agentId < other.agent.facts.agentId;
};

const moreSkilled = (one: Entry, other: Entry): boolean => (one.score !== other.score ? one.score > other.score : lessBusy(one, other));
