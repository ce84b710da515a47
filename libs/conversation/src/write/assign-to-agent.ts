import { Refusal } from '@madoguchi/event-sourcing';
import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { conversationClosed } from './refusals.js';

export interface AssignToAgent {
  readonly type: 'AssignToAgent';
  readonly offerId: string;
  readonly agentId: string;
}

/** The agent has accepted; exactly one owner: whoever comes second is refused and gives the place back. */
export const assignToAgent = (command: AssignToAgent, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.assignedBy === command.offerId && conversation.owner === command.agentId) return [];
  if (conversation.status === 'closed') throw conversationClosed();
  if (conversation.owner) throw new Refusal('already-assigned', 'Another agent holds this conversation.', { owner: conversation.owner });
  if (conversation.offer?.offerId !== command.offerId || conversation.offer.agentId !== command.agentId) {
    throw new Refusal('offer-gone', 'This offer is no longer open.');
  }
  return [{ type: 'ConversationAssigned', data: { agentId: command.agentId, offerId: command.offerId } }];
};
