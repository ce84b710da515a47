import type { DataSource } from 'typeorm';

/** Something whose time has come, as it is stored: whoever looks later finds it too. */
export interface DueConversation {
  readonly conversationId: string;
  readonly tenantId: string;
  /** The event that it follows from. */
  readonly causeId: string;
  readonly correlationId: string;
  readonly due:
    | { readonly what: 'overflow'; readonly fromQueueId: string; readonly queueId: string; readonly queuedAt: string }
    | { readonly what: 'wake'; readonly until: string }
    /** Their owner gave it back on going, or is gone for longer than the queue's policy allows. */
    | { readonly what: 'owner gone'; readonly agentId: string; readonly offerId: string };
}

interface DueRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly cause_id: string;
  readonly correlation_id: string;
}

const OVERFLOWING = `
  select waiting.*, queue.id as queue_id, queue.policy -> 'overflow' ->> 'queueId' as to_queue_id
  from routing_queues_v2 queue
  cross join lateral (
    select id, tenant_id, cause_id, correlation_id, queued_at
    from routing_conversations_v2
    where queue_id = queue.id and tenant_id = queue.tenant_id and waiting_since is not null and open_offer_id is null
      and queued_at <= $1::timestamptz - make_interval(secs => (queue.policy -> 'overflow' ->> 'afterSeconds')::int)
    order by queued_at
    limit $2
  ) waiting
  where jsonb_typeof(queue.policy -> 'overflow') = 'object'`;

const WAKING = `
  select id, tenant_id, cause_id, correlation_id, snoozed_until from routing_conversations_v2
  where snoozed_until <= $1 order by snoozed_until limit $2`;

/** A conversation of a queue that nobody knows is treated as one without a policy: five minutes. */
const OWNER_GONE = `
  select conversation.id, conversation.tenant_id, conversation.cause_id, conversation.correlation_id,
    conversation.owner_agent_id, conversation.assigned_offer_id
  from routing_agents_v2 agent
  join routing_conversations_v2 conversation on conversation.owner_agent_id = agent.id and conversation.tenant_id = agent.tenant_id
  left join routing_queues_v2 queue on queue.id = conversation.queue_id and queue.tenant_id = conversation.tenant_id
  where agent.returns_work or agent.gone_since <= $1::timestamptz
    - make_interval(secs => case when queue.id is null then 300 else (queue.policy ->> 'ownerGoneSeconds')::int end)
  order by conversation.id
  limit $2`;

/** Of all tenants. */
export const dueConversations = async (database: DataSource, now: Date, limit: number): Promise<readonly DueConversation[]> => {
  const due = async <Row extends DueRow>(sql: string, what: (row: Row) => DueConversation['due']) =>
    (await database.query<Row[]>(sql, [now, limit])).map((row) => ({
      conversationId: row.id,
      tenantId: row.tenant_id,
      causeId: row.cause_id,
      correlationId: row.correlation_id,
      due: what(row),
    }));
  return [
    ...(await due<DueRow & { queue_id: string; to_queue_id: string; queued_at: Date }>(OVERFLOWING, (row) => ({
      what: 'overflow',
      fromQueueId: row.queue_id,
      queueId: row.to_queue_id,
      queuedAt: row.queued_at.toISOString(),
    }))),
    ...(await due<DueRow & { snoozed_until: Date }>(WAKING, (row) => ({ what: 'wake', until: row.snoozed_until.toISOString() }))),
    ...(await due<DueRow & { owner_agent_id: string; assigned_offer_id: string }>(OWNER_GONE, (row) => ({
      what: 'owner gone',
      agentId: row.owner_agent_id,
      offerId: row.assigned_offer_id,
    }))),
  ];
};
