import type { OfferExplanation } from '@madoguchi/conversation';
import { Refusal } from '@madoguchi/event-sourcing';
import type { AgentEvent } from '../../events.js';
import type { Agent } from '../state.js';
import { takePlace } from './take-place.js';

/** From the router. Its command id is derived from the offer id, so that an offer that has ended is not made again. */
export interface OfferWork {
  readonly type: 'OfferWork';
  readonly offerId: string;
  readonly conversationId: string;
  readonly queueId: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  readonly explanation: OfferExplanation;
  /** Hundredths of a place, 1-2,500; absent: a whole one. */
  readonly weight?: number;
  readonly interruptible?: true;
  /** The queue lets nobody think: it is in hand at once. */
  readonly autoAccept?: true;
}

/** Takes a place of the agent's capacity, from the moment it is made. */
export const offerWork = ({ type: _, autoAccept, ...data }: OfferWork, agent: Agent): readonly AgentEvent[] => {
  if (agent.offers.has(data.offerId) || agent.inHand.get(data.conversationId) === data.offerId) return [];
  if (agent.presence !== 'available') throw new Refusal('not-available', 'This agent takes no offers now.', { presence: agent.presence });
  takePlace(agent, data);
  const { offerId, conversationId } = data;
  const accepted: readonly AgentEvent[] = autoAccept ? [{ type: 'OfferAccepted', data: { offerId, conversationId } }] : [];
  return [{ type: 'WorkOffered', data }, ...accepted];
};
