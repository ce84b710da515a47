import type { BusinessHoursEvent } from '@madoguchi/accounts';
import type { ConversationEvent } from '@madoguchi/conversation';
import { idOf, type Recorded, type RecordedEvent } from '@madoguchi/event-sourcing';
import {
  type AgentEvent,
  CONNECTION_LOST,
  DEFAULT_POLICY,
  NO_PROFILE,
  type OfferOfAgent,
  type QueueEvent,
  WHOLE_PLACE,
} from '@madoguchi/routing';
import { asked, demandOf } from './asked.js';
import { RoutingAgentRow } from './routing-agent-row.entity.js';
import { RoutingConversationRow } from './routing-conversation-row.entity.js';
import { RoutingHoursRow } from './routing-hours-row.entity.js';
import { RoutingLastOwnerRow } from './routing-last-owner-row.entity.js';
import { RoutingOfferRow } from './routing-offer-row.entity.js';
import { RoutingQueueRow } from './routing-queue-row.entity.js';

/** Every row that a batch of events touches, by id. */
export interface RoutingRows {
  readonly conversations: Map<string, RoutingConversationRow>;
  readonly offers: Map<string, RoutingOfferRow>;
  readonly agents: Map<string, RoutingAgentRow>;
  readonly queues: Map<string, RoutingQueueRow>;
  readonly hours: Map<string, RoutingHoursRow>;
  /** By contact. */
  readonly lastOwners: Map<string, RoutingLastOwnerRow>;
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
      Object.assign(row, { assignedOfferId: null, ownerAgentId: null, snoozedUntil: null, ...causeOf(event) });
      Object.assign(row, asked(row, event, rows.queues.get(event.data.queueId), rows.lastOwners.get(row.contactId)));
      return;
    case 'LanguageLearned':
    case 'LanguageCorrected':
      row.language = event.data.language;
      row.demand = demandOf(row);
      return;
    case 'ConversationSnoozed':
      Object.assign(row, {
        waitingSince: null,
        assignedOfferId: null,
        ownerAgentId: null,
        snoozedUntil: event.data.until === undefined ? null : new Date(event.data.until),
        preferredAgentId: event.data.agentId,
        ...causeOf(event),
      });
      return;
    case 'ControlPassed':
      if (event.data.to === 'bot')
        Object.assign(row, {
          waitingSince: null,
          openOfferId: null,
          assignedOfferId: null,
          ownerAgentId: null,
          snoozedUntil: null,
          preferredAgentId: null,
        });
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
    case 'ConversationAssigned': {
      // Who takes over from a bot is told without an offer.
      const taken = rows.offers.get(event.data.offerId);
      if (taken) taken.told = true;
      Object.assign(row, { openOfferId: null, assignedOfferId: event.data.offerId, ownerAgentId: event.data.agentId, waitingSince: null });
      return;
    }
    case 'ConversationClosed': {
      // Who put it to sleep is asked again, too.
      const ownerAgentId = row.ownerAgentId ?? (row.waitingSince === null ? row.preferredAgentId : null);
      if (ownerAgentId !== null) rows.lastOwners.set(row.contactId, lastOwner(row, ownerAgentId, event.metadata.occurredAt));
      rows.conversations.delete(id);
      rows.closed.add(id);
      return;
    }
    default:
      return;
  }
};

const lastOwner = ({ contactId, tenantId }: RoutingConversationRow, agentId: string, at: string): RoutingLastOwnerRow =>
  Object.assign(new RoutingLastOwnerRow(), { id: contactId, tenantId, agentId, closedAt: new Date(at) } satisfies RoutingLastOwnerRow);

const opened = (id: string, event: Extract<Recorded<ConversationEvent>, { type: 'ConversationOpened' }>): RoutingConversationRow =>
  Object.assign(new RoutingConversationRow(), {
    id,
    tenantId: event.metadata.tenantId,
    contactId: event.data.contactId,
    channel: event.data.channel,
    language: event.data.language ?? null,
    skills: [],
    demand: '',
    queueId: null,
    waitingSince: null,
    queuedAt: null,
    preferredAgentId: null,
    keptUntil: null,
    ownerAgentId: null,
    snoozedUntil: null,
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
    case 'AgentChanged': {
      const { capacity, queueIds, skills, languages, groups, weights, workingHoursId } = event.data;
      agent.capacity = capacity ?? agent.capacity;
      agent.queueIds = [...(queueIds ?? agent.queueIds)];
      agent.skills = skills ?? agent.skills;
      agent.languages = languages ?? agent.languages;
      agent.groups = [...(groups ?? agent.groups)];
      agent.weights = weights ?? agent.weights;
      agent.workingHoursId = workingHoursId === undefined ? agent.workingHoursId : workingHoursId;
      return;
    }
    case 'PresenceChanged': {
      const at = new Date(event.metadata.occurredAt);
      // A page that is gone cannot be heard of after a change in between, and would never be missed.
      if (agent.presence === 'offline') agent.presentSince = at;
      agent.presence = event.data.presence;
      agent.goneSince = event.data.reason === CONNECTION_LOST ? at : null;
      agent.returnsWork = event.data.workInHand === 'return';
      return;
    }
    case 'WorkOffered': {
      const conversation = rows.conversations.get(event.data.conversationId);
      if (conversation) conversation.rounds += 1;
      const offer = offered(id, event);
      rows.offers.set(offer.id, offer);
      take(agent, offer, 1);
      return;
    }
    case 'OfferAccepted':
      agent.lastAssignedAt = new Date(event.metadata.occurredAt);
      changeOffer(rows.offers.get(event.data.offerId), 'accepted', event);
      return;
    case 'OfferDeclined':
    case 'OfferLapsed': {
      take(agent, rows.offers.get(event.data.offerId), -1);
      changeOffer(rows.offers.get(event.data.offerId), event.type === 'OfferDeclined' ? 'declined' : 'lapsed', event);
      const conversation = rows.conversations.get(event.data.conversationId);
      if (conversation) conversation.hadBefore = [...new Set([...conversation.hadBefore, id])];
      return;
    }
    case 'OfferWithdrawn':
      take(agent, rows.offers.get(event.data.offerId), -1);
      changeOffer(rows.offers.get(event.data.offerId), 'withdrawn', event);
      return;
    case 'WrapUpStarted': {
      const offer = inHand(rows, id, event.data.conversationId);
      changeOffer(offer, 'wrapping up', event);
      if (offer) offer.expiresAt = new Date(event.data.endsAt ?? NEVER);
      return;
    }
    case 'WorkReleased':
      take(agent, inHand(rows, id, event.data.conversationId), -1);
      changeOffer(inHand(rows, id, event.data.conversationId), 'released', event);
      return;
    default:
      return;
  }
};

/** An offer that is not known takes, and gives back, a whole place. */
const take = (agent: RoutingAgentRow, offer: RoutingOfferRow | undefined, sign: 1 | -1): void => {
  const weight = sign * (offer?.weight ?? WHOLE_PLACE);
  agent.taken += weight;
  if (!offer?.interruptible) agent.takenUrgently += weight;
};

const registered = (id: string, tenantId: string): RoutingAgentRow =>
  Object.assign(new RoutingAgentRow(), {
    id,
    tenantId,
    presence: 'offline',
    capacity: 0,
    queueIds: [],
    taken: 0,
    takenUrgently: 0,
    presentSince: new Date(0),
    goneSince: null,
    returnsWork: false,
    ...NO_PROFILE,
    groups: [],
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
    weight: event.data.weight ?? WHOLE_PLACE,
    interruptible: event.data.interruptible ?? false,
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
    (offer) =>
      offer.agentId === agentId && offer.conversationId === conversationId && (offer.state === 'accepted' || offer.state === 'wrapping up'),
  );

export const foldQueueEvent = (rows: RoutingRows, event: Recorded<QueueEvent>): void => {
  const id = idOf(event.stream);
  switch (event.type) {
    case 'QueueCreated':
      rows.queues.set(
        id,
        Object.assign(new RoutingQueueRow(), {
          id,
          tenantId: event.metadata.tenantId,
          offerSeconds: event.data.offerSeconds,
          policy: DEFAULT_POLICY,
          policyVersion: 0,
        } satisfies RoutingQueueRow),
      );
      return;
    case 'QueueChanged': {
      const queue = rows.queues.get(id);
      if (queue) queue.offerSeconds = event.data.offerSeconds ?? queue.offerSeconds;
      return;
    }
    case 'QueuePolicySet': {
      const queue = rows.queues.get(id);
      if (queue) Object.assign(queue, { policy: event.data.policy, policyVersion: event.data.version });
      return;
    }
    default:
      return;
  }
};

/** Hours that are archived go on where they were chosen. */
export const foldHoursEvent = (rows: RoutingRows, event: Recorded<BusinessHoursEvent>): void => {
  if (event.type === 'BusinessHoursArchived' || !event.data.hours) return;
  const id = idOf(event.stream);
  const row = { id, tenantId: event.metadata.tenantId, hours: event.data.hours } satisfies RoutingHoursRow;
  rows.hours.set(id, Object.assign(new RoutingHoursRow(), row));
};

/** A wrap-up that waits for a code. */
const NEVER = '9999-12-31T00:00:00.000Z';
