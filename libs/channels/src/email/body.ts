import type { MediaReference } from '@madoguchi/conversation';
import { decodeText } from './charset.js';
import { nameFor, safeFileName } from './file-name.js';
import { textOfHtml, withPlaces } from './html.js';
import type { MailPart } from './mime.js';
import { foldQuotes, type Folded, withoutBlankEdges } from './quote.js';
import { plainText, textOfPart } from './text.js';

/** A file that is stored before the mail's message is published. */
export interface MailFile {
  readonly mediaId: string;
  readonly bytes: Buffer;
  readonly fileName?: string;
  /** As the mail claims it. */
  readonly mimeType?: string;
}

/** What a mail says and brings. */
export interface MailBody extends Folded {
  readonly html?: MediaReference;
  readonly attachments: readonly MediaReference[];
  /** Of `html` and `attachments`. */
  readonly files: readonly MailFile[];
}

const MOST_ATTACHMENTS = 100;
/** Logos of signatures: part of the look, no attachment. */
const SMALLEST_ATTACHMENT = 5_000;
const MOST_INLINED = 50;

/** @param idOf names a file of this mail in the media store */
export const bodyOf = (parts: readonly MailPart[], idOf: (part: string) => string): MailBody => {
  const texts = parts.filter((part) => part.contentType === 'text/plain' && !part.isAttachment);
  const pages = parts.filter((part) => part.contentType === 'text/html' && !part.isAttachment);
  const html = pages.map((page) => plainText(decodeText(page.bytes, page.charset))).join('\n');
  const logos = logosIn(parts, html);
  const attached = parts
    .filter((part) => !texts.includes(part) && !pages.includes(part) && !logos.has(part))
    .slice(0, MOST_ATTACHMENTS)
    .map((part, index) => ({ part, file: fileOf(part, index + 1, idOf(`attachment ${index + 1}`)) }));

  const page = html.trim() === '' ? undefined : pageOf(html, { mediaId: idOf('html'), logos, attached });
  const written = withoutBlankEdges(texts.map(textOfPart).join('\n'));
  const folded = written.trim() === '' && page ? textOfHtml(html) : foldQuotes(written);
  return {
    ...folded,
    text: [folded.text, ...calendarLines(parts)].filter((text) => text !== '').join('\n\n'),
    ...(page && { html: referenceTo(page) }),
    attachments: attached.map(({ file }) => referenceTo(file)),
    files: [...(page ? [page] : []), ...attached.map(({ file }) => file)],
  };
};

const referenceTo = ({ mediaId, fileName, mimeType, bytes }: MailFile): MediaReference => ({
  mediaId,
  source: { kind: 'stored' },
  fileName,
  mimeType,
  size: bytes.length,
});

const fileOf = (part: MailPart, number: number, mediaId: string): MailFile => ({
  mediaId,
  bytes: part.bytes,
  fileName: safeFileName(part.fileName) ?? nameFor(part.contentType, number),
  mimeType: part.contentType,
});

/** Small pictures that the page shows by itself. */
const logosIn = (parts: readonly MailPart[], html: string): ReadonlySet<MailPart> => {
  const shown = new Set<string>();
  withPlaces(html, (contentId) => void shown.add(contentId));
  return new Set(
    parts.filter(
      ({ contentType, contentId, bytes }) =>
        contentId && /^image\/(png|jpe?g|gif|webp)$/.test(contentType) && bytes.length < SMALLEST_ATTACHMENT && shown.has(contentId),
    ),
  );
};

interface Surroundings {
  readonly mediaId: string;
  readonly logos: ReadonlySet<MailPart>;
  readonly attached: readonly { readonly part: MailPart; readonly file: MailFile }[];
}

/** The page as it came, in UTF-8; `cid:` names the media id of an attachment, and logos stand in it as `data:`. */
const pageOf = (html: string, { mediaId, logos, attached }: Surroundings): MailFile => {
  let inlined = 0;
  // The first of several with one id; a page may ask a million times.
  const fileById = new Map(attached.toReversed().map(({ part, file }) => [part.contentId, file]));
  const logoById = new Map([...logos].toReversed().map((logo) => [logo.contentId, logo]));
  const page = withPlaces(html, (contentId) => {
    const shown = fileById.get(contentId);
    if (shown) return `cid:${shown.mediaId}`;
    const logo = logoById.get(contentId);
    inlined += 1;
    return logo && inlined <= MOST_INLINED ? `data:${logo.contentType};base64,${logo.bytes.toString('base64')}` : undefined;
  });
  return { mediaId, bytes: Buffer.from(page), fileName: 'mail.html', mimeType: 'text/html' };
};

/** What an invitation is about; the whole stands in its file. */
const calendarLines = (parts: readonly MailPart[]): readonly string[] =>
  parts
    .filter(({ contentType }) => contentType === 'text/calendar')
    .flatMap((part) => /^SUMMARY(?:;[^:\n]*)?:(.{1,300})$/m.exec(textOfPart(part).replace(/\n[ \t]/g, ''))?.[1] ?? [])
    .map(
      (summary) =>
        `📅 ${summary
          .replace(/\\([,;\\])/g, '$1')
          .replace(/\\n/gi, ' ')
          .trim()}`,
    )
    .slice(0, 5);
