import type { Credentials, SendOutcome } from '@madoguchi/use-cases';
import type { PlatformAnswer } from '../platform-call.js';
import { numberIn, objectIn } from '../platform-json.js';
import { type GraphError, graphErrorIn, REMEDY_FOR_SECRET, REMEDY_FOR_TOKEN } from './call.js';

/** Between two tries when Meta is busy and names no time. */
const BUSY_PAUSE_MS = 2_000;

/** Meta's limits count over minutes and hours. */
const RATE_PAUSE_MS = 30_000;

const TEMPORARY = new Set([-1, 1, 2, 1200]);
const RATE_LIMITS = new Set([4, 17, 32, 613, 80006]);
const NOT_ALLOWED = new Set([3, 10, 200, 230]);
const RESTRICTED = new Set([368, 2022]);

/** Outside the 24 hours, by these two alone: of 1545041 Meta's own pages say now this, now "person unavailable". */
const WINDOW = new Set([2018278, 2018065]);

const WHY_TOKEN_IS_DEAD: Readonly<Record<number, string>> = {
  458: 'the app was removed from the page',
  459: 'Facebook asks the person who gave the token to log in and confirm something',
  460: 'the person who gave the token has changed their password',
  463: 'the token has expired',
  467: 'the token is no longer valid',
};

/** Error 100, "invalid parameter", by subcode. */
const WHY_REFUSED: Readonly<Record<number, readonly [code: string, remedy: string]>> = {
  2018001: [
    'recipient-unknown',
    'This page knows no such person. Check that the page ID and the token are those of the page to which the customer wrote.',
  ],
  2018008: ['media-refused', 'Meta could not take the file. Try another format, or send a link.'],
  2018034: ['content-empty', 'Write something, or attach a file.'],
  2018047: ['media-refused', 'Meta could not take the file. Try another format, or send a link.'],
  2018074: ['media-refused', 'Meta does not have the uploaded file any more. Send it again.'],
  2018109: ['file-too-large', 'Send a smaller file or a link.'],
};

type Answered = Extract<PlatformAnswer<unknown>, { kind: 'answered' }>;

/** Whether only the tag HUMAN_AGENT may still help. */
export const isOutsideWindow = ({ status, body }: Answered, credentials: Credentials): boolean => {
  const { code, subcode } = graphErrorIn(body, credentials);
  return status < 500 && code === 10 && WINDOW.has(subcode ?? 0);
};

/** What an answer other than 200 means for the message. */
export const refusalOf = ({ status, headers, body }: Answered, credentials: Credentials): SendOutcome => {
  const error = graphErrorIn(body, credentials);
  if (status >= 500) return { outcome: 'unknown', reason: `Meta answered ${status}: ${error.words}` };
  if (status === 429 || RATE_LIMITS.has(error.code ?? 0)) {
    return {
      outcome: 'retry',
      afterMs: pauseAsked(headers) ?? RATE_PAUSE_MS,
      reason: `Meta asks to slow down: ${error.words}`,
      holds: 'account',
    };
  }
  if (error.transient || TEMPORARY.has(error.code ?? 0)) {
    return { outcome: 'retry', afterMs: pauseAsked(headers) ?? BUSY_PAUSE_MS, reason: `Meta cannot take it now: ${error.words}` };
  }
  const [code, remedy, why] = finalRefusal(status, error);
  const number = [error.code, error.subcode].filter((part) => part !== undefined).join('/');
  return { outcome: 'rejected', code, reason: `${why ?? 'Meta refused it'} (${number || status}): ${error.words}`, remedy };
};

const finalRefusal = (
  status: number,
  { code = 0, subcode = 0, wrongSecret }: GraphError,
): readonly [code: string, remedy: string, why?: string] => {
  if (wrongSecret) return ['credentials-refused', REMEDY_FOR_SECRET];
  if (subcode === 2018300) {
    return [
      'other-app-owns-conversation',
      'Take the conversation over in the app or inbox that has it, or wait until it is handed over, then send again.',
      "Another app of the page, a bot or Meta's own inbox, has this conversation",
    ];
  }
  if (code === 10 && WINDOW.has(subcode)) {
    return [
      'window-closed',
      'Wait until the customer writes again. For answers until the seventh day, ask Meta for the feature "Human Agent" for your app.',
      'The customer wrote last more than 24 hours ago',
    ];
  }
  if (subcode === 1545041 || subcode === 2018108 || code === 551) {
    return [
      'recipient-unreachable',
      'The customer has blocked the page or left Messenger. Use another way to reach them.',
      'The customer cannot be reached',
    ];
  }
  if (subcode === 1893063 || RESTRICTED.has(code)) {
    return [
      'page-restricted',
      'Look at the page\'s "Page quality" and "Support inbox" on Facebook, and send nothing from it until Meta lifts this, mostly after a day.',
      'Meta has restricted the page for a time',
    ];
  }
  if (code === 190)
    return [
      'credentials-refused',
      REMEDY_FOR_TOKEN,
      `The page access token does not work: ${WHY_TOKEN_IS_DEAD[subcode] ?? 'Meta does not accept it'}`,
    ];
  if (NOT_ALLOWED.has(code)) {
    return [
      'not-allowed',
      'Give the app the permission "pages_messaging" with advanced access at developers.facebook.com, then issue a new token.',
      'The app may not send for this page',
    ];
  }
  if (code === 100) return WHY_REFUSED[subcode] ?? ['content-refused', 'Change the message and send it again.'];
  switch (status) {
    case 401:
      return ['credentials-refused', REMEDY_FOR_TOKEN];
    case 413:
      return ['file-too-large', 'Send a smaller file or a link.'];
    default:
      return ['refused', 'Test the connection of the integration account.'];
  }
};

/** Milliseconds: `Retry-After` in seconds, else the longest "time to regain access", which Meta tells in minutes for each kind of use. */
const pauseAsked = (headers: Headers): number | undefined => {
  const seconds = headers.get('retry-after') ?? '';
  if (/^\d{1,6}$/.test(seconds)) return Number(seconds) * 1_000;
  const minutes = Object.values(objectIn(jsonIn(headers.get('x-business-use-case-usage'))) ?? {})
    .flatMap((uses) => (Array.isArray(uses) ? (uses as unknown[]) : []))
    .map((use) => numberIn(objectIn(use)?.estimated_time_to_regain_access) ?? 0);
  const longest = Math.max(0, ...minutes);
  return longest > 0 ? longest * 60_000 : undefined;
};

const jsonIn = (text: string | null): unknown => {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
};
