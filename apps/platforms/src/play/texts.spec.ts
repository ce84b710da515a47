import { readFileSync } from 'node:fs';
import { platforms } from '../platforms.js';
import { CALL_FAULTS, WEBHOOK_FAULTS } from '../faults.js';
import { languageNames, texts as typedTexts } from '../../page/texts.js';

const texts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = typedTexts;

const read = (name: string) => readFileSync(new URL(`../../page/${name}`, import.meta.url), 'utf8');

/** `a.b` for every text, so that languages can be compared. */
const keysOf = (branch: object): string[] =>
  Object.entries(branch).flatMap(([key, value]) =>
    typeof value === 'string' ? [key] : keysOf(value as object).map((inner) => `${key}.${inner}`),
  );

describe("the page's texts", () => {
  it('are complete in every language', () => {
    expect(Object.keys(languageNames)).toEqual(Object.keys(texts));
    for (const language of Object.keys(texts)) {
      expect(keysOf(texts[language]!).sort()).toEqual(keysOf(typedTexts.en).sort());
      expect(Object.values(texts[language]!).every((text) => text !== '')).toBe(true);
    }
  });

  it('are there for everything that the page names, and nothing besides', () => {
    const marked = [...read('index.html').matchAll(/data-(?:text|label|placeholder)="(\w+)"/g)].map((found) => found[1]!);
    const used = [...(read('page.js') + read('chat-view.js')).matchAll(/words(?:\(\))?\.(\w+)/g)].map((found) => found[1]!);
    expect([...new Set([...marked, ...used, 'actions', 'faults'])].sort()).toEqual(Object.keys(typedTexts.en).sort());
  });

  it('name every fault, and every thing that a customer can send', () => {
    expect(Object.keys(typedTexts.en.faults).sort()).toEqual([...new Set([...CALL_FAULTS, ...WEBHOOK_FAULTS])].sort());
    const sendable = platforms
      .flatMap(({ actions }) => actions)
      .filter((action) => !['text', 'mail', 'edit', 'unsend', 'follow', 'block', 'reaction', 'postback', 'choose', 'raw'].includes(action));
    expect(Object.keys(typedTexts.en.actions)).toEqual(expect.arrayContaining(sendable));
  });
});
