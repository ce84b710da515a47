import type { ActionResult, ChatEntry, CustomerAction } from '../control-api.js';
import type { UploadedFile } from '../media.js';
import { ControlProblem } from '../platform.js';
import { fileOf } from '../samples.js';
import type { World } from '../world.js';
import type { MessengerDelivery } from './delivery.js';
import type { MessengerFiles } from './files.js';
import { type Fields } from './input.js';
import { THUMBS } from './messages.js';
import { type KnownMessage, type MessengerPage, newMid, nextTimestamp, type Person } from './state.js';
import { keepAwake } from './threads.js';

export interface Acting {
  readonly world: World;
  readonly page: MessengerPage;
  readonly delivery: MessengerDelivery;
  readonly files: MessengerFiles;
  readonly person: Person;
}

const MOST_EDITS = 5;
const STICKER = 767226160478561;

/** Meta's names for the reactions of its clients; any other emoji is `other`. */
const REACTIONS: Readonly<Record<string, string>> = {
  '❤️': 'love',
  '😆': 'smile',
  '😮': 'wow',
  '😢': 'sad',
  '😠': 'angry',
  '👍': 'like',
  '👎': 'dislike',
};

/** What one action of a customer makes Meta tell the page's app. @throws ControlProblem for what cannot be done on Messenger. */
export const act = (acting: Acting, action: CustomerAction, file: UploadedFile | undefined): ActionResult => {
  const { person } = acting;
  if (action.group) throw new ControlProblem(400, 'bad group', 'A page of Facebook talks to one person at a time; there are no groups.');
  if (person.blocked && action.type !== 'follow' && action.type !== 'raw')
    throw new ControlProblem(409, 'blocked', `${person.name} has blocked the page. Send { "type": "follow" } first.`);

  const emitter = new Emitter(acting);
  switch (action.type) {
    case 'text':
      return emitter.text(action.text, action.replyTo);
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return emitter.media(action.type, fileOf(action.type, file, action.file), action.caption);
    case 'voice':
      return emitter.media('audio', fileOf('voice', file, action.file), action.caption);
    case 'sticker':
      return emitter.sticker(fileOf('sticker', file), action.emoji);
    case 'location':
      return emitter.location(action);
    case 'postback':
      return emitter.postback(action.data, action.messageId);
    case 'choose':
      return emitter.choose(action.messageId, action.choice);
    case 'unknown': {
      const kind = action.kind ?? 'hologram';
      return emitter.message(
        { attachments: [{ type: kind, payload: { note: 'not known when this was written' } }] },
        { kind: 'unknown', text: kind },
      );
    }
    case 'edit':
      return emitter.edit(action.messageId, action.text);
    case 'unsend':
      return emitter.unsend(action.messageId);
    case 'reaction':
      return emitter.react(action.messageId, action.emoji);
    case 'read':
      return emitter.read();
    case 'order':
      return emitter.order();
    case 'referral':
      return emitter.come(action.source ?? 'SHORTLINK', action.reference ?? '');
    case 'follow':
      return emitter.start();
    case 'block':
      person.blocked = true;
      return emitter.quietly('blocked');
    case 'raw':
      return emitter.raw(action.event);
    default:
      throw new ControlProblem(400, 'not on this platform', `Messenger has nothing like this: ${action.type}.`);
  }
};

type Entry = Pick<ChatEntry, 'kind'> & Partial<ChatEntry>;

/** Builds events of one person. */
class Emitter {
  constructor(private readonly acting: Acting) {}

  text(text: string, replyTo?: string): ActionResult {
    const [url] = /https?:\/\/\S+/i.exec(text) ?? [];
    // Whoever types an address gets a preview of it attached.
    const preview = url === undefined ? {} : { attachments: [{ type: 'fallback', payload: { url, title: url } }] };
    return this.message({ text, ...preview, ...this.replied(replyTo) }, { kind: 'text', text, ...(replyTo ? { replyTo } : {}) });
  }

  message(content: Fields, entry: Entry): ActionResult {
    const mid = newMid();
    return this.told({ message: { mid, ...content } }, { mid, entry });
  }

  media(type: 'image' | 'video' | 'audio' | 'file', file: UploadedFile, caption: string | undefined): ActionResult {
    const { world, files, page } = this.acting;
    const stored = world.media.put(file);
    const attachments = [{ type, payload: { url: files.addressOf(page.pageId, stored) } }];
    const text = caption === undefined ? {} : { text: caption };
    return this.message({ ...text, attachments }, { kind: type, media: world.media.inChat(stored), ...text });
  }

  sticker(picture: UploadedFile, emoji: string | undefined): ActionResult {
    const { world, files, page } = this.acting;
    const stored = world.media.put(picture);
    const payload = { url: files.addressOf(page.pageId, stored), sticker_id: emoji === '👍' ? THUMBS[0] : STICKER };
    return this.message({ attachments: [{ type: 'sticker', payload }] }, { kind: 'sticker', media: world.media.inChat(stored) });
  }

  location({ latitude, longitude, title }: Extract<CustomerAction, { readonly type: 'location' }>): ActionResult {
    const named = title === undefined ? {} : { title };
    const attachment = {
      type: 'location',
      ...named,
      url: 'https://l.facebook.com/l.php',
      payload: { coordinates: { lat: latitude, long: longitude } },
    };
    return this.message({ attachments: [attachment] }, { kind: 'location', text: title ?? '', location: { latitude, longitude } });
  }

  postback(payload: string, messageId: string | undefined): ActionResult {
    const buttons = messageId === undefined ? {} : (this.find(messageId, 'page').buttons ?? {});
    return this.pressed(buttons[payload] ?? payload, payload);
  }

  /** A quick reply is said as a message; a button on a template is pressed. */
  choose(messageId: string, choice: string): ActionResult {
    const { world, page, person } = this.acting;
    const { quickReplies = {}, buttons = {} } = this.find(messageId, 'page');
    const words = quickReplies[choice];
    if (words !== undefined) {
      const left = world.chats.find('messenger', page.pageId, person.psid, messageId)?.buttons ?? [];
      // Quick replies go once one of them is tapped; buttons of a template stay.
      const stays = left.filter(({ data }) => data === undefined || quickReplies[data] === undefined);
      world.chats.change('messenger', page.pageId, person.psid, messageId, { buttons: stays });
      return this.message({ text: words, quick_reply: { payload: choice } }, { kind: 'text', text: words });
    }
    const title = buttons[choice];
    if (title === undefined) throw new ControlProblem(404, 'no such choice', `Message ${messageId} offers no "${choice}".`);
    return this.pressed(title, choice);
  }

  edit(messageId: string, text: string): ActionResult {
    const { world, page, person } = this.acting;
    const message = this.find(messageId, 'customer');
    if (message.text === undefined) throw new ControlProblem(400, 'not editable', 'On Messenger only texts can be edited.');
    if (message.edits === MOST_EDITS) throw new ControlProblem(400, 'not editable', `A message can be edited ${MOST_EDITS} times.`);
    Object.assign(message, { text, edits: message.edits + 1 });
    world.chats.change('messenger', page.pageId, person.psid, messageId, { text, edited: true });
    return { ...this.told({ message_edit: { mid: messageId, text, num_edit: message.edits } }), messageId };
  }

  unsend(messageId: string): ActionResult {
    const { world, page, person } = this.acting;
    this.find(messageId, 'customer').deleted = true;
    world.chats.change('messenger', page.pageId, person.psid, messageId, { deleted: true, text: undefined, media: undefined });
    return { ...this.told({ message: { mid: messageId, is_deleted: true } }), messageId };
  }

  react(messageId: string, emoji: string | null): ActionResult {
    const { world, page, person } = this.acting;
    this.find(messageId);
    world.chats.change('messenger', page.pageId, person.psid, messageId, { reactions: emoji === null ? [] : [emoji] });
    const named = emoji === null ? {} : { reaction: REACTIONS[emoji] ?? 'other', emoji };
    return { ...this.told({ reaction: { mid: messageId, action: emoji === null ? 'unreact' : 'react', ...named } }), messageId };
  }

  read(): ActionResult {
    const { page, world } = this.acting;
    return this.told({ read: { watermark: nextTimestamp(page, world.clock.now()) } }, {}, 'passively');
  }

  order(): ActionResult {
    const products = [{ id: 123, retailer_id: 'SKU-9', name: 'Blue kettle', unit_price: 4200, currency: 'JPY', quantity: 2 }];
    return this.told(
      { order: { products, note: 'gift wrap' } },
      { entry: { kind: 'text', text: '2 × Blue kettle (4200 JPY)\ngift wrap' } },
    );
  }

  /** In a conversation that is there it is an event of its own; else it comes with the button that begins one. */
  come(source: string, reference: string): ActionResult {
    const ad = {
      ad_id: '6045246247433',
      ads_context_data: { ad_title: 'Spring sale', photo_url: 'https://cdn.example.test/a.jpg', post_id: '1029384756601_55' },
    };
    const referral = { ref: reference, source, type: 'OPEN_THREAD', ...(source === 'ADS' ? ad : {}) };
    if (this.acting.person.activeAt === undefined) return this.pressed('Get Started', this.getStarted(), referral);
    return this.told({ referral }, { entry: { kind: 'event', text: 'came by a link' } });
  }

  /** Unblocks, of which pages hear nothing; else presses Get Started. */
  start(): ActionResult {
    const { person } = this.acting;
    if (!person.blocked) return this.pressed('Get Started', this.getStarted());
    person.blocked = false;
    return this.quietly('unblocked');
  }

  quietly(text: string): ActionResult {
    const { page, world } = this.acting;
    this.show(`event-${nextTimestamp(page, world.clock.now())}`, page.lastEventAt, { kind: 'event', text });
    return { messageId: null, eventIds: [] };
  }

  /** One event, or with `entry` the entries of a whole body, as they stand. */
  raw(event: Fields): ActionResult {
    const { delivery, page, person } = this.acting;
    const { entry } = event;
    if (Array.isArray(entry)) return { messageId: null, eventIds: delivery.emitEntries(page, entry, person.psid) };
    return this.told(event, {}, 'passively');
  }

  private pressed(title: string, payload: string, referral?: Fields): ActionResult {
    const postback = { mid: newMid(), title, payload, ...(referral ? { referral } : {}) };
    return this.told({ postback }, { entry: { kind: 'event', text: title } });
  }

  private getStarted(): string {
    const { payload } = (this.acting.page.profile['get_started'] ?? {}) as { readonly payload?: string };
    return payload ?? 'GET_STARTED';
  }

  private replied(replyTo: string | undefined): Fields {
    if (replyTo === undefined) return {};
    return { reply_to: { mid: replyTo, is_self_reply: this.find(replyTo).from === 'customer' } };
  }

  /** @throws ControlProblem unless it stands in this chat and is still there. */
  private find(messageId: string, from?: KnownMessage['from']): KnownMessage {
    const { page, person } = this.acting;
    const message = page.messages[messageId];
    if (!message || message.psid !== person.psid || (from !== undefined && message.from !== from))
      throw new ControlProblem(404, 'no such message', `There is no message ${messageId} ${from ? `of the ${from} ` : ''}in this chat.`);
    if (message.deleted) throw new ControlProblem(409, 'unsent', `Message ${messageId} has been unsent.`);
    return message;
  }

  /** Shows it, tells it, and (unless it is done `passively`) opens the 24 hours. */
  private told(
    event: Fields,
    { mid, entry }: { readonly mid?: string; readonly entry?: Entry } = {},
    how: 'actively' | 'passively' = 'actively',
  ): ActionResult {
    const { world, page, person, delivery } = this.acting;
    const { psid } = person;
    const at = nextTimestamp(page, world.clock.now());
    if (how === 'actively') {
      person.activeAt = at;
      keepAwake(page, psid, world.clock.now());
    }
    if (mid !== undefined)
      page.messages[mid] = { psid, from: 'customer', at, text: entry?.kind === 'text' ? entry.text : undefined, edits: 0, deleted: false };
    if (entry) this.show(mid ?? `event-${at}`, at, entry);
    world.state.changed();
    const whole = { sender: { id: psid }, recipient: { id: page.pageId }, timestamp: at, ...event };
    return { messageId: mid ?? null, eventIds: delivery.emit(page, whole, psid) };
  }

  private show(id: string, at: number, entry: Entry): void {
    const { world, page, person } = this.acting;
    world.chats.add('messenger', page.pageId, person.psid, {
      id,
      from: 'customer',
      senderName: person.name,
      at: new Date(at).toISOString(),
      ...entry,
    });
  }
}
