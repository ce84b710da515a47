import { extname } from 'node:path';
import type { ActionResult, ChatEntry, CustomerAction } from '../control-api.js';
import type { UploadedFile } from '../media.js';
import { ControlProblem } from '../platform.js';
import { fileOf } from '../samples.js';
import type { World } from '../world.js';
import type { ViberDelivery, ViberEvent } from './delivery.js';
import type { ViberFiles } from './media.js';
import type { ViberAccount, ViberUser } from './state.js';

interface Acting {
  readonly world: World;
  readonly account: ViberAccount;
  readonly delivery: ViberDelivery;
  readonly files: ViberFiles;
  readonly user: ViberUser;
}

type Entry = Pick<ChatEntry, 'kind'> & Partial<ChatEntry>;

const SAMPLE_STICKER = 40126;

/** What one action of a customer makes Viber tell the account. @throws ControlProblem for what cannot be done on Viber. */
export const act = (acting: Acting, action: CustomerAction, file: UploadedFile | undefined): ActionResult => {
  const { user } = acting;
  if (action.group) throw new ControlProblem(400, 'not on this platform', 'Bots of Viber are in no groups.');
  const emitter = new Emitter(acting);
  switch (action.type) {
    case 'text':
      return emitter.message({ type: 'text', text: action.text }, { kind: 'text', text: action.text, replyTo: action.replyTo });
    case 'choose':
      return emitter.choose(action.messageId, action.choice);
    case 'image':
      return emitter.media('picture', fileOf('image', file, action.file), action.caption);
    case 'video':
      return emitter.media('video', fileOf('video', file, action.file), action.caption, { duration: 2 });
    case 'file':
      return emitter.media('file', fileOf('file', file, action.file), undefined);
    case 'sticker':
      return emitter.sticker(fileOf('sticker', file));
    case 'location': {
      const { latitude, longitude, title, address } = action;
      const words = [title, address].filter(Boolean).join('\n');
      return emitter.message(
        { type: 'location', location: { lat: latitude, lon: longitude, ...(address ? { address } : {}) } },
        { kind: 'location', location: { latitude, longitude }, ...(words ? { text: words } : {}) },
      );
    }
    case 'contact': {
      const contact = { name: action.name, phone_number: action.phone };
      return emitter.message({ type: 'contact', contact }, { kind: 'contact', text: `${action.name}\n${action.phone}` });
    }
    case 'unknown': {
      const kind = action.kind ?? 'hologram';
      return emitter.message({ type: kind, payload: { note: 'not known when this was written' } }, { kind: 'unknown', text: kind });
    }
    case 'read':
      return emitter.read();
    case 'referral':
      return emitter.open(action.reference);
    case 'follow': {
      const words = user.left ? 'unblocked' : 'added as a friend';
      Object.assign(user, { subscribed: true, left: false, trackingData: undefined });
      return emitter.notice('subscribed', { user: emitter.person() }, words);
    }
    case 'block':
      Object.assign(user, { subscribed: false, left: true });
      return emitter.notice('unsubscribed', { user_id: user.id }, 'blocked');
    case 'raw':
      return emitter.raw(action.event);
    default:
      throw new ControlProblem(400, 'not on this platform', `Viber tells bots nothing about: ${action.type}.`);
  }
};

/** Builds callbacks about one customer with the properties in the order in which Viber writes them. */
class Emitter {
  constructor(private readonly acting: Acting) {}

  /** The first message subscribes, without a callback of its own. */
  message(message: Readonly<Record<string, unknown>>, entry: Entry, silent = false): ActionResult {
    const { delivery, user } = this.acting;
    Object.assign(user, { subscribed: true, left: false });
    user.unanswered.count = 0;
    const tracked = user.trackingData === undefined ? {} : { tracking_data: user.trackingData };
    const event = delivery.create('message', { sender: this.person(), message: { ...message, ...tracked }, silent });
    if (!silent) this.note(event, entry);
    return { messageId: event.message_token, eventIds: delivery.emit(event) };
  }

  media(type: 'picture' | 'video' | 'file', file: UploadedFile, caption: string | undefined, more: object = {}): ActionResult {
    const { account, files, world } = this.acting;
    const stored = world.media.put(file);
    const media = files.publish(account, stored, extname(file.name));
    const words = caption ? { text: caption } : {};
    const kind = type === 'picture' ? 'image' : type;
    return this.message(
      { type, media, ...words, file_name: file.name, size: stored.size, ...more },
      { kind, media: world.media.inChat(stored), ...words },
    );
  }

  sticker(picture: UploadedFile): ActionResult {
    const { account, files, world } = this.acting;
    const stored = world.media.put(picture);
    const message = { type: 'sticker', sticker_id: SAMPLE_STICKER, media: files.publish(account, stored, extname(picture.name), true) };
    return this.message(message, { kind: 'sticker', media: world.media.inChat(stored) });
  }

  /** A tap on a button sends what stands behind it as a text; some are not shown. */
  choose(messageId: string, choice: string): ActionResult {
    const { account, user, world } = this.acting;
    const entry = world.chats.find('viber', account.uri, user.id, messageId);
    if (!entry) throw new ControlProblem(404, 'no such message', `There is no message ${messageId} in this chat.`);
    const button = entry.buttons?.find(({ data, url }) => (data ?? url) === choice);
    if (!button)
      throw new ControlProblem(409, 'no such button', `Message ${messageId} has no button "${choice}", or its keyboard is gone.`);
    return this.message({ type: 'text', text: choice }, { kind: 'text', text: choice }, user.unseen[messageId]?.includes(choice));
  }

  /** Told once, of the last message, whatever number of them was unread. */
  read(): ActionResult {
    const { delivery, user } = this.acting;
    const last = user.unread.at(-1);
    user.unread = [];
    if (last === undefined) return { messageId: null, eventIds: [] };
    return { messageId: null, eventIds: delivery.emit(delivery.create('seen', { message_token: last, user_id: user.id })) };
  }

  /** Opens the chat, by a link when there is something in it. */
  open(context: string | undefined): ActionResult {
    const { user } = this.acting;
    const came = context === undefined ? {} : { context };
    return this.notice(
      'conversation_started',
      { type: 'open', ...came, user: this.person(), subscribed: user.subscribed },
      'came by a link',
    );
  }

  notice(kind: string, fields: Readonly<Record<string, unknown>>, words: string): ActionResult {
    const { delivery } = this.acting;
    const event = delivery.create(kind, fields);
    this.note(event, { kind: 'event', text: words });
    return { messageId: null, eventIds: delivery.emit(event) };
  }

  raw(event: Readonly<Record<string, unknown>>): ActionResult {
    const { delivery } = this.acting;
    const { event: kind = 'unnamed', ...fields } = event;
    return { messageId: null, eventIds: delivery.emit(delivery.create(String(kind), fields)) };
  }

  /** Names come only to those who asked for them when they set the webhook. */
  person(): Readonly<Record<string, unknown>> {
    const { account, user } = this.acting;
    const known = account.webhook?.sendName ? { name: user.name } : {};
    return { id: user.id, ...known, language: user.language ?? 'en', country: 'JP', api_version: 10 };
  }

  private note(event: ViberEvent, entry: Entry): void {
    const { account, user, world } = this.acting;
    world.chats.add('viber', account.uri, user.id, {
      id: event.message_token,
      from: 'customer',
      senderName: user.name,
      at: new Date(event.timestamp).toISOString(),
      ...entry,
    });
  }
}
