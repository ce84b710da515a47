import { Refusal } from '@madoguchi/event-sourcing';
import { type AgentEvent, type Presence, PRESENCES } from '../../events.js';
import type { Agent } from '../state.js';

export interface SetPresence {
  readonly type: 'SetPresence';
  readonly presence: Presence;
  /** The agent's own word, up to 100 characters. */
  readonly reason?: string;
  /** `return`: what is in hand goes back to its queues; only of an agent who goes. */
  readonly workInHand?: 'return';
}

/** Work in hand stays with the agent; offers that nobody will look at go back at once. */
export const setPresence = ({ presence, reason, workInHand }: SetPresence, agent: Agent): readonly AgentEvent[] => {
  if (!PRESENCES.includes(presence)) throw new Refusal('bad-presence', `Presence is one of: ${PRESENCES.join(', ')}.`);
  if (reason !== undefined && (typeof reason !== 'string' || reason.length > 100)) {
    throw new Refusal('bad-reason', 'A reason has up to 100 characters.');
  }
  const goes = presence === 'away' || presence === 'offline';
  const returns = workInHand === 'return' && goes && agent.inHand.size > 0;
  if (presence === agent.presence && reason === agent.reason && !returns) return [];
  return changePresence(agent, presence, reason, returns ? 'return' : undefined);
};

/** The change itself, with what follows from it. */
export const changePresence = (agent: Agent, presence: Presence, reason?: string, workInHand?: 'return'): readonly AgentEvent[] => {
  const changed: AgentEvent = {
    type: 'PresenceChanged',
    data: { presence, ...(reason === undefined ? {} : { reason }), ...(workInHand ? { workInHand } : {}) },
  };
  if (presence === 'available') return [changed];
  const withdrawn = [...agent.offers].map(([offerId, { conversationId }]): AgentEvent => ({
    type: 'OfferWithdrawn',
    data: { offerId, conversationId, why: `agent is ${presence}` },
  }));
  return [changed, ...withdrawn];
};
