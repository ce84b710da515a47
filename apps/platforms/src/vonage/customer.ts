import { randomInt, randomUUID } from 'node:crypto';
import type { ActionResult, ChatEntry, CustomerAction } from '../control-api.js';
import type { UploadedFile } from '../media.js';
import { ControlProblem } from '../platform.js';
import { fileOf } from '../samples.js';
import type { World } from '../world.js';
import type { VonageDelivery } from './delivery.js';
import { inboundEvent, smsEvent, type VonageEvent } from './event.js';
import { isGsm, partsOf } from './gsm.js';
import { publish } from './media.js';
import { statusOf } from './sending.js';
import { nextSmsId, nextTimestamp, type VonageAccount, type VonageCustomer } from './state.js';
import { pushTime } from './time.js';

interface Acting {
  readonly world: World;
  readonly account: VonageAccount;
  readonly delivery: VonageDelivery;
  readonly customer: VonageCustomer;
}

type Entry = Pick<ChatEntry, 'kind'> & Partial<ChatEntry>;
type Fields = Readonly<Record<string, unknown>>;

/** What one action of a customer makes Vonage tell the account. @throws ControlProblem for what cannot be done there. */
export const act = (acting: Acting, action: CustomerAction, file: UploadedFile | undefined): ActionResult => {
  if (action.group) throw new ControlProblem(400, 'not on this platform', 'Vonage tells of no groups.');
  const emitter = new Emitter(acting);
  if (action.type === 'raw') return emitter.raw(action.event);
  return acting.customer.channel === 'sms' ? bySms(acting, emitter, action, file) : onWhatsApp(emitter, action, file);
};

const bySms = ({ account, customer }: Acting, emitter: Emitter, action: CustomerAction, file: UploadedFile | undefined): ActionResult => {
  switch (action.type) {
    case 'text':
      if (action.replyTo !== undefined) throw new ControlProblem(400, 'not on this platform', 'An SMS quotes nothing.');
      return emitter.sms(action.text);
    case 'image':
    case 'video':
    case 'audio':
    case 'file': {
      if (account.smsApi !== 'messages' || !customer.number.startsWith('1'))
        throw new ControlProblem(
          400,
          'not on this platform',
          'An SMS carries no files; MMS goes from numbers of North America (1…) alone.',
        );
      return emitter.file(action.type, fileOf(action.type, file, action.file), action.caption, 'mms');
    }
    case 'unknown':
      return emitter.unknownSms(action.kind ?? 'hologram');
    case 'block':
      customer.blocked = true;
      return emitter.sms('STOP');
    case 'follow':
      customer.blocked = false;
      return emitter.sms('START');
    default:
      throw new ControlProblem(400, 'not on this platform', `An SMS cannot do this: ${action.type}.`);
  }
};

const onWhatsApp = (emitter: Emitter, action: CustomerAction, file: UploadedFile | undefined): ActionResult => {
  switch (action.type) {
    case 'text':
      return emitter.whatsapp('text', { text: action.text }, { kind: 'text', text: action.text, replyTo: action.replyTo });
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return emitter.file(action.type, fileOf(action.type, file, action.file), action.caption, 'whatsapp');
    case 'voice':
      return emitter.file('audio', fileOf('voice', file, action.file), undefined, 'whatsapp');
    case 'sticker':
      return emitter.file('sticker', fileOf('sticker', file), undefined, 'whatsapp');
    case 'location': {
      const { latitude, longitude, title, address } = action;
      const words = [title, address].filter(Boolean).join('\n');
      const location = { lat: latitude, long: longitude, ...(title ? { name: title } : {}), ...(address ? { address } : {}) };
      return emitter.whatsapp(
        'location',
        { location },
        { kind: 'location', location: { latitude, longitude }, ...(words ? { text: words } : {}) },
      );
    }
    case 'order': {
      const order = {
        catalog_id: '28061507',
        product_items: [{ product_retailer_id: 'p1', quantity: '2', item_price: '9.99', currency: 'USD' }],
      };
      return emitter.whatsapp('order', { order }, { kind: 'event', text: '2 × p1' });
    }
    case 'referral': {
      const { source = 'ad', reference = '123456789' } = action;
      const referral = { source_type: source, source_id: reference, source_url: 'https://fb.me/ad1', headline: 'Book now' };
      const text = 'I saw your advertisement';
      return emitter.whatsapp('text', { text, whatsapp: { referral } }, { kind: 'text', text });
    }
    case 'postback': {
      const button = { payload: action.data, text: action.data };
      return emitter.whatsapp('button', { button }, { kind: 'event', text: action.data, replyTo: action.messageId });
    }
    case 'reaction':
      return emitter.react(action.messageId, action.emoji);
    case 'read':
      return emitter.read();
    case 'unknown': {
      const kind = action.kind ?? 'hologram';
      return emitter.whatsapp(kind, { [kind]: { note: 'not known when this was written' } }, { kind: 'unknown', text: kind });
    }
    default:
      throw new ControlProblem(400, 'not on this platform', `Vonage tells nothing about this: ${action.type}.`);
  }
};

/** Builds webhooks about one customer with the members in the order in which Vonage writes them. */
class Emitter {
  constructor(private readonly acting: Acting) {}

  /** By the Messages API in one piece, by the SMS API in as many as the network makes of it. */
  sms(text: string): ActionResult {
    const { account, customer } = this.acting;
    if (account.smsApi === 'messages') {
      const parts = String(partsOf(text).length);
      const keyword = keywordOf(text);
      return this.message('sms', 'text', { text, sms: { num_messages: parts, total_count: parts, keyword } }, { kind: 'text', text });
    }
    const parts = partsOf(text);
    const reference = String(randomInt(256));
    const events = parts.map((part, index) => {
      const place = { concat: 'true', 'concat-ref': reference, 'concat-total': String(parts.length), 'concat-part': String(index + 1) };
      const type = isGsm(part) ? 'text' : 'unicode';
      return smsEvent(customer.id, this.parameters({ text: part, type, keyword: keywordOf(part), ...(parts.length > 1 ? place : {}) }));
    });
    return this.tell(events, { kind: 'text', text });
  }

  unknownSms(kind: string): ActionResult {
    const { account, customer } = this.acting;
    if (account.smsApi === 'messages')
      return this.message('sms', kind, { [kind]: { note: 'not known when this was written' } }, { kind: 'unknown', text: kind });
    const bytes = { type: 'binary', data: '0011FF7A', udh: '06050415811581' };
    return this.tell([smsEvent(customer.id, this.parameters(bytes))], { kind: 'unknown', text: kind });
  }

  whatsapp(type: string, content: Fields, entry: Entry): ActionResult {
    const context =
      entry.replyTo === undefined ? {} : { context: { message_uuid: entry.replyTo, message_from: this.acting.account.number.msisdn } };
    return this.message('whatsapp', type, { ...content, ...context, profile: { name: this.acting.customer.name } }, entry);
  }

  file(
    type: 'image' | 'video' | 'audio' | 'file' | 'sticker',
    file: UploadedFile,
    caption: string | undefined,
    channel: 'mms' | 'whatsapp',
  ): ActionResult {
    const { account, world } = this.acting;
    const stored = world.media.put(file);
    const words = caption === undefined ? {} : { caption };
    const named = type === 'file' ? { name: file.name } : {};
    const content = { [type]: { url: publish(account, stored, world.clock.now()), ...named, ...words } };
    const entry: Entry = { kind: type, media: world.media.inChat(stored), ...(caption === undefined ? {} : { text: caption }) };
    return channel === 'mms' ? this.message('mms', type, content, entry) : this.whatsapp(type, content, entry);
  }

  react(messageId: string, emoji: string | null): ActionResult {
    const { account, customer, delivery, world } = this.acting;
    const changed = world.chats.change('vonage', account.apiKey, customer.id, messageId, { reactions: emoji === null ? [] : [emoji] });
    if (!changed) throw new ControlProblem(404, 'no such message', `There is no message ${messageId} in this chat.`);
    const reaction = emoji === null ? { action: 'unreact' } : { action: 'react', emoji };
    const body = this.body('whatsapp', 'reaction', { reaction, context: { message_uuid: messageId } });
    return { messageId, eventIds: delivery.emit([inboundEvent(customer.id, body)]) };
  }

  /** Told of every message since the last time. */
  read(): ActionResult {
    const { account, customer, delivery, world } = this.acting;
    const message = { to: customer.number, from: account.number.msisdn, channel: customer.channel };
    const events = customer.unread.map((uuid) => statusOf(world, account, { uuid, chat: customer.id, message, status: 'read' }));
    customer.unread = [];
    return { messageId: null, eventIds: delivery.emit(events) };
  }

  /** Of the Messages API; with `messageId`, of the SMS API. */
  raw(event: Fields): ActionResult {
    const { customer, delivery } = this.acting;
    const texts = Object.fromEntries(Object.entries(event).map(([name, value]) => [name, String(value)]));
    const told =
      event['messageId'] === undefined
        ? inboundEvent(customer.id, { message_uuid: randomUUID(), ...event })
        : smsEvent(customer.id, { ...this.parameters({}), ...texts });
    return { messageId: null, eventIds: delivery.emit([told]) };
  }

  private message(channel: 'sms' | 'mms' | 'whatsapp', type: string, content: Fields, entry: Entry): ActionResult {
    return this.tell([inboundEvent(this.acting.customer.id, this.body(channel, type, content))], entry);
  }

  private body(channel: string, type: string, content: Fields) {
    const { account, customer, world } = this.acting;
    return {
      channel,
      message_uuid: randomUUID() as string,
      to: account.number.msisdn,
      from: customer.number,
      timestamp: new Date(nextTimestamp(account, world.clock.now())).toISOString(),
      message_type: type,
      ...content,
    };
  }

  private parameters(content: Readonly<Record<string, string>>) {
    const { account, customer, world } = this.acting;
    const ends = { 'api-key': account.apiKey, msisdn: customer.number, to: account.number.msisdn };
    return { ...ends, messageId: nextSmsId(account), ...content, 'message-timestamp': pushTime(world.clock.now()) };
  }

  private tell(events: readonly VonageEvent[], entry: Entry): ActionResult {
    const { account, customer, delivery, world } = this.acting;
    const id = events[0]!.id;
    world.chats.add('vonage', account.apiKey, customer.id, {
      id,
      from: 'customer',
      senderName: customer.name,
      at: world.clock.now().toISOString(),
      ...entry,
    });
    return { messageId: id, eventIds: delivery.emit(events) };
  }
}

/** The first word in capitals. */
const keywordOf = (text: string): string => text.trim().split(/\s/, 1)[0]!.toUpperCase();
