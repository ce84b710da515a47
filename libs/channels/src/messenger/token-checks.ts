import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import { idIn, type JsonObject, numberIn, objectIn } from '../platform-json.js';
import { callAsApp, graphErrorIn, type MessengerHosts, REMEDY_FOR_SECRET, REMEDY_FOR_TOKEN } from './call.js';

/** What the account cannot do without a permission. */
const PERMISSIONS = {
  pages_messaging: 'messages can be neither received nor sent',
  pages_manage_metadata: 'the page cannot be subscribed to webhooks',
} as const;

const DAY_MS = 24 * 60 * 60_000;
const WARN_DAYS = 14;

/**
 * What Meta knows of the token: only who has the app secret may ask, so this proves the secret as well. Meta takes the token that it is asked
 * about in the address only; nothing here tells or logs addresses.
 */
export const tokenChecks = async (
  hosts: MessengerHosts,
  credentials: Credentials,
  now: Date,
  signal: AbortSignal,
): Promise<readonly ConnectionCheck[]> => {
  const query = { input_token: credentials.pageAccessToken ?? '' };
  const { answer, milliseconds } = await timed(callAsApp(hosts, { method: 'GET', path: 'debug_token', query, signal }, credentials));
  if (answer.kind !== 'answered' || answer.status !== 200) {
    const wrongSecret = answer.kind === 'impossible' || (answer.kind === 'answered' && answer.status < 500 && answer.status !== 429);
    const reason =
      answer.kind === 'answered' ? `Meta answered ${answer.status}: ${graphErrorIn(answer.body, credentials).words}` : answer.reason;
    const remedy = wrongSecret ? REMEDY_FOR_SECRET : 'Test again later.';
    return [checked('secret', milliseconds, { reason, remedy })];
  }
  const token = objectIn(objectIn(answer.body)?.data) ?? {};
  return [
    checked('secret', milliseconds),
    checked('app matches', milliseconds, otherApp(token, credentials)),
    checked('token expiry', milliseconds, endingSoon(token, now)),
    checked('permissions', milliseconds, missingPermissions(token)),
  ];
};

const otherApp = (token: JsonObject, { appId }: Credentials): Problem | undefined => {
  const real = idIn(token.app_id);
  if (real === appId) return undefined;
  return {
    reason: `The token was issued by the app ${real ?? 'unknown'}, the form says ${appId}.`,
    remedy: 'Issue the token in this app, or enter ID and secret of the app that issued it. Otherwise webhooks would be refused.',
  };
};

/** `expires_at` is in seconds, 0 for never; access to the person's data may end earlier, which ends the token as well. */
const endingSoon = (token: JsonObject, now: Date): Problem | undefined => {
  if (token.is_valid === false) return { reason: 'Meta says that the token is not valid any more.', remedy: REMEDY_FOR_TOKEN };
  const ends = [token.expires_at, token.data_access_expires_at].map((seconds) => (numberIn(seconds) ?? 0) * 1000).filter((end) => end > 0);
  const first = Math.min(...ends);
  if (ends.length === 0 || first - now.getTime() > WARN_DAYS * DAY_MS) return undefined;
  return { reason: `The token ends on ${dayOf(first)}.`, remedy: `Replace it before. ${REMEDY_FOR_TOKEN}` };
};

const dayOf = (milliseconds: number): string => {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? 'a day that no calendar has' : date.toISOString().slice(0, 10);
};

const missingPermissions = (token: JsonObject): Problem | undefined => {
  const granted: readonly unknown[] = Array.isArray(token.scopes) ? token.scopes : [];
  const missing = Object.entries(PERMISSIONS).filter(([name]) => !granted.includes(name));
  if (missing.length === 0) return undefined;
  return {
    reason: missing.map(([name, effect]) => `Without "${name}" ${effect}.`).join(' '),
    remedy: 'Allow the app to manage the page and its messages, then issue a new token.',
  };
};
