import type { MessageContent } from '@madoguchi/conversation';
import type { Credentials, OutgoingFile, SendRequest } from '@madoguchi/use-cases';
import MailComposer from 'nodemailer/lib/mail-composer';
import { isMailAddress } from './address.js';
import { isMessageId } from './head.js';
import { messageIdIn } from './identity.js';
import { LOOP_HEADER } from './loop.js';
import { bounceAddressOf, messageIdOf, replyAddressOf, type Signer, type Thread } from './token.js';

/** A mail as it is handed over. */
export interface OutgoingMail {
  readonly messageId: string;
  readonly envelope: { readonly from: string; readonly to: string };
  readonly raw: Buffer;
}

/** Clients and servers take more; what is further back is in the references of what they refer to. */
const LONGEST_REFERENCES = 2_000;
const MOST_REFERENCES = 20;

/** The mail of one request: the same Message-ID on every attempt, answers to the thread's own address, bounces to the mail's. */
export const outgoingMailOf = async (
  request: SendRequest,
  thread: Thread,
  signer: Signer,
  { displayName }: Credentials,
  date: Date,
): Promise<OutgoingMail> => {
  const messageId = messageIdOf(signer, thread, request.idempotencyKey);
  const { answerTo = '' } = request.thread ?? {};
  const to = isMailAddress(answerTo) ? answerTo : thread.customer;
  const text = textOf(request.content);
  const name = displayName?.replace(/[\p{Cc}<>@]/gu, ' ').trim();
  const { inReplyTo, references } = referencesOf(request, messageId);
  const composer = new MailComposer({
    disableFileAccess: true,
    disableUrlAccess: true,
    date,
    messageId,
    from: { name: name ?? '', address: signer.baseAddress },
    to: { name: '', address: to },
    replyTo: { name: name ?? '', address: replyAddressOf(signer, thread) },
    subject: subjectOf(request),
    ...(inReplyTo && { inReplyTo }),
    ...(references.length > 0 && { references: [...references] }),
    headers: { [LOOP_HEADER]: signer.baseAddress, ...(request.automatic && BY_A_MACHINE) },
    text,
    html: pageOf(text),
    attachments: filesOf(request).map(({ bytes, fileName, mimeType }) => ({ content: bytes, filename: fileName, contentType: mimeType })),
  });
  return {
    messageId,
    envelope: { from: bounceAddressOf(signer, thread, request.idempotencyKey), to },
    raw: await composer.compile().build(),
  };
};

/** RFC 3834, and the word that Outlook's rules know: no vacation answer comes back, and so none is answered. */
const BY_A_MACHINE = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };

const textOf = (content: MessageContent): string => {
  switch (content.type) {
    case 'text':
    case 'email':
      return content.text;
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return content.caption ?? '';
    default:
      return '';
  }
};

const filesOf = ({ content, mediaFile, attachments = [] }: SendRequest): readonly OutgoingFile[] =>
  content.type === 'email' ? attachments : mediaFile ? [mediaFile] : [];

/** `Re:` in the languages and habits of mail programs, Outlook's and `Re[2]:` among them. */
const PREFIXES = /^(\s*(re|fwd?|aw|sv|wg|tr|rv|返信|転送|回复|转发)(\[\d{1,3}\])?\s*[:：])+\s*/i;

const subjectOf = ({ content, thread }: SendRequest): string => {
  const own = content.type === 'email' ? content.subject?.trim() : undefined;
  return own || `Re: ${(thread?.subject ?? '').replace(PREFIXES, '').trim()}`.trim();
};

/** The thread's mails, the first and the last of them; the last is the one that is answered. */
const referencesOf = (
  { replyTo, thread }: SendRequest,
  own: string,
): { readonly inReplyTo?: string; readonly references: readonly string[] } => {
  const idOf = (providerMessageId: string | undefined) => {
    const id = providerMessageId === undefined ? undefined : messageIdIn(providerMessageId);
    return id !== undefined && isMessageId(id) && id !== own ? id : undefined;
  };
  const inReplyTo = idOf(replyTo?.providerMessageId) ?? idOf(thread?.lastCustomerMessageId);
  const earlier = (thread?.messageIds ?? []).flatMap((id) => idOf(id) ?? []).filter((id) => id !== inReplyTo);
  const [root, ...others] = [...new Set([...earlier, ...(inReplyTo ? [inReplyTo] : [])])];
  const references: string[] = [];
  let length = root?.length ?? 0;
  for (const id of others.toReversed()) {
    length += id.length + 1;
    if (length > LONGEST_REFERENCES || references.length === MOST_REFERENCES) break;
    references.unshift(id);
  }
  return { ...(inReplyTo && { inReplyTo }), references: root === undefined ? [] : [root, ...references] };
};

const pageOf = (text: string): string => {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const lines = escaped.split('\n').map((line) => line.replace(/^ +| {2,}/g, (blanks) => '&nbsp;'.repeat(blanks.length)));
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body><div>${lines.join('<br>\n')}</div></body></html>\n`;
};
