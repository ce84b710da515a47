import { type Hours, isOpen } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import type { Candidate, QueueNow, WaitingConversation } from '@madoguchi/routing';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { RoutingAgentRow } from './routing-agent-row.entity.js';
import { RoutingHoursRow } from './routing-hours-row.entity.js';
import { RoutingQueueRow } from './routing-queue-row.entity.js';

export interface Waiting extends WaitingConversation {
  /** How often it was offered already. */
  readonly rounds: number;
  /** How long its queue lets an agent think. */
  readonly offerSeconds: number;
  /** Others of its queue wait behind it and are not here: until they are, nobody who waits for a shorter time is given anybody. */
  readonly moreBehind: boolean;
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
  readonly queues: readonly QueueNow[];
}

/**
 * The conversations that free agents could take now: in each queue, of those that ask for the same, as many of those who wait longest as
 * it has free places; nothing of queues where nobody is free, and nobody who is kept for an agent who is away. When there are more than
 * `limit`, tenants share it, in each of them its queues, in each of those what is asked for: somebody whom nobody can be given to (closed
 * hours, skills that nobody has) keeps nobody else from being seen. Reads by index: it costs what can be decided, not what waits.
 */
export const waitingRooms = (database: DataSource, limit: number, now: Date): Promise<readonly WaitingRoom[]> =>
  database.transaction('REPEATABLE READ', async (transaction) => {
    const waiting = await longestWaiting(transaction, limit, now);
    if (waiting.length === 0) return [];
    const agents = await agentsOf(transaction, waiting);
    const queues = await transaction.findBy(RoutingQueueRow, { id: In([...new Set(waiting.map(({ queueId }) => queueId))]) });
    const hours = await hoursOf(transaction, agents, queues);
    const tenants = [...new Set(waiting.map(({ cause }) => cause.metadata.tenantId))];
    return tenants.map((tenantId) => {
      const open = (hoursId: string | null) => hoursId === null || isOpenOf(hours, tenantId, hoursId, now);
      return {
        tenantId,
        waiting: waiting.filter(({ cause }) => cause.metadata.tenantId === tenantId),
        agents: agents.filter((agent) => agent.tenantId === tenantId).map((agent) => candidate(agent, open(agent.workingHoursId))),
        queues: queues.filter((queue) => queue.tenantId === tenantId).map((queue) => queueNow(queue, open(queue.policy.businessHoursId))),
      };
    });
  });

interface WaitingRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly queue_id: string;
  readonly channel: ChannelType;
  readonly language: string | null;
  readonly skills: string[];
  readonly waiting_since: Date;
  readonly queued_at: Date;
  readonly preferred_agent_id: string | null;
  readonly kept_until: Date | null;
  readonly had_before: string[];
  readonly rounds: number;
  readonly offer_seconds: number;
  readonly more_behind: boolean;
  readonly cause_id: string;
  readonly correlation_id: string;
}

/**
 * Which demands there are in a queue is found by jumping through the index from one to the next. One whose offer is still on its way
 * between the two streams is left to the step that settles it. Turns are counted among those that ask for the same, then in the queue, then
 * in the tenant.
 */
const LONGEST_WAITING = `
  with free as (
    select agent.tenant_id, served.queue_id, ceil(sum(agent.capacity * 100 - agent.taken_urgently) / 100.0) as places
    from routing_agents_v2 agent cross join lateral unnest(agent.queue_ids) as served (queue_id)
    where agent.presence = 'available' and agent.taken_urgently < agent.capacity * 100
    group by agent.tenant_id, served.queue_id
  ), found as (
    select first.*, queue.offer_seconds
    from free
    join routing_queues_v2 queue on queue.id = free.queue_id and queue.tenant_id = free.tenant_id
    cross join lateral (
      with recursive demands as (
        (select conversation.demand from routing_conversations_v2 conversation
          where conversation.tenant_id = free.tenant_id and conversation.queue_id = free.queue_id
            and conversation.waiting_since is not null and conversation.open_offer_id is null
          order by conversation.demand limit 1)
        union all
        select (select conversation.demand from routing_conversations_v2 conversation
          where conversation.tenant_id = free.tenant_id and conversation.queue_id = free.queue_id
            and conversation.waiting_since is not null and conversation.open_offer_id is null and conversation.demand > demands.demand
          order by conversation.demand limit 1)
        from demands where demands.demand is not null
      )
      select demand from demands where demand is not null
    ) asked
    cross join lateral (
      select conversation.tenant_id, conversation.queue_id, conversation.demand, conversation.waiting_since, conversation.id,
        row_number() over (order by conversation.waiting_since, conversation.id) as turn
      from routing_conversations_v2 conversation
      where conversation.tenant_id = free.tenant_id and conversation.queue_id = free.queue_id and conversation.demand = asked.demand
        and conversation.waiting_since is not null and conversation.open_offer_id is null
        and not exists (
          select from routing_offers_v2 offer
          where offer.conversation_id = conversation.id and offer.tenant_id = conversation.tenant_id and offer.state in ('open', 'accepted')
        )
        and (conversation.kept_until is null or conversation.kept_until <= $2 or exists (
          select from routing_agents_v2 preferred
          where preferred.id = conversation.preferred_agent_id and preferred.tenant_id = conversation.tenant_id
            and preferred.presence = 'available' and conversation.queue_id = any(preferred.queue_ids) and preferred.id <> all(conversation.had_before)
        ))
      order by conversation.waiting_since, conversation.id
      limit least(free.places, $1)
    ) first
  ), in_queue as (
    select *, row_number() over (partition by tenant_id, queue_id order by turn, waiting_since, id) as queue_turn from found
  ), in_tenant as (
    select *, row_number() over (partition by tenant_id order by queue_turn, waiting_since, id) as tenant_turn from in_queue
  ), counted as (
    select *, row_number() over (order by tenant_turn, waiting_since, id) <= $1 as here from in_tenant
  ), marked as (
    select *,
      not lead(here, 1, true) over (partition by tenant_id, queue_id, demand order by turn)
        or not lead(here, 1, true) over (partition by tenant_id, queue_id order by queue_turn) as more_behind
    from counted
  )
  select conversation.*, marked.offer_seconds, marked.more_behind
  from marked join routing_conversations_v2 conversation on conversation.id = marked.id
  where marked.here
  order by conversation.waiting_since, conversation.id`;

const longestWaiting = async (transaction: EntityManager, limit: number, now: Date): Promise<Waiting[]> => {
  const rows = await transaction.query<WaitingRow[]>(LONGEST_WAITING, [limit, now]);
  return rows.map((row) => ({
    conversationId: row.id,
    queueId: row.queue_id,
    channel: row.channel,
    waitingSince: row.waiting_since.getTime(),
    queuedAt: row.queued_at.getTime(),
    hadBefore: row.had_before,
    language: row.language ?? undefined,
    skills: row.skills,
    preferredAgentId: row.preferred_agent_id ?? undefined,
    keptUntil: row.kept_until?.getTime(),
    rounds: row.rounds,
    offerSeconds: row.offer_seconds,
    moreBehind: row.more_behind,
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

/** By tenant and id: hours of another tenant are none. */
const hoursOf = async (
  transaction: EntityManager,
  agents: readonly RoutingAgentRow[],
  queues: readonly RoutingQueueRow[],
): Promise<ReadonlyMap<string, Hours>> => {
  const ids = [...agents.map(({ workingHoursId }) => workingHoursId), ...queues.map(({ policy }) => policy.businessHoursId)];
  const named = [...new Set(ids.filter((id) => id !== null))];
  if (named.length === 0) return new Map();
  const rows = await transaction.findBy(RoutingHoursRow, { id: In(named) });
  return new Map(rows.map(({ id, tenantId, hours }) => [`${tenantId} ${id}`, hours]));
};

/** Hours that nobody knows close nothing. */
const isOpenOf = (hours: ReadonlyMap<string, Hours>, tenantId: string, hoursId: string, now: Date): boolean => {
  const known = hours.get(`${tenantId} ${hoursId}`);
  return known === undefined || isOpen(known, now);
};

export const candidate = (row: RoutingAgentRow, onDuty: boolean): CandidateWithVersion => {
  const { id, presence, queueIds, capacity, taken, takenUrgently, skills, languages, groups, weights, lastAssignedAt, version } = row;
  return {
    agentId: id,
    presence,
    queueIds,
    capacity,
    taken,
    takenUrgently,
    skills,
    languages,
    groups,
    weights,
    lastAssignedAt: lastAssignedAt?.toISOString(),
    version,
    ...(onDuty ? {} : { offDuty: true as const }),
  };
};

export const queueNow = ({ id, policy, policyVersion }: RoutingQueueRow, open: boolean): QueueNow => ({
  queueId: id,
  policy,
  policyVersion,
  ...(open ? {} : { closed: true as const }),
});
