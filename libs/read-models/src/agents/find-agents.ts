import type { AgentDirectory, AgentView } from '@madoguchi/contracts';
import { type DataSource, In } from 'typeorm';
import { AgentRow } from './agent-row.entity.js';
import { QueueRow } from './queue-row.entity.js';

const agentView = (row: AgentRow): AgentView => ({
  id: row.id,
  name: row.name,
  presence: row.presence,
  reason: row.presenceReason,
  presenceSince: row.presenceSince.toISOString(),
  load: row.conversationIds.length,
  capacity: row.capacity,
});

export const findAgent = async (database: DataSource, tenantId: string, id: string): Promise<AgentView | undefined> => {
  const row = await database.manager.findOneBy(AgentRow, { tenantId, id });
  return row ? agentView(row) : undefined;
};

/** Everybody of the tenant, by name, with the queues they serve. */
export const agentDirectory = async (database: DataSource, tenantId: string): Promise<AgentDirectory> => {
  const agents = await database.manager.find(AgentRow, { where: { tenantId }, order: { name: 'asc', id: 'asc' } });
  const queues = new Map((await listQueues(database, tenantId)).map(({ id, name }) => [id, name]));
  return {
    items: agents.map((row) => ({
      ...agentView(row),
      queues: row.queueIds.flatMap((id) => {
        const name = queues.get(id);
        return name === undefined ? [] : [{ id, name }];
      }),
    })),
  };
};

/** By name. */
export const listQueues = (database: DataSource, tenantId: string): Promise<QueueRow[]> =>
  database.manager.find(QueueRow, { where: { tenantId }, order: { name: 'asc', id: 'asc' } });

/** Names by id; who is not known is missing. */
export const agentNames = async (database: DataSource, tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await database.manager.findBy(AgentRow, { tenantId, id: In([...ids]) });
  return new Map(rows.map((row) => [row.id, row.name]));
};
