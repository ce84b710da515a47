import { randomInt } from 'node:crypto';
import type { ActionResult, CustomerAction } from '../control-api.js';
import type { UploadedFile } from '../media.js';
import { ControlProblem } from '../platform.js';
import { fileOf } from '../samples.js';
import type { World } from '../world.js';
import { media, photo, type Said, sticker } from './customer-media.js';
import type { TelegramDelivery } from './delivery.js';
import { takeKeyboard } from './keyboards.js';
import { botObject, chatObject, chatOf, userObject, type TelegramAccount, type TelegramMessage, type TelegramUser } from './state.js';

interface Acting {
  readonly world: World;
  readonly account: TelegramAccount;
  readonly delivery: TelegramDelivery;
  readonly user: TelegramUser;
}

/** What one action of a customer makes Telegram tell the bot. @throws ControlProblem for what cannot be done on Telegram. */
export const act = (acting: Acting, action: CustomerAction, file: UploadedFile | undefined): ActionResult => {
  const { account, user } = acting;
  const groupId = action.group?.id;
  if (groupId !== undefined && !/^-\d{5,15}$/.test(groupId))
    throw new ControlProblem(400, 'bad group', 'A group of Telegram has a negative number as its id, such as -1002000000001.');
  if (groupId !== undefined) chatOf(account, groupId).title ??= action.group?.name ?? 'Group';
  if (user.blocked && groupId === undefined && action.type !== 'follow' && action.type !== 'raw') {
    throw new ControlProblem(409, 'blocked', `${user.name} has blocked the bot. Send { "type": "follow" } first.`);
  }

  const emitter = new Emitter(acting, groupId ?? String(user.id));
  switch (action.type) {
    case 'text':
      return emitter.message({ text: action.text, ...entitiesOf(action.text) }, { kind: 'text', text: action.text }, action.replyTo);
    case 'image':
      return emitter.message(...photo(acting, fileOf('image', file, action.file), action.caption, action.imageSet?.id));
    case 'video':
      return emitter.message(
        ...media(acting, 'video', 'videos', fileOf('video', file, action.file), { width: 320, height: 240, duration: 2 }, action.caption),
      );
    case 'audio':
      return emitter.message(...media(acting, 'audio', 'music', fileOf('audio', file, action.file), { duration: 1 }, action.caption));
    case 'voice':
      return emitter.message(...media(acting, 'voice', 'voice', fileOf('voice', file, action.file), { duration: 1 }, action.caption));
    case 'file':
      return emitter.message(...media(acting, 'document', 'documents', fileOf('file', file, action.file), {}, action.caption));
    case 'sticker':
      return emitter.message(...sticker(acting, fileOf('sticker', file), action.emoji ?? '👍'));
    case 'location':
      return emitter.location(action);
    case 'contact': {
      const contact = { phone_number: action.phone, first_name: action.name };
      return emitter.message({ contact }, { kind: 'contact', text: `${action.name}\n${action.phone}` });
    }
    case 'postback':
      return emitter.callback(action.data, action.messageId);
    case 'choose':
      return emitter.choose(action.messageId, action.choice);
    case 'referral':
      return emitter.start(action.reference);
    case 'unknown':
      return emitter.message(
        { [action.kind ?? 'hologram']: { note: 'not known when this was written' } },
        { kind: 'unknown', text: action.kind ?? 'hologram' },
      );
    case 'edit':
      return emitter.edit(action.messageId, action.text);
    case 'reaction':
      return emitter.react(action.messageId, action.emoji);
    case 'follow':
      return emitter.start();
    case 'block':
      return emitter.membership('member', 'kicked');
    case 'raw':
      return emitter.raw(action.event);
    default:
      throw new ControlProblem(400, 'not on this platform', `Telegram tells bots nothing about this: ${action.type}.`);
  }
};

const entitiesOf = (text: string) => {
  const command = /^\/[a-z0-9_]+/i.exec(text)?.[0];
  return command ? { entities: [{ type: 'bot_command', offset: 0, length: command.length }] } : {};
};

/** Builds updates of one customer in one chat. */
class Emitter {
  constructor(
    private readonly acting: Acting,
    private readonly chat: string,
  ) {}

  message(content: Said[0], entry: Said[1], replyTo?: string): ActionResult {
    const { account, delivery, user, world } = this.acting;
    const chat = chatOf(account, this.chat);
    const answered = replyTo === undefined ? undefined : chat.messages[replyTo];
    if (replyTo !== undefined && !answered)
      throw new ControlProblem(404, 'no such message', `There is no message ${replyTo} in this chat.`);
    if (this.chat === String(user.id)) user.started = true;
    chat.lastMessageId += 1;
    const { reply_to_message: _deeper, ...replied }: Readonly<Record<string, unknown>> = answered ?? {};
    const message: TelegramMessage = {
      message_id: chat.lastMessageId,
      from: userObject(user),
      chat: chatObject(account, this.chat),
      date: this.seconds(),
      ...(answered ? { reply_to_message: replied } : {}),
      ...content,
    };
    const id = String(message.message_id);
    chat.messages[id] = message;
    world.chats.add('telegram', String(account.botId), this.chat, {
      id,
      from: 'customer',
      senderName: user.name,
      at: world.clock.now().toISOString(),
      ...(replyTo ? { replyTo } : {}),
      ...entry,
    });
    return { messageId: id, eventIds: told(delivery.emit('message', message, this.chat)) };
  }

  location({ latitude, longitude, title, address }: Extract<CustomerAction, { readonly type: 'location' }>): ActionResult {
    const location = { latitude, longitude };
    const venue = title === undefined ? {} : { venue: { location, title, address: address ?? '' } };
    return this.message(
      { ...venue, location },
      { kind: 'location', text: title === undefined ? '' : `${title}\n${address ?? ''}`, location },
    );
  }

  callback(data: string, messageId: string | undefined): ActionResult {
    const { account, delivery, user } = this.acting;
    const pressed = messageId === undefined ? undefined : chatOf(account, this.chat).messages[messageId];
    if (messageId !== undefined && !pressed)
      throw new ControlProblem(404, 'no such message', `There is no message ${messageId} in this chat.`);
    const id = `${randomInt(2 ** 47)}${randomInt(2 ** 20)}`;
    const message = pressed ?? { message_id: 1, chat: chatObject(account, this.chat), date: 0 };
    account.callbacks[id] = this.acting.world.clock.now().getTime();
    const updateId = delivery.emit(
      'callback_query',
      { id, from: userObject(user), message, chat_instance: `-${randomInt(2 ** 47)}`, data },
      String(user.id),
    );
    this.note(data);
    return { messageId: null, eventIds: told(updateId) };
  }

  /** Presses a button of a message, or taps a key of the keyboard that it brought. Of an opened page Telegram tells nothing. */
  choose(messageId: string, choice: string): ActionResult {
    const { account, world } = this.acting;
    const buttons = world.chats.find('telegram', String(account.botId), this.chat, messageId)?.buttons ?? [];
    const button = buttons.find(({ data, text, url }) => (data ?? text ?? url) === choice);
    if (!button) throw new ControlProblem(404, 'no such choice', `Message ${messageId} offers no ${choice} (any more).`);
    const { data, text } = button;
    if (data !== undefined) return this.callback(data, messageId);
    if (text === undefined) return { messageId: null, eventIds: [] };
    if (chatOf(account, this.chat).keyboard?.forOneTap) takeKeyboard(world, account, this.chat);
    return this.message({ text, ...entitiesOf(text) }, { kind: 'text', text });
  }

  edit(messageId: string, text: string): ActionResult {
    const { account, delivery, world } = this.acting;
    const { messages } = chatOf(account, this.chat);
    const message = messages[messageId];
    if (!message || !this.isOwn(message))
      throw new ControlProblem(404, 'no such message', `${this.acting.user.name} has sent no message ${messageId} in this chat.`);
    if (message['text'] === undefined) throw new ControlProblem(400, 'not editable', 'Only a text can be edited here.');
    const { date, text: _old, entities: _entities, ...rest } = message;
    const edited = { ...rest, date, edit_date: this.seconds(), text, ...entitiesOf(text) } as TelegramMessage;
    messages[messageId] = edited;
    world.chats.change('telegram', String(account.botId), this.chat, messageId, { text, edited: true });
    return { messageId, eventIds: told(delivery.emit('edited_message', edited, this.chat)) };
  }

  react(messageId: string, emoji: string | null): ActionResult {
    const { account, delivery, user, world } = this.acting;
    const entry = world.chats.find('telegram', String(account.botId), this.chat, messageId);
    if (!entry) throw new ControlProblem(404, 'no such message', `There is no message ${messageId} in this chat.`);
    const asReactions = (emojis: readonly string[]) => emojis.map((each) => ({ type: 'emoji', emoji: each }));
    const reactions = emoji === null ? [] : [emoji];
    const payload = {
      chat: chatObject(account, this.chat),
      message_id: Number(messageId),
      user: userObject(user),
      date: this.seconds(),
      old_reaction: asReactions(entry.reactions ?? []),
      new_reaction: asReactions(reactions),
    };
    world.chats.change('telegram', String(account.botId), this.chat, messageId, { reactions });
    return { messageId, eventIds: told(delivery.emit('message_reaction', payload, this.chat)) };
  }

  /** Unblocks when blocked; else presses Start. `payload`: of the link `https://t.me/<bot>?start=<payload>` that led here. */
  start(payload?: string): ActionResult {
    if (payload !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(payload))
      throw new ControlProblem(400, 'bad reference', 'A link to a bot bears up to 64 letters, digits, _ and -.');
    if (this.acting.user.blocked) return this.membership('kicked', 'member');
    const text = payload === undefined ? '/start' : `/start ${payload}`;
    return this.message({ text, ...entitiesOf(text) }, { kind: 'text', text });
  }

  membership(before: 'member' | 'kicked', after: 'member' | 'kicked'): ActionResult {
    const { account, delivery, user } = this.acting;
    user.blocked = after === 'kicked';
    const status = (value: string) => ({ user: botObject(account), status: value, ...(value === 'kicked' ? { until_date: 0 } : {}) });
    const payload = {
      chat: chatObject(account, this.chat),
      from: userObject(user),
      date: this.seconds(),
      old_chat_member: status(before),
      new_chat_member: status(after),
    };
    this.note(after === 'kicked' ? 'blocked' : 'unblocked');
    return { messageId: null, eventIds: told(delivery.emit('my_chat_member', payload, this.chat)) };
  }

  raw(event: Readonly<Record<string, unknown>>): ActionResult {
    const [kind, ...others] = Object.keys(event).filter((key) => key !== 'update_id');
    if (kind === undefined || others.length > 0)
      throw new ControlProblem(400, 'bad event', 'An update has exactly one key beside update_id, such as message.');
    return { messageId: null, eventIds: told(this.acting.delivery.emitAnyway(kind, event[kind], this.chat)) };
  }

  private note(text: string): void {
    const { account, user, world } = this.acting;
    world.chats.add('telegram', String(account.botId), this.chat, {
      id: `event-${randomInt(2 ** 47)}`,
      from: 'customer',
      senderName: user.name,
      at: world.clock.now().toISOString(),
      kind: 'event',
      text,
    });
  }

  private isOwn(message: TelegramMessage): boolean {
    return (message['from'] as { readonly id: number }).id === this.acting.user.id;
  }

  private seconds(): number {
    return Math.floor(this.acting.world.clock.now().getTime() / 1_000);
  }
}

const told = (updateId: number | undefined): readonly string[] => (updateId === undefined ? [] : [String(updateId)]);
