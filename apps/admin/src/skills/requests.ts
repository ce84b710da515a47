import { SKILL_KINDS, type SkillKind } from '@madoguchi/routing';
import { IsIn, IsObject, IsOptional, IsString, Length } from 'class-validator';
import { SettingsQuery } from '../page-query.js';

const KIND = 'kind must be skill or language';
const NAMES = 'names must have a name in one language at least, such as {"en": "Billing", "ja": "請求", "ru": "Счета"}';

export class AddSkill {
  @IsIn(SKILL_KINDS, { message: KIND })
  kind: SkillKind;

  /** How agents and policies name it, for ever: a word such as `billing`; of a language its tag, such as `ja`. */
  @IsString()
  @Length(1, 60, { message: 'key must have 1 to 60 characters' })
  key: string;

  /** Language → how people read it. */
  @IsObject({ message: NAMES })
  names: Record<string, string>;
}

export class RenameSkillBody {
  /** Language → name, or null to take it out. Languages that are not named stay. */
  @IsObject({ message: NAMES })
  names: Record<string, string | null>;
}

export class SkillsQuery extends SettingsQuery {
  /** Left out: skills and languages. */
  @IsOptional()
  @IsIn(SKILL_KINDS, { message: KIND })
  kind?: SkillKind;
}
