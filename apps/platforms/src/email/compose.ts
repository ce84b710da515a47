import { randomBytes } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { UploadedFile } from '../media.js';
import { type MailCustomer, PUBLIC_MAILBOX } from './state.js';

/** What a customer writes. */
export interface WrittenMail {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text?: string;
  readonly html?: string;
  readonly files: readonly UploadedFile[];
  /** Written by an absent customer's program. */
  readonly automatic?: boolean;
  /** The mails of the thread, the answered one last; empty for a new one. */
  readonly references: readonly string[];
  readonly date: Date;
}

export const newMessageId = (address: string): string => `<${randomBytes(12).toString('hex')}@${address.split('@')[1]}>`;

/** As a mail program writes it: text (and page), files, and the headers that place it in its thread. */
export const compose = (customer: MailCustomer, { files, automatic, references, text = '', ...written }: WrittenMail): Promise<Buffer> =>
  new MailComposer({
    ...written,
    text,
    from: { name: customer.name, address: customer.id },
    ...(references.length > 0 && { inReplyTo: references.at(-1), references: [...references] }),
    ...(automatic && { headers: { 'auto-submitted': 'auto-replied', 'x-auto-response-suppress': 'All' } }),
    attachments: files.map(({ name, mimeType, bytes }) => ({ filename: name, contentType: mimeType, content: bytes })),
  })
    .compile()
    .build();

/** "Re:" once. */
export const answering = (subject: string): string => (/^\s*re\s*:/i.test(subject) ? subject : `Re: ${subject}`);

/** As Gmail forwards: the author's mail unchanged, below lines that say by whom and to whom. */
export const forwardingOf = (baseAddress: string, date: Date): { readonly from: string; readonly lines: Buffer } => {
  const [local, domain] = PUBLIC_MAILBOX.split('@');
  const lines = [
    `Received: from mail-forwarding.example (mail-forwarding.example [192.0.2.41]) by mx.${baseAddress.split('@')[1]}; ${date.toUTCString()}`,
    `X-Forwarded-To: ${baseAddress}`,
    `X-Forwarded-For: ${PUBLIC_MAILBOX} ${baseAddress}`,
    `Delivered-To: ${PUBLIC_MAILBOX}`,
  ];
  return { from: `${local}+caf_=${baseAddress.replace('@', '=')}@${domain}`, lines: Buffer.from(`${lines.join('\r\n')}\r\n`) };
};
