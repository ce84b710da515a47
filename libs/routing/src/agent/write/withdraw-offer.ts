import type { AgentEvent } from '../../events.js';
import type { Agent } from '../state.js';

export interface WithdrawOffer {
  readonly type: 'WithdrawOffer';
  readonly offerId: string;
  readonly why: string;
}

export const withdrawOffer = ({ offerId, why }: WithdrawOffer, agent: Agent): readonly AgentEvent[] => {
  const offer = agent.offers.get(offerId);
  return offer ? [{ type: 'OfferWithdrawn', data: { offerId, conversationId: offer.conversationId, why } }] : [];
};
