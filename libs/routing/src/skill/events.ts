import type { Texts } from '../queue/policy/policy.js';

export const SKILL_KINDS = ['skill', 'language'] as const;
/** What an agent can do, or a language that one speaks. */
export type SkillKind = (typeof SKILL_KINDS)[number];

export type SkillEvent =
  | {
      readonly type: 'SkillDefined';
      readonly data: {
        readonly kind: SkillKind;
        /** Agents and policies name it by this, for ever; of a language its tag. */
        readonly key: string;
        /** As people read it, by language. */
        readonly names: Texts;
      };
    }
  /** All its names, as they are now. */
  | { readonly type: 'SkillRenamed'; readonly data: { readonly names: Texts } }
  /** No agent has it and no queue asks for it any more. */
  | { readonly type: 'SkillArchived'; readonly data: Readonly<Record<string, never>> }
  | { readonly type: 'SkillRestored'; readonly data: Readonly<Record<string, never>> };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const skillPersonalFields = {
  SkillDefined: [],
  SkillRenamed: [],
  SkillArchived: [],
  SkillRestored: [],
} as const satisfies Record<SkillEvent['type'], readonly string[]>;
