import type { ConversationDetail, OfferView } from '@madoguchi/contracts';

/** What the signed-in agent may do with a conversation, and if they may not answer, why. */
export type Ownership =
  | { readonly kind: 'mine' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'account deleted' }
  | { readonly kind: 'offered to me'; readonly offerId: string }
  | { readonly kind: 'waits'; readonly queue: string }
  | { readonly kind: 'not routed' }
  | { readonly kind: 'other owner'; readonly name: string };

export const ownershipOf = (
  conversation: Pick<ConversationDetail, 'id' | 'status' | 'owner' | 'queue' | 'account'>,
  agentId: string | null,
  offers: readonly OfferView[],
): Ownership => {
  if (conversation.status === 'closed') return { kind: 'closed' };
  if (conversation.account.deleted) return { kind: 'account deleted' };
  if (conversation.owner)
    return conversation.owner.agentId === agentId ? { kind: 'mine' } : { kind: 'other owner', name: conversation.owner.name };
  const offer = offers.find((open) => open.conversation.id === conversation.id);
  if (offer) return { kind: 'offered to me', offerId: offer.offerId };
  return conversation.queue ? { kind: 'waits', queue: conversation.queue.name } : { kind: 'not routed' };
};
