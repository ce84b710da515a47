import type { OfferExplanation } from '@madoguchi/conversation';
import type { AgentEvent } from '../events.js';

/** An explanation where it does not matter which. */
export const someExplanation: OfferExplanation = { rule: 'example', waitedSeconds: 0, candidates: [] };

/** An agent who serves these queues and is here. */
export const availableAgent = (capacity: number, ...queueIds: readonly string[]): readonly AgentEvent[] => [
  { type: 'AgentRegistered', data: { name: 'Aiko Tanaka', capacity, queueIds } },
  { type: 'PresenceChanged', data: { presence: 'available' } },
];
