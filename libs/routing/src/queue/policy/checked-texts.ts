import { Refusal } from '@madoguchi/event-sourcing';
import { checkedLanguage } from '../../levels.js';
import type { Texts } from './policy.js';

const LONGEST_TEXT = 2_000;
const MOST_LANGUAGES = 50;

/** @throws Refusal `bad-text`, `bad-language` */
export const checkedTexts = (texts: Texts): Texts => {
  const entries = typeof texts === 'object' && texts !== null ? Object.entries(texts) : undefined;
  if (!entries || entries.length > MOST_LANGUAGES) throw new Refusal('bad-text', `There are texts in at most ${MOST_LANGUAGES} languages.`);
  return Object.fromEntries(
    entries.map(([language, text]) => {
      const trimmed = typeof text === 'string' ? text.trim() : '';
      if (trimmed.length < 1 || trimmed.length > LONGEST_TEXT) throw new Refusal('bad-text', `A text has 1 to ${LONGEST_TEXT} characters.`);
      return [checkedLanguage(language), trimmed];
    }),
  );
};

export interface ChosenText {
  readonly language: string;
  readonly text: string;
}

/** In this language, else in the one that it is a variety of, else in the fallback, else the first; undefined when there is none at all. */
export const textIn = (texts: Texts, language: string | undefined, fallback?: string): ChosenText | undefined => {
  const wanted = [language, language?.split('-')[0], fallback, Object.keys(texts)[0]];
  const chosen = wanted.find((tag) => tag !== undefined && Object.hasOwn(texts, tag));
  return chosen === undefined ? undefined : { language: chosen, text: texts[chosen]! };
};
