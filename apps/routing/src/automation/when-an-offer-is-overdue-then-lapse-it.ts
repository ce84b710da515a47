import type { RoutingOfferRow } from '@madoguchi/read-models';
import { oncePerOffer, type Router } from '../router.js';

/** Deadlines are read from what is stored: a router that starts late finds every one that passed meanwhile. */
export const whenAnOfferIsOverdueThenLapseIt = (router: Router, offer: RoutingOfferRow) =>
  router.agent(offer.agentId, { type: 'LapseOffer', offerId: offer.id }, oncePerOffer(offer, 'when-an-offer-is-overdue-then-lapse-it'));
