import { NotUnderstoodError } from '../platform-json.js';
import { decodeText } from './charset.js';

export interface HeaderField {
  /** In lower case. */
  readonly name: string;
  /** Unfolded, encoded words left as they are. */
  readonly value: string;
  /** The field with its line breaks. */
  readonly bytes: Buffer;
}

/** The header block of a mail, read field by field; the body begins at `bodyStart`. */
export interface MailHead {
  readonly fields: readonly HeaderField[];
  readonly bodyStart: number;
}

/** mailparser takes no more; nobody writes so much. */
const LARGEST_HEAD = 1024 * 1024;

/** @returns undefined when the mail begins with something else. @throws NotUnderstoodError when it is beyond all reason */
export const headOf = (raw: Buffer): MailHead | undefined => {
  const fields: HeaderField[] = [];
  // An mbox's separator is not a header.
  let start = raw.subarray(0, 5).toString('latin1') === 'From ' ? endOfLine(raw, 0) : 0;
  while (start < raw.length) {
    let end = endOfLine(raw, start);
    if (isBlankLine(raw, start, end)) return fields.length > 0 ? { fields, bodyStart: end } : undefined;
    while (end < raw.length && (raw[end] === 0x20 || raw[end] === 0x09)) end = endOfLine(raw, end);
    const bytes = raw.subarray(start, end);
    const field = fieldOf(bytes);
    if (field) fields.push(field);
    else if (fields.length === 0) return undefined;
    if (end > LARGEST_HEAD) throw new NotUnderstoodError('the header block is larger than 1 MiB');
    start = end;
  }
  return fields.length > 0 ? { fields, bodyStart: raw.length } : undefined;
};

const endOfLine = (raw: Buffer, start: number): number => {
  const end = raw.indexOf(0x0a, start);
  return end < 0 ? raw.length : end + 1;
};

const isBlankLine = (raw: Buffer, start: number, end: number): boolean =>
  end - start === 1 ? raw[start] === 0x0a : end - start === 2 && raw[start] === 0x0d && raw[start + 1] === 0x0a;

const fieldOf = (bytes: Buffer): HeaderField | undefined => {
  const colon = bytes.indexOf(0x3a);
  const name = bytes.subarray(0, Math.max(colon, 0)).toString('latin1').trimEnd();
  if (!/^[\x21-\x7e]{1,200}$/.test(name)) return undefined;
  // Raw bytes of any charset: not allowed, and common.
  const value = decodeText(bytes.subarray(colon + 1))
    .replace(/\r?\n(?=[ \t])/g, '')
    .replaceAll('\0', '')
    .trim();
  return { name: name.toLowerCase(), value, bytes };
};

/** Of the first field of this name; empty when there is none. */
export const headerIn = (head: MailHead, name: string): string => head.fields.find((field) => field.name === name)?.value ?? '';

export const headersIn = (head: MailHead, name: string): readonly string[] =>
  head.fields.filter((field) => field.name === name).map(({ value }) => value);

/** The Message-IDs in a header, in its order: folded, commented and broken by blanks as they come. */
export const messageIdsIn = (value: string): readonly string[] =>
  [...value.matchAll(/<([^<>]{1,998})>/g)].flatMap(([, inner = '']) => {
    const id = `<${inner.replace(/\s+/g, '')}>`;
    return isMessageId(id) ? [id] : [];
  });

/** What may stand in a header of ours. */
export const isMessageId = (text: string): boolean => /^<[\x21-\x3b\x3d\x3f-\x7e]{1,996}>$/.test(text);
