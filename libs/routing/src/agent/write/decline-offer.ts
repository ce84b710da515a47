import { Refusal } from '@madoguchi/event-sourcing';
import type { AgentEvent } from '../../events.js';
import type { Agent } from '../state.js';

export interface DeclineOffer {
  readonly type: 'DeclineOffer';
  readonly offerId: string;
}

/** One that is not open any more needs no declining. */
export const declineOffer = ({ offerId }: DeclineOffer, agent: Agent): readonly AgentEvent[] => {
  if ([...agent.inHand.values()].includes(offerId)) throw new Refusal('offer-accepted', 'You have accepted this offer already.');
  const offer = agent.offers.get(offerId);
  return offer ? [{ type: 'OfferDeclined', data: { offerId, conversationId: offer.conversationId } }] : [];
};
