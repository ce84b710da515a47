import type { OfferView } from '@madoguchi/contracts';
import type { DataSource } from 'typeorm';
import { conversationRows } from '../agent-inbox/find-conversation.js';
import { OfferRow } from './offer-row.entity.js';

/** Soonest to lapse first. */
export const listOffers = async (database: DataSource, tenantId: string, agentId: string): Promise<OfferView[]> => {
  const offers = await database.manager.find(OfferRow, { where: { tenantId, agentId }, order: { expiresAt: 'asc', id: 'asc' } });
  const ids = offers.map((offer) => offer.conversationId);
  const conversations = new Map((await conversationRows(database, tenantId, ids)).map((row) => [row.id, row]));
  return offers.flatMap((offer) => {
    const conversation = conversations.get(offer.conversationId);
    if (!conversation) return [];
    const { id: offerId, offeredAt, expiresAt, explanation } = offer;
    return [{ offerId, conversation, offeredAt: offeredAt.toISOString(), expiresAt: expiresAt.toISOString(), explanation }];
  });
};

/** @returns undefined unless it is an open offer of this agent. */
export const findOffer = async (database: DataSource, tenantId: string, agentId: string, id: string): Promise<OfferRow | undefined> =>
  (await database.manager.findOneBy(OfferRow, { tenantId, agentId, id })) ?? undefined;
