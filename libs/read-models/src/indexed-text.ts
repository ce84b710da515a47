import { createHash } from 'node:crypto';

/** PostgreSQL takes no index row over 2,704 bytes; ids of ours and a place in time stand beside the text. */
const LONGEST = 2_000;
/** In an order key the time stands in front: it goes on sorting by it. */
const KEPT = 500;

/**
 * A text from outside as it can stand in an index: as it is, or, where it is too long, its beginning and its hash. Whoever looks for it has to
 * ask for the same.
 */
export const indexedText = (text: string): string => {
  const bytes = Buffer.from(text);
  if (bytes.length <= LONGEST) return text;
  return `${bytes.subarray(0, KEPT).toString('utf8')}#sha256:${createHash('sha256').update(bytes).digest('hex')}`;
};
