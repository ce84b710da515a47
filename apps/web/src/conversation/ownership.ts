import type { ConversationDetail, OfferView } from '@madoguchi/contracts';

/** What the signed-in agent may do with a conversation, and if they may not answer, why. */
export type Ownership =
  | { readonly kind: 'mine' }
  /**
   * Who is asked first when the customer writes again, and for how many days; null: nobody in particular. `mayReopen`: where the days are
   * not over, which the desk knows.
   */
  | { readonly kind: 'closed'; readonly again: { readonly name: string; readonly days: number } | null; readonly mayReopen: boolean }
  | { readonly kind: 'account deleted' }
  | { readonly kind: 'bot'; readonly name: string }
  | {
      readonly kind: 'snoozed';
      /** Null: until the customer answers. */
      readonly until: string | null;
      readonly name: string;
      readonly byMe: boolean;
    }
  | { readonly kind: 'offered to me'; readonly offerId: string }
  | { readonly kind: 'waits'; readonly queue: string; readonly mayClaim: boolean }
  | { readonly kind: 'not routed' }
  | { readonly kind: 'other owner'; readonly name: string };

export const ownershipOf = (
  conversation: Pick<ConversationDetail, 'id' | 'status' | 'owner' | 'queue' | 'account' | 'bot' | 'snoozed' | 'policy' | 'customer'>,
  agentId: string | null,
  offers: readonly OfferView[],
): Ownership => {
  const { id, status, account, owner, bot, snoozed, queue, policy, customer } = conversation;
  if (status === 'closed') {
    const days = policy?.reopenDays ?? 0;
    const mayReopen = days > 0 && !account.deleted && !customer.erased;
    return { kind: 'closed', again: owner && days > 0 ? { name: owner.name, days } : null, mayReopen };
  }
  if (account.deleted) return { kind: 'account deleted' };
  if (owner) return owner.agentId === agentId ? { kind: 'mine' } : { kind: 'other owner', name: owner.name };
  if (bot) return { kind: 'bot', name: bot.name };
  if (snoozed) return { kind: 'snoozed', until: snoozed.until, name: snoozed.name, byMe: snoozed.agentId === agentId };
  const offer = offers.find((open) => open.conversation.id === id);
  if (offer) return { kind: 'offered to me', offerId: offer.offerId };
  if (!queue) return { kind: 'not routed' };
  return { kind: 'waits', queue: queue.name, mayClaim: status === 'waiting' && agentId !== null && policy?.mayClaim === true };
};
