import { randomUUID } from 'node:crypto';
import type { Credentials } from '@madoguchi/use-cases';
import { SignJWT } from 'jose';
import { applicationIdOf } from './account.js';
import { privateKeyIn } from './private-key.js';

/** As long as Vonage's own libraries let a token live. */
const LIFE_SECONDS = 15 * 60;

/** The token by which an application shows itself (JWT, RS256); undefined when id and key can make none. */
export const applicationTokenOf = async (credentials: Credentials, now: Date): Promise<string | undefined> => {
  const applicationId = applicationIdOf(credentials);
  const key = privateKeyIn(credentials.privateKey ?? '');
  if (applicationId === undefined || key === undefined) return undefined;
  const issuedAt = Math.floor(now.getTime() / 1000);
  const token = new SignJWT({ application_id: applicationId, iat: issuedAt, exp: issuedAt + LIFE_SECONDS, jti: randomUUID() });
  // A key that is too short is refused here.
  return token
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .sign(key)
    .catch(() => undefined);
};
