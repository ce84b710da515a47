import type { ConversationEvent } from '@madoguchi/conversation';
import { idOf, type Recorded, type RecordedEvent } from '@madoguchi/event-sourcing';
import { type AgentEvent, type OfferOfAgent, type QueueEvent, settleOffer } from '@madoguchi/routing';
import { RoutingAgentRow } from './routing-agent-row.entity.js';
import { RoutingConversationRow } from './routing-conversation-row.entity.js';
import { RoutingOfferRow } from './routing-offer-row.entity.js';
import { RoutingQueueRow } from './routing-queue-row.entity.js';

/** Every row that a batch of events touches, by id. */
export interface RoutingRows {
  readonly conversations: Map<string, RoutingConversationRow>;
  readonly offers: Map<string, RoutingOfferRow>;
  readonly agents: Map<string, RoutingAgentRow>;
  readonly queues: Map<string, RoutingQueueRow>;
  /** Conversations whose rows go. */
  readonly closed: Set<string>;
  /** Offers whose rows go. */
  readonly dropped: Set<string>;
}

const causeOf = ({ id, metadata }: RecordedEvent) => ({ causeId: id, correlationId: metadata.correlationId });

export const foldConversationEvent = (rows: RoutingRows, event: Recorded<ConversationEvent>): void => {
  const id = idOf(event.stream);
  if (event.type === 'ConversationOpened') {
    rows.conversations.set(id, opened(id, event));
    return;
  }
  const row = rows.conversations.get(id);
  if (!row) return;
  switch (event.type) {
    case 'AgentRequested':
      row.waitingSince ??= new Date(event.metadata.occurredAt);
      Object.assign(row, { queueId: event.data.queueId, assignedOfferId: null, ...causeOf(event) });
      return;
    case 'ConversationOffered': {
      row.openOfferId = event.data.offerId;
      const offer = rows.offers.get(event.data.offerId);
      if (offer) offer.told = true;
      return;
    }
    case 'OfferReturned':
      Object.assign(row, { openOfferId: null, ...causeOf(event) });
      return;
    case 'ConversationAssigned':
      Object.assign(row, { openOfferId: null, assignedOfferId: event.data.offerId, waitingSince: null });
      return;
    case 'ConversationClosed':
      rows.conversations.delete(id);
      rows.closed.add(id);
      return;
    default:
      return;
  }
};

const opened = (id: string, event: Recorded<ConversationEvent>): RoutingConversationRow =>
  Object.assign(new RoutingConversationRow(), {
    id,
    tenantId: event.metadata.tenantId,
    queueId: null,
    waitingSince: null,
    openOfferId: null,
    assignedOfferId: null,
    rounds: 0,
    hadBefore: [],
    ...causeOf(event),
  } satisfies RoutingConversationRow);

export const foldAgentEvent = (rows: RoutingRows, event: Recorded<AgentEvent>): void => {
  const id = idOf(event.stream);
  if (event.type === 'AgentRegistered') rows.agents.set(id, registered(id, event.metadata.tenantId));
  const agent = rows.agents.get(id);
  if (!agent) return;
  agent.version = event.version;
  switch (event.type) {
    case 'AgentRegistered':
    case 'AgentChanged':
      agent.capacity = event.data.capacity ?? agent.capacity;
      agent.queueIds = [...(event.data.queueIds ?? agent.queueIds)];
      return;
    case 'PresenceChanged':
      agent.presence = event.data.presence;
      return;
    case 'WorkOffered': {
      agent.load += 1;
      const conversation = rows.conversations.get(event.data.conversationId);
      if (conversation) conversation.rounds += 1;
      rows.offers.set(event.data.offerId, offered(id, event));
      return;
    }
    case 'OfferAccepted':
      agent.lastAssignedAt = new Date(event.metadata.occurredAt);
      changeOffer(rows.offers.get(event.data.offerId), 'accepted', event);
      return;
    case 'OfferDeclined':
    case 'OfferLapsed': {
      agent.load -= 1;
      changeOffer(rows.offers.get(event.data.offerId), event.type === 'OfferDeclined' ? 'declined' : 'lapsed', event);
      const conversation = rows.conversations.get(event.data.conversationId);
      if (conversation) conversation.hadBefore = [...new Set([...conversation.hadBefore, id])];
      return;
    }
    case 'OfferWithdrawn':
      agent.load -= 1;
      changeOffer(rows.offers.get(event.data.offerId), 'withdrawn', event);
      return;
    case 'WorkReleased':
      agent.load -= 1;
      changeOffer(inHand(rows, id, event.data.conversationId), 'released', event);
      return;
    default:
      return;
  }
};

const registered = (id: string, tenantId: string): RoutingAgentRow =>
  Object.assign(new RoutingAgentRow(), {
    id,
    tenantId,
    presence: 'offline',
    capacity: 0,
    queueIds: [],
    load: 0,
    lastAssignedAt: null,
    version: 0,
  } satisfies RoutingAgentRow);

const offered = (agentId: string, event: Extract<Recorded<AgentEvent>, { type: 'WorkOffered' }>): RoutingOfferRow =>
  Object.assign(new RoutingOfferRow(), {
    id: event.data.offerId,
    tenantId: event.metadata.tenantId,
    agentId,
    conversationId: event.data.conversationId,
    queueId: event.data.queueId,
    expiresAt: new Date(event.data.expiresAt),
    explanation: event.data.explanation,
    state: 'open',
    told: false,
    settled: false,
    ...causeOf(event),
  } satisfies RoutingOfferRow);

const changeOffer = (offer: RoutingOfferRow | undefined, state: OfferOfAgent['state'], event: RecordedEvent): void => {
  if (offer) Object.assign(offer, { state, ...causeOf(event) });
};

const inHand = (rows: RoutingRows, agentId: string, conversationId: string): RoutingOfferRow | undefined =>
  [...rows.offers.values()].find(
    (offer) => offer.agentId === agentId && offer.conversationId === conversationId && offer.state === 'accepted',
  );

export const foldQueueEvent = (rows: RoutingRows, event: Recorded<QueueEvent>): void => {
  const id = idOf(event.stream);
  switch (event.type) {
    case 'QueueCreated':
      rows.queues.set(
        id,
        Object.assign(new RoutingQueueRow(), { id, tenantId: event.metadata.tenantId, offerSeconds: event.data.offerSeconds }),
      );
      return;
    case 'QueueChanged': {
      const queue = rows.queues.get(id);
      if (queue) queue.offerSeconds = event.data.offerSeconds ?? queue.offerSeconds;
      return;
    }
    default:
      return;
  }
};

const BEFORE_EVERY_DEADLINE = new Date(0);

/** Marks the offers that something follows from, and drops those that nothing can follow from any more. */
export const settleOffers = ({ conversations, offers, dropped }: RoutingRows): void => {
  for (const offer of offers.values()) {
    const conversation = conversationOf(conversations, offer);
    offer.settled = settleOffer(offerOfAgent(offer), offeredConversation(conversation), BEFORE_EVERY_DEADLINE) === undefined;
    if (!conversation && offer.settled) {
      offers.delete(offer.id);
      dropped.add(offer.id);
    }
  }
};

/** One of another tenant is none. */
const conversationOf = (
  conversations: ReadonlyMap<string, RoutingConversationRow>,
  offer: RoutingOfferRow,
): RoutingConversationRow | undefined => {
  const conversation = conversations.get(offer.conversationId);
  return conversation?.tenantId === offer.tenantId ? conversation : undefined;
};

export const offerOfAgent = ({ id, state, expiresAt, told }: RoutingOfferRow): OfferOfAgent => ({
  offerId: id,
  state,
  expiresAt: expiresAt.toISOString(),
  told,
});

export const offeredConversation = (row: Pick<RoutingConversationRow, 'openOfferId' | 'assignedOfferId'> | undefined) =>
  row && { openOfferId: row.openOfferId ?? undefined, assignedOfferId: row.assignedOfferId ?? undefined };
