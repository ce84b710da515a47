import { CONVERSATION, type ConversationEvent } from '@madoguchi/conversation';
import { categoryOf, idOf, type Recorded, type RecordedEvent } from '@madoguchi/event-sourcing';
import { AGENT, type AgentEvent, type AgentThen, type HoursThen, QUEUE, type QueueThen, type RecordedPeriod } from '@madoguchi/routing';
import type { RoutingAgentRow } from '../routing/routing-agent-row.entity.js';
import type { RoutingQueueRow } from '../routing/routing-queue-row.entity.js';
import { candidate } from '../routing/waiting-conversations.js';
import { DecidingAgain, type IdentityRun } from './identity-run.js';
import { RoutingInMemory } from './routing-in-memory.js';
import { WaitsInPeriod } from './waits-in-period.js';

export interface ReadPeriod {
  readonly period: RecordedPeriod;
  readonly hours: HoursThen;
  readonly identity: IdentityRun;
}

/**
 * Reads the log from its beginning, because what holds at the beginning of the period comes from before; keeps of it what is open, and of
 * the period a short record of each wait. Every decision of the router in it is made again on the way.
 */
export class PeriodReader {
  private readonly routing: RoutingInMemory;
  private readonly again = new DecidingAgain();
  private readonly waits: WaitsInPeriod;
  private readonly queueChanges: { at: number; queue: QueueThen }[] = [];
  private readonly agentChanges: { at: number; agent: AgentThen }[] = [];
  private beginning?: Pick<RecordedPeriod, 'queues' | 'agents'>;

  /**
   * @param from milliseconds since 1970; what happened before `to` belongs to the period
   * @param reopenDays see RoutingInMemory
   */
  constructor(
    private readonly from: number,
    private readonly to: number,
    reopenDays = 0,
  ) {
    this.routing = new RoutingInMemory(reopenDays);
    this.waits = new WaitsInPeriod(this.routing, from);
  }

  /** In the order of the log; of every category. */
  add(event: RecordedEvent): void {
    const at = Date.parse(event.metadata.occurredAt);
    if (at >= this.to) return;
    if (at >= this.from) this.begin();
    if (!this.beginning) {
      this.routing.fold(event);
      return;
    }
    const category = categoryOf(event.stream);
    if (category === CONVERSATION) {
      this.waits.addConversationEvent(event as Recorded<ConversationEvent>, at);
    } else if (category === AGENT) {
      this.addAgentEvent(event as Recorded<AgentEvent>, at);
    } else {
      this.routing.fold(event);
      const queue = category === QUEUE ? this.routing.rows.queues.get(idOf(event.stream)) : undefined;
      if (queue) this.queueChanges.push({ at, queue: queueThen(queue) });
    }
  }

  end(): ReadPeriod {
    this.begin();
    const { from, to, queueChanges, agentChanges } = this;
    const { waits, otherWork } = this.waits.all();
    const byTime = <One extends { readonly at: number }>(changes: One[]) => changes.sort((one, other) => one.at - other.at);
    return {
      period: { from, to, ...this.beginning!, queueChanges: byTime(queueChanges), agentChanges: byTime(agentChanges), waits, otherWork },
      hours: this.routing.hours(),
      identity: this.again.result(),
    };
  }

  private begin(): void {
    if (this.beginning) return;
    const { queues, agents } = this.routing.rows;
    this.beginning = { queues: [...queues.values()].map(queueThen), agents: [...agents.values()].map(agentThen) };
    this.waits.begin();
  }

  private addAgentEvent(event: Recorded<AgentEvent>, at: number): void {
    if (event.type === 'WorkOffered') this.again.look(this.routing, event);
    this.waits.addAgentEvent(event, at);
    if (event.type === 'AgentRegistered' || event.type === 'AgentChanged' || event.type === 'PresenceChanged') {
      const row = this.routing.rows.agents.get(idOf(event.stream));
      if (row) this.agentChanges.push({ at, agent: agentThen(row) });
    }
  }
}

const queueThen = ({ id, policy, policyVersion, offerSeconds }: RoutingQueueRow): QueueThen => ({
  queueId: id,
  policy,
  policyVersion,
  offerSeconds,
});

const agentThen = (row: RoutingAgentRow): AgentThen => {
  const { taken: _, takenUrgently: __, version: ___, ...facts } = candidate(row, true);
  return { ...facts, workingHoursId: row.workingHoursId };
};
