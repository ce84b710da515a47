import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import { endingSoon, missingPermissions, tokenFacts } from '../meta-token.js';
import { idIn, type JsonObject, objectIn } from '../platform-json.js';
import { callAsApp, graphErrorIn, type MessengerHosts, REMEDY_FOR_SECRET, REMEDY_FOR_TOKEN } from './call.js';

/** What the account cannot do without a permission. */
const PERMISSIONS = {
  pages_messaging: 'messages can be neither received nor sent',
  pages_manage_metadata: 'the page cannot be subscribed to webhooks',
} as const;

const REMEDY_FOR_PERMISSIONS = 'Allow the app to manage the page and its messages, then issue a new token.';

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
  const { answer, milliseconds } = await timed(askAboutToken(hosts, credentials, signal));
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
    checked('token expiry', milliseconds, endingSoon(token, now, REMEDY_FOR_TOKEN)),
    checked('permissions', milliseconds, missingPermissions(token, PERMISSIONS, REMEDY_FOR_PERMISSIONS)),
  ];
};

/** Undefined: Meta does not tell. */
export const readPageToken = async (hosts: MessengerHosts, credentials: Credentials, signal: AbortSignal) => {
  const answer = await askAboutToken(hosts, credentials, signal);
  const token = answer.kind === 'answered' && answer.status === 200 ? objectIn(objectIn(answer.body)?.data) : undefined;
  return token && tokenFacts(token, PERMISSIONS);
};

const askAboutToken = (hosts: MessengerHosts, credentials: Credentials, signal: AbortSignal) => {
  const query = { input_token: credentials.pageAccessToken ?? '' };
  return callAsApp(hosts, { method: 'GET', path: 'debug_token', query, signal }, credentials);
};

const otherApp = (token: JsonObject, { appId }: Credentials): Problem | undefined => {
  const real = idIn(token.app_id);
  if (real === appId) return undefined;
  return {
    reason: `The token was issued by the app ${real ?? 'unknown'}, the form says ${appId}.`,
    remedy: 'Issue the token in this app, or enter ID and secret of the app that issued it. Otherwise webhooks would be refused.',
  };
};
