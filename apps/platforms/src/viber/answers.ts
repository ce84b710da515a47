import type { Answer } from '../calls.js';
import type { CallFault } from '../control-api.js';
import { viberJson } from './ids.js';

/** Viber's error codes with their names. */
const NAMES: Readonly<Record<number, string>> = {
  1: 'invalidUrl',
  2: 'invalidAuthToken',
  3: 'badData',
  4: 'missingData',
  5: 'receiverNotRegistered',
  6: 'receiverNotSubscribed',
  10: 'webhookNotSet',
  12: 'tooManyRequests',
  13: 'apiVersionNotSupported',
  14: 'incompatibleWithVersion',
};

export const CHAT_HOSTNAME = 'SN-CHAT-07_';

/** HTTP 200 whatever it says; tokens go as numbers of 64 bits, so the body is written here. */
const says = (status: number, words: string, more: object = {}): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from(viberJson({ status, status_message: words, ...more, chat_hostname: CHAT_HOSTNAME })),
});

export const answers = {
  ok: (more: object = {}): Answer => says(0, 'ok', more),
  refused: (status: number, words = NAMES[status] ?? 'failure'): Answer => ({ ...says(status, words), refused: true }),
  notFound: (): Answer => page(404),
  tooLarge: (): Answer => page(413),
  serverError: (): Answer => page(500),
} as const;

/** What stands in front of Viber's servers answers in HTML. */
const page = (status: number, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body: Buffer.from(`<html><body><h1>HTTP Status ${status}</h1></body></html>`),
});

/** Viber names no time with its "too many requests"; a `retryAfter` is told by what stands in front of it. */
export const answerToFault = (fault: CallFault): Answer => {
  if (fault.kind !== 'rate-limit') return page(fault.status ?? 500);
  return fault.retryAfter === undefined ? answers.refused(12) : page(429, { 'retry-after': String(fault.retryAfter) });
};
