import type { ReplyTemplateList } from '@madoguchi/contracts';

type Template = ReplyTemplateList['items'][number];
type Text = Template['texts'][number];

export interface ShownTemplate {
  readonly template: Template;
  readonly text: Text;
  /** There is none in the language that is wanted. */
  readonly foreign: boolean;
}

const base = (tag: string): string => tag.toLowerCase().split('-')[0]!;

/** `en-GB` reads `en`, and `en` reads `en-GB`. */
const textIn = (texts: readonly Text[], language: string): Text | undefined =>
  texts.find((text) => text.language === language) ?? texts.find((text) => base(text.language) === base(language));

/** The shortcut that was typed is meant before one that begins so, and that before what speaks of it; undefined: none of it. */
const rank = ({ name, shortcut, texts }: Template, search: string): number | undefined => {
  const typed = shortcut?.toLowerCase() ?? '';
  if (typed === search) return 0;
  if (typed.startsWith(search)) return 1;
  return [name, typed, ...texts.map(({ text }) => text)].some((words) => words.toLowerCase().includes(search)) ? 2 : undefined;
};

/** As the desk finds them, while its answer to the last letter is on its way. */
const found = (items: readonly Template[], search: string): readonly Template[] => {
  if (search === '') return items;
  const ranks = new Map(items.map((template) => [template, rank(template, search)]));
  const known = items.filter((template) => ranks.get(template) !== undefined);
  return known.toSorted((one, other) => ranks.get(one)! - ranks.get(other)!);
};

/** Each with its text in this language; those that have none come last, with the text that they have. */
export const shownTemplates = (items: readonly Template[], language: string | null, search: string): readonly ShownTemplate[] => {
  const shown = found(items, search.trim().toLowerCase()).flatMap((template): ShownTemplate[] => {
    const own = language === null ? undefined : textIn(template.texts, language);
    const text = own ?? template.texts[0];
    return text ? [{ template, text, foreign: language !== null && own === undefined }] : [];
  });
  return [...shown.filter(({ foreign }) => !foreign), ...shown.filter(({ foreign }) => foreign)];
};

/** In which there are texts; the conversation's first, though there may be none. */
export const languagesOf = ({ language, items }: ReplyTemplateList): readonly string[] => {
  const others = new Set(items.flatMap(({ texts }) => texts.map((text) => text.language)));
  if (language === null) return [...others].sort();
  others.delete(language);
  return [language, ...[...others].sort()];
};
