import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import { checkedKey, checkedLanguage } from '../levels.js';
import { checkedSkillKey } from '../queue/policy/checked-policy.js';
import { checkedTexts } from '../queue/policy/checked-texts.js';
import type { Texts } from '../queue/policy/policy.js';
import type { SkillEvent, SkillKind } from './events.js';

export interface SkillState {
  readonly status: 'none' | 'defined' | 'archived';
  readonly kind: SkillKind;
  readonly key: string;
  readonly names: Texts;
  /** In English where it has one, else its first: for lists and problems. */
  readonly name: string;
}

export interface DefineSkill {
  readonly type: 'DefineSkill';
  readonly kind: SkillKind;
  readonly key: string;
  readonly names: Texts;
}

/** What is named with null is taken out; what is not named stays. */
export interface RenameSkill {
  readonly type: 'RenameSkill';
  readonly names: Readonly<Record<string, string | null>>;
}

/** The caller has seen that no agent has it and no queue asks for it. */
export interface ArchiveSkill {
  readonly type: 'ArchiveSkill';
}

export interface RestoreSkill {
  readonly type: 'RestoreSkill';
}

export type SkillCommand = DefineSkill | RenameSkill | ArchiveSkill | RestoreSkill;

const LONGEST_NAME = 100;

/**
 * The key as agents and policies write it.
 * @throws Refusal `bad-key`, `bad-language`
 */
export const skillKey = (kind: SkillKind, key: string): string =>
  kind === 'language' ? checkedLanguage(checkedKey(key)) : checkedSkillKey(key);

const decide = (command: SkillCommand, skill: SkillState): readonly SkillEvent[] => {
  if (command.type === 'DefineSkill') return define(command, skill);
  if (skill.status === 'none') throw new Refusal('no-such-skill', 'There is no such skill.');
  switch (command.type) {
    case 'RenameSkill':
      return rename(command, skill);
    case 'ArchiveSkill':
      return skill.status === 'archived' ? [] : [{ type: 'SkillArchived', data: {} }];
    case 'RestoreSkill':
      return skill.status === 'archived' ? [{ type: 'SkillRestored', data: {} }] : [];
    default:
      return neverReached(command);
  }
};

const define = ({ kind, key, names }: DefineSkill, { status }: SkillState): readonly SkillEvent[] => {
  if (status !== 'none') throw new Refusal('skill-exists', `"${key}" is in the catalogue already; rename or restore it instead.`, { key });
  return [{ type: 'SkillDefined', data: { kind, key: skillKey(kind, key), names: checkedNames(names) } }];
};

const rename = ({ names }: RenameSkill, skill: SkillState): readonly SkillEvent[] => {
  if (skill.status === 'archived') throw new Refusal('skill-archived', `"${skill.name}" is archived. Restore it first.`);
  const wanted = checkedNames(
    Object.fromEntries(Object.entries({ ...skill.names, ...names }).filter((entry): entry is [string, string] => entry[1] !== null)),
  );
  return JSON.stringify(wanted) === JSON.stringify(skill.names) ? [] : [{ type: 'SkillRenamed', data: { names: wanted } }];
};

/** In the order of the languages, so that the same is written alike. */
const checkedNames = (names: Texts): Texts => {
  const checked = Object.entries(checkedTexts(names)).toSorted(([one], [other]) => (one < other ? -1 : 1));
  if (checked.length === 0) throw new Refusal('bad-name', 'A skill has a name in one language at least.');
  if (checked.some(([, name]) => name.length > LONGEST_NAME)) throw new Refusal('bad-name', `A name has 1 to ${LONGEST_NAME} characters.`);
  return Object.fromEntries(checked);
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `A skill knows no command "${String((command as { type?: unknown }).type)}".`);
};

const named = (names: Texts) => ({ names, name: names.en ?? Object.values(names)[0] ?? '' });

/** One entry of a tenant's catalogue of skills and languages. Its key stays whatever it is called, so that nothing has to follow a name. */
export const skillDecider: Decider<SkillState, SkillCommand, SkillEvent> = {
  initialState: () => ({ status: 'none', kind: 'skill', key: '', names: {}, name: '' }),
  evolve: (skill, event) => {
    switch (event.type) {
      case 'SkillDefined':
        return { status: 'defined', kind: event.data.kind, key: event.data.key, ...named(event.data.names) };
      case 'SkillRenamed':
        return { ...skill, ...named(event.data.names) };
      case 'SkillArchived':
        return { ...skill, status: 'archived' };
      case 'SkillRestored':
        return { ...skill, status: 'defined' };
      default:
        return skill;
    }
  },
  decide,
};
