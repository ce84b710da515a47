import type { OfferVerdict } from '@madoguchi/conversation';
import { LANGUAGE, languageLevel, type Levels } from '../levels.js';
import type { Demand } from './demand.js';
import type { Candidate } from './inputs.js';

/** Of what is needed, how well the agent can do it. */
export const levelsOf = (agent: Candidate, demand: Demand): Levels => {
  const levels: Record<string, number> = {};
  for (const key of demand.needed) levels[key] = levelOf(agent, key, demand);
  return levels;
};

export const levelOf = ({ skills, languages }: Candidate, key: string, { language }: Demand): number => {
  if (key !== LANGUAGE) return skills?.[key] ?? 0;
  return languages && language !== undefined ? languageLevel(languages, language) : 0;
};

/** Why an agent who serves the queue cannot have such a conversation at all, whatever else is in hand. */
export type Unfit = Extract<OfferVerdict, 'not available' | 'off duty' | 'not in this ring' | 'lacks the language' | 'lacks a skill'>;

/** Undefined: nothing speaks against it. */
export const whyUnfit = (agent: Candidate, demand: Demand): Unfit | undefined => {
  if (agent.presence !== 'available') return 'not available';
  if (agent.offDuty) return 'off duty';
  if (demand.groups && !isInOneOf(demand.groups, agent)) return 'not in this ring';
  for (const key of demand.needed) {
    if (levelOf(agent, key, demand) < demand.needs[key]!) return key === LANGUAGE ? 'lacks the language' : 'lacks a skill';
  }
  return undefined;
};

const isInOneOf = (asked: readonly string[], { groups = [] }: Candidate): boolean => {
  for (const group of groups) if (asked.includes(group)) return true;
  return false;
};

/** What an agent has in hand and before them, in hundredths of a place. */
export interface Load {
  readonly taken: number;
  /** Of it, what cannot be interrupted. */
  readonly takenUrgently: number;
}
