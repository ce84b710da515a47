import type { OfferExplanation } from '@madoguchi/conversation';
import { type AgentNow, AgentsNow } from './agent-now.js';
import { type Decided, explain } from './explain.js';
import type { Candidate, QueueNow, WaitingConversation } from './inputs.js';
import type { Lane } from './lane.js';
import { Lanes } from './lanes.js';

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
  /** Made when it is read; tells of the moment of the decision. */
  readonly explanation: OfferExplanation;
}

/** Its explanation is made when it is read. */
class Made implements Decision {
  readonly conversationId: string;
  readonly queueId: string;
  readonly agentId: string;
  readonly interruptible: boolean;
  readonly autoAccept: boolean;
  readonly #decided: Decided;

  constructor(
    decided: Decided,
    readonly weight: number,
  ) {
    this.#decided = decided;
    const { waiting, chosen, lane } = decided;
    this.conversationId = waiting.conversationId;
    this.queueId = waiting.queueId;
    this.agentId = chosen.agentId;
    this.interruptible = lane.interruptible;
    this.autoAccept = lane.queue.policy.autoAccept;
  }

  get explanation(): OfferExplanation {
    return explain(this.#decided);
  }

  /** With the explanation, as it is recorded. */
  toJSON(): Decision {
    const { conversationId, queueId, agentId, weight, interruptible, autoAccept, explanation } = this;
    return { conversationId, queueId, agentId, weight, interruptible, autoAccept, explanation };
  }
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
  private readonly everybody: AgentsNow;
  private readonly agents = new Map<string, AgentNow>();
  private readonly queues = new Map<string, Lanes>();
  private readonly turns: Turn[] = [];
  private readonly now: number;
  private at = 0;

  constructor(agents: Iterable<Candidate>, queues: Iterable<QueueNow>, waiting: Iterable<WaitingConversation>, now: Date) {
    this.now = now.getTime();
    this.everybody = new AgentsNow(agents);
    for (const queue of queues) this.queues.set(queue.queueId, new Lanes(queue, this.everybody, this.now));
    for (const agent of this.everybody.all) this.enter(agent);
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
    this.agents.set(agent.agentId, agent);
    for (const queueId of agent.facts.queueIds) this.queues.get(queueId)?.enter(agent);
  }

  private queueUp(conversation: WaitingConversation): void {
    const lanes = this.queues.get(conversation.queueId);
    if (!lanes?.isServed) return;
    const { waitingSince, queuedAt } = conversation;
    const since = Date.parse(waitingSince);
    const lane = lanes.of(conversation, queuedAt === waitingSince ? since : Date.parse(queuedAt));
    this.turns.push({ conversation, lane, since, turn: since - lanes.headStart });
  }

  private decide(turn: Turn): Decision | undefined {
    const { conversation, lane } = turn;
    const { keptUntil, hadBefore, preferredAgentId } = conversation;
    const preferred = preferredAgentId === undefined ? undefined : this.preferredOf(lane, conversation, preferredAgentId);
    if (preferred) return this.place(turn, preferred, PREFERRED);
    if (keptUntil !== undefined && Date.parse(keptUntil) > this.now) return undefined;
    const pick = lane.pick(hadBefore);
    return pick && this.place(turn, pick.agent, ruleOf(lane, pick.lastResort));
  }

  /** Who was named need not fit the ring, but must be there, serve the queue and have room. Who declined it is asked like everybody else. */
  private preferredOf(lane: Lane, { hadBefore, queueId }: WaitingConversation, preferredAgentId: string): AgentNow | undefined {
    if (hadBefore.includes(preferredAgentId)) return undefined;
    const agent = this.agents.get(preferredAgentId);
    if (!agent || agent.facts.presence !== 'available' || !agent.facts.queueIds.includes(queueId)) return undefined;
    return lane.hasRoomFor(agent) ? agent : undefined;
  }

  private place({ conversation, lane, since }: Turn, chosen: AgentNow, rule: string): Decision {
    const { interruptible } = lane;
    const weight = lane.weightFor(chosen);
    const waitedSeconds = Math.max(0, Math.floor((this.now - since) / 1_000));
    const decision = this.at;
    this.everybody.take(chosen, decision, weight, interruptible);
    return new Made({ decision, lane, waiting: conversation, chosen, rule, waitedSeconds }, weight);
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
