import type { ChannelType } from '../channel-type.js';
import { isFromPerson, type MessageContent } from '../content.js';
import type { ConversationEvent, LanguageSource, ReplyHandle } from '../events.js';
import { type Conversation, MOST_EVENTS } from '../state.js';
import { learned } from './learn-language.js';
import { conversationClosed } from './refusals.js';
import { awake } from './snooze-conversation.js';

export interface ReceiveCustomerMessage {
  readonly type: 'ReceiveCustomerMessage';
  readonly threadKey: string;
  readonly accountId: string;
  readonly channel: ChannelType;
  readonly number: number;
  readonly customerKey: string;
  readonly contactId: string;
  readonly customerName?: string;
  /** The customer's, and how it is known: with the first message, or as soon as it is known better. */
  readonly language?: { readonly language: string; readonly from: LanguageSource };
  /** Absent: the account has no queue yet; the conversation waits as "not routed". */
  readonly queueId?: string;
  /** The bot that answers first on this account. */
  readonly botId?: string;
  readonly messageId: string;
  readonly providerMessageId: string;
  readonly content: MessageContent;
  readonly sentAt: string;
  readonly orderKey: string;
  /** How far the order had come in the thread's conversation before this one. */
  readonly afterOrderKey?: string;
  readonly sender?: { readonly id: string; readonly name?: string };
  readonly replyTo?: { readonly providerMessageId: string };
  readonly replyHandle?: ReplyHandle;
  readonly quoteToken?: string;
  readonly readToken?: string;
}

/** Opens the conversation with its first message; a closed one refuses, the next number of the thread takes it. */
export const receiveCustomerMessage = (command: ReceiveCustomerMessage, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.received.has(command.providerMessageId)) return [];
  if (conversation.status === 'closed') throw conversationClosed();

  const opening = conversation.status === 'none';
  const reached = opening ? (command.afterOrderKey ?? '') : conversation.lastOrderKey;
  const received: Extract<ConversationEvent, { type: 'CustomerMessageReceived' }> = {
    type: 'CustomerMessageReceived',
    data: {
      messageId: command.messageId,
      providerMessageId: command.providerMessageId,
      content: command.content,
      sentAt: command.sentAt,
      orderKey: command.orderKey,
      ...(isFromPerson(command.content) ? {} : { notice: true as const }),
      ...(command.orderKey < reached ? { late: true as const } : {}),
      sender: command.sender,
      replyTo: command.replyTo,
      replyHandle: command.replyHandle,
      quoteToken: command.quoteToken,
      readToken: command.readToken,
    },
  };
  const bot: ConversationEvent[] =
    opening && command.botId
      ? [{ type: 'ControlPassed', data: { to: 'bot', epoch: 1, reason: 'conversation opened', botId: command.botId, queueId: command.queueId } }]
      : [];
  const answered = bot.length > 0 || conversation.control.holder === 'bot';
  const request: ConversationEvent[] =
    command.queueId && !conversation.queueId && !answered ? [{ type: 'AgentRequested', data: { queueId: command.queueId, reason: 'first message' } }] : [];

  if (opening) {
    const { threadKey, accountId, channel, number, customerKey, contactId, customerName, afterOrderKey } = command;
    const { language, from: languageFrom } = command.language ?? {};
    const opened: ConversationEvent = {
      type: 'ConversationOpened',
      data: { threadKey, accountId, channel, number, customerKey, contactId, customerName, language, languageFrom, afterOrderKey },
    };
    return [opened, received, ...bot, ...request];
  }
  const full = conversation.events >= MOST_EVENTS;
  const woken = received.data.notice ? [] : awake(conversation, 'customer wrote');
  const language = command.language ? learned(command.language, conversation) : [];
  return [received, ...language, ...request, ...woken, ...(full ? [{ type: 'ConversationClosed', data: { reason: 'too long' } } as const] : [])];
};
