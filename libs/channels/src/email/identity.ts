import { createHash } from 'node:crypto';
import { derivedId } from '@madoguchi/event-sourcing';
import { headerIn, type MailHead, messageIdsIn } from './head.js';

/** What makes a mail the one that it is. */
export interface MailIdentity {
  /** As the author's program wrote it; mails without one have none. */
  readonly messageId?: string;
  /** Equal for the same mail on every way that it comes. */
  readonly fingerprint: string;
}

/** What servers on the way add, so that the same mail comes twice with other ones. */
const ADDED_ON_THE_WAY =
  /^(received|return-path|delivered-to|envelope-to|authentication-results|received-spf|dkim-signature|dkim-filter|domainkey-signature|x-.*|arc-.*|resent-.*)$/;

/**
 * The Message-ID alone is not enough: programs exist that give every mail the same one, and such mails are none the less each
 * another.
 */
export const identityOf = (raw: Buffer, head: MailHead | undefined): MailIdentity => {
  const hash = createHash('sha256');
  if (head) for (const { name, bytes } of head.fields) if (!ADDED_ON_THE_WAY.test(name)) hash.update(unbroken(bytes), 'latin1');
  hash.update(unbroken(head ? raw.subarray(head.bodyStart) : raw), 'latin1');
  const [messageId] = head ? messageIdsIn(headerIn(head, 'message-id')) : [];
  return { fingerprint: hash.digest('hex'), ...(messageId && messageId.length <= LONGEST_MESSAGE_ID && { messageId }) };
};

/** Bytes; an id is cut nowhere, so that a longer one is as none: the mail is told by its content. */
const LONGEST_MESSAGE_ID = 400;

/** Servers differ in how they end lines. */
const unbroken = (bytes: Buffer): string => bytes.toString('latin1').replaceAll('\r\n', '\n');

export const dedupKeyOf = ({ messageId, fingerprint }: MailIdentity): string => `${messageId ?? ''} ${fingerprint}`;

/** What the log calls a customer's mail: its Message-ID, and a trace of its content that keeps mails with equal ids apart. */
export const providerMessageIdOf = ({ messageId, fingerprint }: MailIdentity): string => `${messageId ?? ''}#${fingerprint.slice(0, 16)}`;

/** The Message-ID in a provider id, the customer's or ours. */
export const messageIdIn = (providerMessageId: string): string | undefined =>
  messageIdsIn(providerMessageId.replace(/#[0-9a-f]{16}$/, ''))[0];

/** The name of a part of a mail in the media store: the same whenever the mail comes, another in every account. */
export const mediaIdOf = (baseAddress: string, { fingerprint }: MailIdentity, part: string): string =>
  derivedId('mail', baseAddress, fingerprint, part);
