import { LANGUAGE, type Levels } from '../levels.js';
import type { Ring } from '../queue/policy/policy.js';
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

export const isOverdue = ({ policy }: QueueNow, waitedSeconds: number): boolean =>
  policy.longestWaitSeconds !== null && waitedSeconds >= policy.longestWaitSeconds;

/** Rings only ever let more people in: what one of them allows, the later ones allow too. */
export const demandOf = (
  { channel, language, skills = [] }: Pick<WaitingConversation, 'channel' | 'language' | 'skills'>,
  { policy }: QueueNow,
  ring: number,
  overdue: boolean,
): Demand => {
  const place = { weight: policy.weights[channel] ?? WHOLE_PLACE, interruptible: policy.interruptible.includes(channel) };
  if (overdue) return { ring, needs: {}, needed: [], ...place, overdue };
  const begun = policy.rings.slice(0, ring);
  const { languageLevel } = policy.requires;
  const asked: Record<string, number> = {
    ...Object.fromEntries(skills.map((skill) => [skill, 1])),
    ...policy.requires.skills,
    ...(languageLevel === null || language === undefined ? {} : { [LANGUAGE]: languageLevel }),
  };
  for (const { minimumLevels, droppedSkills } of begun) {
    for (const [key, level] of Object.entries(minimumLevels)) if (Object.hasOwn(asked, key)) asked[key] = Math.min(level, asked[key]!);
    for (const key of droppedSkills) delete asked[key];
  }
  const groups = begun.some(({ agentGroups }) => agentGroups.length === 0)
    ? undefined
    : [...new Set(begun.flatMap(({ agentGroups }) => agentGroups))];
  return {
    ring,
    needs: asked,
    needed: Object.keys(asked),
    ...place,
    ...(language === undefined ? {} : { language }),
    ...(groups ? { groups } : {}),
  };
};
