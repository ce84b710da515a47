import { decodeText } from './charset.js';
import type { MailPart } from './mime.js';

/** What a server says of one recipient (RFC 3464). */
export interface RecipientStatus {
  /** In lower case, as far as it tells them. */
  readonly recipients: readonly string[];
  readonly action: string;
  /** `5.1.1`. */
  readonly status: string;
  /** In the server's words. */
  readonly diagnostic: string;
}

/** One block of fields for each recipient, behind the one of the whole mail; empty when the report says nothing. */
export const statusesIn = (parts: readonly MailPart[]): readonly RecipientStatus[] =>
  parts
    .filter(({ contentType }) => /^message\/(global-)?delivery-status$/.test(contentType))
    .flatMap((part) =>
      blocksIn(textOf(part)).flatMap((fields) => {
        const action = fields.get('action')?.toLowerCase().trim() ?? '';
        if (action === '') return [];
        const recipients = ['original-recipient', 'final-recipient'].flatMap((name) => addressIn(fields.get(name)) ?? []);
        const status = /\d\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? fields.get('diagnostic-code') ?? '')?.[0] ?? '';
        return [{ recipients, action, status, diagnostic: (fields.get('diagnostic-code') ?? '').replace(/^smtp;\s*/i, '') }];
      }),
    );

/** What became of our mail in front of its reader (RFC 8098). */
export const dispositionIn = (parts: readonly MailPart[]): { readonly isRead: boolean; readonly messageId: string } | undefined => {
  const part = parts.find(({ contentType }) => /^message\/(global-)?disposition-notification$/.test(contentType));
  const [fields] = part ? blocksIn(textOf(part)) : [];
  return fields && { isRead: /;\s*displayed/i.test(fields.get('disposition') ?? ''), messageId: fields.get('original-message-id') ?? '' };
};

/** Field values of one line each, of every block that blank lines set apart. */
const blocksIn = (text: string): readonly ReadonlyMap<string, string>[] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .slice(0, 50)
    .map((block) => new Map(block.split('\n').flatMap((line) => fieldIn(line))));

const fieldIn = (line: string): [string, string][] => {
  const colon = line.indexOf(':');
  return colon < 1
    ? []
    : [
        [
          line.slice(0, colon).trim().toLowerCase(),
          line
            .slice(colon + 1)
            .trim()
            .slice(0, 1_000),
        ],
      ];
};

const addressIn = (value = ''): string | undefined =>
  value
    .split(/[\s;<>]+/)
    .find((word) => /.@./.test(word))
    ?.toLowerCase();

/** Larger parts of a report are the mail that came back. */
const LARGEST_READ = 256 * 1024;

const textOf = (part: MailPart): string => decodeText(part.bytes.subarray(0, LARGEST_READ), part.charset);

/** Addresses of whom the returned mail was for, as its own header says, and every text in which its Message-ID may stand. */
export const returnedIn = (parts: readonly MailPart[]): { readonly texts: readonly string[]; readonly recipients: readonly string[] } => {
  const texts = parts.map(textOf);
  const recipients = texts.flatMap((text) =>
    [...text.matchAll(/^To:[ \t]{0,20}(?:[^\n<]{0,300}<)?([^\s<>,;]{1,64}@[^\s<>,;]{1,200})/gim)]
      .slice(0, 5)
      .map(([, address = '']) => address.toLowerCase()),
  );
  return { texts, recipients };
};
