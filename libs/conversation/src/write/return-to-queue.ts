import { Refusal } from '@madoguchi/event-sourcing';
import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { conversationClosed, noSuchConversation, notYours } from './refusals.js';
import { waitingAgain } from './waiting-again.js';

/** Back to where it waited: the owner wants it so, or is gone. */
export interface ReturnToQueue {
  readonly type: 'ReturnToQueue';
  /** The owner that is meant: what somebody else holds by now stays there. */
  readonly agentId: string;
  readonly reason: 'back to queue' | 'owner gone';
}

export const returnToQueue = ({ agentId, reason }: ReturnToQueue, conversation: Conversation): readonly ConversationEvent[] => {
  const { status, owner, queueId } = conversation;
  if (status === 'none') throw noSuchConversation();
  if (status === 'closed') throw conversationClosed();
  if (owner !== agentId) throw notYours(owner);
  if (!queueId) throw new Refusal('no-queue', 'This conversation has no queue to go back to; transfer it to one.');
  return waitingAgain(conversation, { queueId, reason, ...(reason === 'back to queue' ? { by: agentId } : {}) });
};
