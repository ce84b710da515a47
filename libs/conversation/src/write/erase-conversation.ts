import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';

/** Marks what can be read by nobody any more, because its customer's key was destroyed; ends it when it still runs. */
export interface EraseConversation {
  readonly type: 'EraseConversation';
  readonly erasureId: string;
}

/** One that can still be read is another customer's, or one that this customer began after the erasure. */
export const eraseConversation = ({ erasureId }: EraseConversation, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.erased !== 'key destroyed') return [];
  const closing: ConversationEvent[] =
    conversation.status === 'open' ? [{ type: 'ConversationClosed', data: { reason: 'customer erased' } }] : [];
  return [...closing, { type: 'ConversationErased', data: { erasureId } }];
};
