import type { MessageContent } from '../content.js';
import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { refuseUnlessHolding } from './control-refusals.js';
import { conversationClosed, noSuchConversation, refuseBlindly } from './refusals.js';

export interface ReplyToCustomer {
  readonly type: 'ReplyToCustomer';
  readonly replyId: string;
  readonly agentId: string;
  readonly content: MessageContent;
  readonly replyTo?: { readonly providerMessageId: string };
  /** The version on the agent's screen; absent: send anyway. */
  readonly seenVersion?: number;
}

/** Only the owner speaks. The answer is queued; what became of it are later events. */
export const replyToCustomer = (command: ReplyToCustomer, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.status === 'none') throw noSuchConversation();
  if (conversation.replies.has(command.replyId)) return [];
  if (conversation.status === 'closed') throw conversationClosed();
  refuseUnlessHolding(conversation, command.agentId);
  refuseBlindly(conversation.lastCustomerVersion, command.seenVersion);
  const { type: _, seenVersion: __, ...data } = command;
  return [{ type: 'ReplyQueued', data: { ...data, epoch: conversation.control.epoch } }];
};
