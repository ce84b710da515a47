import type { MediaReference, MessageContent } from '@madoguchi/conversation';
import { derivedId } from '@madoguchi/event-sourcing';
import { understoodOr, unknownContent } from '../not-understood.js';
import { type JsonObject, required, textIn } from '../platform-json.js';

/**
 * What the `content` of a message event says. What is not known, or not as documented, stays whole as `unknown`; so does a shared
 * location, which a contact window does not take.
 */
export const contentOf = (content: JsonObject, botId: string): MessageContent => {
  const unknown = () => unknownContent(textIn(content.type) ?? 'message', content);
  return understoodOr(() => knownContentOf(content, botId) ?? unknown(), unknown);
};

const knownContentOf = (content: JsonObject, botId: string): MessageContent | undefined => {
  switch (content.type) {
    case 'text': {
      const text = required(textIn(content.text), 'text');
      // The member pressed a button of ours: what it says, and what stands behind it.
      const data = textIn(content.postback);
      return data === undefined ? { type: 'text', text } : { type: 'postback', data, label: text };
    }
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return { type: content.type, media: mediaOf(content, botId) };
    case 'sticker':
      return { type: 'sticker', stickerId: required(textIn(content.stickerId), 'stickerId'), packId: textIn(content.packageId) };
    default:
      return undefined;
  }
};

/** LINE WORKS tells no name, size or type; they come with the file. */
const mediaOf = (content: JsonObject, botId: string): MediaReference => {
  const fileId = required(textIn(content.fileId), 'fileId');
  return {
    mediaId: derivedId('media', 'lineworks', botId, fileId),
    source: { kind: 'platform', reference: fileId },
    fileName: textIn(content.fileName),
  };
};
