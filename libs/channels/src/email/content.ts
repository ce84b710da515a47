import type { InboundItem } from '@madoguchi/contracts';
import type { MailAddress, MessageContent } from '@madoguchi/conversation';
import { isMailAddress } from './address.js';
import { isVerified } from './authentication.js';
import type { Automatic } from './automatic.js';
import type { MailBody } from './body.js';
import { headerIn, type MailHead, messageIdsIn } from './head.js';
import { keepable } from '../not-understood.js';
import { dedupKeyOf, providerMessageIdOf } from './identity.js';
import { type Mail, type MailReading, sentAt, setAside, tagOf } from './mail.js';
import type { MailPeople } from './sender.js';
import { fitting } from './text.js';
import { threadOf } from './thread.js';
import { conversationKeyOf } from './token.js';

/** What was understood of a mail that somebody wrote to us. */
export interface WrittenMail {
  readonly head: MailHead;
  readonly people: MailPeople;
  readonly subject: string;
  readonly body: MailBody;
  readonly automatic: Automatic;
}

/** The message of a mail, in its thread. Without an author, or as a machine's answer to nothing of ours, it is set aside. */
export const messageIn = (mail: Mail, written: WrittenMail): MailReading => {
  const { head, people, body, automatic } = written;
  const author = people.from ?? senderByEnvelope(mail);
  if (!author) return setAside(mail, 'mail', 'No header says who wrote it.');

  const writer = author.address.toLowerCase();
  const named = [...people.to, ...people.cc, ...(people.answerTo ? [people.answerTo] : [])].map(({ address }) => address.toLowerCase());
  const [ownId = mail.identity.fingerprint] = messageIdsIn(headerIn(head, 'message-id'));
  const thread = threadOf({ tag: tagOf(mail), head, author: writer, named, ownId }, mail.signer);
  if (automatic === 'reply' && !thread.isOurs) {
    return setAside(mail, 'auto-reply', "It is a machine's answer to nothing of ours; no conversation is opened for it.");
  }
  const isCustomer = writer === thread.customer;
  const item: InboundItem = {
    kind: 'message',
    dedupKey: dedupKeyOf(mail.identity),
    conversationKey: conversationKeyOf(thread),
    customer: { key: thread.customer, ...(isCustomer && author.name && { displayName: author.name }) },
    providerMessageId: providerMessageIdOf(mail.identity),
    content: contentOf(mail, written, author),
    sentAt: sentAt(mail, head),
    // By arrival: clocks of mail programs are wrong by hours, and nobody else tells an order.
    orderKey: mail.receivedAt.toISOString(),
    ...(!isCustomer && { sender: { id: writer, ...(author.name && { name: author.name }) } }),
    ...(thread.answers && { replyTo: { providerMessageId: thread.answers } }),
  };
  return { items: [keepable(item)], files: [mail.kept, ...body.files] };
};

const senderByEnvelope = ({ envelope }: Mail): MailAddress | undefined =>
  isMailAddress(envelope.from) ? { address: envelope.from } : undefined;

const contentOf = (
  { kept, authserv }: Mail,
  { head, people, subject, body, automatic }: WrittenMail,
  from: MailAddress,
): MessageContent => {
  const { mediaId, fileName, mimeType, bytes } = kept;
  return {
    type: 'email',
    ...(subject && { subject }),
    text: fitting(body.text),
    ...(body.quoted && { quoted: fitting(body.quoted) }),
    ...(body.html && { html: body.html }),
    attachments: body.attachments,
    raw: { mediaId, source: { kind: 'stored' }, fileName, mimeType, size: bytes.length },
    from,
    ...(people.answerTo && { answerTo: people.answerTo }),
    ...(people.to.length > 0 && { to: people.to }),
    ...(people.cc.length > 0 && { cc: people.cc }),
    ...(automatic !== 'no' && { automatic: true as const }),
    ...(!isVerified(head, from.address, authserv) && { unverifiedSender: true as const }),
  };
};
