import { eld } from 'eld/extrasmall';

/** Links and addresses are in no language; neither are numbers and signs. */
const NO_WORDS = /\S*(?:@|:\/\/|www\.)\S*|[^\p{L}\p{M}\s]/gu;
/** Only Japanese is written with them. */
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const ALPHABET = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;
/** A name or a subject in Chinese characters may be of either language. */
const LEAST_CHARACTERS = 6;
const MOST_CHARACTERS = 1_000;

/**
 * @returns a tag such as `ja`, `en`, `ru`; undefined when the text is too short to tell: a wrong language lets the customer wait for the
 * wrong people, an unknown one is found with the next message
 */
export const detectLanguage = (text: string): string | undefined => {
  const words = text.slice(0, MOST_CHARACTERS).replaceAll(NO_WORDS, ' ').trim().split(/\s+/);
  const joined = words.join(' ');
  if (KANA.test(joined)) return 'ja';
  if (ALPHABET.test(joined) ? words.length < 2 : joined.length < LEAST_CHARACTERS) return undefined;
  const found = eld.detect(joined);
  return found.isReliable() ? found.language : undefined;
};
