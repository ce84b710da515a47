import type { OfferVerdict } from '@madoguchi/conversation';
import { LANGUAGE, languageLevel, type Levels } from '../levels.js';
import { WHOLE_PLACE } from '../weights.js';
import type { Demand } from './demand.js';
import type { Candidate } from './inputs.js';

/** Of what is needed, how well the agent can do it. */
export const levelsOf = (agent: Candidate, demand: Demand): Levels => {
  const levels: Record<string, number> = {};
  for (const key in demand.needs) levels[key] = levelOf(agent, key, demand);
  return levels;
};

export const levelOf = ({ skills, languages }: Candidate, key: string, { language }: Demand): number => {
  if (key !== LANGUAGE) return skills?.[key] ?? 0;
  return languages && language !== undefined ? languageLevel(languages, language) : 0;
};

/** Why an agent who serves the queue cannot have such a conversation at all, whatever else is in hand. */
export const whyUnfit = (agent: Candidate, demand: Demand): OfferVerdict | undefined => {
  if (agent.presence !== 'available') return 'not available';
  if (agent.offDuty) return 'off duty';
  const { groups } = demand;
  if (groups && !agent.groups?.some((group) => groups.includes(group))) return 'not in this ring';
  for (const key in demand.needs) {
    if (levelOf(agent, key, demand) < demand.needs[key]!) return key === LANGUAGE ? 'lacks the language' : 'lacks a skill';
  }
  return undefined;
};

/** An agent among the decisions of one moment: every offer changes what the next one rests on. */
export interface AgentNow {
  readonly facts: Candidate;
  /** Milliseconds; 0: never assigned anything. */
  lastAssigned: number;
  taken: number;
  takenUrgently: number;
}

export const agentNow = (facts: Candidate): AgentNow => ({
  facts,
  lastAssigned: facts.lastAssignedAt === undefined ? 0 : Date.parse(facts.lastAssignedAt),
  taken: facts.taken,
  takenUrgently: facts.takenUrgently ?? facts.taken,
});

/** What a conversation of this kind takes of this agent. */
export const hasRoom = ({ facts, taken, takenUrgently }: AgentNow, weight: number, interruptible: boolean): boolean =>
  (interruptible ? taken : takenUrgently) + weight <= facts.capacity * WHOLE_PLACE;
