import type { OfferExplanation } from '@madoguchi/conversation';
import { Refusal } from '@madoguchi/event-sourcing';
import type { AgentEvent } from '../../events.js';
import { WHOLE_PLACE } from '../../weights.js';
import { type Agent, loadOf, weightOf } from '../state.js';

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

/** Takes a place of the agent's capacity. Here, and nowhere else, it is decided whether there is one. */
export const offerWork = ({ type: _, autoAccept, ...data }: OfferWork, agent: Agent): readonly AgentEvent[] => {
  if (agent.offers.has(data.offerId) || agent.inHand.get(data.conversationId) === data.offerId) return [];
  if (agent.presence !== 'available') throw new Refusal('not-available', 'This agent takes no offers now.', { presence: agent.presence });
  if (!agent.queueIds.includes(data.queueId)) throw new Refusal('not-in-queue', 'This agent does not serve that queue.');
  if (holds(agent, data.conversationId))
    throw new Refusal('has-it-already', 'This agent has that conversation, or an offer of it, already.');
  if (weightOf(agent, !data.interruptible) + (data.weight ?? WHOLE_PLACE) > agent.capacity * WHOLE_PLACE) {
    throw new Refusal('at-capacity', 'This agent holds as many conversations and offers as allowed.', {
      load: loadOf(agent),
      capacity: agent.capacity,
    });
  }
  const { offerId, conversationId } = data;
  const accepted: readonly AgentEvent[] = autoAccept ? [{ type: 'OfferAccepted', data: { offerId, conversationId } }] : [];
  return [{ type: 'WorkOffered', data }, ...accepted];
};

const holds = (agent: Agent, conversationId: string): boolean =>
  agent.inHand.has(conversationId) || [...agent.offers.values()].some((offer) => offer.conversationId === conversationId);
