import { Refusal } from '@madoguchi/event-sourcing';
import type { AgentEvent } from '../../events.js';
import type { Agent } from '../state.js';
import { evolve } from '../state.js';
import { changePresence } from './set-presence.js';

export interface LapseOffer {
  readonly type: 'LapseOffer';
  readonly offerId: string;
}

/** Who does not answer gets nothing more until they come back by hand. */
export const lapseOffer = ({ offerId }: LapseOffer, agent: Agent, now: Date): readonly AgentEvent[] => {
  const offer = agent.offers.get(offerId);
  if (!offer) return [];
  if (now.getTime() < Date.parse(offer.expiresAt)) {
    throw new Refusal('not-overdue', 'The agent still has time to answer.', { expiresAt: offer.expiresAt });
  }
  const lapsed: AgentEvent = { type: 'OfferLapsed', data: { offerId, conversationId: offer.conversationId } };
  return [lapsed, ...changePresence(evolve(agent, lapsed), 'away', 'not responding')];
};
