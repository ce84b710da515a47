import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './en.json';
import ja from './ja.json';
import ru from './ru.json';

export const LANGUAGES = { en: 'English', ja: '日本語', ru: 'Русский' } as const;
export type Language = keyof typeof LANGUAGES;

const KEPT_AS = 'madoguchi.language';

const isLanguage = (value: string | null | undefined): value is Language => typeof value === 'string' && value in LANGUAGES;

/** What the person chose here before; else the first of the browser's languages that there are texts for; else English. */
export const initialLanguage = (kept: string | null, wanted: readonly string[]): Language => {
  if (isLanguage(kept)) return kept;
  return wanted.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en';
};

export const setUpTexts = async (language: Language): Promise<void> => {
  i18next.on('languageChanged', (now) => (document.documentElement.lang = now));
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en }, ja: { translation: ja }, ru: { translation: ru } },
    // React escapes what it shows.
    interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  });
};

export const keptLanguage = (): string | null => localStorage.getItem(KEPT_AS);

export const changeLanguage = (language: Language): void => {
  localStorage.setItem(KEPT_AS, language);
  void i18next.changeLanguage(language);
};
