import type { OfferExplanation } from '@madoguchi/conversation';
import { demandOf, isOverdue, ringAt, secondsBetween } from './demand.js';
import { explain } from './explain.js';
import { type AgentNow, agentNow } from './fits.js';
import type { Candidate, QueueNow, WaitingConversation } from './inputs.js';
import { Lane } from './lane.js';

export const RULE = 'fewest conversations, then longest without a new one';
export const LAST_RESORT = `${RULE}; nobody is free who did not have it before`;
export const HIGHEST_SKILLS = `highest skills, then ${RULE}`;
export const HIGHEST_SKILLS_LAST_RESORT = `highest skills, then ${LAST_RESORT}`;
export const PREFERRED = 'the agent who had it before or was named';

/** One conversation for one agent, and why. */
export interface Decision {
  readonly conversationId: string;
  readonly queueId: string;
  readonly agentId: string;
  /** Hundredths of a place. */
  readonly weight: number;
  readonly interruptible: boolean;
  readonly autoAccept: boolean;
  readonly explanation: OfferExplanation;
}

interface Turn {
  readonly conversation: WaitingConversation;
  readonly lane: Lane;
  /** Milliseconds: when it began to wait. */
  readonly since: number;
  /** The same, less what priority is worth. */
  readonly turn: number;
}

/**
 * All that is to be decided at one moment: who waits, who is there, and the policies. Conversations have their turn in the order in which
 * they began to wait, priority counted in, over all queues, because one agent may serve several of them. Those that ask for the same share a
 * lane, in which the best agent is at hand; when nobody is left in a lane, nobody looks there again.
 */
export class Room {
  private readonly agents = new Map<string, AgentNow>();
  private readonly byQueue = new Map<string, AgentNow[]>();
  private readonly queues: ReadonlyMap<string, QueueNow>;
  private readonly weighted = new Map<string, boolean>();
  private readonly lanes = new Map<string, Lane>();
  private readonly turns: Turn[] = [];
  private at = 0;

  constructor(
    agents: Iterable<Candidate>,
    queues: Iterable<QueueNow>,
    waiting: Iterable<WaitingConversation>,
    private readonly now: Date,
  ) {
    this.queues = new Map([...queues].map((queue) => [queue.queueId, queue]));
    for (const facts of agents) this.enter(agentNow(facts));
    for (const conversation of waiting) this.queueUp(conversation);
    this.turns.sort(byTurn);
  }

  /** Undefined: what still waits fits nobody who is free. */
  next(): Decision | undefined {
    while (this.at < this.turns.length) {
      const decision = this.decide(this.turns[this.at++]!);
      if (decision) return decision;
    }
    return undefined;
  }

  private enter(agent: AgentNow): void {
    this.agents.set(agent.facts.agentId, agent);
    for (const queueId of agent.facts.queueIds) {
      const members = this.byQueue.get(queueId);
      if (members) members.push(agent);
      else this.byQueue.set(queueId, [agent]);
    }
  }

  private queueUp(conversation: WaitingConversation): void {
    const queue = this.queues.get(conversation.queueId);
    if (!queue || (queue.closed && queue.policy.outsideHours === 'wait')) return;
    const { level, secondsPerLevel } = queue.policy.priority;
    const since = Date.parse(conversation.waitingSince);
    this.turns.push({ conversation, lane: this.laneOf(conversation, queue), since, turn: since - level * secondsPerLevel * 1_000 });
  }

  private laneOf(conversation: WaitingConversation, queue: QueueNow): Lane {
    const { language, skills, queueId } = conversation;
    const waited = secondsBetween(conversation.queuedAt, this.now);
    const overdue = isOverdue(queue, waited);
    const ring = ringAt(queue.policy.rings, waited);
    const channel = this.hasWeights(queue) ? conversation.channel : undefined;
    const spoken = queue.policy.requires.languageLevel === null ? '' : (language ?? '');
    const key = `${queueId} ${overdue ? 'overdue' : ring} ${channel ?? ''} ${spoken} ${skills?.length ? JSON.stringify(skills) : ''}`;
    const known = this.lanes.get(key);
    if (known) return known;
    const lane = new Lane(queue, demandOf(conversation, queue, ring, overdue), this.byQueue.get(queueId) ?? [], channel);
    this.lanes.set(key, lane);
    return lane;
  }

  /** Whether it matters by which channel a conversation of this queue comes. */
  private hasWeights({ queueId, policy }: QueueNow): boolean {
    const known = this.weighted.get(queueId);
    if (known !== undefined) return known;
    const ofQueue = Object.keys(policy.weights).length > 0 || policy.interruptible.length > 0;
    const weighted = ofQueue || (this.byQueue.get(queueId) ?? []).some(({ facts }) => Object.keys(facts.weights ?? {}).length > 0);
    this.weighted.set(queueId, weighted);
    return weighted;
  }

  private decide(turn: Turn): Decision | undefined {
    const { conversation, lane } = turn;
    const preferred = this.preferredOf(lane, conversation);
    if (preferred) return this.place(turn, preferred, PREFERRED);
    const { keptUntil, hadBefore } = conversation;
    if (keptUntil !== undefined && Date.parse(keptUntil) > this.now.getTime()) return undefined;
    const pick = lane.pick(hadBefore);
    return pick && this.place(turn, pick.agent, ruleOf(lane, pick.lastResort));
  }

  /** Who was named need not fit the ring, but must be there, serve the queue and have room. Who declined it is asked like everybody else. */
  private preferredOf(lane: Lane, { preferredAgentId, hadBefore, queueId }: WaitingConversation): AgentNow | undefined {
    if (preferredAgentId === undefined || hadBefore.includes(preferredAgentId)) return undefined;
    const agent = this.agents.get(preferredAgentId);
    if (!agent || agent.facts.presence !== 'available' || !agent.facts.queueIds.includes(queueId)) return undefined;
    return lane.hasRoomFor(agent) ? agent : undefined;
  }

  private place({ conversation, lane, since }: Turn, agent: AgentNow, rule: string): Decision {
    const { conversationId, queueId } = conversation;
    const { interruptible } = lane.demand;
    const weight = lane.weightFor(agent.facts);
    const waitedSeconds = Math.max(0, Math.floor((this.now.getTime() - since) / 1_000));
    const explanation = explain(lane, conversation, agent, rule, waitedSeconds);
    agent.taken += weight;
    if (!interruptible) agent.takenUrgently += weight;
    const { autoAccept } = lane.queue.policy;
    return { conversationId, queueId, agentId: agent.facts.agentId, weight, interruptible, autoAccept, explanation };
  }
}

const ruleOf = ({ queue }: Lane, lastResort: boolean): string => {
  if (queue.policy.order === 'highest skills') return lastResort ? HIGHEST_SKILLS_LAST_RESORT : HIGHEST_SKILLS;
  return lastResort ? LAST_RESORT : RULE;
};

const byTurn = (one: Turn, other: Turn): number => {
  if (one.turn !== other.turn) return one.turn - other.turn;
  return one.conversation.conversationId < other.conversation.conversationId ? -1 : 1;
};
