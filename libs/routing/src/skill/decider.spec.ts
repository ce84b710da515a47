import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { DEFAULT_POLICY, skillDecider, type SkillEvent, skillsOfAgent, skillsOfPolicy } from '../index.js';

const { given } = specificationOf(skillDecider);
const defined: SkillEvent = { type: 'SkillDefined', data: { kind: 'skill', key: 'billing', names: { en: 'Billing', ja: '請求' } } };
const archived: SkillEvent = { type: 'SkillArchived', data: {} };

describe('a skill', () => {
  it('has a key for ever, and names in several languages', () => {
    const names = { ja: '請求', en: ' Billing ' };
    given().when({ type: 'DefineSkill', kind: 'skill', key: ' billing', names }).then(defined);
    given(defined).when({ type: 'DefineSkill', kind: 'skill', key: 'billing', names }).thenRefused('skill-exists');
    given()
      .when({ type: 'DefineSkill', kind: 'language', key: 'EN-gb', names: { en: 'English' } })
      .then({ type: 'SkillDefined', data: { kind: 'language', key: 'en-GB', names: { en: 'English' } } });
  });

  it('is refused without a name, and under the key that stands for the language of the customer', () => {
    given().when({ type: 'DefineSkill', kind: 'skill', key: 'billing', names: {} }).thenRefused('bad-name');
    given()
      .when({ type: 'DefineSkill', kind: 'skill', key: 'billing', names: { en: 'x'.repeat(101) } })
      .thenRefused('bad-name');
    given()
      .when({ type: 'DefineSkill', kind: 'skill', key: 'language', names: { en: 'x' } })
      .thenRefused('bad-key');
    given()
      .when({ type: 'DefineSkill', kind: 'language', key: 'not a tag', names: { en: 'x' } })
      .thenRefused('bad-language');
  });

  it('is renamed in some languages and keeps the others', () => {
    given(defined)
      .when({ type: 'RenameSkill', names: { en: 'Invoices', ru: 'Счета' } })
      .then({ type: 'SkillRenamed', data: { names: { en: 'Invoices', ja: '請求', ru: 'Счета' } } });
    given(defined)
      .when({ type: 'RenameSkill', names: { ja: null } })
      .then({ type: 'SkillRenamed', data: { names: { en: 'Billing' } } });
    given(defined)
      .when({ type: 'RenameSkill', names: { en: 'Billing' } })
      .thenNothing();
    given(defined)
      .when({ type: 'RenameSkill', names: { en: null, ja: null } })
      .thenRefused('bad-name');
  });

  it('is archived, and comes back', () => {
    given(defined).when({ type: 'ArchiveSkill' }).then(archived);
    given(defined, archived).when({ type: 'ArchiveSkill' }).thenNothing();
    given(defined, archived)
      .when({ type: 'RenameSkill', names: { en: 'x' } })
      .thenRefused('skill-archived');
    given(defined, archived).when({ type: 'RestoreSkill' }).then({ type: 'SkillRestored', data: {} });
    given(defined).when({ type: 'RestoreSkill' }).thenNothing();
    given().when({ type: 'ArchiveSkill' }).thenRefused('no-such-skill');
  });
});

it('agents and policies name skills in every place where one can stand', () => {
  expect(skillsOfAgent({ skills: { billing: 3 }, languages: { ja: 5 } })).toEqual([
    { kind: 'skill', key: 'billing' },
    { kind: 'language', key: 'ja' },
  ]);
  const ring = { ...DEFAULT_POLICY.rings[0]!, minimumLevels: { language: 1, returns: 2 }, droppedSkills: ['language', 'vip', 'billing'] };
  const policy = { requires: { skills: { billing: 3 }, languageLevel: 2 }, rings: [ring] };
  expect(skillsOfPolicy(policy).map(({ key }) => key)).toEqual(['billing', 'returns', 'vip']);
});
