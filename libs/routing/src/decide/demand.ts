import { LANGUAGE, type Levels } from '../levels.js';
import type { QueuePolicy, Ring } from '../queue/policy/policy.js';
import { WHOLE_PLACE } from '../weights.js';
import type { QueueNow, WaitingConversation } from './inputs.js';

/** What a conversation asks of an agent now. */
export interface Demand {
  /** From 1. */
  readonly ring: number;
  /** Least levels; `language` is that of the customer's. */
  readonly needs: Levels;
  /** The keys of it. */
  readonly needed: readonly string[];
  readonly language?: string;
  /** Only of these groups; absent: anybody who serves the queue. */
  readonly groups?: readonly string[];
  /** Hundredths of a place, unless the agent's own weights say otherwise. */
  readonly weight: number;
  readonly interruptible: boolean;
  /** It has waited so long that only the queue counts. */
  readonly overdue?: true;
}

/** From 1: the last one that has begun. */
export const ringAt = (rings: readonly Ring[], waitedSeconds: number): number => {
  let begun = 0;
  for (let index = 0; index < rings.length - 1; index += 1) {
    begun += rings[index]!.seconds;
    if (waitedSeconds < begun) return index + 1;
  }
  return rings.length;
};

/** Rings only ever let more people in: what one of them allows, the later ones allow too. */
export const demandOf = (
  { channel, language, skills = [] }: Pick<WaitingConversation, 'channel' | 'language' | 'skills'>,
  { policy }: QueueNow,
  ring: number,
  overdue: boolean,
): Demand => {
  const place = { weight: policy.weights[channel] ?? WHOLE_PLACE, interruptible: policy.interruptible.includes(channel) };
  if (overdue) return { ring, needs: {}, needed: [], ...place, overdue };
  const needs = needsOf(language, skills, policy);
  for (let index = 0; index < ring; index += 1) loosen(needs, policy.rings[index]!);
  const groups = groupsOf(policy.rings, ring);
  const needed = Object.keys(needs);
  return { ring, needs, needed, ...place, ...(language === undefined ? {} : { language }), ...(groups ? { groups } : {}) };
};

const needsOf = (language: string | undefined, skills: readonly string[], { requires }: QueuePolicy): Record<string, number> => {
  const needs: Record<string, number> = {};
  for (const skill of skills) needs[skill] = 1;
  Object.assign(needs, requires.skills);
  if (requires.languageLevel !== null && language !== undefined) needs[LANGUAGE] = requires.languageLevel;
  return needs;
};

const loosen = (needs: Record<string, number>, { minimumLevels, droppedSkills }: Ring): void => {
  for (const [key, level] of Object.entries(minimumLevels)) if (Object.hasOwn(needs, key)) needs[key] = Math.min(level, needs[key]!);
  for (const key of droppedSkills) delete needs[key];
};

/** Of the rings that have begun; undefined: one of them lets everybody in. */
const groupsOf = (rings: readonly Ring[], ring: number): readonly string[] | undefined => {
  const groups = new Set<string>();
  for (let index = 0; index < ring; index += 1) {
    const { agentGroups } = rings[index]!;
    if (agentGroups.length === 0) return undefined;
    for (const group of agentGroups) groups.add(group);
  }
  return [...groups];
};
