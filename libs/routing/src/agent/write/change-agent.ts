import type { AgentEvent } from '../../events.js';
import type { Agent } from '../state.js';
import { type AgentFields, checkedFields } from './agent-fields.js';
import { checkedProfile, profileChanges, profileOf } from './agent-profile.js';

/** What is absent stays. */
export interface ChangeAgent extends Partial<AgentFields> {
  readonly type: 'ChangeAgent';
}

/** A smaller capacity takes nothing away from the agent; it stops new offers until enough is done. */
export const changeAgent = (command: ChangeAgent, agent: Agent): readonly AgentEvent[] => {
  const { type: _, name = agent.name, capacity = agent.capacity, queueIds = agent.queueIds, ...profile } = command;
  const wanted = checkedFields({ name, capacity, queueIds });
  const changes = {
    ...(wanted.name === agent.name ? {} : { name: wanted.name }),
    ...(wanted.capacity === agent.capacity ? {} : { capacity: wanted.capacity }),
    ...(wanted.queueIds.join() === agent.queueIds.join() ? {} : { queueIds: wanted.queueIds }),
    ...profileChanges(agent, { ...profileOf(agent), ...checkedProfile(profile) }),
  };
  return Object.keys(changes).length === 0 ? [] : [{ type: 'AgentChanged', data: changes }];
};
