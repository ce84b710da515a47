import type { RoutingOfferRow } from '@madoguchi/read-models';
import { oncePerOffer, type Router } from '../router.js';

/** Declined, lapsed or withdrawn: the conversation waits again, as long as it did before. */
export const whenAnOfferHasEndedThenReturnTheConversation = (
  router: Router,
  offer: RoutingOfferRow,
  outcome: 'lapsed' | 'declined' | 'withdrawn',
) =>
  router.conversation(
    offer.conversationId,
    { type: 'ReturnOffer', offerId: offer.id, outcome },
    oncePerOffer(offer, 'when-an-offer-has-ended-then-return-the-conversation'),
  );
