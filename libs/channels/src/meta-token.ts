import type { Problem } from './connection-check.js';
import { type JsonObject, numberIn } from './platform-json.js';

const DAY_MS = 24 * 60 * 60_000;
const WARN_DAYS = 14;

/**
 * What is wrong with the end of a token that Meta has described (`debug_token`): `expires_at` is in seconds, 0 for never; access to the
 * data may end earlier, which ends the token as well. Told from 14 days before.
 */
export const endingSoon = (token: JsonObject, now: Date, remedy: string): Problem | undefined => {
  if (token.is_valid === false) return { reason: 'Meta says that the token is not valid any more.', remedy };
  const ends = endsOf(token);
  const first = Math.min(...ends);
  if (ends.length === 0 || first - now.getTime() > WARN_DAYS * DAY_MS) return undefined;
  return { reason: `The token ends on ${dayOf(first)}.`, remedy: `Replace it before. ${remedy}` };
};

/** The same as facts, for who watches tokens over months. @param needed permission → what cannot be done without it */
export const tokenFacts = (token: JsonObject, needed: Readonly<Record<string, string>>) => {
  const ends = endsOf(token);
  const granted = Array.isArray(token.scopes) ? (token.scopes as readonly unknown[]).filter((scope) => typeof scope === 'string') : [];
  return {
    expiresAt: ends.length === 0 ? null : isoOrNull(Math.min(...ends)),
    scopes: granted,
    missingScopes: Object.entries(needed)
      .filter(([scope]) => !granted.includes(scope))
      .map(([scope, effect]) => ({ scope, effect })),
  };
};

const endsOf = (token: JsonObject): readonly number[] =>
  [token.expires_at, token.data_access_expires_at].map((seconds) => (numberIn(seconds) ?? 0) * 1000).filter((end) => end > 0);

const isoOrNull = (milliseconds: number): string | null => {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};

/** @param needed permission → what cannot be done without it */
export const missingPermissions = (token: JsonObject, needed: Readonly<Record<string, string>>, remedy: string): Problem | undefined => {
  const granted: readonly unknown[] = Array.isArray(token.scopes) ? token.scopes : [];
  const missing = Object.entries(needed).filter(([name]) => !granted.includes(name));
  if (missing.length === 0) return undefined;
  return { reason: missing.map(([name, effect]) => `Without "${name}" ${effect}.`).join(' '), remedy };
};

const dayOf = (milliseconds: number): string => {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? 'a day that no calendar has' : date.toISOString().slice(0, 10);
};
