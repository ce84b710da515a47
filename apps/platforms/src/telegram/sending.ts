import type { Answer } from '../calls.js';
import type { ChatEntry } from '../control-api.js';
import type { World } from '../world.js';
import { answers, Refusal, refuse } from './answers.js';
import type { Method, TelegramCall } from './calls.js';
import { format } from './entities.js';
import { type Keyboard, layKeyboard, readKeyboard } from './keyboards.js';
import { MEDIA_KINDS, readMedia, type MediaKind } from './media.js';
import { botObject, chatObject, chatOf, type TelegramAccount, type TelegramMessage } from './state.js';

const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;

/** @returns the chat that may be written to. @throws Refusal */
export const reachableChat = (account: TelegramAccount, chatId: string | undefined): string => {
  if (chatId === undefined || chatId === '') return refuse('chat_id is empty');
  const user = account.users[chatId];
  if (user ? !user.started : !(chatId.startsWith('-') && account.chats[chatId])) return refuse('chat not found');
  if (user?.blocked) throw new Refusal(answers.blocked());
  return chatId;
};

export const sendMessage =
  (world: World): Method =>
  (call) => {
    const { text, entities } = readText(call.args);
    const keyboard = readKeyboard(call.args['reply_markup']);
    return deliver(world, call, { text, ...(entities.length > 0 ? { entities } : {}) }, { kind: 'text', text }, keyboard);
  };

export const sendMedia =
  (world: World, kind: MediaKind): Method =>
  async (call) => {
    const caption = call.args['caption'] && kind !== 'sticker' ? format(call.args['caption'], call.args['parse_mode']).text : undefined;
    if (caption !== undefined && caption.length > MAX_CAPTION) return refuse('message caption is too long');
    const keyboard = readKeyboard(call.args['reply_markup']);
    reachableChat(call.account, call.args['chat_id']);
    const media = await readMedia(world, call, kind);
    // An animation is a document to whoever does not know animations.
    const twice = kind === 'animation' ? { document: media.inMessage } : {};
    const content = { [kind]: media.inMessage, ...twice, ...(caption === undefined ? {} : { caption }) };
    const entry = {
      kind: MEDIA_KINDS[kind].shown,
      media: world.media.inChat(media.stored),
      ...(caption === undefined ? {} : { text: caption }),
    };
    return deliver(world, call, content, entry, keyboard);
  };

export const sendLocation =
  (world: World): Method =>
  (call) => {
    const location = readLocation(call.args);
    return deliver(world, call, { location }, { kind: 'location', location }, readKeyboard(call.args['reply_markup']));
  };

export const sendVenue =
  (world: World): Method =>
  (call) => {
    const location = readLocation(call.args);
    const { title = '', address = '' } = call.args;
    if (title === '' || address === '') return refuse('venue title or address is empty');
    const venue = { location, title, address };
    const entry = { kind: 'location', text: `${title}\n${address}`, location } as const;
    return deliver(world, call, { venue, location }, entry, readKeyboard(call.args['reply_markup']));
  };

const readLocation = (args: TelegramCall['args']) => {
  const coordinate = (name: 'latitude' | 'longitude', most: number): number => {
    const value = args[name] ? Number(args[name]) : refuse(`${name} is empty`);
    return Math.abs(value) <= most ? value : refuse('wrong location specified');
  };
  return { latitude: coordinate('latitude', 90), longitude: coordinate('longitude', 180) };
};

export const sendContact =
  (world: World): Method =>
  (call) => {
    const { phone_number: phone = '', first_name: name = '' } = call.args;
    if (phone === '' || name === '') return refuse('phone number or first name is empty');
    const contact = { phone_number: phone, first_name: name };
    return deliver(world, call, { contact }, { kind: 'contact', text: `${name}\n${phone}` }, readKeyboard(call.args['reply_markup']));
  };

export const editMessageText =
  (world: World): Method =>
  ({ account, args }) => {
    const { text, entities } = readText(args);
    const keyboard = readKeyboard(args['reply_markup']);
    const chat = reachableChat(account, args['chat_id']);
    const { messages } = chatOf(account, chat);
    const message = messages[args['message_id'] ?? ''];
    if (!message) return refuse('message to edit not found');
    if (!isOwn(account, message)) return refuse("message can't be edited");
    const { entities: _entities, reply_markup: _markup, ...rest } = message;
    const edited = { ...rest, text, ...(entities.length > 0 ? { entities } : {}), ...keyboard.inMessage } as TelegramMessage;
    if (message['text'] === text && JSON.stringify(message['reply_markup']) === JSON.stringify(edited['reply_markup'])) {
      return refuse(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      );
    }
    messages[String(message.message_id)] = { ...edited, edit_date: seconds(world) } as TelegramMessage;
    world.chats.change('telegram', String(account.botId), chat, String(message.message_id), {
      text,
      edited: true,
      buttons: keyboard.buttons,
    });
    return answers.ok(messages[String(message.message_id)]);
  };

export const deleteMessage =
  (world: World): Method =>
  ({ account, args }) => {
    const chat = reachableChat(account, args['chat_id']);
    const { messages } = chatOf(account, chat);
    const message = messages[args['message_id'] ?? ''];
    if (!message) return refuse('message to delete not found');
    delete messages[String(message.message_id)];
    world.chats.change('telegram', String(account.botId), chat, String(message.message_id), {
      deleted: true,
      text: undefined,
      media: undefined,
      buttons: undefined,
    });
    return answers.ok(true);
  };

/** Texts are trimmed, then counted in UTF-16 units after the markup is taken out. */
const readText = (args: TelegramCall['args']) => {
  const formatted = format((args['text'] ?? '').trim(), args['parse_mode']);
  if (formatted.text.trim() === '') return refuse('message text is empty');
  return formatted.text.length > MAX_TEXT ? refuse('message is too long') : formatted;
};

const isOwn = (account: TelegramAccount, message: TelegramMessage): boolean =>
  (message['from'] as { readonly id: number }).id === account.botId;

const seconds = (world: World): number => Math.floor(world.clock.now().getTime() / 1_000);

const deliver = (
  world: World,
  { account, args }: TelegramCall,
  content: Readonly<Record<string, unknown>>,
  entry: Pick<ChatEntry, 'kind'> & Partial<ChatEntry>,
  keyboard: Keyboard,
): Answer => {
  const chat = reachableChat(account, args['chat_id']);
  const place = chatOf(account, chat);
  const answered = answeredMessage(place.messages, args['reply_parameters']);
  place.lastMessageId += 1;
  const { reply_to_message: _deeper, ...replied }: Readonly<Record<string, unknown>> = answered ?? {};
  const message: TelegramMessage = {
    message_id: place.lastMessageId,
    from: botObject(account),
    chat: chatObject(account, chat),
    date: seconds(world),
    ...(answered ? { reply_to_message: replied } : {}),
    ...content,
    ...keyboard.inMessage,
  };
  const id = String(message.message_id);
  place.messages[id] = message;
  world.chats.add('telegram', String(account.botId), chat, {
    id,
    from: 'account',
    senderName: account.name,
    at: world.clock.now().toISOString(),
    ...(answered ? { replyTo: String(answered.message_id) } : {}),
    ...entry,
    ...(keyboard.buttons.length > 0 ? { buttons: keyboard.buttons } : {}),
  });
  layKeyboard(world, account, chat, id, keyboard);
  return { ...answers.ok(message), messages: [{ chat, id, delivered: true }] };
};

const answeredMessage = (
  messages: Readonly<Record<string, TelegramMessage>>,
  parameters: string | undefined,
): TelegramMessage | undefined => {
  if (parameters === undefined || parameters === '') return undefined;
  let wanted: { readonly message_id?: unknown; readonly allow_sending_without_reply?: unknown };
  try {
    wanted = JSON.parse(parameters) as typeof wanted;
  } catch {
    return refuse("can't parse reply parameters JSON object");
  }
  const found = messages[String(wanted.message_id)];
  return found ?? (wanted.allow_sending_without_reply ? undefined : refuse('message to be replied not found'));
};
