import { CONVERSATION, type ConversationEvent } from '@madoguchi/conversation';
import { categoryOf, idOf, type Recorded } from '@madoguchi/event-sourcing';
import { AGENT, type AgentEvent, QUEUE, type QueueEvent } from '@madoguchi/routing';
import { type EntityManager, type EntityTarget, In } from 'typeorm';
import type { Projector } from '../projector.js';
import { storableJson, upsertRows } from '../write-rows.js';
import { foldAgent, foldConversation, foldQueue, type LiveRows, workId } from './fold-live-figures.js';
import { LiveConversationRow } from './live-conversation-row.entity.js';
import type { LiveCountRow } from './live-count-row.entity.js';
import { LiveTargetRow } from './live-target-row.entity.js';
import { LiveWorkRow } from './live-work-row.entity.js';

type LiveEvent = Recorded<ConversationEvent> | Recorded<AgentEvent> | Recorded<QueueEvent>;

/** What is asked of it is of today and of yesterday at most, in any time zone. */
const KEPT_DAYS = 2;

const CONCERNED: ReadonlySet<string> = new Set<LiveEvent['type']>([
  'AgentRequested',
  'ConversationOffered',
  'OfferReturned',
  'ConversationAssigned',
  'ConversationSnoozed',
  'ControlPassed',
  'ReplyQueued',
  'ConversationClosed',
  'WorkOffered',
  'OfferAccepted',
  'OfferDeclined',
  'OfferLapsed',
  'OfferWithdrawn',
  'WorkReleased',
  'QueuePolicySet',
]);

/** What a wall board shows: who waits, what is in hand, and what happened in the last two days, by the minute. */
export const liveFiguresProjector: Projector = {
  name: 'live_figures_v1',
  categories: [CONVERSATION, AGENT, QUEUE],
  tables: ['live_conversations_v1', 'live_work_v1', 'live_counts_v1', 'live_targets_v1'],
  async apply(recorded, transaction) {
    const events = (recorded as readonly LiveEvent[]).filter(({ type }) => CONCERNED.has(type));
    if (events.length === 0) return;
    const rows = await readRows(events, transaction);
    for (const event of events) foldEvent(rows, event);
    await writeRows(rows, transaction);
    if (rows.counts.size > 0) await forget([...new Set([...rows.counts.values()].map(({ tenantId }) => tenantId))], transaction);
  },
};

const foldEvent = (rows: LiveRows, event: LiveEvent): void => {
  switch (categoryOf(event.stream)) {
    case CONVERSATION:
      return foldConversation(rows, event as Recorded<ConversationEvent>);
    case AGENT:
      return foldAgent(rows, event as Recorded<AgentEvent>);
    case QUEUE:
      return foldQueue(rows, event as Recorded<QueueEvent>);
  }
};

const readRows = async (events: readonly LiveEvent[], transaction: EntityManager): Promise<LiveRows> => {
  const of = (category: string) => events.filter(({ stream }) => categoryOf(stream) === category);
  const conversations = await rowsBy(
    transaction,
    LiveConversationRow,
    of(CONVERSATION).map(({ stream }) => idOf(stream)),
  );
  const work = await rowsBy(
    transaction,
    LiveWorkRow,
    of(AGENT).flatMap(({ stream, data }) => ('conversationId' in data ? [workId(idOf(stream), data.conversationId)] : [])),
  );
  const requested = events.flatMap((event) => (event.type === 'AgentRequested' ? [event.data.queueId] : []));
  return { conversations, work, counts: new Map(), targets: await rowsBy(transaction, LiveTargetRow, requested) };
};

const rowsBy = async <Row extends { id: string }>(
  transaction: EntityManager,
  target: EntityTarget<Row>,
  ids: readonly string[],
): Promise<Map<string, Row>> => {
  if (ids.length === 0) return new Map();
  const rows = await transaction.find(target, { where: { id: In([...new Set(ids)]) } as never });
  return new Map(rows.map((row) => [row.id, row]));
};

const writeRows = async ({ conversations, work, counts, targets }: LiveRows, transaction: EntityManager): Promise<void> => {
  await writeOrDelete(transaction, LiveConversationRow, conversations);
  await writeOrDelete(transaction, LiveWorkRow, work);
  await upsertRows(transaction, LiveTargetRow, [...targets.values()]);
  await addCounts(transaction, [...counts.values()]);
};

const writeOrDelete = async <Row extends { id: string }>(
  transaction: EntityManager,
  target: EntityTarget<Row>,
  rows: ReadonlyMap<string, Row | null>,
): Promise<void> => {
  const gone = [...rows].flatMap(([id, row]) => (row ? [] : [id]));
  if (gone.length > 0) await transaction.delete(target, gone);
  await upsertRows(
    transaction,
    target,
    [...rows.values()].filter((row) => row !== null),
  );
};

const COUNTED = ['offered', 'accepted', 'declined', 'lapsed', 'handled', 'gone', 'answered', 'in_time', 'late'] as const;
const COLUMNS = ['id', 'tenant_id', 'queue_id', 'agent_id', 'minute', ...COUNTED].join(', ');
const ADD = `
  insert into live_counts_v1 (${COLUMNS})
  select ${COLUMNS} from jsonb_populate_recordset(null::live_counts_v1, $1::jsonb)
  on conflict (id) do update set ${COUNTED.map((name) => `${name} = live_counts_v1.${name} + excluded.${name}`).join(', ')}`;

const addCounts = async (transaction: EntityManager, rows: readonly LiveCountRow[]): Promise<void> => {
  if (rows.length === 0) return;
  const records = rows.map(({ tenantId, queueId, agentId, inTime, ...row }) => ({
    ...row,
    tenant_id: tenantId,
    queue_id: queueId,
    agent_id: agentId,
    in_time: inTime,
  }));
  await transaction.query(ADD, [storableJson(records)]);
};

/** By the youngest minute that was counted, and by no clock: made again, the rows are the same. */
const forget = (tenantIds: readonly string[], transaction: EntityManager): Promise<unknown> =>
  transaction.query(
    `delete from live_counts_v1 old
     using (select tenant_id, max(minute) as youngest from live_counts_v1 where tenant_id = any($1) group by tenant_id) last
     where old.tenant_id = last.tenant_id and old.minute < last.youngest - make_interval(days => $2)`,
    [tenantIds, KEPT_DAYS],
  );
