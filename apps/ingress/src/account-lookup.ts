import type { ChannelType } from '@madoguchi/conversation';
import type { IngressAccount } from './find-account.js';

export type AccountLookup = (channel: ChannelType, key: string) => Promise<IngressAccount | undefined>;

const FRESH_MS = 5_000;
/** How long an answer may serve when the database does not. */
const USABLE_MS = 10 * 60_000;
const MOST_REMEMBERED = 10_000;

interface Remembered {
  readonly account: IngressAccount | undefined;
  readonly at: number;
}

/**
 * Remembers accounts, so that a webhook does not wait for the database and goes on when it is away. Keys that nobody
 * has are remembered too; the same question is asked once at a time.
 */
export const rememberingLookup = (find: AccountLookup, now: () => Date): AccountLookup => {
  const remembered = new Map<string, Remembered>();
  const asking = new Map<string, Promise<IngressAccount | undefined>>();

  const ask = (name: string, channel: ChannelType, key: string): Promise<IngressAccount | undefined> => {
    const question =
      asking.get(name) ??
      find(channel, key)
        .then((account) => {
          remembered.delete(name);
          remembered.set(name, { account, at: now().getTime() });
          if (remembered.size > MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!);
          return account;
        })
        .finally(() => asking.delete(name));
    asking.set(name, question);
    return question;
  };

  return async (channel, key) => {
    const name = `${channel}/${key}`;
    const known = remembered.get(name);
    const age = known ? now().getTime() - known.at : Infinity;
    if (known && age < FRESH_MS) return known.account;
    try {
      return await ask(name, channel, key);
    } catch (error) {
      if (known?.account && age < USABLE_MS) return known.account;
      throw error;
    }
  };
};
