import type { MessageContent } from '../content.js';
import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { conversationClosed, noSuchConversation } from './refusals.js';

/** What another app said to the customer, as the platform tells it to all of them. */
export interface ReceiveOtherAppMessage {
  readonly type: 'ReceiveOtherAppMessage';
  readonly messageId: string;
  readonly providerMessageId: string;
  readonly content: MessageContent;
  readonly sentAt: string;
  readonly orderKey: string;
  readonly appId?: string;
  /** Where that app is the bot of the account. */
  readonly botId?: string;
}

/** It stands where it was said. It opens no conversation: only customers do. */
export const receiveOtherAppMessage = (command: ReceiveOtherAppMessage, conversation: Conversation): readonly ConversationEvent[] => {
  const { type: _, ...said } = command;
  if (conversation.status === 'none') throw noSuchConversation();
  if (conversation.overheard.has(said.providerMessageId) || conversation.sent.has(said.providerMessageId)) return [];
  if (conversation.status === 'closed') throw conversationClosed();
  const late = said.orderKey < conversation.lastOrderKey ? { late: true as const } : {};
  return [{ type: 'OtherAppWrote', data: { ...said, ...late } }];
};
