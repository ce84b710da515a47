import type { AgentEvent, Presence } from '../events.js';

export interface AgentOffer {
  readonly conversationId: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** What decisions need to know. Bounded by the capacity, because the stream of an agent goes on for years. */
export interface Agent {
  readonly registered: boolean;
  readonly name: string;
  readonly capacity: number;
  readonly queueIds: readonly string[];
  readonly presence: Presence;
  readonly reason?: string;
  /** Open ones, by offer id. */
  readonly offers: ReadonlyMap<string, AgentOffer>;
  /** Conversations in hand → the offer that brought them. */
  readonly inHand: ReadonlyMap<string, string>;
}

export const initialAgent = (): Agent => ({
  registered: false,
  name: '',
  capacity: 0,
  queueIds: [],
  presence: 'offline',
  offers: new Map(),
  inHand: new Map(),
});

/** An offer takes its place from the moment it is made. */
export const loadOf = (agent: Agent): number => agent.offers.size + agent.inHand.size;

const without = <Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> => {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
};

export const evolve = (agent: Agent, event: AgentEvent): Agent => {
  switch (event.type) {
    case 'AgentRegistered':
      return { ...agent, ...event.data, registered: true };
    case 'AgentChanged': {
      const { name = agent.name, capacity = agent.capacity, queueIds = agent.queueIds } = event.data;
      return { ...agent, name, capacity, queueIds };
    }
    case 'PresenceChanged':
      return { ...agent, presence: event.data.presence, reason: event.data.reason };
    case 'WorkOffered': {
      const { offerId, conversationId, expiresAt } = event.data;
      return { ...agent, offers: new Map(agent.offers).set(offerId, { conversationId, expiresAt }) };
    }
    case 'OfferAccepted': {
      const { offerId, conversationId } = event.data;
      return { ...agent, offers: without(agent.offers, offerId), inHand: new Map(agent.inHand).set(conversationId, offerId) };
    }
    case 'OfferDeclined':
    case 'OfferLapsed':
    case 'OfferWithdrawn':
      return { ...agent, offers: without(agent.offers, event.data.offerId) };
    case 'WorkReleased':
      return { ...agent, inHand: without(agent.inHand, event.data.conversationId) };
    default:
      return unknownEvent(agent, event);
  }
};

/** A later version of Madoguchi may have written it; it must not stop this one. */
const unknownEvent = (agent: Agent, _event: never): Agent => agent;
