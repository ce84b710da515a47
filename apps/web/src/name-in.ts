/** In the reader's language; else in English, else in any; else what stands for it. */
export const nameIn = (names: Readonly<Record<string, string>>, language: string, otherwise: string): string =>
  names[language] ?? names.en ?? Object.values(names)[0] ?? otherwise;
