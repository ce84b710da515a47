import { randomBytes, randomInt } from 'node:crypto';
import type { ViberAccount } from './state.js';

/** 16 bytes in base64, of a person for one bot; `/` and `+` may stand in it. */
export const USER_ID = /^[A-Za-z0-9+/]{22}==$/;

export const newUserId = (): string => randomBytes(16).toString('base64');

const TIME_SHIFT = 22n;

/** 64 bits, ascending, as digits: more than a number of JavaScript holds, and never one that it could hold by chance. */
export const nextToken = (account: ViberAccount, now: Date): string => {
  const byTime = (BigInt(now.getTime()) << TIME_SHIFT) + BigInt(randomInt(1, 2 ** 20)) * 2n + 1n;
  const afterLast = BigInt(account.lastToken) + 2n;
  account.lastToken = String(byTime > afterLast ? byTime : afterLast);
  return account.lastToken;
};

/** JSON as Viber writes it: tokens are numbers without quotes, to the last digit. No text can look like one: its quotes are escaped. */
export const viberJson = (value: object): string => JSON.stringify(value).replace(/"message_token":"(\d+)"/g, '"message_token":$1');
