import { detectExtension } from 'nodemailer/lib/mime-funcs/mime-types';
import { storableText } from '../platform-json.js';
import { decodeText } from './charset.js';

const LONGEST_NAME = 120;

/** Control characters, and the marks that make a name read backwards. */
const MISLEADING = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The last part of a path, without what a file system or a reader's eye could trip over; the extension survives a cut. */
export const safeFileName = (name: string | undefined): string | undefined => {
  const last = storableText(inOneCharset(name ?? ''))
    .replace(MISLEADING, '')
    .split(/[/\\]/)
    .at(-1)
    ?.trim();
  if (!last || /^\.*$/.test(last)) return undefined;
  if (last.length <= LONGEST_NAME) return last;
  const extension = /\.[^.]{1,10}$/.exec(last)?.[0] ?? '';
  return storableText(last.slice(0, LONGEST_NAME - extension.length)) + extension;
};

/** Raw bytes in a name come as Latin-1. */
const inOneCharset = (name: string): string =>
  /[\x80-\xff]/.test(name) && !/[^\0-\xff]/.test(name) ? decodeText(Buffer.from(name, 'latin1')) : name;

/** For a file without a name; `number` counts from 1. */
export const nameFor = (contentType: string, number: number): string => {
  if (contentType === 'application/ms-tnef') return 'winmail.dat';
  const extension = contentType === 'message/rfc822' ? 'eml' : String(detectExtension(contentType) || 'bin');
  return `attachment-${number}.${/^[a-z0-9]{1,10}$/.test(extension) ? extension : 'bin'}`;
};
