import type { Credentials, MarkOutcome, MarkRequest } from '@madoguchi/use-cases';
import { noSuchMark } from '../no-such-mark.js';
import type { PlatformAnswer } from '../platform-call.js';
import { callTelegram, REMEDY_FOR_TOKEN, resultIn, type TelegramHosts, telegramWords } from './call.js';
import { isMessageId } from './message.js';
import { reactionOf, type TelegramReaction } from './reactions.js';

/** A sign as a method of the Bot API. `typing` is shown for five seconds at most, or until the next message. */
export type TelegramMark =
  | { readonly method: 'sendChatAction'; readonly fields: { readonly chat_id: number; readonly action: 'typing' } }
  | {
      readonly method: 'setMessageReaction';
      readonly fields: {
        readonly chat_id: number;
        readonly message_id: number;
        readonly reaction: readonly { readonly type: 'emoji'; readonly emoji: TelegramReaction }[];
      };
    };

/** A bot can show that somebody writes, and react; it cannot mark anything as read. */
export const markOnTelegram = async (
  hosts: TelegramHosts,
  request: MarkRequest,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<MarkOutcome> => {
  if (request.mark.kind === 'read') return noSuchMark('Telegram');
  const mark = markOf(request);
  if ('outcome' in mark) return mark;
  return outcomeOf(await callTelegram(hosts, mark.method, credentials, mark.fields, signal), credentials);
};

const markOf = ({ recipient, mark }: MarkRequest): TelegramMark | MarkOutcome => {
  const chat = { chat_id: Number(recipient) };
  if (mark.kind !== 'reaction') return { method: 'sendChatAction', fields: { ...chat, action: 'typing' } };
  const emoji = mark.emoji === null ? null : reactionOf(mark.emoji);
  if (emoji === undefined) {
    return rejected('reaction-unknown', 'Telegram takes no reaction with this emoji from a bot.', 'Choose one of those that are offered.');
  }
  if (!isMessageId(mark.providerMessageId)) {
    return rejected('no-such-message', 'Telegram shows no message that could bear the reaction.', 'Write a message instead.');
  }
  const reaction = emoji === null ? [] : [{ type: 'emoji' as const, emoji }];
  return { method: 'setMessageReaction', fields: { ...chat, message_id: Number(mark.providerMessageId), reaction } };
};

const rejected = (code: string, reason: string, remedy: string): MarkOutcome => ({ outcome: 'rejected', code, reason, remedy });

const outcomeOf = (answer: PlatformAnswer<unknown>, credentials: Credentials): MarkOutcome => {
  switch (answer.kind) {
    case 'impossible':
      return rejected('credentials-refused', answer.reason, REMEDY_FOR_TOKEN);
    case 'not sent':
    case 'no answer':
      return { outcome: 'failed', reason: answer.reason };
    case 'answered': {
      const { status, body } = answer;
      if (resultIn(answer)) return { outcome: 'done' };
      if (status === 200) return { outcome: 'failed', reason: 'Telegram answered 200, but the answer cannot be read' };
      const reason = `Telegram answered ${status}: ${telegramWords(body, credentials)}`;
      if (status === 429 || status >= 500) return { outcome: 'failed', reason };
      return status === 401 || status === 404
        ? rejected('credentials-refused', reason, REMEDY_FOR_TOKEN)
        : rejected('refused', reason, 'Write a message instead: it tells more about what is wrong.');
    }
  }
};
