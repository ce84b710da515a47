import type { AgentEvent, AgentProfile } from '@madoguchi/routing';

/** What an administrator has set for an agent: nothing of presence and work. */
export interface AgentSettings extends AgentProfile {
  readonly name: string;
  readonly capacity: number;
  readonly queueIds: readonly string[];
  readonly archived?: true;
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
  evolve: (settings: AgentSettings, event: AgentEvent): AgentSettings => {
    switch (event.type) {
      case 'AgentRegistered':
      case 'AgentChanged':
        return { ...settings, ...event.data };
      case 'AgentArchived':
        return { ...settings, archived: true };
      case 'AgentRestored':
        return { ...settings, archived: undefined };
      default:
        return settings;
    }
  },
};
