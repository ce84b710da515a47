import type { ChannelType } from '@madoguchi/conversation';
import { ArrayContains, type DataSource, Not } from 'typeorm';
import { IntegrationAccountRow } from './integration-account-row.entity.js';

/**
 * By the unguessable part of the webhook's path: the one question that is asked before a tenant is known. Also by a key that the account
 * had once: see {@link isCurrentKey}.
 */
export const accountByWebhookKey = (database: DataSource, webhookKey: string): Promise<IntegrationAccountRow | null> =>
  database.manager.findOneBy(IntegrationAccountRow, { webhookKeys: ArrayContains([webhookKey]) });

/** False: the address is gone for good. */
export const isCurrentKey = ({ webhookKeys, intake }: IntegrationAccountRow, webhookKey: string): boolean =>
  intake !== 'gone' && webhookKeys.at(-1) === webhookKey;

export const integrationAccount = (database: DataSource, tenantId: string, id: string): Promise<IntegrationAccountRow | null> =>
  database.manager.findOneBy(IntegrationAccountRow, { tenantId, id });

/** In which messages are expected, and whether what a customer writes in counts before it; for services that know nothing else of accounts. */
export const languageOfAccount = async (
  database: DataSource,
  tenantId: string,
  id: string,
): Promise<{ readonly language?: string; readonly detectedLanguageMayOverride: boolean }> => {
  const [row] = await database.query<readonly { readonly language: string | null; readonly overrides: boolean }[]>(
    `select language, coalesce((state -> 'detectedLanguageMayOverride')::boolean, false) as overrides
     from integration_accounts_v3 where tenant_id = $1 and id = $2`,
    [tenantId, id],
  );
  return { language: row?.language ?? undefined, detectedLanguageMayOverride: row?.overrides ?? false };
};

/** By name. Without `deleted`: only those that are there. */
export const listIntegrationAccounts = (
  database: DataSource,
  tenantId: string,
  { deleted = false }: { readonly deleted?: boolean } = {},
): Promise<IntegrationAccountRow[]> =>
  database.manager.find(IntegrationAccountRow, {
    where: { tenantId, ...(deleted ? {} : { linkState: Not('deleted') }) },
    order: { name: 'asc', id: 'asc' },
  });

/** Of every tenant: who was told of such an account by a platform has to prove which of them it is for. */
export const accountsByPlatformId = (
  database: DataSource,
  type: ChannelType,
  platformAccountId: string,
): Promise<IntegrationAccountRow[]> =>
  database.manager.find(IntegrationAccountRow, {
    where: { type, platformAccountId, linkState: Not('deleted') },
    order: { addedAt: 'asc', id: 'asc' },
  });
