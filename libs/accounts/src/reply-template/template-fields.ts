import { Refusal } from '@madoguchi/event-sourcing';
import { checkedLanguage } from '../language.js';
import { hasStrayBraces, PLACEHOLDERS, placeholdersIn } from './placeholders.js';

const LONGEST_TEXT = 5_000;
const MOST_LANGUAGES = 50;

/** @throws Refusal `bad-text`, `bad-placeholder`, `unknown-placeholder` */
export const checkedText = (text: string): string => {
  const trimmed = typeof text === 'string' ? text.trim() : '';
  if (trimmed.length < 1 || trimmed.length > LONGEST_TEXT) throw new Refusal('bad-text', `A text has 1 to ${LONGEST_TEXT} characters.`);
  if (hasStrayBraces(trimmed)) throw new Refusal('bad-placeholder', 'A placeholder is written as {{customer.name}}.');
  const unknown = placeholdersIn(trimmed).filter((name) => !(PLACEHOLDERS as readonly string[]).includes(name));
  if (unknown.length > 0) {
    throw new Refusal('unknown-placeholder', `Nobody knows what to put in the place of ${unknown.join(', ')}.`, {
      unknown,
      known: PLACEHOLDERS,
    });
  }
  return trimmed;
};

/** @throws Refusal also `bad-language`, `no-text` */
export const checkedTexts = (texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> => {
  const checked = Object.entries(texts).map(([language, text]) => [checkedLanguage(language), checkedText(text)] as const);
  if (checked.length === 0) throw new Refusal('no-text', 'A template has a text in one language at least.');
  if (checked.length > MOST_LANGUAGES) throw new Refusal('no-text', `A template has texts in at most ${MOST_LANGUAGES} languages.`);
  return Object.fromEntries(checked.toSorted(([one], [other]) => (one < other ? -1 : 1)));
};

/** @throws Refusal `bad-shortcut` */
export const checkedShortcut = (shortcut: string): string => {
  const trimmed = typeof shortcut === 'string' ? shortcut.trim() : '';
  if (!/^[\p{L}\p{N}_-]{1,40}$/u.test(trimmed))
    throw new Refusal('bad-shortcut', 'A shortcut has 1 to 40 letters, digits or hyphens, without spaces.');
  return trimmed;
};
