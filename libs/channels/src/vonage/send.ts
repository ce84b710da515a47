import type { Credentials, SendOutcome, SendRequest } from '@madoguchi/use-cases';
import { tooLong } from '../content-problem.js';
import type { PlatformAnswer } from '../platform-call.js';
import { objectIn, textIn } from '../platform-json.js';
import { unanswered } from '../unanswered.js';
import { hasApplication } from './account.js';
import { type Answered, callMessages, IMPOSSIBLE_TOKEN, pauseAsked, REMEDY_FOR_APPLICATION, type VonageHosts } from './call.js';
import { BALANCE, errorIn, failureOf, TOO_FAST } from './errors.js';
import { smsProblems, vonageProblems } from './limits.js';
import { textLimitOf, vonageMessageOf, wordsOf } from './message.js';
import { sendBySmsApi } from './sms-send.js';
import { type Thread, threadIn } from './thread.js';
import { applicationTokenOf } from './token.js';

interface Sending {
  readonly hosts: VonageHosts;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/** One attempt: by the Messages API in the name of the application, or by the SMS API. Neither has a key that would tell a repeat. */
export const sendToVonage = async (request: SendRequest, credentials: Credentials, sending: Sending): Promise<SendOutcome> => {
  const [problem] = vonageProblems(request.content);
  if (problem) return { outcome: 'rejected', ...problem };
  const thread = threadIn(request.recipient);
  if (!thread || textLimitOf(phoneOr(thread)) === 0) return UNREACHABLE;
  const from = thread.ours ?? credentials.number;
  if (!from) return SENDER_MISSING;
  const words = wordsOf(request);
  if (words === undefined) return MEDIA_MISSING;
  const [unfit] = phoneOr(thread) === 'sms' ? smsProblems(words) : tooLong(words, 'text', 'this channel', textLimitOf(thread.channel));
  if (unfit) return { outcome: 'rejected', ...unfit };
  if (hasApplication(credentials)) return sendByMessages(request, { thread, from, credentials, ...sending });
  return phoneOr(thread) === 'sms' ? sendBySmsApi({ to: thread.customer, from, text: words }, credentials, sending) : APPLICATION_MISSING;
};

/** The answer to an MMS is an SMS. */
const phoneOr = ({ channel }: Thread): string => (channel === 'mms' ? 'sms' : channel);

const sendByMessages = async (
  request: SendRequest,
  {
    thread,
    from,
    credentials,
    hosts,
    now,
    signal,
  }: Sending & { readonly thread: Thread; readonly from: string; readonly credentials: Credentials },
): Promise<SendOutcome> => {
  const token = await applicationTokenOf(credentials, now);
  if (token === undefined) return unanswered(IMPOSSIBLE_TOKEN, REMEDY_FOR_APPLICATION);
  const message = vonageMessageOf(request, thread, from);
  if (!message) return UNREACHABLE;
  return outcomeOf(await callMessages(hosts, token, message, signal), credentials);
};

const outcomeOf = (answer: PlatformAnswer<unknown>, credentials: Credentials): SendOutcome => {
  if (answer.kind !== 'answered') return unanswered(answer, REMEDY_FOR_APPLICATION);
  if (answer.status >= 300) return refusalOf(answer, credentials);
  const messageId = textIn(objectIn(answer.body)?.message_uuid);
  return messageId === undefined
    ? { outcome: 'unknown', reason: `Vonage answered ${answer.status}, but the answer cannot be read` }
    : { outcome: 'accepted', providerMessageIds: [messageId] };
};

const refusalOf = ({ status, body, headers }: Answered, credentials: Credentials): SendOutcome => {
  const error = errorIn(body, credentials);
  const reason = error ? `Vonage refused it (${error.number ?? status}): ${error.words}` : `Vonage answered ${status} without a reason`;
  if (status >= 500) return { outcome: 'unknown', reason };
  const failure = (error && failureOf(error)) ?? (status === 429 ? TOO_FAST : undefined);
  if (failure?.retryAfterMs !== undefined) {
    const holds = failure.code === 'rate-limit' ? { holds: 'account' as const } : {};
    return { outcome: 'retry', afterMs: pauseAsked(headers) ?? failure.retryAfterMs, reason, ...holds };
  }
  const { code, remedy } = failure ?? refusalByStatus(status);
  return { outcome: 'rejected', reason, code, remedy };
};

/** For refusals without a number, and for answers of something that stands before Vonage. */
const refusalByStatus = (status: number): { readonly code: string; readonly remedy: string } => {
  switch (status) {
    case 401:
      return { code: 'credentials-refused', remedy: REMEDY_FOR_APPLICATION };
    case 402:
      return BALANCE;
    case 403:
      return { code: 'not-allowed', remedy: 'Test the connection of the integration account: the application may not send in this way.' };
    case 422:
      return { code: 'content-refused', remedy: 'Change the message and send it again; check the number of the integration account.' };
    default:
      return { code: 'refused', remedy: 'Test the connection of the integration account; the address of the Messages API may be wrong.' };
  }
};

const UNREACHABLE: SendOutcome = {
  outcome: 'rejected',
  code: 'recipient-unreachable',
  reason: 'This is no customer of a channel that Vonage sends to.',
  remedy: 'Answer in a conversation that the customer began.',
};

const SENDER_MISSING: SendOutcome = {
  outcome: 'rejected',
  code: 'sender-missing',
  reason: 'Nobody knows from which number to send.',
  remedy: 'Enter the number in the integration account, or answer in a conversation that the customer began.',
};

const MEDIA_MISSING: SendOutcome = {
  outcome: 'rejected',
  code: 'media-missing',
  reason: 'The file to be sent has no public address.',
  remedy: 'Attach it again; if that does not help, the installation has no public address (MADOGUCHI_PUBLIC_URL).',
};

const APPLICATION_MISSING: SendOutcome = {
  outcome: 'rejected',
  code: 'application-missing',
  reason: 'The account has no application, and without one Vonage sends nothing but SMS.',
  remedy: 'Enter application ID and private key in the integration account.',
};
