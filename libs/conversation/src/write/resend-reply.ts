import { Refusal } from '@madoguchi/event-sourcing';
import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { refuseUnlessHolding } from './control-refusals.js';
import { conversationClosed, noSuchReply } from './refusals.js';

export interface ResendReply {
  readonly type: 'ResendReply';
  readonly replyId: string;
  readonly agentId: string;
}

/** A person has looked and decides to send a failed or doubtful answer once more. */
export const resendReply = (command: ResendReply, conversation: Conversation): readonly ConversationEvent[] => {
  const reply = conversation.replies.get(command.replyId);
  if (!reply) throw noSuchReply();
  if (conversation.status === 'closed') throw conversationClosed();
  refuseUnlessHolding(conversation, command.agentId);
  if (reply.status === 'queued' || reply.status === 'sending') throw new Refusal('still-sending', 'This reply is still on its way.');
  if (reply.status !== 'failed' && reply.status !== 'unknown')
    throw new Refusal('already-accepted', 'The platform has this reply already.');
  return [{ type: 'ReplyRequeued', data: { replyId: command.replyId, agentId: command.agentId } }];
};
