import { randomUUID } from 'node:crypto';
import type { Answer } from '../calls.js';
import type { ChatEntry } from '../control-api.js';
import type { World } from '../world.js';
import { answers } from './answers.js';
import { asObject } from './application.js';
import type { VonageCall } from './calls.js';
import type { VonageDelivery } from './delivery.js';
import { statusEvent } from './event.js';
import { fateOf } from './fate.js';
import { asGsm, partsOf } from './gsm.js';
import { load } from './media.js';
import { type Message, wrongIn } from './messages.js';
import { pay, priceOf } from './price.js';
import { maySend } from './rate.js';
import { nextTimestamp, type VonageAccount } from './state.js';

/** A name instead of a number: customers cannot answer it. */
export const isName = (sender: string): boolean => /^(?=.*[A-Za-z])[0-9A-Za-z ]{1,11}$/.test(sender);

/** `POST /v1/messages`. */
export const sendMessage = (world: World, { account, body }: VonageCall, delivery: VonageDelivery): Answer => {
  if (!maySend(world, account)) return answers.tooFast();
  const wrong = wrongIn(body);
  if (wrong.length > 0) return answers.invalid(wrong);
  const { channel, to, from } = body as Readonly<Record<string, string>>;
  const isOurs = from === account.number.msisdn || (channel === 'sms' && isName(from!));
  if (!isOurs) return answers.badSender(from!);
  const text = textOf(body);
  const parts = channel === 'sms' ? partsOf(text ?? '').length : 1;
  if (!pay(account, parts)) return answers.noBalance();

  const uuid = randomUUID();
  const chat = channel === 'sms' ? to! : `${channel}:${to}`;
  const fate = fateOf(account.customers[chat]);
  const tell = (status: string, more: object = {}) =>
    delivery.emit([statusOf(world, account, { uuid, chat, message: body, status, more })]);
  tell('submitted', {
    usage: { currency: 'EUR', price: priceOf(parts) },
    ...(channel === 'sms' ? { sms: { count_total: String(parts) } } : {}),
  });
  if (fate.arrives) {
    show(world, account, { uuid, chat, message: body, text });
    if (channel === 'whatsapp') account.customers[chat]!.unread.push(uuid);
    tell('delivered');
  } else {
    const type = `https://developer.nexmo.com/api-errors/messages-olympus#${fate.error.title}`;
    tell(fate.status, { error: { type, ...fate.error, instance: randomUUID() } });
  }
  return { ...answers.accepted(uuid), messages: [{ chat, id: uuid, delivered: fate.arrives }] };
};

/** As it arrives. */
const textOf = ({ text, sms }: Message): string | undefined => {
  if (typeof text !== 'string') return undefined;
  return asObject(sms)['encoding_type'] === 'text' ? asGsm(text) : text;
};

export const statusOf = (
  world: World,
  account: VonageAccount,
  about: { readonly uuid: string; readonly chat: string; readonly message: Message; readonly status: string; readonly more?: object },
) => {
  const { to, from, channel, client_ref: ref } = about.message;
  return statusEvent(about.chat, {
    message_uuid: about.uuid,
    to,
    from,
    timestamp: new Date(nextTimestamp(account, world.clock.now())).toISOString(),
    status: about.status,
    channel,
    ...(ref === undefined ? {} : { client_ref: ref }),
    ...about.more,
  });
};

const show = (
  world: World,
  account: VonageAccount,
  {
    uuid,
    chat,
    message,
    text,
  }: { readonly uuid: string; readonly chat: string; readonly message: Message; readonly text: string | undefined },
): void => {
  const kind = message['message_type'] as 'text' | 'image' | 'audio' | 'video' | 'file';
  const file = asObject(message[kind]);
  const words = text ?? (typeof file['caption'] === 'string' ? file['caption'] : undefined);
  showText(world, account, { id: uuid, chat, kind, ...(words === undefined ? {} : { text: words }) });
  if (kind === 'text') return;
  void load(world, String(file['url']), String(file['name'] ?? kind)).then(
    (media) => world.stopped.aborted || world.chats.change('vonage', account.apiKey, chat, uuid, { media }),
  );
};

const LINK = /https:\/\/\S+/;

/** Into the chat; a customer who finds a link in an SMS taps it. */
export const showText = (
  world: World,
  account: VonageAccount,
  { chat, ...entry }: Pick<ChatEntry, 'id' | 'kind' | 'text'> & { readonly chat: string },
): void => {
  world.chats.add('vonage', account.apiKey, chat, {
    from: 'account',
    senderName: account.name,
    at: world.clock.now().toISOString(),
    ...entry,
  });
  const link = LINK.exec(entry.text ?? '')?.[0];
  if (entry.kind !== 'text' || link === undefined || !URL.canParse(link) || !world.internet.knows(new URL(link).hostname)) return;
  void load(world, link).then((media) => world.stopped.aborted || world.chats.change('vonage', account.apiKey, chat, entry.id, { media }));
};
