import { Refusal } from '@madoguchi/event-sourcing';
import type { AgentEvent } from '../../events.js';
import type { Agent } from '../state.js';
import { type AgentFields, checkedFields } from './agent-fields.js';

export interface RegisterAgent extends AgentFields {
  readonly type: 'RegisterAgent';
}

/** Starts offline. */
export const registerAgent = (command: RegisterAgent, agent: Agent): readonly AgentEvent[] => {
  if (agent.registered) throw new Refusal('agent-exists', 'This agent is registered already; change it instead.');
  const { type: _, ...fields } = command;
  return [{ type: 'AgentRegistered', data: checkedFields(fields) }];
};
