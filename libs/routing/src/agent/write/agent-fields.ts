import { Refusal } from '@madoguchi/event-sourcing';
import type { AgentProfile } from '../../events.js';
import { isUuid } from '../../uuid.js';
import { checkedProfile } from './agent-profile.js';

/** What an administrator sets. */
export interface AgentFields extends Partial<AgentProfile> {
  readonly name: string;
  /** Conversations at once, 1-25. */
  readonly capacity: number;
  readonly queueIds: readonly string[];
}

const MOST_AT_ONCE = 25;

/** @throws Refusal naming the first field that is not as it should be; gives the others trimmed, sorted, each once. */
export const checkedFields = ({ name, capacity, queueIds, ...profile }: AgentFields): AgentFields => {
  const trimmed = typeof name === 'string' ? name.trim() : '';
  if (trimmed.length < 1 || trimmed.length > 100) throw new Refusal('bad-name', 'A name has 1 to 100 characters.');
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > MOST_AT_ONCE) {
    throw new Refusal('bad-capacity', `An agent holds 1 to ${MOST_AT_ONCE} conversations at once.`);
  }
  if (!Array.isArray(queueIds) || !queueIds.every(isUuid)) {
    throw new Refusal('bad-queues', 'Queues are given as a list of their ids.');
  }
  return { name: trimmed, capacity, queueIds: [...new Set(queueIds as readonly string[])].sort(), ...checkedProfile(profile) };
};
