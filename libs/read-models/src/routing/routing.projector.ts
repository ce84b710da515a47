import { BUSINESS_HOURS, type BusinessHoursEvent } from '@madoguchi/accounts';
import { CONVERSATION, type ConversationEvent } from '@madoguchi/conversation';
import { categoryOf, idOf, type Recorded } from '@madoguchi/event-sourcing';
import { AGENT, type AgentEvent, QUEUE, type QueueEvent } from '@madoguchi/routing';
import { type EntityManager, type EntityTarget, type FindOptionsWhere, In, type ObjectLiteral } from 'typeorm';
import type { Projector } from '../projector.js';
import { upsertRows } from '../write-rows.js';
import { foldAgentEvent, foldConversationEvent, foldHoursEvent, foldQueueEvent, type RoutingRows } from './fold-routing.js';
import { RoutingAgentRow } from './routing-agent-row.entity.js';
import { RoutingConversationRow } from './routing-conversation-row.entity.js';
import { RoutingHoursRow } from './routing-hours-row.entity.js';
import { RoutingLastOwnerRow } from './routing-last-owner-row.entity.js';
import { RoutingOfferRow } from './routing-offer-row.entity.js';
import { RoutingQueueRow } from './routing-queue-row.entity.js';
import { settleOffers } from './settle-offers.js';

type RoutingEvent = Recorded<ConversationEvent> | Recorded<AgentEvent> | Recorded<QueueEvent> | Recorded<BusinessHoursEvent>;

/** Of all that happens in a conversation, these matter to who gets it. */
const conversationTypes = new Set<ConversationEvent['type']>([
  'ConversationOpened',
  'AgentRequested',
  'ConversationOffered',
  'OfferReturned',
  'ConversationAssigned',
  'ConversationClosed',
  'ConversationSnoozed',
  'LanguageLearned',
  'LanguageCorrected',
  'ControlPassed',
]);

/** Who waits, who is free, and which offers are on their way: what apps/routing acts on. */
export const routingProjector: Projector = {
  name: 'routing_v2',
  categories: [CONVERSATION, AGENT, QUEUE, BUSINESS_HOURS],
  tables: [
    'routing_conversations_v2',
    'routing_offers_v2',
    'routing_agents_v2',
    'routing_queues_v2',
    'routing_hours_v2',
    'routing_last_owners_v2',
  ],
  async apply(recorded, transaction) {
    const events = (recorded as readonly RoutingEvent[]).filter(
      (event) => categoryOf(event.stream) !== CONVERSATION || conversationTypes.has(event.type as ConversationEvent['type']),
    );
    if (events.length === 0) return;
    const rows = await readRows(events, transaction);
    for (const event of events) foldEvent(rows, event);
    settleOffers(rows);
    await writeRows(rows, transaction);
  },
};

const foldEvent = (rows: RoutingRows, event: RoutingEvent): void => {
  switch (categoryOf(event.stream)) {
    case CONVERSATION:
      return foldConversationEvent(rows, event as Recorded<ConversationEvent>);
    case AGENT:
      return foldAgentEvent(rows, event as Recorded<AgentEvent>);
    case QUEUE:
      return foldQueueEvent(rows, event as Recorded<QueueEvent>);
    case BUSINESS_HOURS:
      return foldHoursEvent(rows, event as Recorded<BusinessHoursEvent>);
  }
};

const readRows = async (events: readonly RoutingEvent[], transaction: EntityManager): Promise<RoutingRows> => {
  const streamsOf = (category: string) => events.filter(({ stream }) => categoryOf(stream) === category).map(({ stream }) => idOf(stream));
  const mentioned = events.flatMap(({ data }) => ('conversationId' in data ? [data.conversationId] : []));
  const conversationIds = new Set([...streamsOf(CONVERSATION), ...mentioned]);
  const conversations = await rowsBy(transaction, RoutingConversationRow, 'id', conversationIds);
  const contactOf = new Map([...conversations].map(([id, { contactId }]) => [id, contactId]));
  for (const event of events) if (event.type === 'ConversationOpened') contactOf.set(idOf(event.stream), event.data.contactId);
  const contactIds = new Set(
    events.flatMap((event) =>
      event.type === 'AgentRequested' && event.data.reason === 'first message' ? (contactOf.get(idOf(event.stream)) ?? []) : [],
    ),
  );
  const requested = events.flatMap((event) => (event.type === 'AgentRequested' ? [event.data.queueId] : []));
  return {
    conversations,
    offers: await rowsBy(transaction, RoutingOfferRow, 'conversationId', conversationIds),
    agents: await rowsBy(transaction, RoutingAgentRow, 'id', new Set(streamsOf(AGENT))),
    queues: await rowsBy(transaction, RoutingQueueRow, 'id', new Set([...streamsOf(QUEUE), ...requested])),
    hours: await rowsBy(transaction, RoutingHoursRow, 'id', new Set(streamsOf(BUSINESS_HOURS))),
    lastOwners: await rowsBy(transaction, RoutingLastOwnerRow, 'id', contactIds),
    closed: new Set(),
    dropped: new Set(),
  };
};

const rowsBy = async <Row extends ObjectLiteral & { id: string }>(
  transaction: EntityManager,
  target: EntityTarget<Row>,
  field: string,
  ids: ReadonlySet<string>,
): Promise<Map<string, Row>> => {
  if (ids.size === 0) return new Map();
  const where = { [field]: In([...ids]) } as FindOptionsWhere<Row>;
  return new Map((await transaction.findBy(target, where)).map((row) => [row.id, row]));
};

const writeRows = async (
  { conversations, offers, agents, queues, hours, lastOwners, closed, dropped }: RoutingRows,
  transaction: EntityManager,
): Promise<void> => {
  if (closed.size > 0) await transaction.delete(RoutingConversationRow, [...closed]);
  if (dropped.size > 0) await transaction.delete(RoutingOfferRow, [...dropped]);
  await upsertRows(transaction, RoutingConversationRow, [...conversations.values()]);
  await upsertRows(transaction, RoutingOfferRow, [...offers.values()]);
  await upsertRows(transaction, RoutingAgentRow, [...agents.values()]);
  await upsertRows(transaction, RoutingQueueRow, [...queues.values()]);
  await upsertRows(transaction, RoutingHoursRow, [...hours.values()]);
  await upsertRows(transaction, RoutingLastOwnerRow, [...lastOwners.values()]);
};
