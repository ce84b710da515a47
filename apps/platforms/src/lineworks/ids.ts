import { randomBytes } from 'node:crypto';

/** `jp1.<time in nanoseconds>.<end in seconds>.1.<domain>.0.0.0`, as in LINE WORKS' examples. */
export const newFileId = (at: number, endsAt: number, domainId: number): string =>
  `jp1.${at}${String(randomBytes(4).readUInt32BE(0) % 1_000_000).padStart(6, '0')}.${Math.floor(endsAt / 1_000)}.1.${domainId}.0.0.0`;

export const newAccessToken = (): string => `jp1AAAA${randomBytes(120).toString('base64').replaceAll('=', '')}`;

export const newSecret = (): string => randomBytes(15).toString('base64url');
