import type { DataSource } from 'typeorm';
import { ShelvedItemRow } from './shelved-item-row.entity.js';

export interface WantedShelvedItems {
  readonly tenantId: string;
  readonly accountId: string;
  readonly kind: string;
  /** At most. */
  readonly limit: number;
}

/** Newest first. */
export const shelvedItems = (database: DataSource, { tenantId, accountId, kind, limit }: WantedShelvedItems): Promise<ShelvedItemRow[]> =>
  database.manager.find(ShelvedItemRow, { where: { tenantId, accountId, kind }, order: { receivedAt: 'desc', id: 'asc' }, take: limit });
