import { Refusal } from '@madoguchi/event-sourcing';

/** How well somebody can do something: 0, not at all, to 5, better than anybody. By the key of the skill or the tag of the language. */
export type Levels = Readonly<Record<string, number>>;

export const HIGHEST_LEVEL = 5;

const MOST_KEYS = 50;

/** The key that stands for the customer's language among the skills of a policy: dropped, or with a level of its own, in a ring. */
export const LANGUAGE = 'language';

/**
 * The key of a skill or a group: what an administrator calls it.
 * @throws Refusal `bad-key`
 */
export const checkedKey = (key: string): string => {
  const trimmed = typeof key === 'string' ? key.trim().normalize('NFC') : '';
  if (trimmed.length < 1 || trimmed.length > 60) throw new Refusal('bad-key', 'A skill or a group is called by 1 to 60 characters.');
  return trimmed;
};

/** @throws Refusal `bad-key`; gives each once, in order */
export const checkedKeys = (keys: readonly string[]): readonly string[] => {
  if (!Array.isArray(keys) || keys.length > MOST_KEYS) throw new Refusal('bad-key', `There are at most ${MOST_KEYS} of them.`);
  return [...new Set((keys as readonly string[]).map(checkedKey))].sort();
};

/** @throws Refusal `bad-level` or what `keyOf` throws; gives them in the order of their keys */
export const checkedLevels = (levels: Levels, keyOf: (key: string) => string): Levels => {
  const entries = typeof levels === 'object' && levels !== null ? Object.entries(levels) : undefined;
  if (!entries || entries.length > MOST_KEYS) throw new Refusal('bad-level', `Levels are given for at most ${MOST_KEYS} skills.`);
  for (const [key, level] of entries) {
    if (!Number.isInteger(level) || level < 0 || level > HIGHEST_LEVEL) {
      throw new Refusal('bad-level', `A level is a whole number from 0 to ${HIGHEST_LEVEL}.`, { key });
    }
  }
  return inOrder(entries.map(([key, level]) => [keyOf(key), level] as const));
};

const inOrder = (entries: readonly (readonly [string, number])[]): Levels =>
  Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));

/**
 * A BCP 47 tag in its usual spelling: `ja`, `en-GB`, `zh-Hant`.
 * @throws Refusal `bad-language`
 */
export const checkedLanguage = (language: string): string => {
  try {
    const [tag] = Intl.getCanonicalLocales(language);
    if (tag && typeof language === 'string') return tag;
  } catch {
    // Not a tag.
  }
  throw new Refusal('bad-language', 'A language is given by its tag, such as ja, en or ru.');
};

/** Who speaks `en` is understood by somebody who wants `en-GB`. */
export const languageLevel = (languages: Levels, wanted: string): number => {
  const level = languages[wanted] ?? 0;
  const hyphen = wanted.indexOf('-');
  return hyphen < 0 ? level : Math.max(level, languages[wanted.slice(0, hyphen)] ?? 0);
};
