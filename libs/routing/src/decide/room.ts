import type { OfferExplanation } from '@madoguchi/conversation';
import { AgentsNow } from './agents-now.js';
import { type Decided, explain } from './explain.js';
import { inOrder } from './in-order.js';
import type { Candidate, QueueNow, WaitingConversation } from './inputs.js';
import type { Lane } from './lane.js';
import { Lanes } from './lanes.js';
import { NOBODY } from './ranking.js';

export const RULE = 'fewest conversations, then longest without a new one';
export const LAST_RESORT = `${RULE}; nobody is free who did not have it before`;
export const HIGHEST_SKILLS = `highest skills, then ${RULE}`;
export const HIGHEST_SKILLS_LAST_RESORT = `highest skills, then ${LAST_RESORT}`;
export const PREFERRED = 'the agent who had it before or was named';

const EVERYBODY_IS_NEW: readonly string[] = [];

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

/** No more than what was decided: a round makes many of them. What follows from it is found out when it is read. */
class Made implements Decision, Decided {
  constructor(
    readonly number: number,
    readonly lane: Lane,
    readonly waiting: WaitingConversation,
    readonly chosen: number,
    readonly weight: number,
    readonly rule: string,
    readonly waitedSeconds: number,
  ) {}

  get conversationId(): string {
    return this.waiting.conversationId;
  }

  get queueId(): string {
    return this.waiting.queueId;
  }

  get agentId(): string {
    return this.lane.everybody.facts[this.chosen]!.agentId;
  }

  get interruptible(): boolean {
    return this.lane.interruptible;
  }

  get autoAccept(): boolean {
    return this.lane.queue.policy.autoAccept;
  }

  get explanation(): OfferExplanation {
    return explain(this);
  }

  /** With the explanation, as it is recorded. */
  toJSON(): Decision {
    const { conversationId, queueId, agentId, weight, interruptible, autoAccept, explanation } = this;
    return { conversationId, queueId, agentId, weight, interruptible, autoAccept, explanation };
  }
}

/**
 * All that is to be decided at one moment: who waits, who is there, and the policies. Conversations have their turn in the order in which
 * they began to wait, priority counted in, over all queues, because one agent may serve several of them. Those that ask for the same share a
 * lane, in which the best agent is at hand; when nobody is left in a lane, nobody looks there again.
 */
export class Room {
  private readonly everybody: AgentsNow;
  private readonly now: number;
  private readonly waiting: readonly WaitingConversation[];
  /**
   * Of each who waits, in the same order; undefined: nobody may be given it now. What is needed at its turn is kept apart from it, because
   * conversations are all over the memory.
   */
  private readonly lanes: (Lane | undefined)[];
  private readonly since: Float64Array;
  /** 1: somebody had it before, or should have it. */
  private readonly isPersonal: Uint8Array;
  /** Who comes when: places in these lists. */
  private readonly order: Uint32Array;
  private at = 0;

  constructor(agents: Iterable<Candidate>, queues: Iterable<QueueNow>, waiting: Iterable<WaitingConversation>, now: Date) {
    this.now = now.getTime();
    this.everybody = new AgentsNow(agents);
    const served = this.servedOf(queues);
    this.waiting = [...waiting];
    const count = this.waiting.length;
    this.lanes = new Array<Lane | undefined>(count);
    this.since = new Float64Array(count);
    this.isPersonal = new Uint8Array(count);
    const turns = new Float64Array(count);
    for (let place = 0; place < count; place += 1) {
      const conversation = this.waiting[place]!;
      const lanes = served.get(conversation.queueId);
      this.lanes[place] = lanes?.of(conversation);
      this.since[place] = conversation.waitingSince;
      this.isPersonal[place] = isPersonal(conversation) ? 1 : 0;
      turns[place] = conversation.waitingSince - (lanes?.headStart ?? 0);
    }
    this.order = inOrder(turns, (place) => this.waiting[place]!.conversationId);
  }

  /** Undefined: what still waits fits nobody who is free. */
  next(): Decision | undefined {
    while (this.at < this.order.length) {
      const decision = this.decide(this.order[this.at++]!);
      if (decision) return decision;
    }
    return undefined;
  }

  /** The queues whose conversations somebody may be given now. */
  private servedOf(queues: Iterable<QueueNow>): ReadonlyMap<string, Lanes> {
    const agents = this.everybody.byQueue();
    const served = new Map<string, Lanes>();
    for (const queue of queues) {
      const isShut = queue.closed && queue.policy.outsideHours === 'wait';
      if (!isShut) served.set(queue.queueId, new Lanes(queue, agents.get(queue.queueId) ?? [], this.everybody, this.now));
    }
    return served;
  }

  private decide(place: number): Decision | undefined {
    const lane = this.lanes[place];
    if (!lane) return undefined;
    if (!this.isPersonal[place]) return this.give(place, lane, lane.pick(EVERYBODY_IS_NEW), ruleOf(lane, false));
    const conversation = this.waiting[place]!;
    const { keptUntil, hadBefore } = conversation;
    const preferred = this.preferredOf(lane, conversation);
    if (preferred !== NOBODY) return this.give(place, lane, preferred, PREFERRED);
    if (keptUntil !== undefined && keptUntil > this.now) return undefined;
    const chosen = lane.pick(hadBefore);
    return this.give(place, lane, chosen, ruleOf(lane, hadBefore.includes(this.everybody.facts[chosen]?.agentId ?? '')));
  }

  /** Who was named need not fit the ring, but must be there, serve the queue and have room. Who declined it is asked like everybody else. */
  private preferredOf(lane: Lane, { hadBefore, queueId, preferredAgentId }: WaitingConversation): number {
    if (preferredAgentId === undefined || hadBefore.includes(preferredAgentId)) return NOBODY;
    const agent = this.everybody.numberOf(preferredAgentId) ?? NOBODY;
    const facts = this.everybody.facts[agent];
    if (facts?.presence !== 'available' || !facts.queueIds.includes(queueId)) return NOBODY;
    return lane.hasRoomFor(agent) ? agent : NOBODY;
  }

  private give(place: number, lane: Lane, chosen: number, rule: string): Decision | undefined {
    if (chosen === NOBODY) return undefined;
    const weight = lane.weightFor(chosen);
    const waitedSeconds = Math.max(0, Math.floor((this.now - this.since[place]!) / 1_000));
    const number = this.everybody.take(chosen, weight, lane.interruptible);
    return new Made(number, lane, this.waiting[place]!, chosen, weight, rule, waitedSeconds);
  }
}

const ruleOf = ({ bySkills }: Lane, lastResort: boolean): string => {
  if (bySkills) return lastResort ? HIGHEST_SKILLS_LAST_RESORT : HIGHEST_SKILLS;
  return lastResort ? LAST_RESORT : RULE;
};

const isPersonal = ({ hadBefore, preferredAgentId, keptUntil }: WaitingConversation): boolean =>
  hadBefore.length > 0 || preferredAgentId !== undefined || keptUntil !== undefined;
