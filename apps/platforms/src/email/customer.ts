import { randomUUID } from 'node:crypto';
import type { ActionResult, ChatEntry, CustomerAction } from '../control-api.js';
import type { UploadedFile } from '../media.js';
import { ControlProblem } from '../platform.js';
import { fileOf } from '../samples.js';
import type { World } from '../world.js';
import { answering, compose, forwardingOf, newMessageId, type WrittenMail } from './compose.js';
import type { MailDelivery } from './delivery.js';
import { entriesOf } from './mailbox.js';
import { baseOf, type KeptMail, type MailAccount, type MailCustomer, PUBLIC_MAILBOX } from './state.js';

export interface Acting {
  readonly world: World;
  readonly account: MailAccount;
  readonly delivery: MailDelivery;
  readonly customer: MailCustomer;
}

type Content = Pick<WrittenMail, 'text' | 'html' | 'files' | 'automatic'>;

/** Long threads lose ids in the middle; the first one, which names the thread, stays (RFC 5537, 3.4.4). */
const trimmed = ([first, ...others]: readonly string[]): readonly string[] => (first === undefined ? [] : [first, ...others.slice(-19)]);

const FIRST_SUBJECT = 'お問い合わせ';

/** What one action of a customer makes the world's mail servers bring to the account. @throws ControlProblem for what no mail can do */
export const act = (acting: Acting, action: CustomerAction, file: UploadedFile | undefined): ActionResult => {
  if (action.group) throw new ControlProblem(400, 'not on this platform', 'Mails know no groups.');
  switch (action.type) {
    case 'text':
      return write(acting, { text: action.text, files: [] }, { replyTo: action.replyTo });
    case 'image':
    case 'video':
    case 'audio':
    case 'voice':
    case 'file':
      return write(acting, { text: action.caption ?? '', files: [fileOf(action.type, file, action.file)] }, {});
    case 'mail': {
      const files = (action.files ?? []).map((each) => fileOf('file', undefined, each));
      const { text, html, automatic, subject, replyTo } = action;
      return write(acting, { text, html, automatic, files: file ? [file, ...files] : files }, { subject, replyTo });
    }
    case 'raw':
      return sendRaw(acting, action.event);
    default:
      throw new ControlProblem(400, 'not on this platform', `A mail cannot be a ${action.type}.`);
  }
};

/** Goes on in the mailbox's last thread, unless another mail is answered, or a subject begins a new thread. */
const write = (acting: Acting, content: Content, { subject, replyTo }: { subject?: string; replyTo?: string }): ActionResult => {
  const { world, account, customer } = acting;
  const answered = replyTo ?? (subject === undefined ? lastMail(account, customer) : undefined);
  const mail = answered === undefined ? undefined : account.mails[answered];
  if (replyTo !== undefined && mail?.chat !== customer.id)
    throw new ControlProblem(404, 'no such message', `${customer.name} has no mail ${replyTo}.`);

  const written: WrittenMail = {
    ...content,
    messageId: newMessageId(customer.id),
    to: mail?.answerTo ?? PUBLIC_MAILBOX,
    subject: subject ?? (mail ? answering(mail.subject) : FIRST_SUBJECT),
    references: mail && answered !== undefined ? trimmed([...mail.references, answered]) : [],
    date: world.clock.now(),
  };
  keepMail(acting, written.messageId, {
    chat: customer.id,
    subject: written.subject,
    references: written.references,
    answerTo: written.to,
  });
  show(acting, written, replyTo);
  return { messageId: written.messageId, eventIds: [post(acting, compose(customer, written), written.to)] };
};

/** A mail as it stands: `raw` is its text, or `base64` its bytes; `from` and `to` are the envelope's. */
const sendRaw = (acting: Acting, event: Readonly<Record<string, unknown>>): ActionResult => {
  const { raw, base64, from, to } = event;
  if (typeof raw !== 'string' && typeof base64 !== 'string')
    throw new ControlProblem(400, 'bad mail', 'raw takes the text of a mail, or base64 its bytes.');
  const bytes = typeof raw === 'string' ? Buffer.from(raw) : Buffer.from(String(base64), 'base64');
  const recipient = typeof to === 'string' ? to : acting.account.baseAddress;
  return { messageId: null, eventIds: [post(acting, Promise.resolve(bytes), recipient, typeof from === 'string' ? from : undefined)] };
};

/** Straight to an address of the account; everything else through the public mailbox, which forwards. @returns the id of the delivery */
const post = ({ world, account, delivery, customer }: Acting, mail: Promise<Buffer>, to: string, from = customer.id): string => {
  const { baseAddress } = account;
  const id = randomUUID();
  const forwarding = baseOf(to) === baseAddress ? undefined : forwardingOf(baseAddress, world.clock.now());
  const event: Pick<ChatEntry, 'from' | 'senderName' | 'kind'> = { from: 'account', senderName: 'Mail Delivery System', kind: 'event' };
  delivery.faults.pass({
    id,
    envelope: { from: forwarding?.from ?? from, to: forwarding ? baseAddress : to },
    raw: forwarding ? mail.then((raw) => Buffer.concat([forwarding.lines, raw])) : mail,
    customer: customer.id,
    givenUp: (words) =>
      world.chats.add('email', baseAddress, customer.id, {
        ...event,
        id: randomUUID(),
        at: world.clock.now().toISOString(),
        text: `Undelivered: ${words}`,
      }),
  });
  return id;
};

const lastMail = ({ mails }: MailAccount, { id }: MailCustomer): string | undefined =>
  Object.keys(mails).findLast((messageId) => mails[messageId]?.chat === id);

export const keepMail = ({ world, account }: Pick<Acting, 'world' | 'account'>, messageId: string, mail: KeptMail): void => {
  account.mails[messageId] = mail;
  world.state.changed();
};

const show = (
  { world, account, customer }: Acting,
  { messageId, subject, text, html, files, date }: WrittenMail,
  replyTo: string | undefined,
): void => {
  const stored = files.map((file) => world.media.inChat(world.media.put(file)));
  const mail = { messageId, subject, text: text ?? (html ? html.replace(/<[^>]*>/g, ' ').trim() : ''), files: stored };
  for (const entry of entriesOf(mail)) {
    const sender = { from: 'customer', senderName: customer.name, at: date.toISOString(), fromAddress: customer.id } as const;
    world.chats.add('email', account.baseAddress, customer.id, { ...entry, ...sender, ...(replyTo === undefined ? {} : { replyTo }) });
  }
};
