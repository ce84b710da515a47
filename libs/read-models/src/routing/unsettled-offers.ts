import { type OfferedConversation, type OfferOfAgent, settleOffer, type Step, type WrapUpPolicy } from '@madoguchi/routing';
import { type DataSource, In } from 'typeorm';
import { offeredConversation, offerOfAgent } from './settle-offers.js';
import { RoutingConversationRow } from './routing-conversation-row.entity.js';
import { RoutingQueueRow } from './routing-queue-row.entity.js';
import { RoutingOfferRow } from './routing-offer-row.entity.js';

/** An offer that something follows from now. */
export interface UnsettledOffer {
  readonly offer: RoutingOfferRow;
  readonly step: Step;
  /** What its queue wants of an agent after a conversation. */
  readonly wrapUp?: WrapUpPolicy;
}

/** Of all tenants, those with the oldest deadlines first. */
export const unsettledOffers = async (database: DataSource, now: Date, limit: number): Promise<readonly UnsettledOffer[]> =>
  database.transaction('REPEATABLE READ', async (transaction) => {
    const offers = await transaction
      .createQueryBuilder(RoutingOfferRow, 'offer')
      .where(`not offer.settled or (offer.state in ('open', 'wrapping up') and offer.expiresAt <= :now)`, { now })
      .orderBy('offer.expiresAt')
      .addOrderBy('offer.id')
      .limit(limit)
      .getMany();
    if (offers.length === 0) return [];
    const conversations = await transaction
      .createQueryBuilder(RoutingConversationRow, 'conversation')
      .where('conversation.id = any(:ids)', { ids: offers.map((offer) => offer.conversationId) })
      .getMany();
    const queues = await transaction.findBy(RoutingQueueRow, { id: In([...new Set(offers.map(({ queueId }) => queueId))]) });
    const wrapUps = new Map(queues.map(({ id, tenantId, policy }) => [`${tenantId} ${id}`, policy.wrapUp]));
    const byId = new Map(conversations.map((conversation) => [`${conversation.tenantId} ${conversation.id}`, conversation]));
    return offers.flatMap((offer) => {
      const agentSide: OfferOfAgent = offerOfAgent(offer);
      const conversationSide: OfferedConversation | undefined = offeredConversation(byId.get(`${offer.tenantId} ${offer.conversationId}`));
      const step = settleOffer(agentSide, conversationSide, now);
      return step ? [{ offer, step, wrapUp: wrapUps.get(`${offer.tenantId} ${offer.queueId}`) }] : [];
    });
  });
