import { storableText } from '../platform-json.js';
import { decodeText } from './charset.js';
import type { MailPart } from './mime.js';

/** Bytes of JSON that one text of a mail may take in an event; the whole mail is kept as a file anyway. */
const LARGEST_TEXT = 250_000;
const CUT = '\n[…]';

/** What a text part says, line breaks as LF. */
export const textOfPart = (part: MailPart): string => {
  const text = plainText(decodeText(part.bytes, part.charset));
  return part.flowed ? unflowed(text, part.flowed.deleteSpace) : text;
};

/** Text as it can be stored and compared: no NUL, no half characters, lines ended by LF alone. */
export const plainText = (text: string): string => storableText(text.replace(/^\ufeff/, '')).replace(/\r\n?/g, '\n');

/** Cut where it is too long for an event, and marked so. */
export const fitting = (text: string, limit = LARGEST_TEXT): string => {
  if (text.length * 6 <= limit || jsonBytes(text) <= limit) return text;
  let length = Math.min(text.length, limit);
  while (jsonBytes(text.slice(0, length)) > limit - CUT.length * 3) length = Math.floor(length * 0.8);
  return storableText(text.slice(0, length)).replace(/\ufffd$/, '') + CUT;
};

const jsonBytes = (text: string): number => Buffer.byteLength(JSON.stringify(text));

/** RFC 3676: a line that ends with a blank goes on in the next one of the same quote depth. */
const unflowed = (text: string, deleteSpace: boolean): string => {
  const lines: { depth: string; text: string; open: boolean }[] = [];
  for (const line of text.split('\n')) {
    const [, depth = '', stuffed = ''] = /^(>*)(.*)$/s.exec(line) ?? [];
    const content = stuffed.startsWith(' ') ? stuffed.slice(1) : stuffed;
    const open = content.endsWith(' ') && content !== '-- ';
    const kept = open && deleteSpace ? content.slice(0, -1) : content;
    const last = lines.at(-1);
    if (last?.open && last.depth === depth && content !== '-- ') Object.assign(last, { text: last.text + kept, open });
    else lines.push({ depth, text: kept, open });
  }
  return lines.map(({ depth, text: content }) => (depth ? `${depth} ${content}` : content)).join('\n');
};
