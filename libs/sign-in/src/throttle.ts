import { createHash } from 'node:crypto';
import { Refusal } from '@madoguchi/event-sourcing';
import type { DataSource } from 'typeorm';

const WINDOW_MINUTES = 15;

/** Guesses in the window: at one account from one address, and from one address at all. */
const MOST_AT_ACCOUNT = 5;
const MOST_FROM_ADDRESS = 100;

const WINDOW_MS = WINDOW_MINUTES * 60_000;

const keysOf = (email: string, address: string) => [
  { keyHash: hashOf('account', email, address), most: MOST_AT_ACCOUNT },
  { keyHash: hashOf('address', address), most: MOST_FROM_ADDRESS },
];

const hashOf = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/**
 * Counts a guess before it is looked at, so that many at once do not slip through together.
 *
 * @throws Refusal `too-many-attempts`
 */
export const countAttempt = async (database: DataSource, email: string, address: string, now: Date): Promise<void> => {
  for (const { keyHash, most } of keysOf(email, address)) {
    const [row] = await database.query<{ attempts: number; since: Date }[]>(
      `insert into sign_in_attempts as known (key_hash, attempts, since) values ($1, 1, $2)
       on conflict (key_hash) do update set
         attempts = case when known.since <= $3 then 1 else known.attempts + 1 end,
         since = case when known.since <= $3 then $2 else known.since end
       returning attempts, since`,
      [keyHash, now, new Date(now.getTime() - WINDOW_MS)],
    );
    if (row && row.attempts > most) {
      const retryAfterSeconds = Math.max(1, Math.ceil((row.since.getTime() + WINDOW_MS - now.getTime()) / 1000));
      throw new Refusal('too-many-attempts', `Too many attempts. Try again in ${Math.ceil(retryAfterSeconds / 60)} minutes.`, {
        retryAfterSeconds,
      });
    }
  }
};

/** Whoever knew the password may mistype it again, and an office behind one address is no attack. Old counts go with it. */
export const forgiveAttempts = async (database: DataSource, email: string, address: string, now: Date): Promise<void> => {
  const [account, from] = keysOf(email, address);
  await database.query('update sign_in_attempts set attempts = attempts - 1 where key_hash = $1 and attempts > 0', [from?.keyHash]);
  await database.query('delete from sign_in_attempts where key_hash = $1 or since <= $2', [
    account?.keyHash,
    new Date(now.getTime() - WINDOW_MS),
  ]);
};
