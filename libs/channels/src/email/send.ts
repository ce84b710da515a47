import type { Credentials, SendOutcome, SendRequest } from '@madoguchi/use-cases';
import { baseAddressOf } from './account.js';
import { domainOf } from './address.js';
import { remedyFor } from './bounce.js';
import { type Handover, handOver } from './call.js';
import { emailProblems, filesProblem } from './limits.js';
import { outgoingMailOf } from './message.js';
import type { Submission } from './submission.js';
import { threadIn } from './token.js';

/** A greylisting server wants some minutes; the first time it is asked again after one. */
const LATER_MS = 60_000;
/** Nobody there: a restart, mostly. */
const CONNECT_PAUSE_MS = 5_000;
/** Until an operator has seen to it. */
const LOCKED_OUT_MS = 5 * 60_000;

const NOT_SET = 'Tell your operator to set MADOGUCHI_SMTP_URL and MADOGUCHI_MAIL_DOMAIN.';

export const sendMail = async (
  submission: Submission | undefined,
  request: SendRequest,
  credentials: Credentials,
  date: Date,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  const [problem = filesProblem(request)] = emailProblems(request.content);
  if (problem) return { outcome: 'rejected', ...problem };
  const baseAddress = baseAddressOf(credentials);
  const { replyKey } = credentials;
  if (!submission)
    return { outcome: 'rejected', code: 'no-submission-server', reason: 'This installation sends no mail yet.', remedy: NOT_SET };
  if (!baseAddress || !replyKey) {
    return {
      outcome: 'rejected',
      code: 'account-incomplete',
      reason: 'The account has no base address or no reply key.',
      remedy: 'Add the integration account anew.',
    };
  }
  const thread = threadIn(request.recipient);
  if (!thread) {
    return {
      outcome: 'rejected',
      code: 'recipient-unreachable',
      reason: 'The conversation names no mail address.',
      remedy: 'Write to the customer in another way.',
    };
  }
  const mail = await outgoingMailOf(request, thread, { baseAddress, replyKey }, credentials, date);
  return outcomeOf(await handOver({ submission, name: domainOf(baseAddress), secrets: [replyKey] }, mail, signal), mail.messageId);
};

const outcomeOf = (handover: Handover, messageId: string): SendOutcome => {
  switch (handover.kind) {
    case 'taken':
      return { outcome: 'accepted', providerMessageIds: [messageId] };
    case 'refused':
      return refusalOf(handover.status, handover.words);
    case 'locked out':
      return {
        outcome: 'retry',
        afterMs: LOCKED_OUT_MS,
        reason: `No mail goes out: ${handover.reason}. The operator has to look at MADOGUCHI_SMTP_URL.`,
        holds: 'account',
      };
    case 'not given':
      return { outcome: 'retry', afterMs: CONNECT_PAUSE_MS, reason: handover.reason };
    case 'no answer':
      return { outcome: 'unknown', reason: handover.reason };
  }
};

/** 4xx: later, with everybody waiting who is meant; 5xx: never. The enhanced status (RFC 3463) says more. */
const refusalOf = (status: number, words: string): SendOutcome => {
  const enhanced = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(words)?.[0] ?? '';
  if (status < 500) {
    const holds = status === 421 || /^4\.(3|4)\./.test(enhanced) ? ('account' as const) : ('recipient' as const);
    return { outcome: 'retry', afterMs: LATER_MS, reason: `The mail server asks to come again: ${words}`, holds };
  }
  const code = enhanced || String(status);
  const remedy = status === 552 && enhanced === '' ? 'Send the files as links.' : remedyFor(enhanced);
  return { outcome: 'rejected', code, reason: `The mail server refused it: ${words}`, remedy };
};
