import type { AgentEvent } from '../../events.js';
import type { Agent } from '../state.js';

export interface ReleaseWork {
  readonly type: 'ReleaseWork';
  readonly conversationId: string;
  readonly why: string;
}

/** Gives the place back: the conversation is closed, or went to somebody else. */
export const releaseWork = ({ conversationId, why }: ReleaseWork, agent: Agent): readonly AgentEvent[] =>
  agent.inHand.has(conversationId) ? [{ type: 'WorkReleased', data: { conversationId, why } }] : [];
