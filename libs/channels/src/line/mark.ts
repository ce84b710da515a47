import type { Credentials, MarkOutcome, MarkRequest } from '@madoguchi/use-cases';
import { noSuchMark } from '../no-such-mark.js';
import type { PlatformAnswer } from '../platform-call.js';
import { objectIn } from '../platform-json.js';
import { callLine, type LineHosts, lineWords, REMEDY_FOR_TOKEN } from './call.js';

/** LINE shows it from 5 to 60 seconds, or until the next message; who goes on writing sets the sign again. */
const LOADING_SECONDS = 10;

/** The bodies of the two calls (Messaging API reference, "Display a loading animation", "Mark messages as read"). */
export interface LoadingAnimation {
  readonly chatId: string;
  readonly loadingSeconds: number;
}

export interface ReadUpTo {
  readonly markAsReadToken: string;
}

/** "Writing" is LINE's loading animation, of 1:1 chats only; "read" takes the token that came with the customer's message. */
export const markOnLine = async (
  hosts: LineHosts,
  { recipient, mark }: MarkRequest,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<MarkOutcome> => {
  const call = async (path: string, body: LoadingAnimation | ReadUpTo) =>
    outcomeOf(await callLine(`${hosts.api}/v2/bot/chat/${path}`, credentials, { method: 'POST', body, signal }), credentials);
  switch (mark.kind) {
    case 'typing':
      return recipient.startsWith('U') ? call('loading/start', { chatId: recipient, loadingSeconds: LOADING_SECONDS }) : noSuchMark('LINE');
    case 'read':
      return mark.readToken === undefined ? withoutToken : call('markAsRead', { markAsReadToken: mark.readToken });
    case 'reaction':
      return noSuchMark('LINE');
  }
};

const withoutToken: MarkOutcome = {
  outcome: 'rejected',
  code: 'read-token-missing',
  reason: 'LINE gave no token with this message, so it cannot be marked as read.',
  remedy: 'Nothing is to be done: it is marked together with the next message that has one.',
};

const outcomeOf = (answer: PlatformAnswer<unknown>, credentials: Credentials): MarkOutcome => {
  switch (answer.kind) {
    case 'impossible':
      return { outcome: 'rejected', code: 'credentials-refused', reason: answer.reason, remedy: REMEDY_FOR_TOKEN };
    case 'not sent':
    case 'no answer':
      return { outcome: 'failed', reason: answer.reason };
    case 'answered': {
      const { status, body } = answer;
      if (status >= 200 && status < 300) {
        return objectIn(body)
          ? { outcome: 'done' }
          : { outcome: 'failed', reason: `LINE answered ${status}, but the answer cannot be read` };
      }
      const reason = `LINE answered ${status}: ${lineWords(body, credentials)}`;
      if (status === 429 || status >= 500) return { outcome: 'failed', reason };
      return status === 401
        ? { outcome: 'rejected', code: 'credentials-refused', reason, remedy: REMEDY_FOR_TOKEN }
        : {
            outcome: 'rejected',
            code: 'refused',
            reason,
            remedy: 'Switch "Chat" on in LINE Official Account Manager, "Response settings".',
          };
    }
  }
};
