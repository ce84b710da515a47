import type { ChannelType } from '@madoguchi/conversation';
import type { DataSource } from 'typeorm';
import { IntegrationAccountRow } from './integration-account-row.entity.js';

/** By the unguessable part of the webhook's path: the one question that is asked before a tenant is known. */
export const accountByWebhookKey = (database: DataSource, webhookKey: string): Promise<IntegrationAccountRow | null> =>
  database.manager.findOneBy(IntegrationAccountRow, { webhookKey });

export const integrationAccount = (database: DataSource, tenantId: string, id: string): Promise<IntegrationAccountRow | null> =>
  database.manager.findOneBy(IntegrationAccountRow, { tenantId, id });

/** By name. */
export const listIntegrationAccounts = (database: DataSource, tenantId: string): Promise<IntegrationAccountRow[]> =>
  database.manager.find(IntegrationAccountRow, { where: { tenantId }, order: { name: 'asc', id: 'asc' } });

/** Of every tenant: who was told of such an account by a platform has to prove which of them it is for. */
export const accountsByPlatformId = (database: DataSource, type: ChannelType, platformAccountId: string): Promise<IntegrationAccountRow[]> =>
  database.manager.find(IntegrationAccountRow, { where: { type, platformAccountId }, order: { addedAt: 'asc', id: 'asc' } });
