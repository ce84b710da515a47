import type { RoutingOfferRow } from '@madoguchi/read-models';
import { oncePerOffer, type Router } from '../router.js';

/** Closed, or after all somebody else's: the agent has the place back. */
export const whenAConversationIsClosedThenReleaseTheWork = (router: Router, offer: RoutingOfferRow, why: string) =>
  router.agent(
    offer.agentId,
    { type: 'ReleaseWork', conversationId: offer.conversationId, why },
    oncePerOffer(offer, 'when-a-conversation-is-closed-then-release-the-work'),
  );
