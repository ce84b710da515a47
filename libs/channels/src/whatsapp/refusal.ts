import type { Credentials, SendOutcome } from '@madoguchi/use-cases';
import type { PlatformAnswer } from '../platform-call.js';
import { REMEDY_FOR_TOKEN } from './call.js';
import { failureOf, graphErrorIn } from './errors.js';

/** Where WhatsApp names no time. */
export const PAUSE_MS = 2_000;

type Answered = Extract<PlatformAnswer<unknown>, { kind: 'answered' }>;

/** What an answer other than the one hoped for says about a message. */
export const refusalOf = ({ status, body, headers }: Answered, credentials: Credentials): SendOutcome => {
  const error = graphErrorIn(body, credentials);
  const reason = error ? `WhatsApp refused it (${error.number}): ${error.words}` : `WhatsApp answered ${status} without a reason`;
  const failure = error && failureOf(error);
  if (status === 200 || (status >= 500 && (!failure || failure.vague))) return { outcome: 'unknown', reason };
  if (failure?.retryAfterMs !== undefined) {
    return { outcome: 'retry', afterMs: pauseAsked(headers) ?? failure.retryAfterMs, reason, holds: failure.holds };
  }
  if (status === 429) return { outcome: 'retry', afterMs: pauseAsked(headers) ?? PAUSE_MS, reason, holds: 'account' };
  return { outcome: 'rejected', reason, ...(failure ? { code: failure.code, remedy: failure.remedy } : refusalByStatus(status)) };
};

/** For codes that nobody knows yet, and for answers of something that stands before the Graph API. */
const refusalByStatus = (status: number): { readonly code: string; readonly remedy: string } => {
  switch (status) {
    case 400:
      return { code: 'content-refused', remedy: 'Change the message and send it again.' };
    case 401:
      return { code: 'credentials-refused', remedy: REMEDY_FOR_TOKEN };
    case 403:
      return { code: 'not-allowed', remedy: 'Test the connection of the integration account: the access token lacks a right.' };
    case 413:
      return { code: 'file-too-large', remedy: 'Send a smaller file or a link.' };
    default:
      return { code: 'refused', remedy: 'Test the connection of the integration account; the address of the Graph API may be wrong.' };
  }
};

const pauseAsked = (headers: Headers): number | undefined => {
  const seconds = headers.get('retry-after');
  return seconds !== null && /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : undefined;
};
