import type { DataSource } from 'typeorm';

/** Pages of these agents are open and were heard of now. */
export const recordHeartbeats = async (database: DataSource, tenantId: string, agentIds: readonly string[], now: Date): Promise<void> => {
  await database.query(
    `insert into routing_heartbeats (agent_id, tenant_id, seen_at) select id, $2, $3 from unnest($1::text[]) as id
     on conflict (agent_id) do update set seen_at = greatest(routing_heartbeats.seen_at, excluded.seen_at)
     where routing_heartbeats.tenant_id = excluded.tenant_id`,
    [agentIds, tenantId, now],
  );
};

export interface LostAgent {
  readonly agentId: string;
  readonly tenantId: string;
  readonly seenAt: string;
}

/**
 * Who was heard of since they said that they are here, but not for a while now. Somebody who works without a page, through the API, is
 * never heard of and never lost.
 */
export const lostAgents = async (database: DataSource, silentSince: Date, limit: number): Promise<readonly LostAgent[]> => {
  const rows = await database.query<{ id: string; tenant_id: string; seen_at: Date }[]>(
    `select agent.id, agent.tenant_id, heartbeat.seen_at
     from routing_agents_v2 agent
     join routing_heartbeats heartbeat on heartbeat.agent_id = agent.id and heartbeat.tenant_id = agent.tenant_id
     where agent.presence <> 'offline' and heartbeat.seen_at < $1 and heartbeat.seen_at >= agent.present_since
     order by heartbeat.seen_at
     limit $2`,
    [silentSince, limit],
  );
  return rows.map(({ id, tenant_id, seen_at }) => ({ agentId: id, tenantId: tenant_id, seenAt: seen_at.toISOString() }));
};
