import type { DeliveryState } from '@madoguchi/contracts';
import type { ConversationEvent } from '@madoguchi/conversation';
import { ERASED, idOf, isErased, type Recorded, unlessErased } from '@madoguchi/event-sourcing';
import { indexedText } from '../indexed-text.js';
import { lateOrderOf, orderOf } from './entry-order.js';
import { entryKey, type TimelineBatch } from './timeline-batch.js';
import { type LineFacts, type SystemWhat, TimelineEntryRow } from './timeline-entry-row.entity.js';

type Event = Recorded<ConversationEvent>;

/** Adds the entry that an event makes, or moves the delivery of the reply that it speaks of. */
export const foldEntry = (batch: TimelineBatch, event: Event): void => {
  switch (event.type) {
    case 'CustomerMessageReceived':
      return addCustomerMessage(batch, event);
    case 'ReplyQueued': {
      const { replyId, agentId = null, botId = null, automatic, content, replyTo } = event.data;
      return add(batch, event, {
        id: replyId,
        kind: 'reply',
        agentId,
        botId,
        content,
        delivery: 'waiting',
        ...(automatic ? { facts: { automatic: automatic.what } } : {}),
        answersProviderMessageId: unlessErased(replyTo)?.providerMessageId ?? null,
      });
    }
    case 'OtherAppWrote':
      return addOtherApp(batch, event);
    case 'ThreadControlMoved':
      return event.data.owner === 'another app' ? addSystem(batch, event, 'thread elsewhere', null) : undefined;
    case 'ThreadControlRequested':
      return add(batch, event, { id: event.id, kind: 'system', what: 'thread wanted', botId: event.data.botId ?? null });
    case 'ThreadControlTried':
      return addTried(batch, event);
    case 'NoteAdded':
      return add(batch, event, {
        id: event.data.noteId,
        kind: 'note',
        agentId: event.data.agentId,
        note: unlessErased(event.data.text) ?? null,
      });
    case 'ConversationOpened':
      return addSystem(batch, event, 'opened', null);
    case 'ConversationReopened':
      return addReopened(batch, event);
    case 'AgentRequested':
      return addRequest(batch, event);
    case 'ConversationSnoozed':
      return addSystem(batch, event, 'snoozed', event.data.agentId, event.data.until === undefined ? {} : { until: event.data.until });
    case 'LanguageCorrected':
      return addSystem(batch, event, 'language corrected', event.data.agentId, { language: event.data.language });
    case 'ControlPassed':
      return addControl(batch, event);
    case 'BotAnswerRefused':
      return add(batch, event, { id: event.id, kind: 'system', what: 'bot answer refused', botId: event.data.botId });
    case 'ConversationOffered':
      return addSystem(batch, event, 'offered', event.data.agentId);
    case 'OfferReturned':
      return addSystem(batch, event, `offer ${event.data.outcome}`, event.data.agentId);
    case 'ConversationAssigned':
      return addSystem(batch, event, 'assigned', event.data.agentId);
    case 'SlaWarned':
      return addPromise(batch, event, 'sla warned');
    case 'SlaBreached':
      return addPromise(batch, event, 'sla breached');
    case 'ConversationClosed':
      return addSystem(batch, event, 'closed', actingAgent(event), { reason: event.data.reason });
    case 'ConversationErased':
      eraseEntries(batch, idOf(event.stream));
      return addSystem(batch, event, 'erased', null);
    default:
      return moveDelivery(batch, event);
  }
};

const nothing = {
  agentId: null,
  botId: null,
  content: null,
  note: null,
  what: null,
  facts: null,
  sender: null,
  lateBySeconds: null,
  orderKey: null,
  providerMessageIds: [] as string[],
  answersProviderMessageId: null,
  delivery: null,
  problem: null,
};

const add = (batch: TimelineBatch, event: Event, entry: Partial<TimelineEntryRow> & Pick<TimelineEntryRow, 'id' | 'kind'>): void => {
  const conversationId = idOf(event.stream);
  const row = Object.assign(new TimelineEntryRow(), {
    ...nothing,
    conversationId,
    tenantId: event.metadata.tenantId,
    entryOrder: orderOf(event.version),
    at: new Date(event.metadata.occurredAt),
    ...entry,
  });
  batch.entries.set(entryKey(conversationId, row.id), row);
};

const addSystem = (batch: TimelineBatch, event: Event, what: SystemWhat, agentId: string | null, facts: LineFacts = {}): void =>
  add(batch, event, { id: event.id, kind: 'system', what, agentId, facts });

const addPromise = (batch: TimelineBatch, event: Extract<Event, { type: 'SlaWarned' | 'SlaBreached' }>, what: SystemWhat): void => {
  const { target, dueAt, queueId } = event.data;
  addSystem(batch, event, what, null, { queueId, promised: { target, dueAt } });
};

const actingAgent = ({ metadata: { actor } }: Event): string | null => (actor.kind === 'agent' ? actor.id : null);

const addRequest = (batch: TimelineBatch, event: Extract<Event, { type: 'AgentRequested' }>): void => {
  const { reason, queueId, preferredAgentId, by } = event.data;
  const facts = { reason, queueId, ...(preferredAgentId === undefined ? {} : { toAgentId: preferredAgentId }) };
  addSystem(batch, event, 'agent requested', by ?? null, facts);
};

const addReopened = (batch: TimelineBatch, event: Extract<Event, { type: 'ConversationReopened' }>): void => {
  const { by: agentId, why } = event.data;
  add(batch, event, { id: event.id, kind: 'system', what: 'reopened', agentId, note: unlessErased(why) ?? null });
};

const CONTROL: Readonly<Record<'bot' | 'agent' | 'nobody', SystemWhat>> = {
  bot: 'given to bot',
  agent: 'taken over',
  nobody: 'handed over',
};

/** What the bot has found out stands with it, as a note of nobody's. */
const addControl = (batch: TimelineBatch, event: Extract<Event, { type: 'ControlPassed' }>): void => {
  const { to, botId = null, agentId = null, summary, reason } = event.data;
  const note = unlessErased(summary) ?? null;
  const what = reason === 'bot took over' ? 'taken by bot' : CONTROL[to];
  add(batch, event, { id: event.id, kind: 'system', what, botId, agentId, note, facts: { reason } });
};

/** What became of our call, where the thread did not follow. */
const addTried = (batch: TimelineBatch, event: Extract<Event, { type: 'ThreadControlTried' }>): void => {
  const { outcome, reason, remedy } = event.data;
  if (outcome === 'done') return;
  const note = [reason === undefined ? undefined : unlessErased(reason), remedy].filter(Boolean).join(' ') || null;
  add(batch, event, { id: event.id, kind: 'system', what: 'thread not moved', note });
};

/** It has reached the customer already. Who says it is a bot of ours, or somebody whom we do not know. */
const addOtherApp = (batch: TimelineBatch, event: Extract<Event, { type: 'OtherAppWrote' }>): void => {
  const { messageId, botId = null, content, sentAt, orderKey, late, providerMessageId } = event.data;
  add(batch, event, {
    id: messageId,
    kind: 'reply',
    botId,
    at: new Date(sentAt),
    content,
    delivery: 'accepted',
    providerMessageIds: isErased(providerMessageId) ? [] : [providerMessageId],
    ...placeOf(batch, event, orderKey, late),
  });
};

/** Among what the customer and other apps said, by the platform's own order. */
const placeOf = (batch: TimelineBatch, event: Event, platformOrder: string, late: true | undefined) => {
  const orderKey = indexedText(platformOrder);
  const places = batch.places.get(idOf(event.stream));
  const entryOrder = late ? lateOrder(places ?? [], orderKey, event.version) : orderOf(event.version);
  places?.push({ orderKey, entryOrder });
  return { orderKey, entryOrder };
};

const addCustomerMessage = (batch: TimelineBatch, event: Extract<Event, { type: 'CustomerMessageReceived' }>): void => {
  const { messageId, providerMessageId, content, sentAt, orderKey, late, sender, replyTo } = event.data;
  add(batch, event, {
    id: messageId,
    kind: 'customer message',
    ...placeOf(batch, event, orderKey, late),
    at: new Date(sentAt),
    content,
    sender: unlessErased(sender) ?? null,
    lateBySeconds: late ? lateBy(sentAt, event.metadata.occurredAt) : null,
    providerMessageIds: isErased(providerMessageId) ? [] : [providerMessageId],
    answersProviderMessageId: unlessErased(replyTo)?.providerMessageId ?? null,
  });
};

/** Of PostgreSQL's int. */
const LONGEST_LATE = 2 ** 31 - 1;

const lateBy = (sentAt: string, occurredAt: string): number =>
  Math.min(Math.max(0, Math.round((Date.parse(occurredAt) - Date.parse(sentAt)) / 1_000)), LONGEST_LATE);

/** What stays is what the events say whose fields cannot be read any more: entries that are projected again become the same. */
const eraseEntries = (batch: TimelineBatch, conversationId: string): void => {
  for (const row of batch.entries.values()) {
    if (row.conversationId !== conversationId) continue;
    row.content = row.content && ERASED;
    row.note = null;
    row.sender = null;
    row.providerMessageIds = [];
    row.answersProviderMessageId = null;
    row.problem = row.problem && { ...row.problem, reason: '' };
  }
  batch.erased.add(conversationId);
};

const lateOrder = (
  places: readonly { readonly orderKey: string; readonly entryOrder: string }[],
  orderKey: string,
  version: number,
): string => {
  const later = places.filter((place) => place.orderKey > orderKey).map((place) => place.entryOrder);
  const [next] = later.sort((a, b) => (a < b ? -1 : 1));
  return next === undefined ? orderOf(version) : lateOrderOf(orderKey, version, next);
};

/** A receipt never takes a later one back: only a new attempt, decided by a person, begins again. */
const rank: Readonly<Record<DeliveryState, number>> = { waiting: 0, sending: 1, unknown: 2, failed: 3, accepted: 3, delivered: 4, read: 5 };

const moveDelivery = (batch: TimelineBatch, event: Event): void => {
  if (!('replyId' in event.data)) return;
  const row = batch.entries.get(entryKey(idOf(event.stream), event.data.replyId));
  if (!row) return;
  switch (event.type) {
    case 'ReplyRequeued':
      row.delivery = 'waiting';
      row.problem = null;
      return;
    case 'SendingStarted':
      return advance(row, 'sending', null);
    case 'ReplyAccepted':
      row.providerMessageIds = [...new Set([...row.providerMessageIds, ...(unlessErased(event.data.providerMessageIds) ?? [])])];
      return advance(row, 'accepted', null);
    case 'ReplyDelivered':
      return advance(row, 'delivered', null);
    case 'ReplyRead':
      return advance(row, 'read', null);
    case 'ReplyFailed': {
      const { code, reason, remedy } = event.data;
      return advance(row, 'failed', { code, reason: unlessErased(reason) ?? '', remedy });
    }
    case 'ReplyOutcomeUnknown':
      return advance(row, 'unknown', {
        code: 'outcome-unknown',
        reason: unlessErased(event.data.reason) ?? '',
        remedy: 'Look in the chat whether it arrived before you send it again.',
      });
    default:
      return;
  }
};

const advance = (row: TimelineEntryRow, state: DeliveryState, problem: TimelineEntryRow['problem']): void => {
  if (row.delivery !== null && rank[state] < rank[row.delivery]) return;
  row.delivery = state;
  row.problem = problem;
};
