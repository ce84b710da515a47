import type { InboundItem } from '@madoguchi/contracts';
import { NO_CHAT, unreadItem } from '../not-understood.js';
import { storableText } from '../platform-json.js';
import { ownAddressOf } from './address.js';
import type { MailFile } from './body.js';
import { headerIn, type MailHead } from './head.js';
import { dedupKeyOf, type MailIdentity, mediaIdOf } from './identity.js';
import type { Signer } from './token.js';

/** What the SMTP dialogue said: it alone decides whose mail it is. */
export interface MailEnvelope {
  /** Empty: the null sender. */
  readonly from: string;
  readonly to: string;
}

/** One mail that is being read, and everything around it that its meaning hangs on. */
export interface Mail {
  readonly raw: Buffer;
  readonly envelope: MailEnvelope;
  readonly identity: MailIdentity;
  /** The mail as it came, under the name that it has in the media store. */
  readonly kept: MailFile;
  /** The account's. */
  readonly signer: Signer;
  readonly receivedAt: Date;
  /** The name under which our own mail server writes `Authentication-Results`; undefined: nobody checks who wrote a mail. */
  readonly authserv?: string;
}

export interface MailReading {
  /** Always exactly one. */
  readonly items: readonly InboundItem[];
  /** To be stored before the items are published; the first is the mail as it came. */
  readonly files: readonly MailFile[];
}

export const keptMail = (raw: Buffer, baseAddress: string, identity: MailIdentity): MailFile => ({
  mediaId: mediaIdOf(baseAddress, identity, 'raw'),
  bytes: raw,
  fileName: 'mail.eml',
  mimeType: 'message/rfc822',
});

/** Of the envelope's recipient. */
export const tagOf = ({ envelope }: Mail): string | undefined => ownAddressOf(envelope.to)?.tag;

/** A mail that belongs into no conversation, or cannot be read: kept, and told of with its reason. */
export const setAside = ({ identity, kept }: Mail, platformKind: string, reason: string, more: object = {}): MailReading => ({
  items: [
    unreadItem({
      dedupKey: dedupKeyOf(identity),
      conversationKey: NO_CHAT,
      platformKind,
      reason: storableText(reason),
      raw: { ...more, mail: { mediaId: kept.mediaId, size: kept.bytes.length } },
    }),
  ],
  files: [kept],
});

/** How far back a mail's own date may lie to be believed. */
const BELIEVED_WITHIN_MS = 7 * 24 * 3_600_000;

/** When it was written, ISO 8601, where that can be believed; else when it came. */
export const sentAt = ({ receivedAt }: Mail, head: MailHead): string => {
  const date = Date.parse(headerIn(head, 'date').replace(/\([^()]*\)/g, ''));
  const arrived = receivedAt.getTime();
  // What lies ahead is a wrong clock.
  const believed = date <= arrived && arrived - date < BELIEVED_WITHIN_MS;
  return new Date(believed ? date : arrived).toISOString();
};
