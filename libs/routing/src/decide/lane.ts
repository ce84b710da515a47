import type { ChannelType, OfferDemand, OfferVerdict } from '@madoguchi/conversation';
import type { AgentsNow } from './agents-now.js';
import type { Demand } from './demand.js';
import type { Fitness } from './fitness.js';
import { levelOf, type Load } from './fits.js';
import type { QueueNow } from './inputs.js';
import { LongList } from './long-list.js';
import { isBefore, type Rank, type Ranking } from './ranking.js';
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
  readonly fitness: Fitness;
  /** Who is most skilled comes first. */
  readonly bySkills: boolean;
  private readonly weight: number;
  private readonly ranking: Ranking;
  private unfitCounts?: readonly { readonly verdict: OfferVerdict; readonly count: number }[];
  private demanded?: OfferDemand;

  constructor(
    readonly queue: QueueNow,
    readonly demand: Demand,
    /** Of the queue, in the order of their numbers. */
    readonly agents: readonly number[],
    readonly everybody: AgentsNow,
    /** Absent: what a conversation takes is the same for all channels and all agents. */
    private readonly channel?: ChannelType,
  ) {
    const { interruptible, weight } = demand;
    this.interruptible = interruptible;
    this.weight = weight;
    this.bySkills = queue.policy.order === 'highest skills';
    this.fitness = everybody.fitnessFor(demand);
    const fitting = agents.filter((agent) => this.fitness.fits(agent));
    this.fitting = fitting.length;
    const weights = channel === undefined ? undefined : fitting.map((agent) => this.weightFor(agent));
    const scores = this.bySkills ? fitting.map((agent) => this.scoreOf(agent)) : undefined;
    const ranked = { everybody, agents: fitting, weight, weights, scores, interruptible };
    this.ranking = fitting.length <= FEW ? new ShortList(ranked) : new LongList(ranked);
  }

  /** The best agent who is free and did not have the conversation before; else the best who did; else `NOBODY`. */
  pick(hadBefore: readonly string[]): number {
    return this.ranking.first(hadBefore);
  }

  weightFor(agent: number): number {
    return (this.channel && this.everybody.facts[agent]!.weights?.[this.channel]) ?? this.weight;
  }

  hasRoomFor(agent: number): boolean {
    return this.everybody.hasRoom(agent, this.weightFor(agent), this.interruptible);
  }

  hadRoomFor(agent: number, { taken, takenUrgently }: Load): boolean {
    return (this.interruptible ? taken : takenUrgently) + this.weightFor(agent) <= this.everybody.capacity[agent]!;
  }

  scoreOf(agent: number): number {
    let score = 0;
    if (this.bySkills) for (const key of this.demand.needed) score += levelOf(this.everybody.facts[agent]!, key, this.demand);
    return score;
  }

  /** Some of those who came next in a decision, in that order. */
  behind(most: number, picked: number, decision: number): readonly number[] {
    const next: Rank[] = [];
    for (const agent of this.ranking.some(most + 1)) {
      if (agent === picked) continue;
      const one = { agent, score: this.scoreOf(agent), taken: this.everybody.loadAt(agent, decision).taken };
      let place = next.length;
      while (place > 0 && isBefore(one, next[place - 1]!)) place -= 1;
      if (place < most) next.splice(place, 0, one);
      if (next.length > most) next.pop();
    }
    return next.map(({ agent }) => agent);
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
    for (const agent of this.agents) {
      const verdict = this.fitness.whyUnfit(agent);
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
