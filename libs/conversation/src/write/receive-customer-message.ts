import type { ChannelType } from '../channel-type.js';
import { isFromPerson, type MessageContent } from '../content.js';
import type { ConversationEvent, ReplyHandle } from '../events.js';
import { type Conversation, evolve, MOST_EVENTS } from '../state.js';
import { type KnownLanguage, learned } from './learn-language.js';
import { conversationClosed } from './refusals.js';
import { awake } from './snooze-conversation.js';
import { threadSeen } from './thread-control.js';

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
  readonly language?: KnownLanguage;
  /** Absent: the account has no queue yet; the conversation waits as "not routed". */
  readonly queueId?: string;
  /** The bot that answers first on this account. */
  readonly botId?: string;
  /** Where that bot is an app at the platform: to which of the two the message came. */
  readonly threadOwner?: 'us' | 'bot';
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
  /** It was kept for a time before it was let in: it comes late, whatever came between. */
  readonly imported?: true;
}

/** Opens the conversation with its first message; a closed one refuses, the next number of the thread takes it. */
export const receiveCustomerMessage = (command: ReceiveCustomerMessage, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.received.has(command.providerMessageId)) return [];
  if (conversation.status === 'closed') throw conversationClosed();

  const opening = conversation.status === 'none';
  const { botId = '', threadOwner, queueId } = command;
  const moved = threadOwner ? threadSeen({ owner: threadOwner, at: command.sentAt, botId, queueId }, conversation) : [];
  const known = moved.reduce(evolve, conversation);
  const firstBot = opening && threadOwner === undefined && botId !== '' ? botId : undefined;
  const toBot = firstBot ?? (known.control.holder === 'bot' ? known.control.botId : undefined);
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
      ...(toBot === undefined ? {} : { botId: toBot }),
      ...(command.orderKey < reached || command.imported ? { late: true as const } : {}),
      sender: command.sender,
      replyTo: command.replyTo,
      replyHandle: command.replyHandle,
      quoteToken: command.quoteToken,
      readToken: command.readToken,
    },
  };
  const bot: ConversationEvent[] =
    firstBot === undefined
      ? []
      : [{ type: 'ControlPassed', data: { to: 'bot', epoch: 1, reason: 'conversation opened', botId: firstBot, queueId } }];
  const request: ConversationEvent[] =
    queueId && !known.queueId && !known.owner && toBot === undefined
      ? [{ type: 'AgentRequested', data: { queueId, reason: 'first message' } }]
      : [];

  if (opening) {
    const { threadKey, accountId, channel, number, customerKey, contactId, customerName, afterOrderKey } = command;
    const { language, from: languageFrom, instead: languageInstead } = command.language ?? {};
    const opened: ConversationEvent = {
      type: 'ConversationOpened',
      data: {
        threadKey,
        accountId,
        channel,
        number,
        customerKey,
        contactId,
        customerName,
        language,
        languageFrom,
        ...(languageInstead === undefined ? {} : { languageInstead }),
        afterOrderKey,
      },
    };
    return [opened, ...moved, received, ...bot, ...request];
  }
  const full = conversation.events >= MOST_EVENTS;
  const woken = received.data.notice ? [] : awake(known, 'customer wrote');
  const language = command.language ? learned(command.language, conversation) : [];
  return [
    ...moved,
    received,
    ...language,
    ...request,
    ...woken,
    ...(full ? [{ type: 'ConversationClosed', data: { reason: 'too long' } } as const] : []),
  ];
};
