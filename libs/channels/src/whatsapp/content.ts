import type { MediaReference, MessageContent } from '@madoguchi/conversation';
import { derivedId } from '@madoguchi/event-sourcing';
import { understoodOr, unknownContent } from '../not-understood.js';
import { idIn, type JsonObject, numberIn, objectIn, required, textIn } from '../platform-json.js';

/** Where a message stands: together with Meta's media id it names a file. */
export interface MessagePlace {
  readonly phoneNumberId: string;
  readonly messageId: string;
}

/** What an element of `messages[]` says. What is not known, or not as documented, stays whole as `unknown`. */
export const contentOf = (message: JsonObject, place: MessagePlace): MessageContent => {
  const unknown = () => unknownContent(kindOf(message), message);
  return understoodOr(() => knownContentOf(message, place) ?? unknown(), unknown);
};

/** Meta's own word; of what WhatsApp itself does not hand on, the kind that it names. */
export const kindOf = (message: JsonObject): string => {
  const type = textIn(message.type) ?? 'message';
  return (type === 'unsupported' && textIn(objectIn(message.unsupported)?.type)) || type;
};

const knownContentOf = (message: JsonObject, place: MessagePlace): MessageContent | undefined => {
  const part = (name: string): JsonObject => required(objectIn(message[name]), name);
  const file = (type: 'image' | 'video' | 'audio' | 'file', media: JsonObject): MessageContent => ({
    type,
    media: mediaOf(media, place),
    caption: textIn(media.caption),
  });
  switch (message.type) {
    case 'text':
      return { type: 'text', text: required(textIn(part('text').body), 'text.body') };
    case 'image':
    case 'video':
    case 'audio':
      return file(message.type, part(message.type));
    // Voice notes of the old on-premises API.
    case 'voice':
      return file('audio', part('voice'));
    case 'document':
      return file('file', part('document'));
    case 'sticker': {
      const media = mediaOf(part('sticker'), place);
      return { type: 'sticker', stickerId: required(idIn(part('sticker').id), 'sticker.id'), media };
    }
    case 'location':
      return placeOf(part('location'));
    case 'contacts':
      return contactsOf(message.contacts);
    case 'order':
      return orderOf(part('order'));
    case 'system': {
      const { type, body } = part('system');
      return { type: 'system', what: required(textIn(type), 'system.type'), text: textIn(body) };
    }
    case 'button': {
      const { payload, text } = part('button');
      return { type: 'postback', data: required(textIn(payload) ?? textIn(text), 'button.payload'), label: textIn(text) };
    }
    case 'interactive':
      return chosenIn(part('interactive'));
    default:
      return undefined;
  }
};

const mediaOf = (media: JsonObject, { phoneNumberId, messageId }: MessagePlace): MediaReference => {
  const reference = required(idIn(media.id), 'media id');
  return {
    mediaId: derivedId('media', 'whatsapp', phoneNumberId, messageId, reference),
    source: { kind: 'platform', reference },
    fileName: textIn(media.filename),
    mimeType: textIn(media.mime_type)?.split(';')[0]?.trim().toLowerCase(),
  };
};

const placeOf = (location: JsonObject): MessageContent => ({
  type: 'location',
  latitude: required(numberIn(location.latitude), 'latitude'),
  longitude: required(numberIn(location.longitude), 'longitude'),
  title: textIn(location.name),
  address: textIn(location.address),
});

/** One card may hold several people. */
const contactsOf = (contacts: unknown): MessageContent | undefined => {
  const people = (Array.isArray(contacts) ? (contacts as readonly unknown[]) : []).map((contact, index) => {
    const { name, phones } = required(objectIn(contact), `contacts[${index}]`);
    const phone = Array.isArray(phones) ? objectIn(phones[0]) : undefined;
    const number = textIn(phone?.phone) ?? textIn(phone?.wa_id);
    const called = textIn(objectIn(name)?.formatted_name) ?? textIn(objectIn(name)?.first_name) ?? number;
    return { name: required(called, `contacts[${index}].name`), phone: number };
  });
  const [first, ...more] = people;
  return first && { type: 'contact', ...first, ...(more.length > 0 && { more }) };
};

/** A cart, sent from the catalogue. */
const orderOf = ({ product_items: items, text }: JsonObject): MessageContent => ({
  type: 'order',
  lines: required(Array.isArray(items) ? (items as readonly unknown[]) : undefined, 'order.product_items').map((item) => {
    const { product_retailer_id: product, quantity, item_price: price, currency } = required(objectIn(item), 'product item');
    return {
      productId: required(idIn(product), 'product_retailer_id'),
      quantity: required(countIn(quantity), 'quantity'),
      price: decimalIn(price),
      currency: textIn(currency),
    };
  }),
  note: textIn(text),
});

const countIn = (quantity: unknown): number | undefined =>
  typeof quantity === 'string' && /^\d{1,9}$/.test(quantity) ? Number(quantity) : numberIn(quantity);

const decimalIn = (price: unknown): string | undefined => {
  const text = String(price);
  return /^\d+(\.\d+)?$/.test(text) ? text : undefined;
};

/** A button or row of ours that the customer chose, or a filled-in form (`response_json` stays the text that it is). */
const chosenIn = (interactive: JsonObject): MessageContent | undefined => {
  switch (interactive.type) {
    case 'button_reply':
    case 'list_reply': {
      const { id, title } = required(objectIn(interactive[interactive.type]), interactive.type);
      return { type: 'postback', data: required(textIn(id), 'id'), label: textIn(title) };
    }
    case 'nfm_reply': {
      const { response_json: response, body } = required(objectIn(interactive.nfm_reply), 'nfm_reply');
      return { type: 'postback', data: required(textIn(response), 'response_json'), label: textIn(body) };
    }
    default:
      return undefined;
  }
};
