import type { ChannelType, OfferDemand, OfferVerdict } from '@madoguchi/conversation';
import { WHOLE_PLACE } from '../weights.js';
import type { AgentNow, AgentsNow } from './agent-now.js';
import type { Demand } from './demand.js';
import { levelOf, type Load, whyUnfit } from './fits.js';
import type { QueueNow } from './inputs.js';
import { LongList } from './long-list.js';
import type { Pick, Ranking } from './ranking.js';
import { ShortList } from './short-list.js';

/** Up to here looking at everybody is quicker than a heap. */
const FEW = 64;

/**
 * Conversations that ask the same of an agent, and the agents whom that fits: what is the same for all of them is found out once, and what
 * only an explanation needs when one is read.
 */
export class Lane {
  readonly interruptible: boolean;
  /** Of the queue's agents, how many it fits. */
  readonly fitting: number;
  private readonly bySkills: boolean;
  private readonly ranking: Ranking;
  private unfitCounts?: readonly { readonly verdict: OfferVerdict; readonly count: number }[];
  private demanded?: OfferDemand;

  constructor(
    readonly queue: QueueNow,
    readonly demand: Demand,
    /** Of the queue. */
    readonly agents: readonly AgentNow[],
    readonly everybody: AgentsNow,
    /** Absent: what a conversation takes is the same for all channels and all agents. */
    private readonly channel?: ChannelType,
  ) {
    const { interruptible } = demand;
    this.interruptible = interruptible;
    this.bySkills = queue.policy.order === 'highest skills';
    const fitting = agents.filter(({ facts }) => whyUnfit(facts, demand) === undefined).sort((one, other) => one.number - other.number);
    this.fitting = fitting.length;
    const weights = fitting.map((agent) => this.weightFor(agent));
    const scores = this.bySkills ? fitting.map((agent) => this.scoreOf(agent)) : undefined;
    const ranked = { everybody, agents: fitting, weights, scores, interruptible };
    this.ranking = fitting.length <= FEW ? new ShortList(ranked) : new LongList(ranked);
  }

  /** The best agent who is free and did not have the conversation before; else the best who did; undefined: nobody is free. */
  pick(hadBefore: readonly string[]): Pick | undefined {
    return this.ranking.first(hadBefore);
  }

  weightFor({ facts }: AgentNow): number {
    return (this.channel && facts.weights?.[this.channel]) ?? this.demand.weight;
  }

  hasRoomFor(agent: AgentNow): boolean {
    return this.everybody.hasRoom(agent, this.weightFor(agent), this.interruptible);
  }

  hadRoomFor(agent: AgentNow, { taken, takenUrgently }: Load): boolean {
    return (this.interruptible ? taken : takenUrgently) + this.weightFor(agent) <= agent.facts.capacity * WHOLE_PLACE;
  }

  scoreOf({ facts }: AgentNow): number {
    let score = 0;
    if (this.bySkills) for (const key of this.demand.needed) score += levelOf(facts, key, this.demand);
    return score;
  }

  /** Some of those who came next in a decision. */
  behind(most: number, picked: AgentNow, decision: number): readonly AgentNow[] {
    const others = this.ranking.some(most + 1).filter((agent) => agent !== picked);
    return others
      .map((agent) => ({ agent, score: this.scoreOf(agent), taken: this.everybody.loadAt(agent, decision).taken }))
      .sort((one, other) => other.score - one.score || one.taken - other.taken || one.agent.number - other.agent.number)
      .slice(0, most)
      .map(({ agent }) => agent);
  }

  /** How many of the queue's agents it does not fit, by why not. */
  get unfit(): readonly { readonly verdict: OfferVerdict; readonly count: number }[] {
    return (this.unfitCounts ??= this.countUnfit());
  }

  get asked(): OfferDemand {
    return (this.demanded ??= this.describe());
  }

  private countUnfit() {
    const counts = new Map<OfferVerdict, number>();
    for (const { facts } of this.agents) {
      const verdict = whyUnfit(facts, this.demand);
      if (verdict) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    }
    return [...counts].map(([verdict, count]) => ({ verdict, count }));
  }

  private describe(): OfferDemand {
    const { needs, overdue, interruptible, ring: _, needed: __, ...rest } = this.demand;
    const flags = { ...(interruptible ? { interruptible } : {}), ...(overdue ? { overdue } : {}) };
    return { ...(this.channel ? { channel: this.channel } : {}), skills: needs, ...rest, order: this.queue.policy.order, ...flags };
  }
}
