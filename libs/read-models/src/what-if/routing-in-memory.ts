import { BUSINESS_HOURS, type BusinessHoursEvent, isOpen, nextChange } from '@madoguchi/accounts';
import { CONVERSATION, type ConversationEvent } from '@madoguchi/conversation';
import { categoryOf, idOf, type Recorded, type RecordedEvent } from '@madoguchi/event-sourcing';
import { AGENT, type AgentEvent, type Candidate, type HoursThen, QUEUE, type QueueEvent, type Situation } from '@madoguchi/routing';
import { foldAgentEvent, foldConversationEvent, foldHoursEvent, foldQueueEvent, type RoutingRows } from '../routing/fold-routing.js';
import type { RoutingConversationRow } from '../routing/routing-conversation-row.entity.js';
import type { RoutingOfferRow } from '../routing/routing-offer-row.entity.js';
import { candidate, queueNow } from '../routing/waiting-conversations.js';

/** Streams that matter to who gets what. */
export const ROUTED_CATEGORIES: readonly string[] = [CONVERSATION, AGENT, QUEUE, BUSINESS_HOURS];

const DAY_MS = 86_400_000;
const OVER: ReadonlySet<RoutingOfferRow['state']> = new Set(['released', 'declined', 'lapsed', 'withdrawn']);
const FEW_OWNERS = 10_000;

/** The tables of routing without a database, made by the same folds: for reading the log again. Holds what is open, not what was. */
export class RoutingInMemory {
  readonly rows: Omit<RoutingRows, 'offers'> = {
    conversations: new Map(),
    agents: new Map(),
    queues: new Map(),
    hours: new Map(),
    lastOwners: new Map(),
    closed: new Set(),
    dropped: new Set(),
  };
  private readonly offers = new Map<string, Map<string, RoutingOfferRow>>();
  private readonly byQueue = new Map<string, Set<string>>();
  private readonly candidates = new Map<string, Candidate>();
  private owners = FEW_OWNERS;

  /** @param reopenDays as far back as a customer's last owner matters, beside what policies say */
  constructor(private readonly reopenDays = 0) {}

  fold(event: RecordedEvent): void {
    switch (categoryOf(event.stream)) {
      case CONVERSATION:
        this.foldConversation(event as Recorded<ConversationEvent>);
        return;
      case AGENT:
        this.foldAgent(event as Recorded<AgentEvent>);
        return;
      case QUEUE:
        foldQueueEvent(this.with(new Map()), event as Recorded<QueueEvent>);
        return;
      case BUSINESS_HOURS:
        foldHoursEvent(this.with(new Map()), event as Recorded<BusinessHoursEvent>);
        return;
    }
  }

  /** Open, or in hand. */
  *openOffers(): Generator<RoutingOfferRow> {
    for (const offers of this.offers.values()) yield* offers.values();
  }

  /** What can be decided for this conversation alone. */
  situation(row: RoutingConversationRow | undefined, now: Date): Situation {
    const queue = row?.queueId ? this.rows.queues.get(row.queueId) : undefined;
    if (!row || !queue || row.waitingSince === null || row.queuedAt === null) return { waiting: [], agents: [], queues: [] };
    const waiting = {
      conversationId: row.id,
      queueId: queue.id,
      channel: row.channel,
      waitingSince: row.waitingSince.getTime(),
      queuedAt: row.queuedAt.getTime(),
      hadBefore: row.hadBefore,
      language: row.language ?? undefined,
      skills: row.skills,
      preferredAgentId: row.preferredAgentId ?? undefined,
      keptUntil: row.keptUntil?.getTime(),
    };
    const agents = [...(this.byQueue.get(queue.id) ?? [])].map((agentId) => this.candidate(agentId, now));
    return { waiting: [waiting], agents, queues: [queueNow(queue, this.isOpen(queue.policy.businessHoursId, now))] };
  }

  /** As they stand now, for any moment. */
  hours(): HoursThen {
    const { hours } = this.rows;
    return {
      isOpen: (hoursId, at) => this.isOpen(hoursId, new Date(at)),
      nextChange: (hoursId, at) => {
        const known = hours.get(hoursId);
        return known && nextChange(known.hours, new Date(at))?.at.getTime();
      },
    };
  }

  private foldConversation(event: Recorded<ConversationEvent>): void {
    foldConversationEvent(this.with(this.offers.get(idOf(event.stream)) ?? new Map()), event);
    this.rows.closed.clear();
    if (this.rows.lastOwners.size > this.owners) this.forgetOwners(Date.parse(event.metadata.occurredAt));
  }

  private foldAgent(event: Recorded<AgentEvent>): void {
    const id = idOf(event.stream);
    this.candidates.delete(id);
    if (event.type === 'AgentRegistered' || event.type === 'AgentChanged') this.leaveQueues(id);
    const conversationId = 'conversationId' in event.data ? event.data.conversationId : undefined;
    const offers = (conversationId !== undefined && this.offers.get(conversationId)) || new Map<string, RoutingOfferRow>();
    foldAgentEvent(this.with(offers), event);
    if (conversationId !== undefined) {
      for (const { id: offerId, state } of offers.values()) if (OVER.has(state)) offers.delete(offerId);
      if (offers.size > 0) this.offers.set(conversationId, offers);
      else this.offers.delete(conversationId);
    }
    if (event.type === 'AgentRegistered' || event.type === 'AgentChanged') this.joinQueues(id);
  }

  private with(offers: Map<string, RoutingOfferRow>): RoutingRows {
    return { ...this.rows, offers };
  }

  private leaveQueues(agentId: string): void {
    for (const queueId of this.rows.agents.get(agentId)?.queueIds ?? []) this.byQueue.get(queueId)?.delete(agentId);
  }

  private joinQueues(agentId: string): void {
    for (const queueId of this.rows.agents.get(agentId)?.queueIds ?? []) {
      const members = this.byQueue.get(queueId);
      if (members) members.add(agentId);
      else this.byQueue.set(queueId, new Set([agentId]));
    }
  }

  private candidate(agentId: string, now: Date): Candidate {
    const row = this.rows.agents.get(agentId)!;
    const known = this.candidates.get(agentId) ?? candidate(row, true);
    this.candidates.set(agentId, known);
    return this.isOpen(row.workingHoursId, now) ? known : { ...known, offDuty: true };
  }

  /** Hours that nobody knows close nothing. */
  private isOpen(hoursId: string | null, at: Date): boolean {
    const known = hoursId === null ? undefined : this.rows.hours.get(hoursId);
    return known === undefined || isOpen(known.hours, at);
  }

  /** Who would not be preferred any more by any policy: else every customer who ever came stayed in memory. */
  private forgetOwners(now: number): void {
    const days = [...this.rows.queues.values()].reduce((most, { policy }) => Math.max(most, policy.reopenDays), this.reopenDays);
    for (const [contactId, { closedAt }] of this.rows.lastOwners) {
      if (now - closedAt.getTime() > days * DAY_MS) this.rows.lastOwners.delete(contactId);
    }
    this.owners = Math.max(FEW_OWNERS, 2 * this.rows.lastOwners.size);
  }
}
