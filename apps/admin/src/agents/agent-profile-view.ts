import type { AgentSettings } from '@madoguchi/read-models';

/** What is set for an agent; presence and work are the desk's. */
export interface AgentProfileView extends Omit<AgentSettings, 'archived'> {
  readonly id: string;
  readonly archived: boolean;
  /** Null where there is no log-in. */
  readonly email: string | null;
  /** Of what is set: also the ETag of the answer, to be sent as `If-Match`. Presence and work do not count. */
  readonly version: number;
}

export const agentProfileView = (id: string, email: string | null, settings: AgentSettings, version: number): AgentProfileView => {
  const { name, capacity, queueIds, skills, languages, groups, weights, workingHoursId, archived = false } = settings;
  return { id, email, name, capacity, queueIds, skills, languages, groups, weights, workingHoursId, archived, version };
};
