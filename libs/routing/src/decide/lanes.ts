import type { AgentsNow } from './agents-now.js';
import { demandOf, ringAt } from './demand.js';
import type { QueueNow, WaitingConversation } from './inputs.js';
import { Lane } from './lane.js';

/** The conversations of one queue, by what they ask for now. */
export class Lanes {
  /** Milliseconds: what its priority is worth. */
  readonly headStart: number;
  private readonly overdueSeconds: number;
  /** Whether it matters which language the customer speaks, and by which channel a conversation comes. */
  private readonly bySpeech: boolean;
  private readonly byChannel: boolean;
  /** By ring, those who waited too long after the others; then by what else they ask for. */
  private readonly byRing: Map<string, Lane>[] = [];

  /** @param agents who serve the queue, in the order of their numbers @param now milliseconds */
  constructor(
    private readonly queue: QueueNow,
    private readonly agents: readonly number[],
    private readonly everybody: AgentsNow,
    private readonly now: number,
  ) {
    const { priority, longestWaitSeconds, requires, weights, interruptible } = queue.policy;
    this.headStart = priority.level * priority.secondsPerLevel * 1_000;
    this.overdueSeconds = longestWaitSeconds ?? Infinity;
    this.bySpeech = requires.languageLevel !== null;
    const agentsDiffer = () => agents.some((agent) => Object.keys(everybody.facts[agent]!.weights ?? {}).length > 0);
    this.byChannel = Object.keys(weights).length > 0 || interruptible.length > 0 || agentsDiffer();
  }

  of(conversation: WaitingConversation): Lane {
    const { rings } = this.queue.policy;
    const waited = Math.max(0, (this.now - conversation.queuedAt) / 1_000);
    const ring = ringAt(rings, waited);
    const overdue = waited >= this.overdueSeconds;
    const lanes = (this.byRing[overdue ? rings.length + ring : ring] ??= new Map());
    const key = this.keyOf(conversation);
    let lane = lanes.get(key);
    if (!lane) {
      const channel = this.byChannel ? conversation.channel : undefined;
      lane = new Lane(this.queue, demandOf(conversation, this.queue, ring, overdue), this.agents, this.everybody, channel);
      lanes.set(key, lane);
    }
    return lane;
  }

  private keyOf({ channel, language = '', skills }: WaitingConversation): string {
    const spoken = this.bySpeech ? language : '';
    const asked = this.byChannel ? `${channel} ${spoken}` : spoken;
    return skills?.length ? JSON.stringify([asked, ...skills]) : asked;
  }
}
