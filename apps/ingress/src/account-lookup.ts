import type { ChannelType } from '@madoguchi/conversation';
import type { IngressAccount } from './find-account.js';

/** How old an answer may be that serves while the database does not. */
export type Age = 'recent' | 'any';

/** By the key of a webhook's path, or by the platform's own id of the account. `age` is `recent` where it is not given. */
export type Lookup<Found> = (channel: ChannelType, key: string, age?: Age) => Promise<Found | undefined>;
export type AccountLookup = Lookup<IngressAccount>;

export interface RememberingOptions {
  readonly now: () => Date;
  /** Milliseconds that a webhook waits for the database. Default 500. */
  readonly deadlineMs?: number;
}

const FRESH_MS = 5_000;
/** How long an answer is recent: messages must not go on for hours to where they went before. */
const RECENT_MS = 10 * 60_000;
const MOST_REMEMBERED = 10_000;

/**
 * Remembers accounts, so that a webhook does not wait for the database and goes on when it is away. Keys that nobody
 * has are remembered too, apart from the others: guessing keys pushes no account out. The same question is asked once
 * at a time.
 *
 * @throws when the database fails or is too slow and nothing usable is remembered
 */
export const rememberingLookup = <Found>(find: Lookup<Found>, { now, deadlineMs = 500 }: RememberingOptions): Lookup<Found> => {
  const accounts = new RecentlyAsked<Found>();
  const strangers = new RecentlyAsked<undefined>();
  const asking = new Map<string, Promise<Found | undefined>>();

  const ask = async (name: string, channel: ChannelType, key: string): Promise<Found | undefined> => {
    const account = await find(channel, key);
    const at = now().getTime();
    if (account) accounts.remember(name, account, at);
    else {
      accounts.forget(name);
      strangers.remember(name, undefined, at);
    }
    return account;
  };

  const askOnce = (name: string, channel: ChannelType, key: string): Promise<Found | undefined> => {
    const running = asking.get(name);
    if (running) return running;
    const question = ask(name, channel, key).finally(() => asking.delete(name));
    asking.set(name, question);
    return question;
  };

  return async (channel, key, age = 'recent') => {
    const name = `${channel}/${key}`;
    const time = now().getTime();
    const known = accounts.get(name);
    if (known && time - known.at < FRESH_MS) return known.value;
    const stranger = strangers.get(name);
    if (!known && stranger && time - stranger.at < FRESH_MS) return undefined;
    try {
      return await within(deadlineMs, askOnce(name, channel, key));
    } catch (error) {
      if (known && (age === 'any' || time - known.at < RECENT_MS)) return known.value;
      throw error;
    }
  };
};

/** Bounded; what was remembered longest ago goes first. */
class RecentlyAsked<Value> {
  private readonly entries = new Map<string, { readonly value: Value; readonly at: number }>();

  get(name: string) {
    return this.entries.get(name);
  }

  remember(name: string, value: Value, at: number): void {
    this.entries.delete(name);
    this.entries.set(name, { value, at });
    const [oldest] = this.entries.keys();
    if (this.entries.size > MOST_REMEMBERED && oldest !== undefined) this.entries.delete(oldest);
  }

  forget(name: string): void {
    this.entries.delete(name);
  }
}

/** @throws when the work takes longer; it goes on, and nobody waits for it. */
export const within = async <T>(deadlineMs: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${deadlineMs} ms`)), deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};
