import { createHmac, timingSafeEqual } from 'node:crypto';

/** Lower case, as HTTP libraries give it. */
export const SIGNATURE_HEADER = 'madoguchi-signature';

/** Seconds by which two clocks may differ, and for which a recorded call could be played again; turns are taken once besides. */
const TOLERANCE_SECONDS = 300;

const hmac = (secret: string, seconds: string, body: Uint8Array): Buffer =>
  createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();

/** `t=<unix seconds>,v1=<hex HMAC-SHA256 over "<t>." and the exact bytes of the body>`. */
export const botSignature = (secret: string, body: Uint8Array, at: Date): string => {
  const seconds = String(Math.floor(at.getTime() / 1_000));
  return `t=${seconds},v1=${hmac(secret, seconds, body).toString('hex')}`;
};

/** Compares in constant time, before anything is parsed. */
export const isSignedByBot = (header: string | null | undefined, secret: string, body: Uint8Array, now: Date): boolean => {
  const [, seconds, signature] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (seconds === undefined || signature === undefined || secret === '') return false;
  if (Math.abs(now.getTime() / 1_000 - Number(seconds)) > TOLERANCE_SECONDS) return false;
  return timingSafeEqual(hmac(secret, seconds, body), Buffer.from(signature, 'hex'));
};
