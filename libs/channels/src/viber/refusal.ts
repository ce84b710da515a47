import type { Credentials, SendOutcome } from '@madoguchi/use-cases';
import type { PlatformAnswer } from '../platform-call.js';
import { REMEDY_FOR_TOKEN, SET_WEBHOOK, statusIn, viberWords } from './call.js';

const HOUR_MS = 3_600_000;

/** Between two tries when Viber says "too many" and neither when nor of what. */
const RATE_PAUSE_MS = 10_000;

/** What a status other than 0 means for the message; `RATE_LIMIT` aside, none of them changes by itself. */
const REFUSALS: Readonly<Record<number, readonly [code: string, remedy: string]>> = {
  1: ['webhook-refused', SET_WEBHOOK],
  2: ['credentials-refused', REMEDY_FOR_TOKEN],
  3: ['content-refused', 'Change the message and send it again.'],
  4: ['content-refused', 'Change the message and send it again.'],
  5: ['recipient-unreachable', 'The customer has left Viber. Use another way to reach them.'],
  6: ['recipient-blocked', 'The customer has unsubscribed from the bot. Wait until they write again, or use another way.'],
  7: ['account-locked', "Viber has blocked the bot. Ask Viber's support."],
  8: ['account-not-found', `Viber knows no such bot. ${REMEDY_FOR_TOKEN}`],
  9: ['account-locked', "Viber has suspended the bot. Ask Viber's support."],
  10: ['webhook-missing', `Viber sends nothing for a bot without a webhook. ${SET_WEBHOOK} Then send it again.`],
  11: ['recipient-unreachable', 'No device of the customer shows messages of bots. Use another way to reach them.'],
  13: ['recipient-outdated', "The customer's Viber is too old for this message. Write it as a text."],
  14: ['content-refused', 'Write it as a text.'],
  15: ['not-allowed', 'Viber has not approved the bot. Finish its registration at Viber.'],
  16: ['not-allowed', 'Viber does not let this bot write here.'],
  17: ['not-allowed', 'Viber does not let this bot write here.'],
  18: ['not-allowed', 'Viber does not let this bot write here.'],
  21: ['account-restricted', "The bot may not write to customers of this country. Use another way, or ask Viber's support."],
  22: ['content-refused', 'Viber has no payments there. Write it as a text.'],
  23: ['quota-used-up', "The bot's free messages are used up. Put its commercial terms in order at Viber."],
  24: ['payment-missing', "The bot's balance at Viber is used up. Top it up."],
};

const RATE_LIMIT = 12;

type Answered = Extract<PlatformAnswer<unknown>, { kind: 'answered' }>;

/** What an answer means that is not "ok". */
export const refusalOf = (answer: Answered, credentials: Credentials, now: Date): SendOutcome => {
  const reason = viberWords(answer.body, credentials);
  if (answer.status >= 500) return { outcome: 'unknown', reason: `Viber answered ${answer.status}: ${reason}` };
  if (answer.status === 429) {
    return { outcome: 'retry', afterMs: pauseAsked(answer.headers), reason: `Viber asks to slow down: ${reason}`, holds: 'account' };
  }
  if (answer.status !== 200) {
    const remedy = 'Test the connection of the integration account; the address of the Viber API may be wrong.';
    return { outcome: 'rejected', code: 'refused', reason: `Viber refused it (HTTP ${answer.status}): ${reason}`, remedy };
  }
  const status = statusIn(answer);
  if (status === undefined) return { outcome: 'unknown', reason: 'Viber answered 200, but the answer cannot be read' };
  if (status === RATE_LIMIT) return tooMany(reason, now);
  const [code, remedy] = REFUSALS[status] ?? [
    'refused',
    'Send it again; if that fails too, test the connection of the integration account.',
  ];
  return { outcome: 'rejected', code, reason: `Viber refused it (${status}): ${reason}`, remedy };
};

/** The one limit of single messages is that of 100 in a clock hour to somebody who does not answer. */
const tooMany = (reason: string, now: Date): SendOutcome => ({
  outcome: 'retry',
  afterMs: /without (a )?reply/i.test(reason) ? HOUR_MS - (now.getTime() % HOUR_MS) : RATE_PAUSE_MS,
  reason: `Viber asks to slow down: ${reason}`,
  holds: 'recipient',
});

const pauseAsked = (headers: Headers): number => {
  const seconds = headers.get('retry-after') ?? '';
  return /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1_000 : RATE_PAUSE_MS;
};
