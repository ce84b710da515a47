const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What a person would count: a family of four is one, a letter with its accent too. */
export const charactersIn = (text: string): number => {
  let count = 0;
  for (const _character of segmenter.segment(text)) count += 1;
  return count;
};

/** Longer than any single character that people write: what is longer hides a text in one letter. */
const UNITS_PER_CHARACTER = 20;

/** Between one and `most` characters as a person counts them. */
export const fitsCharacters = (text: string, most: number): boolean =>
  text.length > 0 && text.length <= most * UNITS_PER_CHARACTER && charactersIn(text) <= most;
