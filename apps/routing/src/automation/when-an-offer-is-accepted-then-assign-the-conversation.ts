import type { RoutingOfferRow } from '@madoguchi/read-models';
import { oncePerOffer, type Router } from '../router.js';

export const whenAnOfferIsAcceptedThenAssignTheConversation = (router: Router, offer: RoutingOfferRow) =>
  router.conversation(
    offer.conversationId,
    { type: 'AssignToAgent', offerId: offer.id, agentId: offer.agentId },
    oncePerOffer(offer, 'when-an-offer-is-accepted-then-assign-the-conversation'),
  );
