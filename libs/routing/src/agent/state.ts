import type { AgentEvent, AgentProfile, Presence } from '../events.js';
import { WHOLE_PLACE } from '../weights.js';
import { NO_PROFILE } from './write/agent-profile.js';

export interface AgentOffer {
  readonly conversationId: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** What decisions need to know. Bounded by the capacity, because the stream of an agent goes on for years. */
export interface Agent extends AgentProfile {
  readonly registered: boolean;
  readonly archived?: true;
  readonly name: string;
  readonly capacity: number;
  readonly queueIds: readonly string[];
  readonly presence: Presence;
  readonly reason?: string;
  /** Open ones, by offer id. */
  readonly offers: ReadonlyMap<string, AgentOffer>;
  /** Conversations in hand → the offer that brought them. */
  readonly inHand: ReadonlyMap<string, string>;
  /** Closed conversations that are wrapped up, each with its end (ISO 8601) where it ends by itself. They are still in hand. */
  readonly wrappingUp: ReadonlyMap<string, { readonly endsAt?: string }>;
  /** Of conversations that take another place than a whole one, offered or in hand, by their ids. */
  readonly places: ReadonlyMap<string, Place>;
}

export interface Place {
  /** Hundredths. */
  readonly weight: number;
  readonly interruptible: boolean;
}

export const initialAgent = (): Agent => ({
  registered: false,
  name: '',
  capacity: 0,
  queueIds: [],
  presence: 'offline',
  offers: new Map(),
  inHand: new Map(),
  wrappingUp: new Map(),
  places: new Map(),
  ...NO_PROFILE,
});

/** An offer takes its place from the moment it is made. */
export const loadOf = (agent: Pick<Agent, 'offers' | 'inHand'>): number => agent.offers.size + agent.inHand.size;

/**
 * What the agent's conversations and offers take, in hundredths of a place.
 * @param urgent only what cannot be interrupted: what counts for work that cannot wait
 */
export const weightOf = ({ offers, inHand, places }: Agent, urgent: boolean): number =>
  [...[...offers.values()].map(({ conversationId }) => conversationId), ...inHand.keys()].reduce((sum, conversationId) => {
    const { weight, interruptible } = places.get(conversationId) ?? { weight: WHOLE_PLACE, interruptible: false };
    return urgent && interruptible ? sum : sum + weight;
  }, 0);

const without = <Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> => {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
};

export const evolve = (agent: Agent, event: AgentEvent): Agent => {
  switch (event.type) {
    case 'AgentRegistered':
      return { ...agent, ...event.data, registered: true };
    case 'AgentChanged': {
      return { ...agent, ...event.data };
    }
    case 'AgentArchived':
      return { ...agent, archived: true };
    case 'AgentRestored':
      return { ...agent, archived: undefined };
    case 'PresenceChanged':
      return { ...agent, presence: event.data.presence, reason: event.data.reason };
    case 'WorkOffered': {
      const { offerId, conversationId, expiresAt, weight = WHOLE_PLACE, interruptible = false } = event.data;
      const offers = new Map(agent.offers).set(offerId, { conversationId, expiresAt });
      const whole = weight === WHOLE_PLACE && !interruptible;
      return { ...agent, offers, places: whole ? agent.places : new Map(agent.places).set(conversationId, { weight, interruptible }) };
    }
    case 'OfferAccepted': {
      const { offerId, conversationId } = event.data;
      return { ...agent, offers: without(agent.offers, offerId), inHand: new Map(agent.inHand).set(conversationId, offerId) };
    }
    case 'OfferDeclined':
    case 'OfferLapsed':
    case 'OfferWithdrawn':
      return { ...agent, offers: without(agent.offers, event.data.offerId), places: without(agent.places, event.data.conversationId) };
    case 'WrapUpStarted': {
      const { conversationId, endsAt } = event.data;
      return { ...agent, wrappingUp: new Map(agent.wrappingUp).set(conversationId, endsAt === undefined ? {} : { endsAt }) };
    }
    case 'WrapUpFinished':
      return { ...agent, wrappingUp: without(agent.wrappingUp, event.data.conversationId) };
    case 'WorkReleased':
      return {
        ...agent,
        inHand: without(agent.inHand, event.data.conversationId),
        wrappingUp: without(agent.wrappingUp, event.data.conversationId),
        places: without(agent.places, event.data.conversationId),
      };
    default:
      return unknownEvent(agent, event);
  }
};

/** A later version of Madoguchi may have written it; it must not stop this one. */
const unknownEvent = (agent: Agent, _event: never): Agent => agent;
