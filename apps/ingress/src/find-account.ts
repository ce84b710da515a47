import type { ChannelType } from '@madoguchi/conversation';
import { accountByWebhookKey } from '@madoguchi/read-models';
import type { AccountCredentials } from '@madoguchi/secrets';
import type { Credentials } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';

/** What ingress needs to know of the account behind a webhook's path. */
export interface IngressAccount {
  readonly tenantId: string;
  readonly accountId: string;
  /** Absent: messages wait as "not routed". */
  readonly queueId?: string;
  readonly credentials: Credentials;
}

/** Undefined: nobody has this key, or it belongs to another channel. An account that is not linked is stored, not routed. */
export const findAccount =
  (database: DataSource, credentials: AccountCredentials) =>
  async (channel: ChannelType, key: string): Promise<IngressAccount | undefined> => {
    const row = await accountByWebhookKey(database, key);
    if (!row || row.type !== channel) return undefined;
    return {
      tenantId: row.tenantId,
      accountId: row.id,
      queueId: row.linked ? (row.queueId ?? undefined) : undefined,
      credentials: await credentials.open(row.tenantId, row.id),
    };
  };
