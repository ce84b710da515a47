import type { RoutingOfferRow } from '@madoguchi/read-models';
import { oncePerOffer, type Router } from '../router.js';

/** The place is taken; now the conversation says whether it still waits. What it refuses is withdrawn when its reason is seen. */
export const whenAnAgentIsOfferedWorkThenOfferTheConversation = (router: Router, offer: RoutingOfferRow) => {
  const { id: offerId, agentId, conversationId, queueId, explanation } = offer;
  return router.conversation(
    conversationId,
    { type: 'OfferToAgent', offerId, agentId, queueId, expiresAt: offer.expiresAt.toISOString(), explanation },
    oncePerOffer(offer, 'when-an-agent-is-offered-work-then-offer-the-conversation'),
  );
};
