import type { MediaReference, MessageContent } from '@madoguchi/conversation';
import { derivedId } from '@madoguchi/event-sourcing';
import { understoodOr, unknownContent } from '../not-understood.js';
import { idIn, type JsonObject, numberIn, objectIn, required, textIn } from '../platform-json.js';
import { chosenIn } from './choices.js';

interface Said {
  readonly messageToken: string;
  readonly botId: string;
  /** It does not stand in the customer's own chat: some buttons speak so. */
  readonly unseen: boolean;
}

/** What a message of a customer says. What is not known, or not as documented, stays whole as `unknown`. */
export const contentOf = (message: JsonObject, said: Said): MessageContent => {
  const unknown = () => unknownContent(textIn(message.type) ?? 'message', message);
  return understoodOr(() => knownContentOf(message, said) ?? unknown(), unknown);
};

const knownContentOf = (message: JsonObject, { messageToken, botId, unseen }: Said): MessageContent | undefined => {
  const media = (): MediaReference => mediaOf(message, derivedId('media', 'viber', botId, messageToken));
  switch (message.type) {
    case 'text': {
      const text = required(textIn(message.text), 'text');
      return chosenIn(text, message.tracking_data, unseen) ?? { type: 'text', text };
    }
    case 'url':
      return { type: 'text', text: required(textIn(message.media), 'media') };
    case 'picture':
      return { type: 'image', media: media(), caption: textIn(message.text) };
    case 'video':
      return { type: 'video', media: media(), caption: textIn(message.text) };
    case 'file':
      return { type: 'file', media: media(), caption: textIn(message.text) };
    case 'sticker': {
      const stickerId = required(idIn(message.sticker_id), 'sticker_id');
      return { type: 'sticker', stickerId, media: textIn(message.media) === undefined ? undefined : media() };
    }
    case 'location': {
      const { lat, lon, address } = objectIn(message.location) ?? {};
      return {
        type: 'location',
        latitude: required(numberIn(lat), 'location.lat'),
        longitude: required(numberIn(lon), 'location.lon'),
        address: textIn(address),
      };
    }
    case 'contact': {
      const { name, phone_number: phone } = objectIn(message.contact) ?? {};
      return { type: 'contact', name: textIn(name) ?? required(textIn(phone), 'contact.phone_number'), phone: textIn(phone) };
    }
    default:
      return undefined;
  }
};

/** The file lies for an hour at a signed address, which is all that fetches it. */
const mediaOf = (message: JsonObject, mediaId: string): MediaReference => {
  const seconds = numberIn(message.duration);
  return {
    mediaId,
    source: { kind: 'platform', reference: required(textIn(message.media), 'media') },
    fileName: textIn(message.file_name),
    size: numberIn(message.size),
    durationMs: seconds === undefined ? undefined : numberIn(seconds * 1000),
  };
};
