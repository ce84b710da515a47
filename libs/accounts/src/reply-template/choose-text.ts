export interface ChosenText {
  readonly language: string;
  readonly text: string;
}

/**
 * The text for a conversation. `languages`: which are wanted, the best first (the agent's own choice, the detected one, the channel's).
 * Undefined: there is none in any of them; the picker shows the others greyed, with their language.
 */
export const textFor = (texts: Readonly<Record<string, string>>, languages: readonly (string | undefined)[]): ChosenText | undefined => {
  for (const wanted of languages) {
    if (wanted === undefined) continue;
    for (const language of [exactly(texts, wanted), roughly(texts, wanted)]) {
      if (language !== undefined) return { language, text: texts[language]! };
    }
  }
  return undefined;
};

const exactly = (texts: Readonly<Record<string, string>>, wanted: string): string | undefined =>
  Object.keys(texts).find((language) => language.toLowerCase() === wanted.toLowerCase());

const base = (tag: string): string => tag.toLowerCase().split('-')[0]!;

/** `en-GB` reads `en`, and `en` reads `en-GB`; the one without a region first. */
const roughly = (texts: Readonly<Record<string, string>>, wanted: string): string | undefined =>
  Object.keys(texts)
    .filter((language) => base(language) === base(wanted))
    .toSorted((one, other) => one.length - other.length || (one < other ? -1 : 1))[0];
