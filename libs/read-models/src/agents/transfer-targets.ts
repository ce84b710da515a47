import type { TransferTargets } from '@madoguchi/contracts';
import type { DataSource } from 'typeorm';
import { agentDirectory } from './find-agents.js';

/** What is archived takes nothing any more. */
const QUEUES = `
  select queue.id, queue.name,
    (select count(*)::int from agent_inbox_v3 inbox
     where inbox.tenant_id = $1 and inbox.queue_id = queue.id and inbox.status in ('waiting', 'offered')) as waiting,
    (select count(*)::int from agents_v1 agent
     where agent.tenant_id = $1 and queue.id = any (agent.queue_ids) and agent.presence = 'available') as available
  from queues_v1 queue
  where queue.tenant_id = $1
    and not exists (select from settings_v1 setting where setting.kind = 'queue' and setting.id = queue.id and setting.archived)
  order by queue.name, queue.id`;

/** Where a conversation of the tenant can be given on to, by name. */
export const transferTargets = async (database: DataSource, tenantId: string): Promise<TransferTargets> => {
  const [queues, { items: agents }] = await Promise.all([
    database.query<TransferTargets['queues']>(QUEUES, [tenantId]),
    agentDirectory(database, tenantId),
  ]);
  return { queues, agents };
};
