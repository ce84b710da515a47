import { randomUUID } from 'node:crypto';
import type { Answer } from '../calls.js';
import type { CallFault } from '../control-api.js';

export interface WrongField {
  readonly name: string;
  readonly reason: string;
}

const problem = (status: number, code: string, title: string, detail: string, more: object = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: { type: `https://developer.vonage.com/api-errors/messages#${code}`, title, detail, instance: randomUUID(), ...more },
});

/** `api.nexmo.com`: problem details. */
export const answers = {
  ok: (body: unknown): Answer => ({ status: 200, body }),
  accepted: (messageUuid: string): Answer => ({ status: 202, body: { message_uuid: messageUuid } }),
  unauthorized: (): Answer => problem(401, 'unauthorized', 'Unauthorized', 'You did not provide correct credentials.'),
  noBalance: (): Answer =>
    problem(402, '1070', 'Partner quota exceeded', 'The account does not have sufficient credit to send the message.'),
  notFound: (): Answer => problem(404, 'not-found', 'Not Found', 'The requested resource was not found.'),
  tooLarge: (): Answer => problem(413, 'too-large', 'Payload Too Large', 'The request is too large.'),
  badContentType: (): Answer => problem(415, 'content-type', 'Unsupported Media Type', 'Send application/json.'),
  notJson: (): Answer => problem(422, '1020', 'Invalid params', 'The request body is not a JSON object.'),
  invalid: (fields: readonly WrongField[]): Answer =>
    problem(422, '1020', 'Invalid params', 'The value of one or more parameters is invalid.', { invalid_parameters: fields }),
  badSender: (from: string): Answer =>
    problem(422, '1120', 'Invalid sender', `The sender ${from} is not associated with the account.`, {
      invalid_parameters: [{ name: 'from', reason: 'is not a number of this account' }],
    }),
  tooFast: (retryAfter?: number): Answer => {
    const refused = problem(429, '1000', 'Throttled', 'You have exceeded the submission capacity allowed on this account.');
    return retryAfter === undefined ? refused : { ...refused, headers: { ...refused.headers, 'retry-after': String(retryAfter) } };
  },
  failed: (status: number): Answer => problem(status, '1030', 'Internal error', 'There was an error processing your request.'),
} as const;

export const answerToFault = (fault: CallFault): Answer =>
  fault.kind === 'rate-limit' ? answers.tooFast(fault.retryAfter) : answers.failed(fault.status ?? 500);

const label = (status: number, words: string): Answer => ({
  status,
  body: { 'error-code': String(status), 'error-code-label': words },
});

/** `rest.nexmo.com`, calls about the account: a code and its label. */
export const accountAnswers = {
  ok: (body: unknown): Answer => ({ status: 200, body }),
  success: (): Answer => label(200, 'success'),
  unauthorized: (): Answer => label(401, 'authentication failed'),
  refused: (words: string): Answer => label(420, words),
  notFound: (): Answer => label(404, 'not found'),
  toFault: (fault: CallFault): Answer =>
    fault.kind === 'rate-limit' ? label(429, 'too many requests') : label(fault.status ?? 500, 'error'),
} as const;

/** Statuses of the SMS API, with its words. */
const REFUSALS: Readonly<Record<number, string>> = {
  1: 'Throughput Rate Exceeded - please wait [ 250 ] and retry',
  2: 'Missing to param',
  3: 'Invalid value for param',
  4: 'Bad Credentials',
  7: 'Number barred',
  9: 'Quota Exceeded - rejected',
  12: 'Message length exceeds the maximum allowed',
  14: 'Invalid Signature',
  15: 'Illegal Sender Address - rejected',
  32: 'Signature And API Secret Disallowed',
};

/** `rest.nexmo.com/sms/json`: HTTP 200 whatever it says. */
export const smsAnswers = {
  sent: (parts: readonly object[]): Answer => ({ status: 200, body: { 'message-count': String(parts.length), messages: parts } }),
  refused: (status: number, words = REFUSALS[status]): Answer => ({
    ...smsAnswers.sent([{ status: String(status), 'error-text': words }]),
    refused: true,
  }),
  toFault: (fault: CallFault): Answer => {
    if (fault.kind === 'rate-limit' && fault.retryAfter === undefined) return smsAnswers.refused(1);
    const status = fault.kind === 'rate-limit' ? 429 : (fault.status ?? 500);
    return { status, headers: { 'content-type': 'text/html', ...retryAfter(fault) }, body: Buffer.from(`<h1>${status}</h1>`) };
  },
} as const;

const retryAfter = ({ retryAfter: seconds }: CallFault): Readonly<Record<string, string>> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) };
