import { LANGUAGE } from '../levels.js';
import type { AgentProfile } from '../events.js';
import type { QueuePolicy } from '../queue/policy/policy.js';
import type { SkillKind } from './events.js';

/** A skill or a language, as somebody names it. */
export interface NamedSkill {
  readonly kind: SkillKind;
  readonly key: string;
}

const of = (kind: SkillKind, keys: readonly string[]): readonly NamedSkill[] => [...new Set(keys)].map((key) => ({ kind, key }));

/** What an agent's profile names. */
export const skillsOfAgent = ({
  skills = {},
  languages = {},
}: Partial<Pick<AgentProfile, 'skills' | 'languages'>>): readonly NamedSkill[] => [
  ...of('skill', Object.keys(skills)),
  ...of('language', Object.keys(languages)),
];

/** What a queue's policy names, in all its rings; the customer's language is no entry of the catalogue. */
export const skillsOfPolicy = ({ requires, rings = [] }: Partial<Pick<QueuePolicy, 'requires' | 'rings'>>): readonly NamedSkill[] =>
  of(
    'skill',
    [
      ...Object.keys(requires?.skills ?? {}),
      ...rings.flatMap(({ minimumLevels, droppedSkills }) => [...Object.keys(minimumLevels), ...droppedSkills]),
    ].filter((key) => key !== LANGUAGE),
  );
