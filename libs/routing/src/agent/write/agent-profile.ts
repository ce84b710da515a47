import type { AgentProfile } from '../../events.js';
import { checkedKey, checkedKeys, checkedLanguage, checkedLevels } from '../../levels.js';
import { checkedUuid } from '../../uuid.js';
import { checkedWeights } from '../../weights.js';

/** Of an agent about whom nothing more was said. */
export const NO_PROFILE: AgentProfile = { skills: {}, languages: {}, groups: [], weights: {}, workingHoursId: null };

/** @throws Refusal as its parts throw; gives only what was given, in order */
export const checkedProfile = ({ skills, languages, groups, weights, workingHoursId }: Partial<AgentProfile>): Partial<AgentProfile> => ({
  ...(skills === undefined ? {} : { skills: checkedLevels(skills, checkedKey) }),
  ...(languages === undefined ? {} : { languages: checkedLevels(languages, checkedLanguage) }),
  ...(groups === undefined ? {} : { groups: checkedKeys(groups) }),
  ...(weights === undefined ? {} : { weights: checkedWeights(weights) }),
  ...(workingHoursId === undefined
    ? {}
    : { workingHoursId: workingHoursId === null ? null : checkedUuid(workingHoursId, 'workingHoursId') }),
});

export const profileOf = ({ skills, languages, groups, weights, workingHoursId }: AgentProfile): AgentProfile => ({
  skills,
  languages,
  groups,
  weights,
  workingHoursId,
});

/** Only what differs; everything in it has an order, so that the same is written alike. */
export const profileChanges = (before: AgentProfile, after: AgentProfile): Partial<AgentProfile> =>
  Object.fromEntries(
    Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof AgentProfile])),
  );
