import type { RoutingOfferRow } from '@madoguchi/read-models';
import { oncePerOffer, type Router } from '../router.js';

/** @param seconds after which it ends by itself; absent: it waits for a code */
export const whenAConversationIsClosedThenStartTheWrapUp = (router: Router, offer: RoutingOfferRow, seconds?: number) =>
  router.agent(
    offer.agentId,
    {
      type: 'StartWrapUp',
      conversationId: offer.conversationId,
      queueId: offer.queueId,
      ...(seconds === undefined ? {} : { endsAt: new Date(router.now().getTime() + seconds * 1_000).toISOString() }),
    },
    oncePerOffer(offer, 'when-a-conversation-is-closed-then-start-the-wrap-up'),
  );
