import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { conversationClosed, noSuchReply } from './refusals.js';

/**
 * An administrator sends again what failed while nothing of the account went out. Whoever wrote it had the word then, so it asks nobody
 * who has it now; of a reply in doubt the agent decides. The administrator stands in the metadata.
 */
export interface ResendAfterOutage {
  readonly type: 'ResendAfterOutage';
  readonly replyId: string;
}

export const resendAfterOutage = ({ replyId }: ResendAfterOutage, conversation: Conversation): readonly ConversationEvent[] => {
  const reply = conversation.replies.get(replyId);
  if (!reply) throw noSuchReply();
  if (conversation.status === 'closed') throw conversationClosed();
  return reply.status === 'failed' ? [{ type: 'ReplyRequeued', data: { replyId } }] : [];
};
