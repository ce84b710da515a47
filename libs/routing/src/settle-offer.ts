/** An offer as the agent's stream has it. */
export interface OfferOfAgent {
  readonly offerId: string;
  readonly state: 'open' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn' | 'wrapping up' | 'released';
  /** ISO 8601. */
  readonly expiresAt: string;
  /** The conversation has recorded it, now or earlier. */
  readonly told: boolean;
}

/** What the conversation's stream says; absent when it is closed. */
export interface OfferedConversation {
  /** The offer that is open there. */
  readonly openOfferId?: string;
  /** The offer by which its owner got it. */
  readonly assignedOfferId?: string;
}

/** One command, to bring the two streams together. */
export type Step =
  /** The agent's time is over: `LapseOffer`. */
  | { readonly do: 'lapse' }
  /** The conversation does not know it yet: `OfferToAgent`. */
  | { readonly do: 'tell' }
  /** The conversation went elsewhere: `WithdrawOffer`. */
  | { readonly do: 'withdraw'; readonly why: string }
  /** Accepted: `AssignToAgent`. */
  | { readonly do: 'assign' }
  /** The conversation is over, or went elsewhere: `ReleaseWork`. */
  | { readonly do: 'release'; readonly why: string }
  /** The time of the wrap-up is over: `FinishWrapUp`. */
  | { readonly do: 'finish' }
  /** It ended without an owner: `ReturnOffer`. */
  | { readonly do: 'return'; readonly outcome: 'lapsed' | 'declined' | 'withdrawn' };

/**
 * The agent's stream decides about the place, the conversation's stream about the owner. Between the two anything can be
 * lost and anybody can be killed, so the next step is found by comparing them, never by remembering.
 *
 * @returns undefined when the two agree
 */
export const settleOffer = (offer: OfferOfAgent, conversation: OfferedConversation | undefined, now: Date): Step | undefined => {
  switch (offer.state) {
    case 'open':
      return settleOpen(offer, conversation, now);
    case 'accepted':
      return settleAccepted(offer, conversation);
    case 'wrapping up':
      return now.getTime() >= Date.parse(offer.expiresAt) ? { do: 'finish' } : undefined;
    case 'declined':
    case 'lapsed':
    case 'withdrawn':
      return conversation?.openOfferId === offer.offerId ? { do: 'return', outcome: offer.state } : undefined;
    case 'released':
      return conversation?.openOfferId === offer.offerId ? { do: 'return', outcome: 'withdrawn' } : undefined;
    default:
      return neverReached(offer.state);
  }
};

const settleOpen = (offer: OfferOfAgent, conversation: OfferedConversation | undefined, now: Date): Step | undefined => {
  const over = now.getTime() >= Date.parse(offer.expiresAt);
  if (!conversation) return { do: 'withdraw', why: 'the conversation is closed' };
  if (conversation.openOfferId === offer.offerId) return over ? { do: 'lapse' } : undefined;
  if (offer.told || isTaken(conversation)) return { do: 'withdraw', why: 'the conversation went elsewhere' };
  // Nobody is called "not responding" for an offer that no conversation stood behind.
  return over ? { do: 'withdraw', why: 'the conversation could not be reached' } : { do: 'tell' };
};

const settleAccepted = (offer: OfferOfAgent, conversation: OfferedConversation | undefined): Step | undefined => {
  if (!conversation) return { do: 'release', why: CLOSED };
  if (conversation.assignedOfferId === offer.offerId) return undefined;
  if (conversation.openOfferId === offer.offerId) return { do: 'assign' };
  if (offer.told || isTaken(conversation)) return { do: 'release', why: 'the conversation went elsewhere' };
  return { do: 'tell' };
};

/** Why work is released that may have to be wrapped up first. */
export const CLOSED = 'the conversation is closed';

const isTaken = (conversation: OfferedConversation): boolean =>
  conversation.openOfferId !== undefined || conversation.assignedOfferId !== undefined;

const neverReached = (state: never): never => {
  throw new TypeError(`no such state of an offer: ${String(state)}`);
};
