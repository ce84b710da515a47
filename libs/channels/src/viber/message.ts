import type { MediaReference } from '@madoguchi/conversation';
import type { SendRequest } from '@madoguchi/use-cases';
import { cardOf, keyboardOf, trackingDataOf, type ViberKeyboard, type ViberRichMedia } from './choices.js';
import { endingIn, fileNameOf, pictureExtensionOf } from './file-name.js';

/** The messages that we send (Viber REST API, "Message types"), without receiver and sender. */
export type ViberMessage = { readonly min_api_version: number; readonly tracking_data: string } & (
  | { readonly type: 'text'; readonly text: string; readonly keyboard?: ViberKeyboard }
  | { readonly type: 'picture'; readonly media: string; readonly text: string }
  | { readonly type: 'video'; readonly media: string; readonly size: number; readonly duration?: number; readonly text?: string }
  | { readonly type: 'file'; readonly media: string; readonly size: number; readonly file_name: string }
  | { readonly type: 'contact'; readonly contact: { readonly name: string; readonly phone_number: string } }
  | { readonly type: 'location'; readonly location: { readonly lat: number; readonly lon: number } }
  | { readonly type: 'sticker'; readonly sticker_id: number }
  | { readonly type: 'rich_media'; readonly rich_media: ViberRichMedia; readonly alt_text: string }
);

/** A body of `send_message`. */
export type ViberSend = ViberMessage & { readonly receiver: string; readonly sender: { readonly name: string } };

/** Cards need a client of 2016 or later; everything else is older. */
const CARD_VERSION = 2;

/** What is known of the file: the stored one says it best, but what kind it is, the message says. */
export const knownFileOf = (media: MediaReference, file: SendRequest['mediaFile']): MediaReference => ({
  ...media,
  size: file?.bytes.length ?? media.size,
  fileName: media.fileName ?? file?.fileName,
  mimeType: media.mimeType ?? file?.mimeType,
});

/**
 * The messages of one content, in the order in which the customer sees them; empty when its file is missing, or nothing is known of it.
 * What Viber has no place for (the words under a file, the name of a place) follows as a text of its own.
 */
export const viberMessagesOf = ({ content, mediaUrl }: Pick<SendRequest, 'content' | 'mediaUrl'>): readonly ViberMessage[] => {
  const common = { min_api_version: 1, tracking_data: trackingDataOf(content) };
  const text = (words: string | undefined): readonly ViberMessage[] => (words ? [{ ...common, type: 'text', text: words }] : []);
  switch (content.type) {
    case 'text':
      return text(content.text);
    case 'image':
      return mediaUrl === undefined
        ? []
        : [{ ...common, type: 'picture', media: endingIn(pictureExtensionOf(content.media), mediaUrl), text: content.caption ?? '' }];
    case 'video': {
      const { size, durationMs } = content.media;
      if (mediaUrl === undefined || size === undefined) return [];
      const duration = durationMs === undefined ? {} : { duration: Math.max(1, Math.round(durationMs / 1000)) };
      const caption = content.caption ? { text: content.caption } : {};
      return [{ ...common, type: 'video', media: endingIn('mp4', mediaUrl), size, ...duration, ...caption }];
    }
    case 'audio':
    case 'file': {
      const name = fileNameOf(content.media);
      const { size } = content.media;
      if (mediaUrl === undefined || size === undefined || name === undefined) return [];
      const media = endingIn(name.slice(name.lastIndexOf('.') + 1).toLowerCase(), mediaUrl);
      return [{ ...common, type: 'file', media, size, file_name: name }, ...text(content.caption)];
    }
    case 'contact': {
      const { name, phone, more = [] } = content;
      return [{ name, phone }, ...more].map((person) => ({
        ...common,
        type: 'contact',
        contact: { name: person.name, phone_number: person.phone ?? '' },
      }));
    }
    case 'location': {
      const { latitude, longitude, title, address } = content;
      const place = [title, address].filter(Boolean).join('\n');
      return [{ ...common, type: 'location', location: { lat: latitude, lon: longitude } }, ...text(place)];
    }
    case 'sticker':
      return [{ ...common, type: 'sticker', sticker_id: Number(content.stickerId) }];
    case 'choices':
      return content.style === 'quick replies'
        ? [{ ...common, type: 'text', text: content.text, keyboard: keyboardOf(content) }]
        : [{ ...common, min_api_version: CARD_VERSION, type: 'rich_media', rich_media: cardOf(content), alt_text: content.text }];
    default:
      return [];
  }
};

/** A welcome: the answer to `conversation_started` may be one message, the only one that somebody gets who has not subscribed. */
export const welcomeOf = (text: string): ViberMessage => ({
  min_api_version: 1,
  tracking_data: trackingDataOf({ type: 'text', text }),
  type: 'text',
  text,
});
