import type { Credentials, SendOutcome, SendRequest } from '@madoguchi/use-cases';
import type { PlatformAnswer } from '../platform-call.js';
import { idIn, numberIn, objectIn } from '../platform-json.js';
import { unanswered } from '../unanswered.js';
import { callTelegram, pauseAsked, REMEDY_FOR_TOKEN, resultIn, type TelegramHosts, telegramWords } from './call.js';
import { telegramProblems } from './limits.js';
import { bodyOf, telegramCallOf, toChat } from './message.js';

/** One attempt. Telegram has no key that would tell a repeat from a second message. */
export const sendToTelegram = async (
  hosts: TelegramHosts,
  request: SendRequest,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<SendOutcome> => {
  const [problem] = telegramProblems(request.content);
  if (problem) return { outcome: 'rejected', ...problem };
  if (!/^-?\d{1,16}$/.test(request.recipient)) {
    return {
      outcome: 'rejected',
      code: 'recipient-unreachable',
      reason: 'This is no id of a Telegram chat.',
      remedy: 'Answer in a conversation that the customer began.',
    };
  }
  const call = telegramCallOf(request);
  if (!call) {
    return { outcome: 'rejected', code: 'media-missing', reason: 'The file to be sent is not in the store.', remedy: 'Attach it again.' };
  }
  const answer = await callTelegram(hosts, call.method, credentials, bodyOf(call), signal);
  const movedTo = newChatIn(answer);
  if (movedTo === undefined) return outcomeOf(answer, credentials);
  return outcomeOf(await callTelegram(hosts, call.method, credentials, bodyOf(toChat(call, movedTo)), signal), credentials);
};

/** A group that became a supergroup has another id; the old one is refused with the new one beside it. */
const newChatIn = (answer: PlatformAnswer<unknown>): number | undefined =>
  answer.kind === 'answered' && answer.status === 400
    ? numberIn(objectIn(objectIn(answer.body)?.parameters)?.migrate_to_chat_id)
    : undefined;

const outcomeOf = (answer: PlatformAnswer<unknown>, credentials: Credentials): SendOutcome => {
  if (answer.kind !== 'answered') return unanswered(answer, REMEDY_FOR_TOKEN);
  if (answer.status !== 200) return refusalOf(answer, credentials);
  const messageId = idIn(resultIn(answer)?.message_id);
  return messageId === undefined
    ? { outcome: 'unknown', reason: 'Telegram answered 200, but the answer cannot be read' }
    : { outcome: 'accepted', providerMessageIds: [messageId] };
};

const refusalOf = (
  { status, body, headers }: Extract<PlatformAnswer<unknown>, { kind: 'answered' }>,
  credentials: Credentials,
): SendOutcome => {
  const reason = telegramWords(body, credentials);
  if (status >= 500) return { outcome: 'unknown', reason: `Telegram answered ${status}: ${reason}` };
  const rejected = (code: string, remedy: string): SendOutcome => ({
    outcome: 'rejected',
    code,
    reason: `Telegram refused it (${status}): ${reason}`,
    remedy,
  });
  switch (status) {
    case 400:
      return /chat not found|peer_id_invalid|user not found|upgraded to a supergroup/i.test(reason)
        ? rejected(
            'recipient-unreachable',
            'The customer has never started this bot. Check that the token belongs to the bot of this account.',
          )
        : rejected('content-refused', 'Change the message and send it again.');
    case 401:
      return rejected('credentials-refused', REMEDY_FOR_TOKEN);
    case 403:
      return rejected('recipient-blocked', 'The customer has blocked the bot or left. Wait until they write again, or use another way.');
    case 404:
      // Telegram answers a bare "Not Found" to a token of the right form that it does not know.
      return objectIn(body)?.ok === false && !/method not found/i.test(reason)
        ? rejected('credentials-refused', REMEDY_FOR_TOKEN)
        : rejected('refused', 'What stands at MADOGUCHI_TELEGRAM_API does not know this call: check the address, or update that server.');
    case 413:
      return rejected('file-too-large', 'Send a smaller file or a link.');
    case 429:
      return { outcome: 'retry', afterMs: pauseAsked(body, headers), reason: `Telegram asks to slow down: ${reason}`, holds: 'account' };
    default:
      return rejected('refused', 'Test the connection of the integration account.');
  }
};
