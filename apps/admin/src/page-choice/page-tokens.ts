/** Under which name the sealed token of a page is kept while its choice is open. */
export const pageTokenField = (pageId: string): string => `pageToken.${pageId}`;
