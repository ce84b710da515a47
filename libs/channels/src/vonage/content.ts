import type { MediaReference, MessageContent } from '@madoguchi/conversation';
import { derivedId } from '@madoguchi/event-sourcing';
import { understoodOr, unknownContent } from '../not-understood.js';
import { idIn, type JsonObject, numberIn, objectIn, required, textIn } from '../platform-json.js';

/**
 * What a message of the Messages API (v1) says: as a rule one thing, several where an MMS brings several files. What is not known, or
 * not as documented, stays whole as `unknown`.
 */
export const contentsOf = (message: JsonObject, messageId: string): readonly MessageContent[] => {
  const unknown = () => [unknownContent(textIn(message.message_type) ?? 'message', message)];
  return understoodOr(() => {
    if (!KNOWN_CHANNELS.has(message.channel)) return unknown();
    if (message.message_type === 'content') return filesOf(message.content, messageId);
    const content = contentOf(message, messageId);
    return content ? [content] : unknown();
  }, unknown);
};

const KNOWN_CHANNELS: ReadonlySet<unknown> = new Set(['sms', 'mms', 'rcs', 'whatsapp', 'messenger', 'viber_service']);

const contentOf = (message: JsonObject, messageId: string): MessageContent | undefined => {
  const part = (name: string): JsonObject => required(objectIn(message[name]), name);
  switch (message.message_type) {
    case 'text':
      return { type: 'text', text: required(typeof message.text === 'string' ? message.text : undefined, 'text') };
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
    case 'vcard':
      return fileOf(message.message_type, part(message.message_type), messageId);
    case 'sticker': {
      const media = mediaOf(part('sticker'), messageId, 0);
      return { type: 'sticker', stickerId: idIn(part('sticker').id) ?? media.mediaId, media };
    }
    case 'location':
      return placeOf(part('location'));
    case 'reply': {
      const { id, title } = part('reply');
      return { type: 'postback', data: required(idIn(id), 'reply.id'), label: textIn(title) };
    }
    case 'button': {
      const { payload, text } = part('button');
      // Of a form that was filled in, the payload is an object.
      const data = objectIn(payload) ? JSON.stringify(payload) : (idIn(payload) ?? textIn(text));
      return { type: 'postback', data: required(data, 'button.payload'), label: textIn(text) };
    }
    case 'order':
      return orderOf(part('order'));
    default:
      return undefined;
  }
};

const filesOf = (content: unknown, messageId: string): readonly MessageContent[] =>
  required(Array.isArray(content) && content.length > 0 ? (content as readonly unknown[]) : undefined, 'content').map((entry, index) => {
    const file = required(objectIn(entry), `content[${index}]`);
    return required(fileOf(file.type, file, messageId, index), `content[${index}].type`);
  });

/** A business card (`vcard`) comes as a file of its own. */
const fileOf = (type: unknown, file: JsonObject, messageId: string, index = 0): MessageContent | undefined => {
  const media = mediaOf(file, messageId, index);
  const caption = textIn(file.caption);
  switch (type) {
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return { type, media, caption };
    case 'vcard':
      return { type: 'file', media: { ...media, mimeType: 'text/vcard', fileName: media.fileName ?? 'contact.vcf' }, caption };
    default:
      return undefined;
  }
};

const mediaOf = (file: JsonObject, messageId: string, index: number): MediaReference => ({
  mediaId: derivedId('media', 'vonage', messageId, index),
  source: { kind: 'platform', reference: required(textIn(file.url), 'url') },
  fileName: textIn(file.name),
});

/** The key is `long`; other APIs of Vonage write the words out. */
const placeOf = (location: JsonObject): MessageContent => ({
  type: 'location',
  latitude: required(amountIn(location.lat ?? location.latitude), 'lat'),
  longitude: required(amountIn(location.long ?? location.longitude), 'long'),
  title: textIn(location.name),
  address: textIn(location.address),
});

const orderOf = ({ product_items: items, text }: JsonObject): MessageContent => ({
  type: 'order',
  lines: required(Array.isArray(items) ? (items as readonly unknown[]) : undefined, 'order.product_items').map((item) => {
    const { product_retailer_id: product, quantity, item_price: price, currency } = required(objectIn(item), 'product item');
    return {
      productId: required(idIn(product), 'product_retailer_id'),
      quantity: required(amountIn(quantity), 'quantity'),
      price: /^\d+(\.\d+)?$/.test(String(price)) ? String(price) : undefined,
      currency: textIn(currency),
    };
  }),
  note: textIn(text),
});

/** Numbers come as numbers and as text. */
const amountIn = (amount: unknown): number | undefined =>
  typeof amount === 'string' && /^-?\d{1,9}(\.\d{1,20})?$/.test(amount) ? Number(amount) : numberIn(amount);

/** The advertisement that a customer of WhatsApp came by. */
export const referralOf = (message: JsonObject): MessageContent | undefined => {
  const referral = objectIn(objectIn(message.whatsapp)?.referral);
  const source = textIn(referral?.source_type);
  if (!referral || source === undefined) return undefined;
  const { headline, body, source_url: url, source_id: reference } = referral;
  return { type: 'referral', source, title: textIn(headline), text: textIn(body), url: textIn(url), reference: idIn(reference) };
};
