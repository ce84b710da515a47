import { isVerified } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { accountByWebhookKey, accountOf, accountsByPlatformId, type IntegrationAccountRow, isCurrentKey } from '@madoguchi/read-models';
import type { AccountCredentials } from '@madoguchi/secrets';
import type { Credentials } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';

/** What ingress needs to know of an account. */
export interface IngressAccount {
  readonly tenantId: string;
  readonly accountId: string;
  /** Absent: messages wait as "not routed". */
  readonly queueId?: string;
  /** Its link is off: what comes is kept, and shown to nobody. */
  readonly linkOff?: true;
  readonly credentials: Credentials;
  /** The platform has shown that it reaches us. False: its next authentic request is such a proof. */
  readonly verified?: boolean;
  /** Its information was deleted: nothing is taken for it any more. */
  readonly gone?: boolean;
}

/**
 * Undefined: nobody ever had this key, or it belongs to another channel. What comes for an account that is not active or has no queue
 * is stored, not routed; for one that is not linked, kept.
 */
export const findAccount =
  (database: DataSource, credentials: AccountCredentials) =>
  async (channel: ChannelType, key: string): Promise<IngressAccount | undefined> => {
    const row = await accountByWebhookKey(database, key);
    if (row?.type !== channel) return undefined;
    return isCurrentKey(row, key) ? opened(row, credentials) : { tenantId: row.tenantId, accountId: row.id, credentials: {}, gone: true };
  };

/** Of every tenant, the oldest first: which of them is meant, the signature has to tell. */
export const findAccountsAtPlatform =
  (database: DataSource, credentials: AccountCredentials) =>
  async (channel: ChannelType, platformAccountId: string): Promise<readonly IngressAccount[]> =>
    Promise.all((await accountsByPlatformId(database, channel, platformAccountId)).map((row) => opened(row, credentials)));

const opened = async (row: IntegrationAccountRow, credentials: AccountCredentials): Promise<IngressAccount> => ({
  tenantId: row.tenantId,
  accountId: row.id,
  queueId: row.intake === 'route' ? (row.queueId ?? undefined) : undefined,
  ...(row.intake === 'keep' ? { linkOff: true as const } : {}),
  credentials: await credentials.open(row.tenantId, row.id),
  verified: isVerified(accountOf(row)),
});
