import type { MediaReference, MessageContent } from '@madoguchi/conversation';
import { derivedId } from '@madoguchi/event-sourcing';
import { understoodOr, unknownContent } from '../not-understood.js';
import { idIn, type JsonObject, numberIn, objectIn, required, textIn } from '../platform-json.js';

/** What a Message of the Bot API says. What is not known, or not as documented, stays whole as `unknown`. */
export const contentOf = (message: JsonObject, botId: string): MessageContent => {
  const unknown = () => unknownContent(kindOf(message), message);
  return understoodOr(() => knownContentOf(message, botId) ?? unknown(), unknown);
};

/** The key that holds the content: the first that does not belong to every message. */
export const kindOf = (message: JsonObject): string => Object.keys(message).find((key) => !ENVELOPE.test(key)) ?? 'message';

const ENVELOPE = new RegExp(
  '^(' +
    [
      'message_id|message_thread_id|direct_messages_topic|from|sender_.*|chat|date|edit_date|forward_.*|is_.*|has_.*|reply_.*|external_reply|quote',
      'via_bot|business_connection_id|media_group_id|author_signature|paid_star_count|suggested_post_info|effect_id|link_preview_options',
      'entities|caption|caption_entities|show_caption_above_media',
    ].join('|') +
    ')$',
);

/** A key that says more comes first: an animation comes with `document`, a venue with `location`, a live photo with `photo`. */
const knownContentOf = (message: JsonObject, botId: string): MessageContent | undefined => {
  const caption = textIn(message.caption);
  const file = (type: 'image' | 'video' | 'audio' | 'file', value: unknown): MessageContent => ({
    type,
    media: mediaOf(required(objectIn(value), type), message, botId),
    caption,
  });
  if (message.text !== undefined) return wordsOf(required(textIn(message.text), 'text'));
  if (message.animation !== undefined) return file('video', message.animation);
  if (message.photo !== undefined) return file('image', largest(message.photo));
  if (message.video !== undefined) return file('video', message.video);
  if (message.video_note !== undefined) return file('video', message.video_note);
  if (message.voice !== undefined) return file('audio', message.voice);
  if (message.audio !== undefined) return file('audio', message.audio);
  if (message.document !== undefined) return file('file', message.document);
  if (message.sticker !== undefined) return stickerOf(required(objectIn(message.sticker), 'sticker'), message, botId);
  if (message.venue !== undefined) return placeOf(required(objectIn(message.venue), 'venue'));
  if (message.location !== undefined) return placeOf({ location: message.location });
  if (message.contact !== undefined) return contactOf(required(objectIn(message.contact), 'contact'));
  return undefined;
};

/** Who came by a link `https://t.me/<bot>?start=<payload>` pressed "Start", and Telegram wrote this for them. */
const wordsOf = (text: string): MessageContent => {
  const payload = /^\/start ([A-Za-z0-9_-]{1,64})$/.exec(text)?.[1];
  return payload === undefined ? { type: 'text', text } : { type: 'referral', source: 'start', text, reference: payload };
};

/** One picture in several sizes; the order is not promised. */
const largest = (sizes: unknown): unknown => {
  const area = (size: unknown) => (numberIn(objectIn(size)?.width) ?? 0) * (numberIn(objectIn(size)?.height) ?? 0);
  return (Array.isArray(sizes) ? (sizes as unknown[]) : []).reduce<unknown>(
    (best, size) => (best === undefined || area(size) > area(best) ? size : best),
    undefined,
  );
};

/** `file_id` fetches the file; `file_unique_id` is the same for every bot and message, so chat and message make it ours. */
const mediaOf = (file: JsonObject, message: JsonObject, botId: string): MediaReference => {
  const reference = required(textIn(file.file_id), 'file_id');
  const seconds = numberIn(file.duration);
  const place = [idIn(objectIn(message.chat)?.id) ?? '', idIn(message.message_id) ?? ''];
  return {
    mediaId: derivedId('media', 'telegram', botId, ...place, textIn(file.file_unique_id) ?? reference),
    source: { kind: 'platform', reference },
    fileName: textIn(file.file_name),
    mimeType: textIn(file.mime_type),
    size: numberIn(file.file_size),
    durationMs: seconds === undefined ? undefined : numberIn(seconds * 1000),
  };
};

const stickerOf = (sticker: JsonObject, message: JsonObject, botId: string): MessageContent => ({
  type: 'sticker',
  stickerId: required(textIn(sticker.file_unique_id), 'sticker.file_unique_id'),
  packId: textIn(sticker.set_name),
  emoji: textIn(sticker.emoji),
  media: { ...mediaOf(sticker, message, botId), mimeType: stickerTypeOf(sticker) },
});

/** A sticker's file tells no type; it follows from the way in which the sticker moves. */
const stickerTypeOf = ({ is_animated: animated, is_video: video }: JsonObject): string =>
  animated === true ? 'application/x-tgsticker' : video === true ? 'video/webm' : 'image/webp';

const placeOf = (venue: JsonObject): MessageContent => {
  const location = objectIn(venue.location) ?? {};
  return {
    type: 'location',
    latitude: required(numberIn(location.latitude), 'latitude'),
    longitude: required(numberIn(location.longitude), 'longitude'),
    title: textIn(venue.title),
    address: textIn(venue.address),
  };
};

const contactOf = (contact: JsonObject): MessageContent => ({
  type: 'contact',
  name: [textIn(contact.first_name), textIn(contact.last_name)].filter(Boolean).join(' '),
  phone: textIn(contact.phone_number),
});
