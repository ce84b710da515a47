import type { ChannelHealth } from '@madoguchi/accounts';
import type { DataSource } from 'typeorm';
import { ChannelHealthRow } from './channel-health-row.entity.js';

/** By account; of accounts of which nothing has happened yet there is none. */
export const channelHealthOf = async (database: DataSource, tenantId: string): Promise<ReadonlyMap<string, ChannelHealth>> =>
  new Map((await database.manager.findBy(ChannelHealthRow, { tenantId })).map(({ accountId, health }) => [accountId, health]));
