import { findBotOfAccount, languageOfAccount } from '@madoguchi/read-models';
import type { IntakePorts } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';

type OfAccount = Awaited<ReturnType<IntakePorts['ofAccount']>>;

const REMEMBERED_MS = 2_000;
const MOST_ACCOUNTS = 10_000;

/** Which bot answers first on an account, and in which language messages are expected there, asked at most every two seconds. */
export const intakeOfAccounts = (database: DataSource, now: () => Date): IntakePorts['ofAccount'] => {
  const remembered = new Map<string, { readonly is: OfAccount; readonly until: number }>();
  return async (tenantId, accountId) => {
    const known = remembered.get(accountId);
    if (known && known.until > now().getTime()) return known.is;
    const [bot, language] = await Promise.all([
      findBotOfAccount(database, tenantId, accountId),
      languageOfAccount(database, tenantId, accountId),
    ]);
    const botAppId = bot?.kind === 'messenger' ? (bot.appId ?? undefined) : undefined;
    const is = { botId: bot?.id, botAppId, ...language };
    if (remembered.size >= MOST_ACCOUNTS) remembered.clear();
    remembered.set(accountId, { is, until: now().getTime() + REMEMBERED_MS });
    return is;
  };
};
