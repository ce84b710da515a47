import { Refusal } from '@madoguchi/event-sourcing';
import type { AgentEvent } from '../../events.js';
import { WHOLE_PLACE } from '../../weights.js';
import { type Agent, weightOf } from '../state.js';
import { takePlace } from './take-place.js';

export const CLAIMED = 'the agent chose it';

/** The agent takes a waiting conversation, where the queue's policy lets one choose. Whether it still waits, the conversation says. */
export interface ClaimWork {
  readonly type: 'ClaimWork';
  readonly offerId: string;
  readonly conversationId: string;
  readonly queueId: string;
  /** Of who claims it: for the explanation. */
  readonly agentId: string;
  readonly waitedSeconds: number;
  readonly policyVersion: number;
  /** Hundredths of a place; absent: a whole one. */
  readonly weight?: number;
  readonly interruptible?: true;
}

/** Also who is busy or away may choose; an open offer of the same conversation is accepted, not claimed. */
export const claimWork = (command: ClaimWork, agent: Agent, now: Date): readonly AgentEvent[] => {
  const { type: _, agentId, waitedSeconds, policyVersion, ...place } = command;
  if (agent.inHand.get(place.conversationId) === place.offerId) return [];
  if (agent.presence === 'offline') throw new Refusal('not-available', 'You are offline. Come back first.', { presence: agent.presence });
  takePlace(agent, place);
  const { offerId, conversationId, weight = WHOLE_PLACE } = place;
  const chosen = {
    agentId,
    verdict: 'chosen',
    load: weightOf(agent, false) / WHOLE_PLACE,
    capacity: agent.capacity,
    ...(weight === WHOLE_PLACE ? {} : { weight }),
  } as const;
  const explanation = { rule: CLAIMED, waitedSeconds, policyVersion, candidates: [chosen] };
  return [
    { type: 'WorkOffered', data: { ...place, expiresAt: now.toISOString(), explanation } },
    { type: 'OfferAccepted', data: { offerId, conversationId } },
  ];
};
