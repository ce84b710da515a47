import type { QueuePolicy } from '@madoguchi/routing';
import type { DataSource } from 'typeorm';
import { RoutingQueueRow } from './routing-queue-row.entity.js';

/** In force now; undefined: there is no such queue. */
export const queuePolicy = async (
  database: DataSource,
  tenantId: string,
  queueId: string,
): Promise<{ readonly policy: QueuePolicy; readonly policyVersion: number } | undefined> => {
  const row = await database.manager.findOneBy(RoutingQueueRow, { id: queueId, tenantId });
  return row ? { policy: row.policy, policyVersion: row.policyVersion } : undefined;
};
