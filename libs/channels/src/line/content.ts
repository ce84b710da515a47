import type { MediaReference, MessageContent } from '@madoguchi/conversation';
import { derivedId } from '@madoguchi/event-sourcing';
import { understoodOr, unknownContent } from '../not-understood.js';
import { type JsonObject, numberIn, objectIn, required, textIn } from '../platform-json.js';

/** What a message object of LINE says. What is not known, or not as documented, stays whole as `unknown`. */
export const contentOf = (message: JsonObject, channelId: string): MessageContent => {
  const unknown = () => unknownContent(textIn(message.type) ?? 'message', message);
  return understoodOr(() => knownContentOf(message, channelId) ?? unknown(), unknown);
};

const knownContentOf = (message: JsonObject, channelId: string): MessageContent | undefined => {
  switch (message.type) {
    case 'text':
      return { type: 'text', text: required(textIn(message.text), 'text') };
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return { type: message.type, media: mediaOf(message, channelId) };
    case 'sticker':
      return {
        type: 'sticker',
        stickerId: required(textIn(message.stickerId), 'stickerId'),
        packId: textIn(message.packageId),
        text: textIn(message.text) ?? keywordsOf(message),
      };
    case 'location':
      return {
        type: 'location',
        latitude: required(numberIn(message.latitude), 'latitude'),
        longitude: required(numberIn(message.longitude), 'longitude'),
        title: textIn(message.title),
        address: textIn(message.address),
      };
    default:
      return undefined;
  }
};

/** LINE names no file; it is fetched under the message's id, unless a LIFF app sent it from a place of its own. */
const mediaOf = (message: JsonObject, channelId: string): MediaReference => {
  const messageId = required(textIn(message.id), 'id');
  const provider = objectIn(message.contentProvider);
  return {
    mediaId: derivedId('media', 'line', channelId, messageId),
    source:
      provider?.type === 'external'
        ? { kind: 'url', url: required(textIn(provider.originalContentUrl), 'originalContentUrl') }
        : { kind: 'platform', reference: messageId },
    fileName: textIn(message.fileName),
    size: numberIn(message.fileSize),
    durationMs: numberIn(message.duration),
  };
};

/** What LINE says that the sticker shows: its picture cannot be fetched. */
const keywordsOf = ({ keywords }: JsonObject): string | undefined =>
  Array.isArray(keywords) ? textIn(keywords.filter((word) => typeof word === 'string').join(', ')) : undefined;
