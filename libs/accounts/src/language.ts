import { Refusal } from '@madoguchi/event-sourcing';

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
