import type { BusinessHoursEvent } from '@madoguchi/accounts';
import type { ConversationEvent } from '@madoguchi/conversation';
import { idOf, type Recorded } from '@madoguchi/event-sourcing';
import { clockAfter, DEFAULT_POLICY, newClock, nextDueAt, type QueueEvent, type Rules, slaOf, upTo } from '@madoguchi/routing';
import { ClockHoursRow } from './clock-hours-row.entity.js';
import { ClockQueueRow } from './clock-queue-row.entity.js';
import { ClockRow } from './clock-row.entity.js';
import { openTimeOf } from './open-time-of.js';

/** Every row that a batch of events touches, and what is needed to tell what is due of it. */
export interface ClockRows {
  readonly clocks: Map<string, ClockRow>;
  readonly queues: Map<string, ClockQueueRow>;
  readonly hours: Map<string, ClockHoursRow>;
  /** Ids of clocks that changed. */
  readonly touched: Set<string>;
  /** Ids of clocks that are gone. */
  readonly gone: Set<string>;
}

export const foldConversation = (rows: ClockRows, event: Recorded<ConversationEvent>): void => {
  const id = idOf(event.stream);
  if (event.type === 'ConversationOpened') {
    rows.clocks.set(id, opened(id, event));
    rows.gone.delete(id);
  }
  const row = rows.clocks.get(id);
  if (!row) return;
  const { id: causeId, metadata, version } = event;
  row.language = languageAfter(row.language, event);
  row.clock = clockAfter(row.clock, { event, version, at: new Date(metadata.occurredAt) }, rulesOf(rows, row));
  Object.assign(row, { queueId: row.clock.standing.queueId ?? null, causeId, correlationId: metadata.correlationId });
  rows.touched.add(id);
  const over = event.type === 'ConversationErased' || (!row.clock.standing.open && row.clock.owed.length === 0);
  if (!over) return;
  rows.clocks.delete(id);
  rows.gone.add(id);
};

const opened = (
  id: string,
  { id: causeId, data, metadata }: Extract<Recorded<ConversationEvent>, { type: 'ConversationOpened' }>,
): ClockRow =>
  Object.assign(new ClockRow(), {
    id,
    tenantId: metadata.tenantId,
    queueId: null,
    language: data.language ?? null,
    clock: newClock(),
    dueAt: null,
    slaKind: null,
    slaDueAt: null,
    slaState: null,
    causeId,
    correlationId: metadata.correlationId,
  } satisfies ClockRow);

const languageAfter = (before: string | null, event: Recorded<ConversationEvent>): string | null => {
  switch (event.type) {
    case 'LanguageCorrected':
    case 'LanguageLearned':
      return event.data.language;
    case 'AgentRequested':
      return event.data.language ?? before;
    default:
      return before;
  }
};

/** What passed before a policy or hours changed has passed as they were. */
export const foldQueue = (rows: ClockRows, event: Recorded<QueueEvent>): void => {
  const id = idOf(event.stream);
  const { tenantId, occurredAt } = event.metadata;
  if (event.type === 'QueueCreated') {
    rows.queues.set(
      id,
      Object.assign(new ClockQueueRow(), { id, tenantId, policy: DEFAULT_POLICY, policyVersion: 0 } satisfies ClockQueueRow),
    );
  }
  const queue = rows.queues.get(id);
  if (event.type !== 'QueuePolicySet' || !queue) return;
  settle(rows, (row) => row.queueId === id, occurredAt);
  Object.assign(queue, { policy: event.data.policy, policyVersion: event.data.version });
};

/** Hours that are archived go on where they were chosen. */
export const foldHours = (rows: ClockRows, event: Recorded<BusinessHoursEvent>): void => {
  if (event.type === 'BusinessHoursArchived' || !event.data.hours) return;
  const id = idOf(event.stream);
  const { tenantId, occurredAt } = event.metadata;
  settle(rows, ({ queueId }) => queueId !== null && rows.queues.get(queueId)?.policy.businessHoursId === id, occurredAt);
  rows.hours.set(id, Object.assign(new ClockHoursRow(), { id, tenantId, hours: event.data.hours } satisfies ClockHoursRow));
};

const settle = (rows: ClockRows, concerned: (row: ClockRow) => boolean, at: string): void => {
  for (const row of rows.clocks.values()) {
    if (!concerned(row)) continue;
    row.clock = upTo(row.clock, rulesOf(rows, row), new Date(at));
    rows.touched.add(row.id);
  }
};

/** When each of them has to be looked at, and what the desk shows of it. */
export const showDue = (rows: ClockRows): readonly ClockRow[] =>
  [...rows.touched].flatMap((id) => {
    const row = rows.clocks.get(id);
    if (!row) return [];
    const rules = rulesOf(rows, row);
    const sla = slaOf(row.clock, rules);
    return Object.assign(row, {
      dueAt: nextDueAt(row.clock, rules) ?? null,
      slaKind: sla?.kind ?? null,
      slaDueAt: sla?.dueAt ?? null,
      slaState: sla?.state ?? null,
    });
  });

/** Of another tenant's queue, and of one that nobody knows, nothing holds. */
const rulesOf = ({ queues, hours }: ClockRows, { tenantId, queueId }: ClockRow): Rules | undefined => {
  const queue = queueId === null ? undefined : queues.get(queueId);
  if (queue?.tenantId !== tenantId) return undefined;
  const { policy, policyVersion } = queue;
  const open = policy.businessHoursId === null ? undefined : hours.get(policy.businessHoursId);
  return { policy, policyVersion, open: openTimeOf(open?.tenantId === tenantId ? open.hours : undefined) };
};
