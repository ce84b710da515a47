import { dateAt, momentOf } from '@madoguchi/accounts';
import type { LiveAgent, LiveFigures, LiveQueue, LiveService } from '@madoguchi/contracts';
import { WHOLE_PLACE } from '@madoguchi/routing';
import type { DataSource } from 'typeorm';

const HOUR_MS = 3_600_000;

/** Nobody is shown who is archived. */
const notArchived = (kind: 'queue' | 'agent', id: string) =>
  `not exists (select from settings_v1 setting where setting.kind = '${kind}' and setting.id = ${id} and setting.archived)`;

const QUEUES = `
  select queue.id, queue.name, target.target_seconds, standing.*, hands.*, members.*
  from queues_v1 queue
  left join live_targets_v1 target on target.id = queue.id and target.tenant_id = queue.tenant_id
  cross join lateral (
    select count(*) filter (where waiting_since is not null and not offered)::int as waiting,
      count(*) filter (where waiting_since is not null and offered)::int as offered_now,
      min(waiting_since) as longest_since,
      count(*) filter (where asked_at is not null and $2::timestamptz - asked_at > make_interval(secs => target_seconds))::int as overdue
    from live_conversations_v1 where tenant_id = queue.tenant_id and queue_id = queue.id
  ) standing
  cross join lateral (
    select count(*)::int as in_hand from live_work_v1 where tenant_id = queue.tenant_id and queue_id = queue.id and in_hand
  ) hands
  cross join lateral (
    select count(*)::int as serving, count(*) filter (where presence = 'available')::int as available
    from agents_v1 agent where agent.tenant_id = queue.tenant_id and queue.id = any (agent.queue_ids) and ${notArchived('agent', 'agent.id')}
  ) members
  where queue.tenant_id = $1 and ${notArchived('queue', 'queue.id')}
  order by queue.name, queue.id`;

const AGENTS = `
  select agent.id, agent.name, agent.presence, agent.presence_reason as reason, agent.presence_since, agent.capacity, agent.queue_ids,
    coalesce(work.taken, 0) as taken, coalesce(work.offers, 0) as offers, coalesce(work.in_hand, 0) as in_hand
  from agents_v1 agent
  left join (
    select agent_id, sum(weight)::int as taken, count(*) filter (where not in_hand)::int as offers, count(*) filter (where in_hand)::int as in_hand
    from live_work_v1 where tenant_id = $1 group by agent_id
  ) work on work.agent_id = agent.id
  where agent.tenant_id = $1 and ${notArchived('agent', 'agent.id')}
  order by agent.name, agent.id`;

const countsBy = (column: 'queue_id' | 'agent_id') => `
  select ${column} as id, sum(offered)::int as offered, sum(accepted)::int as accepted, sum(declined)::int as declined,
    sum(lapsed)::int as lapsed, sum(handled)::int as handled, sum(gone)::int as gone, sum(answered)::int as answered,
    sum(in_time)::int as in_time, sum(late)::int as late
  from live_counts_v1 where tenant_id = $1 and minute >= $2 group by 1`;

interface Counts {
  readonly id: string;
  readonly offered: number;
  readonly accepted: number;
  readonly declined: number;
  readonly lapsed: number;
  readonly handled: number;
  readonly gone: number;
  readonly answered: number;
  readonly in_time: number;
  readonly late: number;
}

const NOTHING: Counts = { id: '', offered: 0, accepted: 0, declined: 0, lapsed: 0, handled: 0, gone: 0, answered: 0, in_time: 0, late: 0 };

interface QueueRecord {
  readonly id: string;
  readonly name: string;
  readonly target_seconds: number | null;
  readonly waiting: number;
  readonly offered_now: number;
  readonly longest_since: Date | null;
  readonly overdue: number;
  readonly in_hand: number;
  readonly serving: number;
  readonly available: number;
}

interface AgentRecord extends Pick<LiveAgent, 'id' | 'name' | 'presence' | 'reason' | 'capacity' | 'offers'> {
  readonly presence_since: Date;
  readonly queue_ids: readonly string[];
  readonly taken: number;
  readonly in_hand: number;
}

/**
 * Of all queues and agents of the tenant, by name. One statement after the other on one snapshot: the figures belong together.
 *
 * @param timeZone where the day begins; one that the calendar knows
 */
export const liveFigures = async (
  database: DataSource,
  tenantId: string,
  now: Date,
  timeZone: string,
): Promise<Omit<LiveFigures, 'position'>> => {
  const today = momentOf(dateAt(now, timeZone), 0, timeZone);
  return database.transaction('REPEATABLE READ', async (transaction) => {
    const queues = await transaction.query<QueueRecord[]>(QUEUES, [tenantId, now]);
    const agents = await transaction.query<AgentRecord[]>(AGENTS, [tenantId]);
    const counted = async (column: 'queue_id' | 'agent_id', since: Date) =>
      new Map((await transaction.query<Counts[]>(countsBy(column), [tenantId, since])).map((counts) => [counts.id, counts]));
    const ofQueues = await counted('queue_id', today);
    const lastHour = await counted('queue_id', new Date(now.getTime() - HOUR_MS));
    const ofAgents = await counted('agent_id', today);
    return {
      at: now.toISOString(),
      today: today.toISOString(),
      queues: queues.map((queue) => queueOf(queue, ofQueues.get(queue.id) ?? NOTHING, lastHour.get(queue.id) ?? NOTHING)),
      agents: agents.map((agent) => agentOf(agent, ofAgents.get(agent.id) ?? NOTHING)),
    };
  });
};

const queueOf = (queue: QueueRecord, today: Counts, lastHour: Counts): LiveQueue => ({
  id: queue.id,
  name: queue.name,
  waiting: queue.waiting,
  offered: queue.offered_now,
  longestWaitSince: queue.longest_since?.toISOString() ?? null,
  inHand: queue.in_hand,
  agents: { serving: queue.serving, available: queue.available },
  targetSeconds: queue.target_seconds,
  today: serviceOf(queue, today),
  lastHour: serviceOf(queue, lastHour),
  offersToday: offersOf(today),
  handledToday: today.handled,
  goneToday: today.gone,
});

/** Who waits longer than was promised counts as late at once, not when somebody answers at last. */
const serviceOf = ({ target_seconds: target, overdue }: QueueRecord, { answered, in_time: inTime, late }: Counts): LiveService => {
  const counted = inTime + late + overdue;
  return { answered, inTime, late: late + overdue, level: target === null || counted === 0 ? null : inTime / counted };
};

const offersOf = ({ offered, accepted, declined, lapsed }: Counts) => ({ made: offered, accepted, declined, lapsed });

const agentOf = (agent: AgentRecord, today: Counts): LiveAgent => ({
  id: agent.id,
  name: agent.name,
  presence: agent.presence,
  reason: agent.reason,
  presenceSince: agent.presence_since.toISOString(),
  queueIds: agent.queue_ids,
  load: agent.taken / WHOLE_PLACE,
  capacity: agent.capacity,
  inHand: agent.in_hand,
  offers: agent.offers,
  offersToday: offersOf(today),
  answeredToday: today.answered,
  handledToday: today.handled,
});
