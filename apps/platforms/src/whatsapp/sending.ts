import type { Answer } from '../calls.js';
import { TokenBuckets } from '../token-bucket.js';
import { answers, refuse } from './answers.js';
import type { Meta, NumberCall } from './calls.js';
import { newWamid } from './ids.js';
import { checkMediaId, loadForCustomer } from './media.js';
import { readContext, readMessage } from './message.js';
import type { ReadMessage } from './read-message.js';
import { isObject, only, optionalTextAt } from './shape.js';
import { countryCodeOf, type WhatsAppAccount, type WhatsAppMessage, type WhatsAppUser } from './state.js';
import { FAILURES, tellStatus } from './statuses.js';

const SECOND_MS = 1_000;
const WINDOW_MS = 24 * 3_600_000;
const TYPING_SECONDS = 25;
const MOST_CALLBACK_DATA = 512;

/** Of one number, and to one customer: bursts of 45, then one in six seconds. */
const NUMBER_RATE = { calls: 80, perMs: SECOND_MS };
const PAIR_RATE = { calls: 45, perMs: 45 * 6 * SECOND_MS };

const MEMBERS = [
  'messaging_product',
  'recipient_type',
  'to',
  'recipient',
  'type',
  'context',
  'biz_opaque_callback_data',
  'text',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'interactive',
  'template',
  'reaction',
];

/** `POST /{number}/messages` of all numbers. */
export class Sending {
  private readonly numbers = new TokenBuckets();
  private readonly pairs = new TokenBuckets();

  /**
   * A message is accepted as soon as it could be one, and what becomes of it is told by statuses, which may be faster than this answer.
   *
   * @throws Refusal
   */
  async send(call: NumberCall): Promise<Answer> {
    const { account, args, state, world } = call;
    const business = state.businesses[account.businessAccountId]!;
    only(args, MEMBERS, 'message');
    if (args['messaging_product'] !== 'whatsapp') refuse(answers.missing('messaging_product'));
    if (args['recipient_type'] !== undefined && args['recipient_type'] !== 'individual')
      refuse(answers.wrongValue('Only individual recipients are known here.'));
    const callbackData = optionalTextAt(args, 'biz_opaque_callback_data', MOST_CALLBACK_DATA, 'message');
    const recipient = recipientOf(account, args);
    const message = readMessage(args, business);
    const quoted = readContext(args);
    if (message.media?.id !== undefined) checkMediaId(call, message.media.id);
    if (message.reaction && account.messages[message.reaction.messageId]?.chat !== recipient.user?.id)
      refuse(answers.wrongValue('The message to react to is not known in this chat.'));

    if (account.status !== 'CONNECTED') refuse(answers.notRegistered());
    if (recipient.number === account.number) refuse(answers.toSelf());
    const now = world.clock.now();
    if (!this.numbers.take(account.phoneNumberId, NUMBER_RATE, now)) refuse(answers.tooManyFromNumber());
    if (!this.pairs.take(`${account.phoneNumberId} ${recipient.id}`, PAIR_RATE, now)) refuse(answers.tooManyToCustomer());

    const id = newWamid();
    const toUserId = recipient.number === undefined;
    const { user } = recipient;
    const delivered = user
      ? await deliver(call, user, { id, message, quoted, callbackData, toUserId })
      : (tellStatus(call, account, { id, recipient, status: 'failed', error: FAILURES.undeliverable, callbackData, toUserId }), false);
    world.state.changed();
    const contact = toUserId
      ? { input: recipient.id, user_id: user?.userId ?? recipient.id }
      : { input: String(args['to']), wa_id: user?.number ?? recipient.id };
    return {
      ...answers.ok({
        messaging_product: 'whatsapp',
        contacts: [contact],
        messages: [{ id, ...(message.type === 'template' ? { message_status: 'accepted' } : {}) }],
      }),
      messages: user && !message.reaction ? [{ chat: user.id, id, delivered }] : [],
    };
  }

  /** Read, with or without "typing", which takes the message and all before it as read. @throws Refusal */
  mark({ account, args, world }: NumberCall): Answer {
    if (args['messaging_product'] !== 'whatsapp') refuse(answers.missing('messaging_product'));
    if (args['status'] !== 'read') refuse(answers.badParameter(`Param status must be one of {"READ"} - got "${String(args['status'])}".`));
    const id = String(args['message_id'] ?? '');
    const marked = account.messages[id];
    if (marked?.from !== 'customer') return refuse(answers.wrongValue('The message_id is not that of a message from a customer.'));
    const typing = args['typing_indicator'];
    if (typing !== undefined && (!isObject(typing) || typing['type'] !== 'text'))
      refuse(answers.badParameter("Param typing_indicator['type'] must be text."));
    for (const [other, { chat, from, sentAt }] of Object.entries(account.messages)) {
      if (chat !== marked.chat || from !== 'customer' || sentAt > marked.sentAt) continue;
      if (!world.chats.find('whatsapp', account.phoneNumberId, chat, other)?.seen)
        world.chats.change('whatsapp', account.phoneNumberId, chat, other, { seen: true });
    }
    if (typing !== undefined) {
      world.live.publish({
        type: 'typing',
        platform: 'whatsapp',
        account: account.phoneNumberId,
        chat: marked.chat,
        seconds: TYPING_SECONDS,
      });
    }
    return answers.success();
  }
}

interface Recipient {
  /** Digits, or the business-scoped id. */
  readonly id: string;
  readonly number?: string;
  /** Absent: nobody has WhatsApp under it. */
  readonly user?: WhatsAppUser;
}

/** `to` goes before `recipient`; without "+" the country of the business is put before it. @throws Refusal */
const recipientOf = (account: WhatsAppAccount, args: NumberCall['args']): Recipient => {
  const { to, recipient } = args;
  const users = Object.values(account.users).filter(({ reachable }) => reachable);
  if (to === undefined) {
    if (recipient === undefined) refuse(answers.missingInMessage('Parameter to or recipient is missing.'));
    if (typeof recipient !== 'string' || !/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(recipient))
      return refuse(answers.wrongValue('The recipient is no user id.'));
    return { id: recipient, user: users.find(({ userId }) => userId === recipient) };
  }
  const written = typeof to === 'string' || typeof to === 'number' ? String(to).replace(/[\s()-]/g, '') : '';
  if (!/^\+?\d{5,20}$/.test(written)) return refuse(answers.badParameter('Invalid parameter: to is no phone number.'));
  const number = written.startsWith('+') ? written.slice(1) : `${countryCodeOf(account.number)}${written}`;
  return { id: number, number, user: users.find((user) => user.number === number) };
};

interface Outgoing {
  readonly id: string;
  readonly message: ReadMessage;
  readonly quoted?: string;
  readonly callbackData?: string;
  readonly toUserId: boolean;
}

/** @returns whether the customer sees it */
const deliver = async (call: NumberCall, user: WhatsAppUser, outgoing: Outgoing): Promise<boolean> => {
  const { account, world } = call;
  const { id, message, quoted, callbackData, toUserId } = outgoing;
  const tell = (status: 'sent' | 'delivered') => tellStatus(call, account, { id, recipient: user, status, callbackData, toUserId });
  const fail = (error: Parameters<typeof tellStatus>[2]['error']) =>
    tellStatus(call, account, { id, recipient: user, status: 'failed', error, callbackData, toUserId });
  const now = world.clock.now().getTime();
  if (message.type !== 'template' && now - (user.wroteAt ?? 0) >= WINDOW_MS) return (fail(FAILURES.windowClosed), false);
  if (message.reaction) {
    react(call, user, message.reaction);
    tell('sent');
    return true;
  }
  const media = message.media && (await loadForCustomer(call, message.media));
  if (media && 'why' in media) return (fail({ ...FAILURES.media, details: media.why }), false);

  const kept: WhatsAppMessage = {
    chat: user.id,
    from: 'account',
    type: message.type,
    sentAt: now,
    choices: message.choices,
    callbackData,
    toUserId,
  };
  account.messages[id] = kept;
  tell('sent');
  kept.status = 'sent';
  // Somebody who has blocked the business never gets it, and the business is not told.
  if (user.blocked) return false;
  world.chats.add('whatsapp', account.phoneNumberId, user.id, {
    id,
    from: 'account',
    senderName: account.name,
    at: world.clock.now().toISOString(),
    ...(quoted !== undefined && account.messages[quoted]?.chat === user.id ? { replyTo: quoted } : {}),
    ...message.entry!,
    ...(media ? { media } : {}),
  });
  tell('delivered');
  kept.status = 'delivered';
  return true;
};

const react = (
  { account, world }: Pick<NumberCall, 'account'> & Meta,
  user: WhatsAppUser,
  { messageId, emoji }: NonNullable<ReadMessage['reaction']>,
): void => {
  world.chats.change('whatsapp', account.phoneNumberId, user.id, messageId, { reactions: emoji === '' ? [] : [emoji] });
};
