import { Refusal } from '@madoguchi/event-sourcing';
import type { AgentEvent } from '../../events.js';
import type { Agent } from '../state.js';
import { offerGone } from './refusals.js';

export interface AcceptOffer {
  readonly type: 'AcceptOffer';
  readonly offerId: string;
}

/** An offer keeps its place when it becomes work in hand: nothing is checked twice. */
export const acceptOffer = ({ offerId }: AcceptOffer, agent: Agent, now: Date): readonly AgentEvent[] => {
  if ([...agent.inHand.values()].includes(offerId)) return [];
  const offer = agent.offers.get(offerId);
  if (!offer) throw offerGone();
  if (now.getTime() >= Date.parse(offer.expiresAt)) {
    throw new Refusal('offer-lapsed', 'The time for this offer is over; it goes to somebody else.', { expiresAt: offer.expiresAt });
  }
  return [{ type: 'OfferAccepted', data: { offerId, conversationId: offer.conversationId } }];
};
