import { BUSINESS_HOURS, type BusinessHoursEvent } from '@madoguchi/accounts';
import { CONVERSATION, type ConversationEvent } from '@madoguchi/conversation';
import { categoryOf, idOf, type Recorded } from '@madoguchi/event-sourcing';
import { QUEUE, type QueueEvent } from '@madoguchi/routing';
import { type EntityManager, In } from 'typeorm';
import type { Projector } from '../projector.js';
import { upsertRows } from '../write-rows.js';
import { ClockHoursRow } from './clock-hours-row.entity.js';
import { ClockQueueRow } from './clock-queue-row.entity.js';
import { ClockRow } from './clock-row.entity.js';
import { type ClockRows, foldConversation, foldHours, foldQueue, showDue } from './fold-clocks.js';

type ClockEvent = Recorded<ConversationEvent> | Recorded<QueueEvent> | Recorded<BusinessHoursEvent>;

/** Of all that happens in a conversation, these move its clocks, or say in which language it is. */
const conversationTypes = new Set<string>([
  'ConversationOpened',
  'CustomerMessageReceived',
  'AgentRequested',
  'ConversationAssigned',
  'ConversationSnoozed',
  'ControlPassed',
  'OtherAppWrote',
  'BotStayedSilent',
  'ReplyQueued',
  'ReplyRequeued',
  'ReplyFailed',
  'ReplyOutcomeUnknown',
  'AutomaticTextSkipped',
  'SlaWarned',
  'SlaBreached',
  'LanguageLearned',
  'LanguageCorrected',
  'ConversationClosed',
  'ConversationErased',
] satisfies ConversationEvent['type'][]);

/** What was promised to customers and what has to be said to them, with the moment at which it is due. */
export const clocksProjector: Projector = {
  name: 'clocks_v1',
  categories: [CONVERSATION, QUEUE, BUSINESS_HOURS],
  tables: ['clocks_v1', 'clock_queues_v1', 'clock_hours_v1'],
  async apply(recorded, transaction) {
    const events = (recorded as readonly ClockEvent[]).filter(
      (event) => categoryOf(event.stream) !== CONVERSATION || conversationTypes.has(event.type),
    );
    if (events.length === 0) return;
    const rows = await readRows(events, transaction);
    for (const event of events) fold(rows, event);
    const changed = showDue(rows);
    if (rows.gone.size > 0) await transaction.delete(ClockRow, [...rows.gone]);
    await upsertRows(transaction, ClockRow, changed);
    await upsertRows(transaction, ClockQueueRow, [...rows.queues.values()]);
    await upsertRows(transaction, ClockHoursRow, [...rows.hours.values()]);
  },
};

const fold = (rows: ClockRows, event: ClockEvent): void => {
  switch (categoryOf(event.stream)) {
    case CONVERSATION:
      return foldConversation(rows, event as Recorded<ConversationEvent>);
    case QUEUE:
      return foldQueue(rows, event as Recorded<QueueEvent>);
    case BUSINESS_HOURS:
      return foldHours(rows, event as Recorded<BusinessHoursEvent>);
  }
};

/** Also of every conversation whose queue gets another policy or other hours in this batch. */
const readRows = async (events: readonly ClockEvent[], transaction: EntityManager): Promise<ClockRows> => {
  const changedIn = (category: string) => events.filter(({ stream }) => categoryOf(stream) === category).map(({ stream }) => idOf(stream));
  const changedHours = [...new Set(changedIn(BUSINESS_HOURS))];
  const queuesOfHours =
    changedHours.length === 0
      ? []
      : await transaction.query<{ id: string }[]>(`select id from clock_queues_v1 where policy ->> 'businessHoursId' = any ($1)`, [
          changedHours,
        ]);
  const changedQueues = [...new Set([...changedIn(QUEUE), ...queuesOfHours.map(({ id }) => id)])];
  const ofQueues = changedQueues.length === 0 ? [] : await transaction.findBy(ClockRow, { queueId: In(changedQueues) });
  const own = await transaction.findBy(ClockRow, { id: In([...new Set(changedIn(CONVERSATION))]) });
  const clocks = new Map([...ofQueues, ...own].map((row) => [row.id, row]));

  const named = events.flatMap(({ data }) => ('queueId' in data && typeof data.queueId === 'string' ? [data.queueId] : []));
  const queueIds = new Set([...changedQueues, ...named, ...[...clocks.values()].flatMap(({ queueId }) => queueId ?? [])]);
  const queues = await transaction.findBy(ClockQueueRow, { id: In([...queueIds]) });
  const policies = [
    ...queues.map(({ policy }) => policy),
    ...events.flatMap((event) => (event.type === 'QueuePolicySet' ? [event.data.policy] : [])),
  ];
  const hoursIds = new Set([...changedHours, ...policies.flatMap(({ businessHoursId }) => businessHoursId ?? [])]);
  const hours = await transaction.findBy(ClockHoursRow, { id: In([...hoursIds]) });
  return {
    clocks,
    queues: new Map(queues.map((row) => [row.id, row])),
    hours: new Map(hours.map((row) => [row.id, row])),
    touched: new Set(),
    gone: new Set(),
  };
};
