import { randomBytes } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 26 characters: 10 of time in milliseconds, 16 of randomness. */
export const newUlid = (at: Date): string => {
  let time = '';
  for (let rest = at.getTime(), digit = 0; digit < 10; digit += 1, rest = Math.floor(rest / 32)) time = CROCKFORD[rest % 32]! + time;
  return time + [...randomBytes(16)].map((byte) => CROCKFORD[byte % 32]!).join('');
};

export const newReplyToken = (): string => randomBytes(16).toString('hex');

export const newOpaqueToken = (): string => randomBytes(60).toString('base64url');
