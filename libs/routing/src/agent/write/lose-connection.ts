import type { AgentEvent } from '../../events.js';
import type { Agent } from '../state.js';
import { changePresence } from './set-presence.js';

/** From the router: nothing was heard of the agent's page for longer than the grace period. */
export interface LoseConnection {
  readonly type: 'LoseConnection';
}

export const CONNECTION_LOST = 'connection lost';

/** Offers go back at once; what is in hand stays for the time that the queue's policy gives. The agent comes back by hand. */
export const loseConnection = (_: LoseConnection, agent: Agent): readonly AgentEvent[] =>
  agent.presence === 'offline' ? [] : changePresence(agent, 'offline', CONNECTION_LOST);
