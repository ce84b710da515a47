import type { AgentRequestReason, ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';

export interface Request {
  readonly queueId: string;
  readonly reason: AgentRequestReason;
  /** Gets it, when free, before anybody else. */
  readonly preferredAgentId?: string;
  /** Who wanted it so. */
  readonly by?: string;
}

/** Asks for an agent anew; an offer that somebody may be looking at ends first. */
export const waitingAgain = ({ offer }: Conversation, request: Request): readonly ConversationEvent[] => {
  const requested: ConversationEvent = { type: 'AgentRequested', data: request };
  if (!offer) return [requested];
  return [{ type: 'OfferReturned', data: { offerId: offer.offerId, agentId: offer.agentId, outcome: 'withdrawn' } }, requested];
};
