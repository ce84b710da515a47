import type { ActionResult, ChatEntry } from '../control-api.js';
import { readImage } from '../images.js';
import type { UploadedFile } from '../media.js';
import { ControlProblem } from '../platform.js';
import type { Meta } from './calls.js';
import { contactOf, eventOf, type Json, type WhatsAppEvent } from './event.js';
import { newWamid } from './ids.js';
import { base64Sha256, keepFile } from './media.js';
import type { WhatsAppAccount, WhatsAppChoice, WhatsAppUser } from './state.js';
import { tellStatus } from './statuses.js';

export interface Acting {
  readonly meta: Meta;
  readonly account: WhatsAppAccount;
  readonly user: WhatsAppUser;
}

/** Meta keeps what customers send for so long. */
const KEPT_DAYS = 7;
const EDITABLE_MS = 15 * 60_000;

const CATALOGUE = '194836987003835';

type Entry = Pick<ChatEntry, 'kind'> & Partial<ChatEntry>;

/** Builds events of one customer, with the members in the order in which Meta writes them. */
export class Emitter {
  constructor(private readonly acting: Acting) {}

  /** `context` of an answer. @throws ControlProblem */
  reply(messageId: string | undefined): { readonly replyTo?: string; readonly context?: Json } {
    if (messageId === undefined) return {};
    const { from } = this.own(messageId);
    const { account, user } = this.acting;
    return { replyTo: messageId, context: { from: from === 'account' ? account.number : (user.number ?? user.userId), id: messageId } };
  }

  message(
    content: Json & { readonly type: string },
    entry: Entry,
    { replyTo, context }: ReturnType<Emitter['reply']> = {},
    more: Json = {},
  ): ActionResult {
    const { account, meta, user } = this.acting;
    const id = newWamid();
    const now = meta.world.clock.now();
    Object.assign(user, { wroteAt: now.getTime(), reachable: true });
    account.messages[id] = { chat: user.id, from: 'customer', type: content.type, sentAt: now.getTime() };
    const element = { ...(context ? { context } : {}), ...this.head(id), ...more, ...content };
    this.show(id, { ...entry, ...(replyTo === undefined ? {} : { replyTo }) });
    return { messageId: id, eventIds: this.tell(id, element) };
  }

  media(
    type: 'image' | 'video' | 'audio' | 'document' | 'sticker',
    file: UploadedFile,
    caption: string | undefined,
    more: Json = {},
  ): ActionResult {
    const { account, meta } = this.acting;
    if (type === 'image' && !readImage(file.bytes))
      throw new ControlProblem(400, 'no picture', 'Only a JPEG, PNG, GIF or WebP can be sent as a picture; send it as a file.');
    const stored = meta.world.media.put(file);
    const part = {
      ...(caption === undefined ? {} : { caption }),
      ...(type === 'document' ? { filename: file.name } : {}),
      mime_type: type === 'audio' && more['voice'] === true ? `${file.mimeType}; codecs=opus` : file.mimeType,
      sha256: base64Sha256(file.bytes),
      id: keepFile(meta, account.phoneNumberId, stored, KEPT_DAYS),
      ...more,
    };
    const kind = type === 'document' ? 'file' : type;
    return this.message({ type, [type]: part }, { kind, text: caption, media: meta.world.media.inChat(stored) });
  }

  /** Of a template; where there is none, one that is made up. */
  button(payload: string, text: string, messageId: string | undefined): ActionResult {
    const known = messageId === undefined ? undefined : this.own(messageId).choices?.[payload];
    if (known && messageId !== undefined) return this.choose(messageId, payload);
    return this.message({ type: 'button', button: { payload, text } }, { kind: 'text', text }, this.reply(messageId));
  }

  choose(messageId: string, data: string): ActionResult {
    const choice: WhatsAppChoice | undefined = this.own(messageId).choices?.[data];
    if (!choice) throw new ControlProblem(404, 'no such choice', `Message ${messageId} offers nothing with the data "${data}".`);
    const { title } = choice;
    const reply = this.reply(messageId);
    const entry: Entry = { kind: 'text', text: title };
    switch (choice.kind) {
      case 'template button':
        return this.message({ type: 'button', button: { payload: data, text: title } }, entry, reply);
      case 'button':
        return this.message(
          { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: data, title } } },
          entry,
          reply,
        );
      case 'row': {
        const row = { id: data, title, ...(choice.description ? { description: choice.description } : {}) };
        return this.message({ type: 'interactive', interactive: { type: 'list_reply', list_reply: row } }, entry, reply);
      }
    }
  }

  order(): ActionResult {
    const items = [
      { product_retailer_id: 'SKU-9', quantity: 2, item_price: 4200, currency: 'JPY' },
      { product_retailer_id: 'SKU-10', quantity: 1, item_price: 980, currency: 'JPY' },
    ];
    return this.message(
      { type: 'order', order: { catalog_id: CATALOGUE, text: '', product_items: items } },
      {
        kind: 'text',
        text: items
          .map(({ product_retailer_id: id, quantity, item_price: price, currency }) => `${quantity} × ${id} (${price} ${currency})`)
          .join('\n'),
      },
    );
  }

  /** Meta hangs it on the first message, whose words it proposes. */
  referral(source: string, reference: string | undefined): ActionResult {
    const text = { type: 'text', text: { body: 'Hello! Can I get more info on this?' } } as const;
    const entry: Entry = { kind: 'text', text: text.text.body };
    if (source === 'product') {
      const product = { catalog_id: CATALOGUE, product_retailer_id: reference ?? 'SKU-9' };
      return this.message(text, entry, { context: { from: this.acting.account.number, id: newWamid(), referred_product: product } });
    }
    const referral = {
      source_url: 'https://fb.example/ad',
      source_id: reference ?? '120226305854810726',
      source_type: source,
      headline: 'Chat with us',
      body: 'Spring sale',
      media_type: 'image',
      image_url: 'https://cdn.example/a.jpg',
      ctwa_clid: 'Aff-n8ZT',
      welcome_message: { text: 'Hi!' },
    };
    return this.message(text, entry, {}, { referral });
  }

  /** Everything that has arrived and was not read; each message is told by itself. */
  read(): ActionResult {
    const { account, meta, user } = this.acting;
    const eventIds = Object.entries(account.messages).flatMap(([id, message]) => {
      if (message.chat !== user.id || message.from !== 'account' || message.status !== 'delivered') return [];
      message.status = 'read';
      const { callbackData, toUserId = false } = message;
      return tellStatus(meta, account, { id, recipient: user, status: 'read', callbackData, toUserId });
    });
    meta.world.state.changed();
    return { messageId: null, eventIds };
  }

  react(messageId: string, emoji: string | null): ActionResult {
    const { account, meta, user } = this.acting;
    this.own(messageId);
    const id = newWamid();
    user.wroteAt = meta.world.clock.now().getTime();
    meta.world.chats.change('whatsapp', account.phoneNumberId, user.id, messageId, { reactions: emoji === null ? [] : [emoji] });
    const reaction = { message_id: messageId, ...(emoji === null ? {} : { emoji }) };
    return { messageId, eventIds: this.tell(id, { ...this.head(id), type: 'reaction', reaction }) };
  }

  edit(messageId: string, text: string): ActionResult {
    const { account, meta, user } = this.acting;
    const { from, sentAt, type } = this.own(messageId);
    if (from !== 'customer')
      throw new ControlProblem(404, 'no such message', `${user.name} has sent no message ${messageId} in this chat.`);
    if (type !== 'text') throw new ControlProblem(400, 'not editable', 'Only a text can be edited here.');
    if (meta.world.clock.now().getTime() - sentAt > EDITABLE_MS)
      throw new ControlProblem(409, 'too late', 'WhatsApp lets nobody edit after 15 minutes.');
    const id = newWamid();
    meta.world.chats.change('whatsapp', account.phoneNumberId, user.id, messageId, { text, edited: true });
    const edit = { original_message_id: messageId, message: { type: 'text', text: { body: text } } };
    return { messageId, eventIds: this.tell(id, { ...this.head(id), type: 'edit', edit }) };
  }

  unsend(messageId: string): ActionResult {
    const { account, meta, user } = this.acting;
    if (this.own(messageId).from !== 'customer')
      throw new ControlProblem(404, 'no such message', `${user.name} has sent no message ${messageId} in this chat.`);
    const id = newWamid();
    meta.world.chats.change('whatsapp', account.phoneNumberId, user.id, messageId, { deleted: true, text: undefined, media: undefined });
    return { messageId, eventIds: this.tell(id, { ...this.head(id), type: 'revoke', revoke: { original_message_id: messageId } }) };
  }

  /** Nobody tells a business. */
  block(blocked: boolean): ActionResult {
    const { meta, user } = this.acting;
    if (blocked || user.blocked) this.show(newWamid(), { kind: 'event', text: blocked ? 'blocked' : 'unblocked' });
    user.blocked = blocked;
    meta.world.state.changed();
    return { messageId: null, eventIds: [] };
  }

  /** A change (`field`, `value`), the list `entry` of a whole body, or an element of `messages`, which gets what it lacks. */
  raw(event: Json): ActionResult {
    const { account, meta } = this.acting;
    if (Array.isArray(event['entry'])) {
      const events = (event['entry'] as Json[]).flatMap((entry) => {
        const changes = (entry['changes'] ?? []) as { readonly field: string; readonly value: Json }[];
        const time = entry['time'] as number | undefined;
        return changes.map((change) => this.change(change, String(entry['id'] ?? account.businessAccountId), time));
      });
      return { messageId: null, eventIds: events.flatMap((each) => meta.deliveries.emit(account, each)) };
    }
    if (typeof event['field'] === 'string') {
      const time = Math.floor(meta.world.clock.now().getTime() / 1_000);
      const change = this.change({ field: event['field'], value: (event['value'] ?? {}) as Json }, account.businessAccountId, time);
      return { messageId: null, eventIds: meta.deliveries.emit(account, change) };
    }
    const id = typeof event['id'] === 'string' ? event['id'] : newWamid();
    return { messageId: id, eventIds: this.tell(id, { ...this.head(id), ...event }) };
  }

  private change(
    change: { readonly field: string; readonly value: Json },
    businessAccountId: string,
    time: number | undefined,
  ): WhatsAppEvent {
    return { id: newWamid(), account: this.acting.account.phoneNumberId, businessAccountId, time, ...change };
  }

  private tell(id: string, element: Json): readonly string[] {
    const { account, meta, user } = this.acting;
    meta.world.state.changed();
    return meta.deliveries.emit(account, eventOf(account, id, { contacts: [contactOf(user)], messages: [element] }));
  }

  /** Seconds are all that Meta tells, so two things of one customer never bear the same one here. */
  private head(id: string): Json {
    const { meta, user } = this.acting;
    user.lastSecond = Math.max(Math.floor(meta.world.clock.now().getTime() / 1_000), user.lastSecond + 1);
    return {
      ...(user.number === undefined ? {} : { from: user.number }),
      from_user_id: user.userId,
      id,
      timestamp: String(user.lastSecond),
    };
  }

  private show(id: string, entry: Entry): void {
    const { account, meta, user } = this.acting;
    const at = meta.world.clock.now().toISOString();
    meta.world.chats.add('whatsapp', account.phoneNumberId, user.id, { id, from: 'customer', senderName: user.name, at, ...entry });
  }

  private own(messageId: string) {
    const { account, user } = this.acting;
    const message = account.messages[messageId];
    if (message?.chat !== user.id) throw new ControlProblem(404, 'no such message', `There is no message ${messageId} in this chat.`);
    return message;
  }
}
