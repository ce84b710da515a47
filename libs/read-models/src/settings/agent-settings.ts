import type { AgentEvent, AgentProfile } from '@madoguchi/routing';

/** What an administrator has set for an agent: nothing of presence and work. */
export interface AgentSettings extends AgentProfile {
  readonly name: string;
  readonly capacity: number;
  readonly queueIds: readonly string[];
}

export const agentSettings = {
  initialState: (): AgentSettings => ({
    name: '',
    capacity: 0,
    queueIds: [],
    skills: {},
    languages: {},
    groups: [],
    weights: {},
    workingHoursId: null,
  }),
  evolve: (settings: AgentSettings, event: AgentEvent): AgentSettings =>
    event.type === 'AgentRegistered' || event.type === 'AgentChanged' ? { ...settings, ...event.data } : settings,
};
