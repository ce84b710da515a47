import { CONVERSATION_VIEWS, type ConversationPage, type ConversationView } from '@madoguchi/contracts';
import type { DataSource } from 'typeorm';
import { InvalidCursorError, readCursor, writeCursor } from '../cursor.js';
import { conversationRow, type SelectedRow, SELECT_ROWS } from './conversation-rows.js';

/** Who looks: decides what `my` and `queue` mean. */
export interface Viewer {
  readonly tenantId: string;
  readonly role: 'admin' | 'agent';
  readonly agentId: string | null;
}

export interface ListConversations {
  readonly viewer: Viewer;
  readonly view: ConversationView;
  readonly cursor?: string;
  /** Rows in the page. */
  readonly limit: number;
}

/** Counting stops here, so that a list opens as fast with a million conversations. */
const COUNT_LIMIT = 1_000;

const WAITS_FROM = `coalesce(inbox.waiting_since, 'infinity')`;

type Bind = (value: unknown) => string;

/** Collects the parameters of a statement: each value becomes `$1`, `$2`, … */
const binder =
  (parameters: unknown[]): Bind =>
  (value) =>
    `$${parameters.push(value)}`;

const conditionOf = (view: ConversationView, viewer: Viewer, bind: Bind): string => {
  const tenant = `inbox.tenant_id = ${bind(viewer.tenantId)}`;
  switch (view) {
    case 'my':
      return `${tenant} and inbox.owner_agent_id = ${bind(viewer.agentId)} and inbox.status <> 'closed'`;
    case 'queue':
      return `${tenant} and inbox.owner_agent_id is null and inbox.bot_id is null and inbox.status not in ('closed', 'snoozed') and ${mayServe(viewer, bind)}`;
    case 'bot':
      return `${tenant} and inbox.bot_id is not null and inbox.owner_agent_id is null and inbox.status <> 'closed' and ${mayServe(viewer, bind)}`;
    case 'snoozed':
      return `${tenant} and inbox.status = 'snoozed' and ${viewer.role === 'admin' ? 'true' : `inbox.snoozed_by = ${bind(viewer.agentId)}`}`;
    case 'wrap-up':
      return `${tenant} and inbox.id in (
        select conversation_id from wrap_ups_v1 where tenant_id = ${bind(viewer.tenantId)} and agent_id = ${bind(viewer.agentId)} and open)`;
    case 'all':
      return `${tenant} and inbox.status <> 'closed'`;
    case 'done':
      return `${tenant} and inbox.status = 'closed'`;
  }
};

/** An administrator sees every queue and what has none; an agent the own queues. */
const mayServe = (viewer: Viewer, bind: Bind): string =>
  viewer.role === 'admin'
    ? 'true'
    : `inbox.status <> 'not routed' and inbox.queue_id = any (
        select unnest(me.queue_ids) from agents_v1 me where me.tenant_id = ${bind(viewer.tenantId)} and me.id = ${bind(viewer.agentId)})`;

interface Order {
  readonly columns: readonly string[];
  readonly descending: boolean;
  /** Where a row stands, in the order of the columns; the last is its id, the others are times. */
  readonly placeOf: (row: SelectedRow) => string[];
}

const LONGEST_WAITING: Order = {
  columns: [WAITS_FROM, 'inbox.opened_at', 'inbox.id'],
  descending: false,
  placeOf: (row) => [row.waiting_since?.toISOString() ?? 'infinity', row.opened_at.toISOString(), row.id],
};

const NEWEST_DONE: Order = {
  columns: ['inbox.closed_at', 'inbox.id'],
  descending: true,
  placeOf: (row) => [(row.closed_at ?? row.opened_at).toISOString(), row.id],
};

const SOONEST_AWAKE: Order = {
  columns: ["coalesce(inbox.snoozed_until, 'infinity')", 'inbox.id'],
  descending: false,
  placeOf: (row) => [row.snoozed_until?.toISOString() ?? 'infinity', row.id],
};

const orderOf = (view: ConversationView): Order => (view === 'done' ? NEWEST_DONE : view === 'snoozed' ? SOONEST_AWAKE : LONGEST_WAITING);

/**
 * One page of a view: who waits longest for us first, finished ones newest first, sleeping ones as they wake.
 *
 * @throws InvalidCursorError
 */
export const listConversations = async (
  database: DataSource,
  query: ListConversations,
): Promise<Pick<ConversationPage, 'items' | 'nextCursor'>> => {
  const { viewer, view, cursor, limit } = query;
  const order = orderOf(view);
  const parameters: unknown[] = [];
  const bind = binder(parameters);
  const condition = conditionOf(view, viewer, bind);
  const behind = cursor === undefined ? '' : `and ${behindOf(cursor, order, bind)}`;
  const sorted = order.columns.map((column) => (order.descending ? `${column} desc` : column)).join(', ');
  const rows = await database.query<SelectedRow[]>(
    `${SELECT_ROWS} where ${condition} ${behind} order by ${sorted} limit ${bind(limit + 1)}`,
    parameters,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { items: page.map(conversationRow), nextCursor: last && rows.length > limit ? writeCursor(order.placeOf(last)) : null };
};

const behindOf = (cursor: string, { columns, descending }: Order, bind: Bind): string => {
  const places = readCursor(cursor, columns.length);
  for (const place of places.slice(0, -1)) if (place !== 'infinity' && Number.isNaN(Date.parse(place))) throw new InvalidCursorError();
  const bound = places.map((place, index) => (index === places.length - 1 ? bind(place) : `${bind(place)}::timestamptz`)).join(', ');
  return `(${columns.join(', ')}) ${descending ? '<' : '>'} (${bound})`;
};

const NONE: ConversationPage['counts'] = { my: 0, queue: 0, bot: 0, snoozed: 0, 'wrap-up': 0, all: 0, done: 0 };

/** How many conversations each view holds, up to 1,000. */
export const countConversations = async (database: DataSource, viewer: Viewer): Promise<ConversationPage['counts']> => {
  const parameters: unknown[] = [];
  const bind = binder(parameters);
  const counts = CONVERSATION_VIEWS.map(
    (view) =>
      `(select count(*)::int from (select 1 from agent_inbox_v3 inbox where ${conditionOf(view, viewer, bind)} limit ${COUNT_LIMIT}) capped) as "${view}"`,
  );
  const [row] = await database.query<ConversationPage['counts'][]>(`select ${counts.join(', ')}`, parameters);
  return row ?? NONE;
};
