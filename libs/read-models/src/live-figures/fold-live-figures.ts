import type { ConversationEvent } from '@madoguchi/conversation';
import { idOf, type Recorded } from '@madoguchi/event-sourcing';
import { type AgentEvent, CLAIMED, type QueueEvent, WHOLE_PLACE } from '@madoguchi/routing';
import { LiveConversationRow } from './live-conversation-row.entity.js';
import { LiveCountRow } from './live-count-row.entity.js';
import { LiveTargetRow } from './live-target-row.entity.js';
import { LiveWorkRow } from './live-work-row.entity.js';

/** The rows that a batch of events touches, by id. Null: it goes. */
export interface LiveRows {
  readonly conversations: Map<string, LiveConversationRow | null>;
  readonly work: Map<string, LiveWorkRow | null>;
  /** Of this batch alone: they are added to what is there. */
  readonly counts: Map<string, LiveCountRow>;
  readonly targets: Map<string, LiveTargetRow>;
}

type Counted = 'offered' | 'accepted' | 'declined' | 'lapsed' | 'handled' | 'gone' | 'answered' | 'inTime' | 'late';

/** Where and when something is counted. */
interface Place {
  readonly tenantId: string;
  readonly queueId: string;
  /** Absent: of nobody. */
  readonly agentId?: string;
  readonly at: Date;
}

const MINUTE_MS = 60_000;

const minuteOf = (at: Date): Date => new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS);

const countId = ({ queueId, agentId = '', at }: Place): string => `${queueId} ${agentId} ${minuteOf(at).toISOString()}`;

export const workId = (agentId: string, conversationId: string): string => `${agentId} ${conversationId}`;

const count = (rows: LiveRows, place: Place, ...whats: readonly Counted[]): void => {
  const id = countId(place);
  const row = rows.counts.get(id) ?? nothingCounted(id, place);
  for (const what of whats) row[what] += 1;
  rows.counts.set(id, row);
};

const nothingCounted = (id: string, { tenantId, queueId, agentId = '', at }: Place): LiveCountRow =>
  Object.assign(new LiveCountRow(), {
    id,
    tenantId,
    queueId,
    agentId,
    minute: minuteOf(at),
    offered: 0,
    accepted: 0,
    declined: 0,
    lapsed: 0,
    handled: 0,
    gone: 0,
    answered: 0,
    inTime: 0,
    late: 0,
  } satisfies LiveCountRow);

export const foldConversation = (rows: LiveRows, event: Recorded<ConversationEvent>): void => {
  const id = idOf(event.stream);
  const at = new Date(event.metadata.occurredAt);
  const row = rows.conversations.get(id);
  if (event.type === 'AgentRequested') {
    rows.conversations.set(id, row ? askedAgain(rows, row, event.data.queueId, at) : asked(rows, event, id, at));
    return;
  }
  if (!row) return;
  switch (event.type) {
    case 'ConversationOffered':
      row.offered = true;
      return;
    case 'OfferReturned':
      row.offered = false;
      return;
    case 'ConversationAssigned':
      Object.assign(row, { offered: false, waitingSince: null, ownerAgentId: event.data.agentId });
      return;
    case 'ConversationSnoozed':
      Object.assign(row, { waitingSince: null, ownerAgentId: null });
      return;
    case 'ControlPassed':
      if (event.data.to === 'bot') Object.assign(row, { offered: false, waitingSince: null, ownerAgentId: null });
      return;
    case 'ReplyQueued':
      if (event.data.agentId !== undefined) answer(rows, row, event.data.agentId, at);
      return;
    case 'ConversationClosed':
      close(rows, row, at);
      return;
    default:
      return;
  }
};

type AgentRequested = Extract<Recorded<ConversationEvent>, { type: 'AgentRequested' }>;

const asked = (rows: LiveRows, { data, metadata }: AgentRequested, id: string, at: Date): LiveConversationRow =>
  Object.assign(new LiveConversationRow(), {
    id,
    tenantId: metadata.tenantId,
    queueId: data.queueId,
    waitingSince: at,
    offered: false,
    ownerAgentId: null,
    // Who is written to by us waits for nothing.
    askedAt: data.reason === 'reopened' ? null : at,
    targetSeconds: targetOf(rows, data.queueId),
  } satisfies LiveConversationRow);

/** Who is moved has waited since the beginning, and is promised what the new queue promises. */
const askedAgain = (rows: LiveRows, row: LiveConversationRow, queueId: string, at: Date): LiveConversationRow =>
  Object.assign(row, { queueId, targetSeconds: targetOf(rows, queueId), waitingSince: row.waitingSince ?? at, ownerAgentId: null });

const targetOf = ({ targets }: LiveRows, queueId: string): number | null => targets.get(queueId)?.targetSeconds ?? null;

const answer = (rows: LiveRows, row: LiveConversationRow, agentId: string, at: Date): void => {
  if (!row.askedAt) return;
  const place = { tenantId: row.tenantId, queueId: row.queueId, agentId, at };
  count(rows, place, 'answered', ...(row.targetSeconds === null ? [] : [isLate(row, at) ? ('late' as const) : ('inTime' as const)]));
  row.askedAt = null;
};

const close = (rows: LiveRows, row: LiveConversationRow, at: Date): void => {
  const { id, tenantId, queueId, ownerAgentId, askedAt } = row;
  if (ownerAgentId !== null) count(rows, { tenantId, queueId, agentId: ownerAgentId, at }, 'handled');
  if (askedAt) count(rows, { tenantId, queueId, at }, 'gone', ...(isLate(row, at) ? (['late'] as const) : []));
  rows.conversations.set(id, null);
};

const isLate = ({ askedAt, targetSeconds }: LiveConversationRow, at: Date): boolean =>
  askedAt !== null && targetSeconds !== null && at.getTime() - askedAt.getTime() > targetSeconds * 1_000;

export const foldAgent = (rows: LiveRows, event: Recorded<AgentEvent>): void => {
  if (!('conversationId' in event.data)) return;
  const agentId = idOf(event.stream);
  const at = new Date(event.metadata.occurredAt);
  const id = workId(agentId, event.data.conversationId);
  if (event.type === 'WorkOffered') {
    const row = offered(id, agentId, event);
    rows.work.set(id, row);
    if (!row.claimed) count(rows, { ...row, at }, 'offered');
    return;
  }
  const row = rows.work.get(id);
  if (!row) return;
  const place = { ...row, at };
  switch (event.type) {
    case 'OfferAccepted':
      row.inHand = true;
      if (!row.claimed) count(rows, place, 'accepted');
      return;
    case 'OfferDeclined':
    case 'OfferLapsed':
      count(rows, place, event.type === 'OfferDeclined' ? 'declined' : 'lapsed');
      rows.work.set(id, null);
      return;
    case 'OfferWithdrawn':
    case 'WorkReleased':
      rows.work.set(id, null);
      return;
    default:
      return;
  }
};

const offered = (id: string, agentId: string, { data, metadata }: Extract<Recorded<AgentEvent>, { type: 'WorkOffered' }>): LiveWorkRow =>
  Object.assign(new LiveWorkRow(), {
    id,
    tenantId: metadata.tenantId,
    agentId,
    conversationId: data.conversationId,
    queueId: data.queueId,
    inHand: false,
    claimed: data.explanation.rule === CLAIMED,
    weight: data.weight ?? WHOLE_PLACE,
  } satisfies LiveWorkRow);

export const foldQueue = (rows: LiveRows, event: Recorded<QueueEvent>): void => {
  if (event.type !== 'QueuePolicySet') return;
  const id = idOf(event.stream);
  const { firstAnswerSeconds } = event.data.policy.service;
  const row = { id, tenantId: event.metadata.tenantId, targetSeconds: firstAnswerSeconds } satisfies LiveTargetRow;
  rows.targets.set(id, Object.assign(new LiveTargetRow(), row));
};
