import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Opaque, case-sensitive, and it may end in "=". */
export const newWamid = (): string => `wamid.${randomBytes(28).toString('base64')}`;

export const newTraceId = (): string => `A${randomBytes(16).toString('base64url')}`;

export const digits = (count: number): string =>
  String(randomInt(1, 10)) + Array.from({ length: count - 1 }, () => String(randomInt(10))).join('');

/** The business-scoped id of a person, the same for the same number: country, dot, digits. */
export const userIdOf = (number: string): string => `JP.${BigInt(`0x${createHash('sha256').update(number).digest('hex').slice(0, 16)}`)}`;
