import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import en from './en.json';
import ja from './ja.json';
import ru from './ru.json';
import { initialLanguage } from './texts.js';

type Texts = { readonly [key: string]: string | Texts };

const flat = (texts: Texts, path = ''): Map<string, string> =>
  new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...flat(value, `${path}${key}.`)],
    ),
  );

const PLURAL = /_(zero|one|two|few|many|other)$/;
const withoutPlural = (key: string) => key.replace(PLURAL, '');
const placeholders = (text: string) => [...new Set(text.match(/\{[^}]*\}/g) ?? [])].sort();

const languages = { en: flat(en), ja: flat(ja), ru: flat(ru) };
const keys = new Set([...languages.en.keys()].map(withoutPlural));

describe.each(['ja', 'ru'] as const)('the texts in %s', (language) => {
  const texts = languages[language];

  it('are the same as in English, none left out, none too many', () => {
    expect([...new Set([...texts.keys()].map(withoutPlural))].sort()).toEqual([...keys].sort());
  });

  it('name the same placeholders', () => {
    for (const [key, text] of texts) {
      const english = languages.en.get(key) ?? languages.en.get(`${withoutPlural(key)}_other`) ?? '';
      expect([key, placeholders(text)]).toEqual([key, placeholders(english)]);
    }
  });
});

it.each(['en', 'ja', 'ru'] as const)('the texts in %s have every plural form of the language, and no empty text', (language) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const plural = new Set([...languages[language].keys()].filter((key) => PLURAL.test(key)).map(withoutPlural));
  for (const key of plural) for (const form of forms) expect(languages[language].has(`${key}_${form}`), `${key}_${form}`).toBe(true);
  for (const [key, text] of languages[language]) expect(text.trim(), key).not.toBe('');
});

it('Japanese texts have no exclamation marks', () => {
  for (const [key, text] of languages.ja) expect(text, key).not.toMatch(/[!！]/);
});

const SOURCE = resolve(import.meta.dirname, '..');
const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.|\.d\.ts$|^testing\//.test(name))
  .map((name) => ({ name, text: readFileSync(join(SOURCE, name), 'utf8') }));

it('no text is kept that the page never shows', () => {
  const all = sources.map(({ text }) => text).join('\n');
  const dynamic = [...all.matchAll(/`([a-z][A-Za-z.]*\.)\$\{/g)].map((found) => found[1]!);
  const unused = [...keys].filter((key) => !all.includes(`'${key}'`) && !dynamic.some((prefix) => key.startsWith(prefix)));
  expect(unused).toEqual([]);
});

/** Attributes that a person reads or hears. */
const SPOKEN = new Set(['aria-label', 'title', 'placeholder', 'label', 'alt', 'description']);
const WORDS = /\p{L}{2,}/u;

/** Words that stand in the code itself, where no language can reach them. */
const wordsInCode = (name: string, text: string): string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && WORDS.test(node.text)) found.push(`${name}: ${node.text.trim()}`);
    if (
      ts.isJsxAttribute(node) &&
      node.initializer &&
      ts.isStringLiteral(node.initializer) &&
      SPOKEN.has(node.name.getText()) &&
      WORDS.test(node.initializer.text)
    ) {
      found.push(`${name}: ${node.getText()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TSX));
  return found;
};

it('no words stand in the code itself', () => {
  expect(
    sources
      .flatMap(({ name, text }) => (name.endsWith('.tsx') ? wordsInCode(name, text) : []))
      .filter((words) => !words.endsWith(': Madoguchi')),
  ).toEqual([]);
});

it('words in the code would be seen', () => {
  expect(wordsInCode('x.tsx', 'const a = <p aria-label="Hello there">Some text {x}</p>;')).toHaveLength(2);
});

describe('the first language', () => {
  it.each([
    ['ru', ['ja'], 'ru'],
    [null, ['de-DE', 'ja-JP', 'en'], 'ja'],
    [null, ['de'], 'en'],
    ['xx', ['RU-ru'], 'ru'],
  ] as const)('kept %s, wanted %j: %s', (kept, wanted, language) => expect(initialLanguage(kept, wanted)).toBe(language));
});
