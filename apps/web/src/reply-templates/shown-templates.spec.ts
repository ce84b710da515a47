import type { ReplyTemplateList } from '@madoguchi/contracts';
import { languagesOf, shownTemplates } from './shown-templates.js';

const template = (name: string, ...languages: readonly string[]): ReplyTemplateList['items'][number] => ({
  id: name,
  name,
  shortcut: null,
  texts: languages.map((language) => ({ language, text: `${name} ${language}`, unfilled: [] })),
});
const items = [template('a', 'ja', 'en'), template('b', 'ru'), template('c', 'en-GB', 'ja')];

describe('the templates of a conversation', () => {
  it.each([
    ['en', ['a en', 'c en-GB', 'b ru (other)']],
    ['en-GB', ['a en', 'c en-GB', 'b ru (other)']],
    ['ru', ['b ru', 'a ja (other)', 'c en-GB (other)']],
    [null, ['a ja', 'b ru', 'c en-GB']],
  ])('M-177: in %s have their text in it where there is one, and come last where there is none', (language, texts) => {
    const shown = shownTemplates(items, language, '');
    expect(shown.map(({ text, foreign }) => (foreign ? `${text.text} (other)` : text.text))).toEqual(texts);
  });

  it('are found by their shortcut before their words, also before the desk has answered', () => {
    const named = [template('hi there', 'en'), { ...template('b', 'en'), shortcut: 'hint' }, { ...template('c', 'en'), shortcut: 'Hi' }];
    expect(shownTemplates([...named, template('d', 'en')], 'en', ' HI').map(({ template: { name } }) => name)).toEqual([
      'c',
      'b',
      'hi there',
    ]);
  });

  it('can be had in every language that there is, the conversation’s first', () => {
    expect(languagesOf({ language: 'ru', items })).toEqual(['ru', 'en', 'en-GB', 'ja']);
    expect(languagesOf({ language: 'ko', items })).toEqual(['ko', 'en', 'en-GB', 'ja', 'ru']);
    expect(languagesOf({ language: null, items })).toEqual(['en', 'en-GB', 'ja', 'ru']);
  });
});
