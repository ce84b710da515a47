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

/** Ids of those they serve; none of an agent who is not there. */
export const queuesOfAgent = async (database: DataSource, tenantId: string, id: string): Promise<readonly string[]> =>
  (await database.manager.findOneBy(AgentRow, { tenantId, id }))?.queueIds ?? [];

/** Everybody of the tenant who is not archived, by name, with the queues they serve. */
export const agentDirectory = async (database: DataSource, tenantId: string): Promise<AgentDirectory> => {
  const agents = await database.manager
    .createQueryBuilder(AgentRow, 'agent')
    .where('agent.tenantId = :tenantId', { tenantId })
    .andWhere(`not exists (select from settings_v1 setting where setting.kind = 'agent' and setting.id = agent.id and setting.archived)`)
    .orderBy('agent.name')
    .addOrderBy('agent.id')
    .getMany();
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

/** Names by id; one that is not known is missing. */
export const queueNames = async (database: DataSource, tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await database.manager.findBy(QueueRow, { tenantId, id: In([...ids]) });
  return new Map(rows.map((row) => [row.id, row.name]));
};

/** Names by id; who is not known is missing. */
export const agentNames = async (database: DataSource, tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await database.manager.findBy(AgentRow, { tenantId, id: In([...ids]) });
  return new Map(rows.map((row) => [row.id, row.name]));
};
