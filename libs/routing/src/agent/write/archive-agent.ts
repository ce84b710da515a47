import { Refusal } from '@madoguchi/event-sourcing';
import type { AgentEvent } from '../../events.js';
import type { Agent } from '../state.js';
import { releaseWork } from './release-work.js';
import { changePresence } from './set-presence.js';

/** Nothing is offered to the agent any more, and nothing can be set; what was done stays. */
export interface ArchiveAgent {
  readonly type: 'ArchiveAgent';
  /** `return`: what is in hand goes back to its queues; absent: refused while there is any. */
  readonly workInHand?: 'return';
}

export interface RestoreAgent {
  readonly type: 'RestoreAgent';
}

export const ARCHIVED = 'archived';

/** Open offers go back in any case. A wrap-up ends as it is: nobody is left who could say what it was about. */
export const archiveAgent = ({ workInHand }: ArchiveAgent, agent: Agent): readonly AgentEvent[] => {
  if (agent.archived) return [];
  const open = [...agent.inHand.keys()].filter((conversationId) => !agent.wrappingUp.has(conversationId));
  if (open.length > 0 && workInHand !== 'return') {
    throw new Refusal('has-open-work', 'This agent has conversations in hand. Have them finished first, or returned to their queues.', {
      conversationIds: open,
    });
  }
  const wrappedUp = [...agent.wrappingUp.keys()].flatMap((conversationId): readonly AgentEvent[] => [
    { type: 'WrapUpFinished', data: { conversationId } },
    { type: 'WorkReleased', data: { conversationId, why: ARCHIVED } },
  ]);
  const goes = agent.presence !== 'offline' || agent.offers.size > 0 || open.length > 0;
  const gone = goes ? changePresence(agent, 'offline', ARCHIVED, open.length > 0 ? 'return' : undefined) : [];
  return [...wrappedUp, ...gone, { type: 'AgentArchived', data: {} }];
};

/** Comes back offline, as set before. */
export const restoreAgent = (_: RestoreAgent, agent: Agent): readonly AgentEvent[] =>
  agent.archived ? [{ type: 'AgentRestored', data: {} }] : [];

/** Only what brings the work of who is gone to its end. */
export const whenArchived = (conversationId: string, agent: Agent): readonly AgentEvent[] =>
  releaseWork({ type: 'ReleaseWork', conversationId, why: ARCHIVED }, agent);
