import type { RoutingOfferRow } from '@madoguchi/read-models';
import { oncePerOffer, type Router } from '../router.js';

export const whenAWrapUpIsOverThenFinishIt = (router: Router, offer: RoutingOfferRow) =>
  router.agent(
    offer.agentId,
    { type: 'FinishWrapUp', conversationId: offer.conversationId },
    oncePerOffer(offer, 'when-a-wrap-up-is-over-then-finish-it'),
  );
