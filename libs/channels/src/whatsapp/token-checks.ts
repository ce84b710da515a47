import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, timed } from '../connection-check.js';
import { endingSoon, missingPermissions, tokenFacts } from '../meta-token.js';
import { idIn, objectIn } from '../platform-json.js';
import { accessTokenOf } from './account.js';
import { callGraph, REMEDY_FOR_TOKEN, type WhatsAppHosts } from './call.js';
import { objectOf } from './graph.js';

/** What the account cannot do without a right. */
const RIGHTS = {
  whatsapp_business_messaging: 'messages can be neither received nor sent',
  whatsapp_business_management: 'the number can be neither tested nor set up, and templates cannot be listed',
} as const;

/**
 * What Meta tells of the token: its app, its end, its rights. Meta takes the token that it is asked about in the address only; nothing here
 * tells or logs addresses. Not every token may ask about itself: then nothing is told, and that is no fault.
 */
export const readToken = async (
  hosts: WhatsAppHosts,
  credentials: Credentials,
  now: Date,
  signal: AbortSignal,
): Promise<{ readonly appId?: string; readonly checks: readonly ConnectionCheck[] }> => {
  const { answer, milliseconds } = await timed(askAboutToken(hosts, credentials, signal));
  const token = objectIn(objectOf(answer).data);
  if (!token) return { checks: [] };
  return {
    appId: idIn(token.app_id),
    checks: [
      checked('token expiry', milliseconds, endingSoon(token, now, REMEDY_FOR_TOKEN)),
      checked('permissions', milliseconds, missingPermissions(token, RIGHTS, REMEDY_FOR_TOKEN)),
    ],
  };
};

/** Undefined: WhatsApp does not tell. */
export const readTokenFacts = async (hosts: WhatsAppHosts, credentials: Credentials, signal: AbortSignal) => {
  const token = objectIn(objectOf(await askAboutToken(hosts, credentials, signal)).data);
  return token && tokenFacts(token, RIGHTS);
};

const askAboutToken = (hosts: WhatsAppHosts, credentials: Credentials, signal: AbortSignal) => {
  const query = new URLSearchParams({ input_token: accessTokenOf(credentials) ?? '' });
  return callGraph(hosts, `debug_token?${query}`, credentials, { method: 'GET', signal });
};
