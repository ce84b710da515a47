import { SKILL, type SkillCommand, skillDecider, type SkillEvent, type SkillKind, type SkillState } from '@madoguchi/routing';
import type { DocumentKind } from '../settings/settings.service.js';

/** A skill or a language of the catalogue. */
export interface SkillView {
  readonly id: string;
  readonly kind: SkillKind;
  /** Agents and policies name it by this, whatever it is called. */
  readonly key: string;
  /** By language. */
  readonly names: Readonly<Record<string, string>>;
  readonly archived: boolean;
  /** Also the ETag of the answer: send it as `If-Match`. */
  readonly version: number;
}

export const skills: DocumentKind<SkillState, SkillCommand, SkillEvent, SkillView> = {
  kind: SKILL,
  decider: skillDecider,
  title: 'skill',
  namesIn: ({ kind, names }) => Object.entries(names).map(([language, name]) => ({ scope: `${SKILL} ${kind} ${language}`, name })),
  view: (id, { kind, key, names, status }, version) => ({ id, kind, key, names, archived: status === 'archived', version }),
};
