/** "Japanese" for "ja", in the reader's language; the tag itself when it is no tag. */
export const languageName = (tag: string, reader: string): string => {
  try {
    return new Intl.DisplayNames(reader, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};
