import { findBotOfAccount } from '@madoguchi/read-models';
import type { DataSource } from 'typeorm';

const REMEMBERED_MS = 2_000;
const MOST_ACCOUNTS = 10_000;

/** Which bot answers first on an account, asked at most every two seconds. */
export const botsOfAccounts = (database: DataSource, now: () => Date) => {
  const remembered = new Map<string, { readonly botId: string | undefined; readonly until: number }>();
  return async (tenantId: string, accountId: string): Promise<string | undefined> => {
    const known = remembered.get(accountId);
    if (known && known.until > now().getTime()) return known.botId;
    const botId = (await findBotOfAccount(database, tenantId, accountId))?.id;
    if (remembered.size >= MOST_ACCOUNTS) remembered.clear();
    remembered.set(accountId, { botId, until: now().getTime() + REMEMBERED_MS });
    return botId;
  };
};
