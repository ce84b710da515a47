import { type ParsedMail, simpleParser } from 'mailparser';
import type { Answer } from '../calls.js';
import type { World } from '../world.js';
import { answers, type SmtpAnswer } from './answers.js';
import { reportOf } from './bounce.js';
import { answering, compose, newMessageId } from './compose.js';
import { keepMail } from './customer.js';
import type { MailDelivery } from './delivery.js';
import { entriesOf } from './mailbox.js';
import { baseOf, type MailAccount } from './state.js';

/** A mail that somebody submits. */
export interface SubmittedMail {
  readonly envelope: { readonly from: string; readonly to: string };
  readonly raw: Buffer;
}

const GREY_MS = 60_000;

/** Mail servers of the world, with their moods: who is asked is told by the recipient's local part. */
export class ReceivingServers {
  private readonly grey = new Map<string, number>();

  constructor(private readonly world: World) {}

  /** What is said to `RCPT TO`. */
  recipientRefusal(from: string, to: string): SmtpAnswer | undefined {
    if (to.startsWith('reject')) return answers.unknownUser(to);
    if (to.startsWith('full')) return answers.full(to);
    if (!to.startsWith('greylisted')) return undefined;
    const pair = `${baseOf(from)} ${to}`;
    const now = this.world.clock.now().getTime();
    const since = this.grey.get(pair) ?? now;
    this.grey.set(pair, since);
    return now - since < GREY_MS ? answers.greylisted(to) : undefined;
  }

  /** Takes a mail: it stands in the customer's mailbox, or comes back. */
  async take(account: MailAccount, delivery: MailDelivery, mail: SubmittedMail): Promise<Answer> {
    const parsed = await simpleParser(mail.raw, { skipTextToHtml: true, skipImageLinks: true });
    const refusal = headerRefusal(account, parsed, mail.raw);
    if (refusal) return asAnswer(refusal);
    const to = mail.envelope.to.toLowerCase();
    const customer = account.customers[to];
    const isBounced = !customer || to.startsWith('bounce');
    const ids = isBounced ? [] : this.show(account, to, parsed);
    if (isBounced) this.report(delivery, mail, { action: 'failed', status: '5.1.1', diagnostic: `550 5.1.1 <${to}>: user unknown` });
    if (to.startsWith('delayed'))
      this.report(delivery, mail, { action: 'delayed', status: '4.4.1', diagnostic: '451 4.4.1 connection timed out' });
    if (customer && to.startsWith('absent')) void this.answerByItself(delivery, mail, customer.name, parsed);
    const messages = isBounced
      ? [{ chat: to, id: parsed.messageId ?? '', delivered: false }]
      : ids.map((id) => ({ chat: to, id, delivered: true }));
    return { ...asAnswer(answers.taken()), messages };
  }

  private show(account: MailAccount, chat: string, parsed: ParsedMail): readonly string[] {
    const { world } = this;
    const files = parsed.attachments.map(({ filename = 'file', contentType, content }) =>
      world.media.inChat(world.media.put({ name: filename, mimeType: contentType, bytes: content })),
    );
    const messageId = parsed.messageId!;
    const subject = parsed.subject ?? '';
    const [from] = parsed.from?.value ?? [];
    const references = [parsed.references ?? []].flat();
    const answered = parsed.inReplyTo && account.mails[parsed.inReplyTo]?.chat === chat ? { replyTo: parsed.inReplyTo } : {};
    keepMail({ world, account }, messageId, {
      chat,
      subject,
      references,
      answerTo: parsed.replyTo?.value[0]?.address ?? from?.address ?? '',
    });
    const entries = entriesOf({ messageId, subject, text: (parsed.text ?? '').replace(/\n$/, ''), files });
    for (const entry of entries) {
      const sender = {
        from: 'account',
        senderName: from?.name || account.name,
        fromAddress: from?.address,
        at: world.clock.now().toISOString(),
      } as const;
      world.chats.add('email', account.baseAddress, chat, { ...entry, ...sender, ...answered });
    }
    return entries.map(({ id }) => id);
  }

  private report(delivery: MailDelivery, { envelope, raw }: SubmittedMail, report: Parameters<typeof reportOf>[0]): void {
    const bounced = reportOf(report, { returnPath: envelope.from, recipient: envelope.to, raw }, this.world.clock.now());
    this.fromNobody(delivery, envelope.from, envelope.to, Promise.resolve(bounced));
  }

  /** Programs of absent people answer to the envelope's sender (RFC 3834). */
  private answerByItself(
    delivery: MailDelivery,
    { envelope }: SubmittedMail,
    name: string,
    { subject = '', messageId = '' }: ParsedMail,
  ): void {
    const written = {
      messageId: newMessageId(envelope.to),
      to: envelope.from,
      subject: `自動返信: ${answering(subject)}`,
      text: '11月25日まで不在です。',
      files: [],
      automatic: true,
      references: [messageId],
      date: this.world.clock.now(),
    };
    this.fromNobody(delivery, envelope.from, envelope.to, compose({ id: envelope.to, name }, written));
  }

  private fromNobody(delivery: MailDelivery, to: string, customer: string, raw: Promise<Buffer>): void {
    delivery.faults.pass({ id: newMessageId('x@mx.customer.example'), envelope: { from: '', to }, raw, customer });
  }
}

export const asAnswer = ({ status, words }: SmtpAnswer): Answer => ({ status, body: words });

/** What careful servers look at before they take a mail from a customer of theirs. */
const headerRefusal = (account: MailAccount, parsed: ParsedMail, raw: Buffer): SmtpAnswer | undefined => {
  const [from, ...others] = parsed.from?.value ?? [];
  if (!from?.address || others.length > 0) return answers.badHeader('From');
  if (baseOf(from.address) !== account.baseAddress) return answers.notYours(from.address);
  if (!/^<[^<>\s]+@[^<>\s]+>$/.test(parsed.messageId ?? '')) return answers.badHeader('Message-ID');
  if (!parsed.headers.has('date')) return answers.badHeader('Date');
  if (!parsed.headers.has('to')) return answers.badHeader('To');
  return raw
    .toString('latin1')
    .split('\r\n')
    .some((line) => line.length > 998)
    ? answers.lineTooLong()
    : undefined;
};
