import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';

export interface ReturnOffer {
  readonly type: 'ReturnOffer';
  readonly offerId: string;
  readonly outcome: 'lapsed' | 'declined' | 'withdrawn';
}

/** The conversation waits again, with the waiting time that it had. An offer that is not open has nothing to return. */
export const returnOffer = (command: ReturnOffer, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.offer?.offerId !== command.offerId) return [];
  const { offerId, outcome } = command;
  return [{ type: 'OfferReturned', data: { offerId, agentId: conversation.offer.agentId, outcome } }];
};
