import type { Candidate, WaitingConversation } from '@madoguchi/routing';
import type { DataSource, EntityManager } from 'typeorm';
import { RoutingAgentRow } from './routing-agent-row.entity.js';

export interface Waiting extends WaitingConversation {
  /** How often it was offered already. */
  readonly rounds: number;
  /** How long its queue lets an agent think. */
  readonly offerSeconds: number;
  /** The event that made it wait. */
  readonly cause: { readonly id: string; readonly metadata: { readonly tenantId: string; readonly correlationId: string } };
}

/** `version`: of the agent's stream when it was looked at. */
export type CandidateWithVersion = Candidate & { readonly version: number };

/** What can be decided now for one tenant. */
export interface WaitingRoom {
  readonly tenantId: string;
  readonly waiting: readonly Waiting[];
  /** Everybody who serves one of their queues, free or not: the others are named in the explanation. */
  readonly agents: readonly CandidateWithVersion[];
}

/**
 * The conversations that free agents could take now, in each queue as many of those who wait longest as it has free places; nothing of
 * queues where nobody is free. Reads by index: it costs what can be decided, not what waits.
 */
export const waitingRooms = (database: DataSource, limit: number): Promise<readonly WaitingRoom[]> =>
  database.transaction('REPEATABLE READ', async (transaction) => {
    const waiting = await longestWaiting(transaction, limit);
    if (waiting.length === 0) return [];
    const agents = await agentsOf(transaction, waiting);
    const tenants = [...new Set(waiting.map(({ cause }) => cause.metadata.tenantId))];
    return tenants.map((tenantId) => ({
      tenantId,
      waiting: waiting.filter(({ cause }) => cause.metadata.tenantId === tenantId),
      agents: agents.filter((agent) => agent.tenantId === tenantId).map(candidate),
    }));
  });

interface WaitingRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly queue_id: string;
  readonly waiting_since: Date;
  readonly had_before: string[];
  readonly rounds: number;
  readonly offer_seconds: number;
  readonly cause_id: string;
  readonly correlation_id: string;
}

/** One whose offer is still on its way between the two streams is left to the step that settles it. */
const LONGEST_WAITING = `
  with free as (
    select agent.tenant_id, served.queue_id, sum(agent.capacity - agent.load) as places
    from routing_agents_v1 agent cross join lateral unnest(agent.queue_ids) as served (queue_id)
    where agent.presence = 'available' and agent.load < agent.capacity
    group by agent.tenant_id, served.queue_id
  )
  select first.*, queue.offer_seconds
  from free
  join routing_queues_v1 queue on queue.id = free.queue_id and queue.tenant_id = free.tenant_id
  cross join lateral (
    select conversation.*
    from routing_conversations_v1 conversation
    where conversation.tenant_id = free.tenant_id and conversation.queue_id = free.queue_id
      and conversation.waiting_since is not null and conversation.open_offer_id is null
      and not exists (
        select from routing_offers_v1 offer
        where offer.conversation_id = conversation.id and offer.tenant_id = conversation.tenant_id and offer.state in ('open', 'accepted')
      )
    order by conversation.waiting_since, conversation.id
    limit free.places
  ) first
  order by first.waiting_since, first.id
  limit $1`;

const longestWaiting = async (transaction: EntityManager, limit: number): Promise<Waiting[]> => {
  const rows = await transaction.query<WaitingRow[]>(LONGEST_WAITING, [limit]);
  return rows.map((row) => ({
    conversationId: row.id,
    queueId: row.queue_id,
    waitingSince: row.waiting_since.toISOString(),
    hadBefore: row.had_before,
    rounds: row.rounds,
    offerSeconds: row.offer_seconds,
    cause: { id: row.cause_id, metadata: { tenantId: row.tenant_id, correlationId: row.correlation_id } },
  }));
};

const agentsOf = (transaction: EntityManager, waiting: readonly Waiting[]): Promise<RoutingAgentRow[]> =>
  transaction
    .createQueryBuilder(RoutingAgentRow, 'agent')
    .where('agent.tenantId = any(:tenants) and agent.queueIds && :queues', {
      tenants: [...new Set(waiting.map(({ cause }) => cause.metadata.tenantId))],
      queues: [...new Set(waiting.map(({ queueId }) => queueId))],
    })
    .orderBy('agent.id')
    .getMany();

const candidate = ({ id, presence, queueIds, capacity, load, lastAssignedAt, version }: RoutingAgentRow): CandidateWithVersion => ({
  agentId: id,
  presence,
  queueIds,
  capacity,
  load,
  lastAssignedAt: lastAssignedAt?.toISOString(),
  version,
});
