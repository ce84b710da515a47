import type { AgentNow, AgentsNow } from './agent-now.js';
import { demandOf, isOverdue, ringAt } from './demand.js';
import type { QueueNow, WaitingConversation } from './inputs.js';
import { Lane } from './lane.js';

/** The conversations of one queue, by what they ask for now. */
export class Lanes {
  /** Milliseconds: what its priority is worth. */
  readonly headStart: number;
  /** Somebody may be given its conversations now. */
  readonly isServed: boolean;

  private readonly agents: AgentNow[] = [];
  /** By ring, 0 for those who waited too long; then by what else they ask for. */
  private readonly byRing: Map<string, Lane>[] = [];
  private weighted: boolean | undefined;

  constructor(
    private readonly queue: QueueNow,
    private readonly everybody: AgentsNow,
    private readonly now: number,
  ) {
    const { priority, outsideHours } = queue.policy;
    this.headStart = priority.level * priority.secondsPerLevel * 1_000;
    this.isServed = !(queue.closed && outsideHours === 'wait');
  }

  /** Before the first conversation is asked about. */
  enter(agent: AgentNow): void {
    this.agents.push(agent);
  }

  /** @param queuedAt milliseconds */
  of(conversation: WaitingConversation, queuedAt: number): Lane {
    const { queue } = this;
    const waited = Math.max(0, (this.now - queuedAt) / 1_000);
    const overdue = isOverdue(queue, waited);
    const ring = ringAt(queue.policy.rings, waited);
    const lanes = (this.byRing[overdue ? 0 : ring] ??= new Map());
    const key = this.keyOf(conversation);
    const known = lanes.get(key);
    if (known) return known;
    const channel = this.isWeighted() ? conversation.channel : undefined;
    const lane = new Lane(queue, demandOf(conversation, queue, ring, overdue), this.agents, this.everybody, channel);
    lanes.set(key, lane);
    return lane;
  }

  private keyOf({ channel, language, skills }: WaitingConversation): string {
    const spoken = this.queue.policy.requires.languageLevel === null ? '' : (language ?? '');
    if (!this.isWeighted() && !skills?.length) return spoken;
    return JSON.stringify([spoken, this.isWeighted() ? channel : '', skills ?? []]);
  }

  /** Whether it matters by which channel a conversation comes. */
  private isWeighted(): boolean {
    const { weights, interruptible } = this.queue.policy;
    return (this.weighted ??=
      Object.keys(weights).length > 0 ||
      interruptible.length > 0 ||
      this.agents.some(({ facts }) => facts.weights !== undefined && Object.keys(facts.weights).length > 0));
  }
}
