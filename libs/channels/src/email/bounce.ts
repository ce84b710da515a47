import type { InboundItem } from '@madoguchi/contracts';
import type { Receipt } from '@madoguchi/conversation';
import { platformWords } from '../platform-call.js';
import { storableText } from '../platform-json.js';
import { headersIn, type MailHead } from './head.js';
import type { MailPart } from './mime.js';
import { dispositionIn, type RecipientStatus, returnedIn, statusesIn } from './report.js';
import { conversationKeyOf, isBounceTag, mailOfBounceTag, type Signer, type Thread, threadOfMessageId } from './token.js';

/** A mail about a mail. */
export interface Report {
  readonly head: MailHead;
  readonly parts: readonly MailPart[];
  /** Of the envelope's recipient. */
  readonly tag: string | undefined;
  readonly dedupKey: string;
  /** ISO 8601. */
  readonly at: string;
}

export type ReportReading =
  | { readonly about: 'our mail'; readonly item: InboundItem }
  /** It is a report, but about nothing of ours, or it says nothing final. */
  | { readonly about: 'nothing'; readonly platformKind: string; readonly reason: string };

/**
 * Whether a mail reports on another one: by its form, or because a server sent it to the address under which only such reports
 * are awaited.
 */
export const isReport = (head: MailHead, parts: readonly MailPart[], tag: string | undefined, envelopeFrom: string): boolean =>
  parts.some(
    ({ contentType, within }) =>
      within[0] === 'multipart/report' && /^message\/(global-)?(delivery-status|disposition-notification)$/.test(contentType),
  ) ||
  (envelopeFrom === '' && tag !== undefined && isBounceTag(tag)) ||
  (envelopeFrom === '' && headersIn(head, 'x-failed-recipients').length > 0);

/** What the report says, tied to our mail: by the envelope's token, else by the Message-ID of the mail that came back. */
export const readReport = (report: Report, signer: Signer): ReportReading => {
  const disposition = dispositionIn(report.parts);
  const statuses = statusesIn(report.parts);
  const mail = reportedMail(report, statuses, signer);
  if (!mail)
    return {
      about: 'nothing',
      platformKind: 'bounce',
      reason: 'It reports on a mail that this account has not sent, or does not say on which.',
    };
  const status = statuses.find(({ recipients }) => recipients.includes(mail.customer)) ?? statuses[0];
  const receipt = disposition
    ? disposition.isRead
      ? ({ status: 'read', at: report.at } as const)
      : undefined
    : receiptOf(status, report.at);
  if (!receipt) {
    const kind = status?.action === 'delayed' ? 'delivery-delayed' : 'delivery-report';
    return { about: 'nothing', platformKind: kind, reason: `About ${mail.messageId}: ${wordsOf(status) || 'nothing final yet'}.` };
  }
  return {
    about: 'our mail',
    item: {
      kind: 'receipt',
      dedupKey: report.dedupKey,
      conversationKey: conversationKeyOf(mail),
      customer: { key: mail.customer },
      about: { providerMessageId: mail.messageId },
      receipt,
    },
  };
};

const OWN_MESSAGE_ID = /<out\.[a-z2-7.]{30,600}@[^\s<>@]{1,200}>/gi;

const reportedMail = (
  { head, parts, tag }: Report,
  statuses: readonly RecipientStatus[],
  signer: Signer,
): (Thread & { readonly messageId: string }) | undefined => {
  const { texts, recipients } = returnedIn(parts);
  const named = texts
    .flatMap((text) => (text.match(OWN_MESSAGE_ID) ?? []).slice(0, 20))
    .flatMap((found) => {
      const messageId = found.toLowerCase();
      const thread = threadOfMessageId(signer, messageId);
      return thread ? [{ ...thread, messageId }] : [];
    });
  const candidates = [
    ...statuses.flatMap((status) => status.recipients),
    ...headersIn(head, 'x-failed-recipients').flatMap((value) => value.toLowerCase().split(/[\s,]+/)),
    ...recipients,
    ...named.map(({ customer }) => customer),
  ];
  return (tag === undefined ? undefined : mailOfBounceTag(signer, tag, candidates)) ?? named[0];
};

/** Undefined while the matter is open. */
const receiptOf = (status: RecipientStatus | undefined, at: string): Receipt | undefined => {
  switch (status?.action) {
    case 'delivered':
      return { status: 'delivered', at };
    case 'delayed':
    case 'relayed':
    case 'expanded':
      return undefined;
    default: {
      const code = status?.status || 'bounced';
      return {
        status: 'failed',
        at,
        code,
        reason: `The mail came back: ${wordsOf(status) || 'its server gave no reason'}.`,
        remedy: remedyFor(code),
      };
    }
  }
};

const wordsOf = (status: RecipientStatus | undefined): string =>
  storableText(platformWords([status?.action, status?.status, status?.diagnostic].filter(Boolean).join(' '), []) ?? '');

/** By RFC 3463: what was wrong with the address, the mailbox, the way or the content. */
export const remedyFor = (status: string): string => {
  if (/^5\.(1\.(1|2|3|6|10)|4\.1)$/.test(status)) return 'The address does not exist. Ask the customer for another one.';
  if (/^\d\.2\.2$/.test(status)) return "The customer's mailbox is full. Send it again later, or reach them in another way.";
  if (/^\d\.(2\.3|3\.4)$/.test(status)) return 'It is too large for the mailbox. Send the files as links.';
  if (/^\d\.7\./.test(status))
    return "The customer's mail server refuses it by its rules. Have your administrator check SPF, DKIM and the reputation of the sending server.";
  return 'Check the address, then send it again.';
};
