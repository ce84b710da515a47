import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem, timed } from '../connection-check.js';
import { idIn, type JsonObject, numberIn, objectIn } from '../platform-json.js';
import { accessTokenOf } from './account.js';
import { callGraph, REMEDY_FOR_TOKEN, type WhatsAppHosts } from './call.js';
import { objectOf } from './graph.js';

/** What the account cannot do without a right. */
const RIGHTS = {
  whatsapp_business_messaging: 'messages can be neither received nor sent',
  whatsapp_business_management: 'the number can be neither tested nor set up, and templates cannot be listed',
} as const;

const DAY_MS = 24 * 60 * 60_000;
const WARN_DAYS = 14;

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
  const query = new URLSearchParams({ input_token: accessTokenOf(credentials) ?? '' });
  const { answer, milliseconds } = await timed(callGraph(hosts, `debug_token?${query}`, credentials, { method: 'GET', signal }));
  const token = objectIn(objectOf(answer).data);
  if (!token) return { checks: [] };
  return {
    appId: idIn(token.app_id),
    checks: [checked('token expiry', milliseconds, endingSoon(token, now)), checked('permissions', milliseconds, missingRights(token))],
  };
};

/** `expires_at` is in seconds, 0 for never; access to the data may end earlier, which ends the token as well. */
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

const missingRights = (token: JsonObject): Problem | undefined => {
  const granted: readonly unknown[] = Array.isArray(token.scopes) ? token.scopes : [];
  const missing = Object.entries(RIGHTS).filter(([name]) => !granted.includes(name));
  if (missing.length === 0) return undefined;
  return { reason: missing.map(([name, effect]) => `Without "${name}" ${effect}.`).join(' '), remedy: REMEDY_FOR_TOKEN };
};
