import { Refusal } from '@madoguchi/event-sourcing';
import { WHOLE_PLACE } from '../../weights.js';
import { type Agent, loadOf, weightOf } from '../state.js';

export interface PlaceWanted {
  readonly conversationId: string;
  readonly queueId: string;
  readonly weight?: number;
  readonly interruptible?: true;
}

/** Here, and nowhere else, it is decided whether there is a place. @throws Refusal `not-in-queue`, `has-it-already`, `at-capacity` */
export const takePlace = (agent: Agent, { conversationId, queueId, weight = WHOLE_PLACE, interruptible }: PlaceWanted): void => {
  if (!agent.queueIds.includes(queueId)) throw new Refusal('not-in-queue', 'This agent does not serve that queue.');
  if (holds(agent, conversationId)) throw new Refusal('has-it-already', 'This agent has that conversation, or an offer of it, already.');
  if (weightOf(agent, !interruptible) + weight > agent.capacity * WHOLE_PLACE) {
    throw new Refusal('at-capacity', 'This agent holds as many conversations and offers as allowed.', {
      load: loadOf(agent),
      capacity: agent.capacity,
    });
  }
};

const holds = (agent: Agent, conversationId: string): boolean =>
  agent.inHand.has(conversationId) || [...agent.offers.values()].some((offer) => offer.conversationId === conversationId);
