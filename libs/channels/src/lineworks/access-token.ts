import { createHash } from 'node:crypto';
import { SignJWT } from 'jose';
import type { Credentials } from '@madoguchi/use-cases';
import { callPlatform, type PlatformAnswer, platformWords } from '../platform-call.js';
import { numberIn, objectIn, textIn } from '../platform-json.js';
import { type ServiceAccount, serviceAccountOf } from './account.js';

/** A right to call the API for a time. Never told to anybody else. */
export interface AccessToken {
  readonly kind: 'token';
  readonly token: string;
  /** What LINE WORKS says that it granted; absent: what was asked for. */
  readonly scopes: readonly string[] | undefined;
  /** Milliseconds. */
  readonly lifetime: number;
}

/** Why there is none; either way the call that needed it was not made. */
export type NoAccessToken =
  /** `ranOut`: the deadline of whoever asked. */
  | { readonly kind: 'not sent'; readonly reason: string; readonly ranOut?: true }
  /** `error`: OAuth's code, where LINE WORKS refused. */
  | { readonly kind: 'impossible'; readonly reason: string; readonly error?: string };

export interface AccessTokens {
  /** One that is still good, asked for when there is none; however many want it, it is asked for once at a time. */
  get(credentials: Credentials, scope: string, signal: AbortSignal): Promise<AccessToken | NoAccessToken>;
  /** One that was issued just now. */
  renew(credentials: Credentials, scope: string, signal: AbortSignal): Promise<AccessToken | NoAccessToken>;
  /** LINE WORKS does not take this one any more. */
  forget(credentials: Credentials, scope: string, token: string): void;
}

const ASSERTION_SECONDS = 30 * 60;

/** So long before its end a token is not used any more. */
const RENEW_BEFORE_MS = 60_000;

/** The shorter of the two lifetimes that an app can be given; for an answer that tells none. */
const SHORT_LIFE_SECONDS = 3_600;

/** Tokens of every account, in memory, by the hash of what they were issued for. */
export const accessTokens = (auth: string, now: () => Date): AccessTokens => {
  const held = new Map<string, AccessToken & { readonly until: number }>();
  const underWay = new Map<string, Promise<AccessToken | NoAccessToken>>();

  const issue = (key: string, credentials: Credentials, scope: string, signal: AbortSignal) => {
    const asking = issueToken(auth, credentials, scope, now(), signal).then((answer) => {
      if (underWay.get(key) === asking) underWay.delete(key);
      if (answer.kind === 'token') {
        const issuedAt = now().getTime();
        for (const [old, { until }] of held) if (until <= issuedAt) held.delete(old);
        held.set(key, { ...answer, until: issuedAt + Math.max(answer.lifetime - RENEW_BEFORE_MS, answer.lifetime / 2) });
      }
      return answer;
    });
    underWay.set(key, asking);
    return asking;
  };

  return {
    async get(credentials, scope, signal) {
      const key = keyOf(credentials, scope);
      for (;;) {
        const known = held.get(key);
        if (known && known.until > now().getTime()) return known;
        const asked = underWay.get(key);
        if (!asked) return issue(key, credentials, scope, signal);
        const answer = await within(signal, asked);
        // Whoever asked had a nearer deadline: ask again under our own.
        if (answer.kind !== 'not sent' || !answer.ranOut || signal.aborted) return answer;
      }
    },
    renew: (credentials, scope, signal) => issue(keyOf(credentials, scope), credentials, scope, signal),
    forget(credentials, scope, token) {
      const key = keyOf(credentials, scope);
      if (held.get(key)?.token === token) held.delete(key);
    },
  };
};

const keyOf = ({ clientId, clientSecret, serviceAccount, privateKey }: Credentials, scope: string): string =>
  createHash('sha256')
    .update(JSON.stringify([clientId, clientSecret, serviceAccount, privateKey, scope]))
    .digest('base64');

const RAN_OUT: NoAccessToken = { kind: 'not sent', reason: 'no access token within the deadline', ranOut: true };

const within = (signal: AbortSignal, asked: Promise<AccessToken | NoAccessToken>): Promise<AccessToken | NoAccessToken> =>
  new Promise((resolve) => {
    const stop = () => resolve(RAN_OUT);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    void asked.then((answer) => {
      signal.removeEventListener('abort', stop);
      resolve(answer);
    });
  });

/** Service account authentication: a signed assertion (RFC 7523) for an access token. */
const issueToken = async (
  auth: string,
  credentials: Credentials,
  scope: string,
  now: Date,
  signal: AbortSignal,
): Promise<AccessToken | NoAccessToken> => {
  const account = serviceAccountOf(credentials);
  if (!account)
    return { kind: 'impossible', reason: 'Client ID, Client Secret, Service Account or Private Key is missing or cannot be one.' };
  const assertion = await assertionOf(account, now);
  const form = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion,
    client_id: account.clientId,
    client_secret: account.clientSecret,
    scope,
  });
  const answer = await callPlatform(`${auth}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    signal,
  });
  if (answer.kind !== 'answered') return signal.aborted ? RAN_OUT : { kind: 'not sent', reason: `no access token: ${answer.reason}` };
  return tokenIn(answer) ?? refusalOf(answer, [account.clientSecret, credentials.privateKey, assertion]);
};

const assertionOf = ({ clientId, name, key }: ServiceAccount, now: Date): Promise<string> => {
  const seconds = Math.floor(now.getTime() / 1000);
  return new SignJWT()
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .setIssuer(clientId)
    .setSubject(name)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ASSERTION_SECONDS)
    .sign(key);
};

type Answered = Extract<PlatformAnswer<unknown>, { kind: 'answered' }>;

const tokenIn = ({ status, body }: Answered): AccessToken | undefined => {
  const { access_token: token, expires_in: expiresIn, scope } = (status === 200 && objectIn(body)) || {};
  if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) return undefined;
  // LINE WORKS writes the seconds as a text.
  const seconds = numberIn(typeof expiresIn === 'string' ? Number(expiresIn) : expiresIn) ?? 0;
  return {
    kind: 'token',
    token,
    scopes: textIn(scope)?.split(/[\s,]+/),
    lifetime: (seconds > 0 ? seconds : SHORT_LIFE_SECONDS) * 1000,
  };
};

const refusalOf = ({ status, body }: Answered, secrets: readonly (string | undefined)[]): NoAccessToken => {
  const { error, error_description: description } = objectIn(body) ?? {};
  const code = platformWords(error, secrets);
  const words = [code, platformWords(description, secrets)].filter(Boolean).join(': ') || 'it gave no reason';
  const reason = `LINE WORKS issued no access token (${status}): ${words}`;
  const forNow = status < 300 || status === 408 || status === 429 || status >= 500;
  return forNow ? { kind: 'not sent', reason } : { kind: 'impossible', reason, error: code };
};
