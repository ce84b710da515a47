import { decide } from '../decide/decide.js';
import { ringAt } from '../decide/demand.js';
import { Heap } from '../decide/heap.js';
import type { QueueNow, WaitingConversation } from '../decide/inputs.js';
import type { Decision } from '../decide/room.js';
import { WHOLE_PLACE } from '../weights.js';
import type { AgentThen, HoursThen, OtherWork, QueueThen } from './recorded-period.js';
import { type SimulatedAgent, SimulatedAgents } from './simulated-agents.js';
import { type Waiter, WaitingLines } from './waiting-lines.js';

/** A wait that is played again. */
export interface Player extends Waiter {
  state: 'waiting' | 'offered' | 'taken' | 'left';
  /** What is looked at later is about another stay in the line when this has grown. */
  stays: number;
  offer?: { readonly agent: SimulatedAgent; readonly weight: number; readonly interruptible: boolean };
}

/** What a person does with an offer, and how long after it. */
export type Reaction<One> = (
  player: One,
  decision: Decision,
  offeredAt: number,
  patienceMs: number,
) => { readonly accepts: boolean; readonly afterMs: number };

export interface Played {
  readonly decision: Decision;
  readonly ring: number;
  readonly offeredAt: number;
  readonly takenAt: number;
}

interface Planned {
  readonly at: number;
  readonly order: number;
  readonly happen: () => void;
}

export interface PlayRules<One> {
  readonly hours: HoursThen;
  readonly react: Reaction<One>;
  /** @returns how long it keeps the place */
  readonly taken: (player: One, played: Played) => number;
}

/**
 * A centre in which the real decision gives out work and only time and people are played. Nothing looks at all who wait: after each thing
 * that happens only that is decided which it can have changed.
 */
export class SimulatedCentre<One extends Player> {
  private now = 0;
  private planned = 0;
  private readonly plan = new Heap<Planned>((one, other) => (one.at !== other.at ? one.at < other.at : one.order < other.order));
  private readonly queues = new Map<string, QueueThen>();
  private readonly agents = new SimulatedAgents();
  private readonly lines = new WaitingLines<One>();
  private readonly players = new Map<string, One>();
  private readonly open = new Map<string, boolean>();

  constructor(private readonly rules: PlayRules<One>) {}

  at(moment: number, happen: () => void): void {
    this.plan.push({ at: moment, order: (this.planned += 1), happen });
  }

  /** From moment to moment, until there is nothing more to do before the end. */
  run(from: number, to: number): void {
    this.now = from;
    for (let next = this.plan.first(); next && next.at < to; next = this.plan.first()) {
      this.plan.pop();
      this.now = next.at;
      next.happen();
    }
  }

  setQueue(queue: QueueThen): void {
    this.queues.set(queue.queueId, queue);
    this.watchHours(queue.policy.businessHoursId);
    for (const player of this.lines.in(queue.queueId)) this.watch(player);
    this.fillQueue(queue.queueId);
  }

  setAgent(facts: AgentThen): void {
    this.watchHours(facts.workingHoursId);
    const agent = this.agents.set(facts, this.isOpen(facts.workingHoursId));
    if (agent.presence !== 'available') this.withdrawOffersOf(agent);
    this.fill(agent);
  }

  /** Work that the agent has anyway, from now on. */
  hold({ agentId, weight, interruptible, releasedAt }: OtherWork): void {
    const agent = this.agents.get(agentId);
    if (!agent) return;
    this.agents.take(agent, weight, interruptible);
    if (releasedAt !== undefined) this.at(releasedAt, () => this.free(agent, weight, interruptible));
  }

  join(player: One): void {
    this.players.set(player.asked.conversationId, player);
    this.wait(player);
  }

  /** What it asks for changes, if it still waits. */
  change(player: One, change: (asked: WaitingConversation) => WaitingConversation): void {
    if (player.state === 'taken' || player.state === 'left') return;
    const inLine = player.state === 'waiting';
    if (inLine) this.lines.remove(player);
    player.asked = change(player.asked);
    if (inLine) this.wait(player);
  }

  leave(player: One): void {
    if (player.state === 'taken') return;
    this.lines.remove(player);
    player.state = 'left';
    this.players.delete(player.asked.conversationId);
    const agent = player.offer?.agent;
    this.endOffer(player);
    if (agent) this.fill(agent);
  }

  /** The agent takes it from the line, if there is room. */
  claim(player: One, agentId: string, weight: number, interruptible: boolean, rule: string): void {
    const agent = this.agents.get(agentId);
    if (
      player.state !== 'waiting' ||
      !agent ||
      !this.queues.has(player.asked.queueId) ||
      !this.agents.hasRoom(agent, weight, interruptible)
    )
      return;
    this.lines.remove(player);
    const { conversationId, queueId } = player.asked;
    const explanation = { rule, waitedSeconds: Math.floor((this.now - player.since) / 1_000), candidates: [] };
    this.take(player, { conversationId, queueId, agentId, weight, interruptible, autoAccept: true, explanation }, agent, this.now);
  }

  private withdrawOffersOf(agent: SimulatedAgent): void {
    const offered = [...this.players.values()].filter(({ offer }) => offer?.agent === agent);
    for (const player of offered) this.endOffer(player);
    for (const player of offered) this.wait(player);
  }

  private endOffer(player: One): void {
    const { offer } = player;
    delete player.offer;
    if (offer) this.agents.release(offer.agent, offer.weight, offer.interruptible);
  }

  private wait(player: One): void {
    player.state = 'waiting';
    this.lines.add(player);
    this.decide([player.asked], this.agents.of(player.asked.queueId), [player.asked.queueId]);
    this.watch(player);
  }

  /** Whoever is free gets what waits longest in their queues. */
  private fill(agent: SimulatedAgent): void {
    while (agent.presence === 'available' && !agent.offDuty) {
      const places = Math.ceil((agent.capacity * WHOLE_PLACE - agent.takenUrgently) / WHOLE_PLACE);
      const next = agent.queueIds.flatMap((queueId) => this.lines.first(queueId, places));
      if (!this.decide(next, [agent], agent.queueIds)) return;
    }
  }

  private fillQueue(queueId: string): void {
    const agents = this.agents.of(queueId);
    const places = agents.reduce((sum, { capacity }) => sum + capacity, 0);
    this.decide(this.lines.first(queueId, places), agents, [queueId]);
  }

  /** @returns whether anything was given out */
  private decide(waiting: readonly WaitingConversation[], agents: readonly SimulatedAgent[], queueIds: readonly string[]): boolean {
    if (waiting.length === 0) return false;
    const free = this.agents.free(agents);
    if (free.length === 0) return false;
    const queues = queueIds.flatMap((queueId) => this.queueNow(queueId) ?? []);
    const decisions = decide({ waiting, agents: free, queues }, new Date(this.now));
    for (const decision of decisions) this.offer(this.players.get(decision.conversationId)!, decision);
    return decisions.length > 0;
  }

  private offer(player: One, decision: Decision): void {
    const { agentId, weight, interruptible, autoAccept, queueId } = decision;
    const agent = this.agents.get(agentId)!;
    const offeredAt = this.now;
    this.lines.remove(player);
    if (autoAccept) return this.take(player, decision, agent, offeredAt);
    this.agents.take(agent, weight, interruptible);
    player.state = 'offered';
    const offer = { agent, weight, interruptible };
    player.offer = offer;
    const { accepts, afterMs } = this.rules.react(player, decision, offeredAt, this.queues.get(queueId)!.offerSeconds * 1_000);
    this.at(offeredAt + afterMs, () => {
      if (player.offer !== offer) return;
      this.endOffer(player);
      if (accepts) return this.take(player, decision, agent, offeredAt);
      player.asked = { ...player.asked, hadBefore: [...player.asked.hadBefore, agentId] };
      this.wait(player);
      this.fill(agent);
    });
  }

  private take(player: One, decision: Decision, agent: SimulatedAgent, offeredAt: number): void {
    const { weight, interruptible } = decision;
    this.agents.take(agent, weight, interruptible);
    agent.lastAssignedAt = new Date(this.now).toISOString();
    player.state = 'taken';
    this.players.delete(player.asked.conversationId);
    const ring = ringAt(this.queues.get(decision.queueId)!.policy.rings, (offeredAt - player.asked.queuedAt) / 1_000);
    const keptMs = this.rules.taken(player, { decision, ring, offeredAt, takenAt: this.now });
    this.at(this.now + keptMs, () => this.free(agent, weight, interruptible));
  }

  private free(agent: SimulatedAgent, weight: number, interruptible: boolean): void {
    this.agents.release(agent, weight, interruptible);
    this.fill(agent);
  }

  /** Looks at one who waits when its ring grows, when it is kept for nobody any more, when it has waited too long, when it overflows. */
  private watch(player: One): void {
    const next = this.nextMomentOf(player);
    const stay = (player.stays += 1);
    if (next === undefined) return;
    this.at(next, () => {
      if (player.state !== 'waiting' || player.stays !== stay) return;
      const overflow = this.overflowOf(player);
      if (overflow && this.now >= overflow.at) {
        const queuedAt = this.now;
        return this.change(player, (asked) => ({ ...asked, queueId: overflow.queueId, queuedAt }));
      }
      this.decide([player.asked], this.agents.of(player.asked.queueId), [player.asked.queueId]);
      if (player.state === 'waiting') this.watch(player);
    });
  }

  private nextMomentOf(player: One): number | undefined {
    const policy = this.queues.get(player.asked.queueId)?.policy;
    if (!policy) return undefined;
    const { queuedAt, keptUntil } = player.asked;
    let next = Infinity;
    const consider = (moment: number) => {
      if (moment > this.now && moment < next) next = moment;
    };
    let begun = queuedAt;
    for (const { seconds } of policy.rings.slice(0, -1)) consider((begun += seconds * 1_000));
    if (policy.longestWaitSeconds !== null) consider(queuedAt + policy.longestWaitSeconds * 1_000);
    if (keptUntil !== undefined) consider(keptUntil);
    const overflow = this.overflowOf(player);
    if (overflow) consider(Math.max(overflow.at, this.now + 1));
    return next === Infinity ? undefined : next;
  }

  private overflowOf({ asked }: One): { readonly at: number; readonly queueId: string } | undefined {
    const overflow = this.queues.get(asked.queueId)?.policy.overflow;
    if (!overflow || !this.queues.has(overflow.queueId)) return undefined;
    return { at: asked.queuedAt + overflow.afterSeconds * 1_000, queueId: overflow.queueId };
  }

  private queueNow(queueId: string): QueueNow | undefined {
    const queue = this.queues.get(queueId);
    if (!queue) return undefined;
    return this.isOpen(queue.policy.businessHoursId) ? queue : { ...queue, closed: true };
  }

  private isOpen(hoursId: string | null): boolean {
    return hoursId === null || (this.open.get(hoursId) ?? true);
  }

  private watchHours(hoursId: string | null): void {
    if (hoursId === null || this.open.has(hoursId)) return;
    this.open.set(hoursId, this.rules.hours.isOpen(hoursId, this.now));
    this.planChange(hoursId);
  }

  private planChange(hoursId: string): void {
    const change = this.rules.hours.nextChange(hoursId, this.now);
    if (change === undefined) return;
    this.at(change, () => {
      const open = this.rules.hours.isOpen(hoursId, this.now);
      this.open.set(hoursId, open);
      for (const agent of this.agents.setDuty(hoursId, open)) this.fill(agent);
      for (const { queueId, policy } of this.queues.values()) if (policy.businessHoursId === hoursId) this.fillQueue(queueId);
      this.planChange(hoursId);
    });
  }
}
