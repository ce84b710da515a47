import { type OfferOfAgent, settleOffer } from '@madoguchi/routing';
import type { RoutingRows } from './fold-routing.js';
import type { RoutingConversationRow } from './routing-conversation-row.entity.js';
import type { RoutingOfferRow } from './routing-offer-row.entity.js';

const BEFORE_EVERY_DEADLINE = new Date(0);

/** Marks the offers that something follows from, and drops those that nothing can follow from any more. */
export const settleOffers = ({ conversations, offers, dropped }: RoutingRows): void => {
  for (const offer of offers.values()) {
    const conversation = conversationOf(conversations, offer);
    offer.settled = settleOffer(offerOfAgent(offer), offeredConversation(conversation), BEFORE_EVERY_DEADLINE) === undefined;
    if (!conversation && offer.settled && offer.state !== 'wrapping up') {
      offers.delete(offer.id);
      dropped.add(offer.id);
    }
  }
};

/** One of another tenant is none. */
const conversationOf = (
  conversations: ReadonlyMap<string, RoutingConversationRow>,
  offer: RoutingOfferRow,
): RoutingConversationRow | undefined => {
  const conversation = conversations.get(offer.conversationId);
  return conversation?.tenantId === offer.tenantId ? conversation : undefined;
};

export const offerOfAgent = ({ id, state, expiresAt, told }: RoutingOfferRow): OfferOfAgent => ({
  offerId: id,
  state,
  expiresAt: expiresAt.toISOString(),
  told,
});

export const offeredConversation = (row: Pick<RoutingConversationRow, 'openOfferId' | 'assignedOfferId'> | undefined) =>
  row && { openOfferId: row.openOfferId ?? undefined, assignedOfferId: row.assignedOfferId ?? undefined };
