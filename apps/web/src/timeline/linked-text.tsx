/** Web addresses in a text: http and https only, without the punctuation that ends the sentence. */
const ADDRESS = /https?:\/\/[^\s<>"'`{}|\\^]+/gi;
const ENDS_SENTENCE = /[.,;:!?…、。，！？」』）)\]]+$/u;

export interface Piece {
  readonly text: string;
  readonly href?: string;
}

const hrefOf = (address: string): string | undefined => {
  try {
    const { protocol, href } = new URL(address);
    return protocol === 'http:' || protocol === 'https:' ? href : undefined;
  } catch {
    return undefined;
  }
};

/** A closing bracket belongs to the address when the address opened it. */
const trimmed = (address: string): string => {
  const ending = ENDS_SENTENCE.exec(address)?.[0];
  if (!ending) return address;
  const bare = address.slice(0, -ending.length);
  return ending.startsWith(')') && bare.includes('(') ? `${bare})` : bare;
};

export const pieces = (text: string): readonly Piece[] => {
  const found: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    const href = hrefOf(address);
    if (!href) continue;
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
};

/** What a customer or colleague wrote: text, never markup; addresses can be followed, in a window that knows nothing of this one. */
export const LinkedText = ({ text }: { readonly text: string }) =>
  pieces(text).map((piece, index) =>
    piece.href ? (
      <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer">
        {piece.text}
      </a>
    ) : (
      piece.text
    ),
  );
