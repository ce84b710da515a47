import { Refusal } from '@madoguchi/event-sourcing';
import { checkedLanguage } from '../language.js';

/** For what an agent is away. */
export interface AwayReason {
  /** What is recorded of who is away for it, for ever: a word such as `lunch`. */
  readonly key: string;
  /** As people read it, by language; in one at least. */
  readonly names: Readonly<Record<string, string>>;
  /** Offered to nobody any more; whoever was away for it can still be read. */
  readonly archived?: true;
}

/** What a tenant has that has set none. */
export const DEFAULT_AWAY_REASONS: readonly AwayReason[] = [
  { key: 'break', names: { en: 'break', ja: '休憩', ru: 'перерыв' } },
  { key: 'lunch', names: { en: 'lunch', ja: '昼食', ru: 'обед' } },
  { key: 'meeting', names: { en: 'meeting', ja: '会議', ru: 'встреча' } },
  { key: 'training', names: { en: 'training', ja: '研修', ru: 'обучение' } },
];

export const awayReasonsOf = ({ awayReasons }: { readonly awayReasons?: readonly AwayReason[] }): readonly AwayReason[] =>
  awayReasons ?? DEFAULT_AWAY_REASONS;

const MOST_REASONS = 50;
const MOST_LANGUAGES = 50;
const LONGEST_NAME = 50;

/**
 * The whole list, in the order in which it is offered.
 *
 * @param before none of these may be missing: agents were away for them
 * @throws Refusal `bad-away-reason`, `bad-language`, `away-reason-missing`
 */
export const checkedAwayReasons = (given: readonly AwayReason[], before: readonly AwayReason[]): readonly AwayReason[] => {
  if (!Array.isArray(given) || given.length > MOST_REASONS) throw bad(`There are at most ${MOST_REASONS} reasons.`);
  const reasons = (given as readonly AwayReason[]).map(checkedReason);
  const keys = new Set(reasons.map(({ key }) => key));
  if (keys.size < reasons.length) throw bad('A reason stands twice in the list.');
  refuseSameNames(reasons);
  const missing = before.map(({ key }) => key).filter((key) => !keys.has(key));
  if (missing.length > 0) {
    const listed = missing.map((key) => `"${key}"`).join(', ');
    throw new Refusal('away-reason-missing', `Agents were away for ${listed}: it stays in the list. Archive it instead.`, { missing });
  }
  return reasons;
};

const checkedReason = ({ key, names, archived }: AwayReason): AwayReason => {
  if (typeof key !== 'string' || !/^[a-z0-9][a-z0-9-]{0,39}$/.test(key))
    throw bad('A reason has a key of 1 to 40 lower-case letters, digits or hyphens, such as doctor.');
  return { key, names: checkedNames(names), ...(archived ? { archived } : {}) };
};

/** In the order of the languages, so that the same is written alike. */
const checkedNames = (names: AwayReason['names']): AwayReason['names'] => {
  const entries = typeof names === 'object' && names !== null ? Object.entries(names) : [];
  if (entries.length === 0 || entries.length > MOST_LANGUAGES) throw bad(`A reason has a name in 1 to ${MOST_LANGUAGES} languages.`);
  const checked = entries.map(([language, name]) => {
    const trimmed = typeof name === 'string' ? name.trim() : '';
    if (trimmed.length < 1 || trimmed.length > LONGEST_NAME) throw bad(`A name has 1 to ${LONGEST_NAME} characters.`);
    return [checkedLanguage(language), trimmed] as const;
  });
  return Object.fromEntries(checked.toSorted(([one], [other]) => (one < other ? -1 : 1)));
};

/** Who chooses must be able to tell them apart. */
const refuseSameNames = (reasons: readonly AwayReason[]): void => {
  const seen = new Set<string>();
  for (const { names, archived } of reasons) {
    if (archived) continue;
    for (const [language, name] of Object.entries(names)) {
      const read = `${language} ${name.toLowerCase()}`;
      if (seen.has(read)) throw bad(`Two reasons are called "${name}".`);
      seen.add(read);
    }
  }
};

const bad = (why: string): Refusal => new Refusal('bad-away-reason', why);
