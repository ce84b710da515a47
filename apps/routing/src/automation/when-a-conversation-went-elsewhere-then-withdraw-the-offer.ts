import type { RoutingOfferRow } from '@madoguchi/read-models';
import { oncePerOffer, type Router } from '../router.js';

/** Closed, assigned or offered by somebody else, or never reached: the agent need not look at it any more. */
export const whenAConversationWentElsewhereThenWithdrawTheOffer = (router: Router, offer: RoutingOfferRow, why: string) =>
  router.agent(
    offer.agentId,
    { type: 'WithdrawOffer', offerId: offer.id, why },
    oncePerOffer(offer, 'when-a-conversation-went-elsewhere-then-withdraw-the-offer'),
  );
