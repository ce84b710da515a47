import type { MediaReference, MessageContent } from '@madoguchi/conversation';
import { derivedId } from '@madoguchi/event-sourcing';
import { understoodOr, unknownContent } from '../not-understood.js';
import { idIn, type JsonObject, numberIn, objectIn, required, textIn } from '../platform-json.js';
import { bookingContent } from './notice.js';
import { productContent } from './referral.js';

/** The three sizes of the thumb that stands beside Messenger's input field. */
const THUMBS = new Set(['369239263222822', '369239343222814', '369239383222810']);

/**
 * What a message object of Messenger says, in the order to be shown: one message may hold several attachments, or a text and something
 * that takes no caption. Never empty; what is not known, or not as documented, stays whole as `unknown`.
 */
export const contentsOf = (message: JsonObject, mid: string, pageId: string): readonly MessageContent[] => {
  if (message.is_unsupported === true) return [unknownContent('unsupported', message)];
  const words = wordsOf(message);
  const attachments = attachmentsOf(message).filter((attachment) => !isPreviewOf(attachment, words));
  const [first, ...rest] = attachments.flatMap((attachment, index) =>
    attachmentContents(attachment, derivedId('media', 'messenger', pageId, mid, String(index))),
  );
  if (!first) return [words ?? unknownContent(kindOf(message), message)];
  if (!words) return [first, ...rest];
  return words.type === 'text' && 'caption' in first ? [{ ...first, caption: words.text }, ...rest] : [words, first, ...rest];
};

/** The key that is not part of every message. */
const kindOf = (message: JsonObject): string =>
  Object.keys(message).find((key) => !/^(mid|seq|text|attachments|metadata|reply_to|is_.*)$/.test(key)) ?? 'message';

/** A tapped quick reply brings the words on it and, hidden, its payload; of a shared phone number or address both are the same. */
const wordsOf = (message: JsonObject): Extract<MessageContent, { type: 'text' | 'postback' }> | undefined => {
  const text = textIn(message.text);
  const payload = textIn(objectIn(message.quick_reply)?.payload);
  if (payload !== undefined && payload !== text) return { type: 'postback', data: payload, label: text };
  return text === undefined ? undefined : { type: 'text', text };
};

/** For a while stickers came twice in one message, as `sticker` and as `image` with the same number: it is one. */
const attachmentsOf = (message: JsonObject): readonly unknown[] => {
  const attachments: readonly unknown[] = Array.isArray(message.attachments) ? message.attachments : [];
  const stickers = attachments.map((attachment) => stickerIdOf(objectIn(attachment)));
  return attachments.filter((_, index) => stickers[index] === undefined || stickers.indexOf(stickers[index]) === index);
};

const stickerIdOf = (attachment: JsonObject | undefined): string | undefined => idIn(objectIn(attachment?.payload)?.sticker_id);

const attachmentContents = (value: unknown, mediaId: string): readonly MessageContent[] => {
  const attachment = objectIn(value) ?? { attachment: value };
  const unknown = () => [unknownContent(textIn(attachment.type) ?? 'attachment', attachment)];
  return understoodOr(() => {
    const known = productsIn(attachment) ?? knownAttachment(attachment, mediaId);
    return known === undefined ? unknown() : [known].flat();
  }, unknown);
};

/** Products that the customer shares come as a template, several in one. */
const productsIn = ({ type, payload }: JsonObject): readonly MessageContent[] | undefined => {
  const elements = objectIn(objectIn(payload)?.product)?.elements;
  if (type !== 'template' || !Array.isArray(elements) || elements.length === 0) return undefined;
  return elements.map((element: unknown) => productContent(objectIn(element) ?? {}));
};

const knownAttachment = (attachment: JsonObject, mediaId: string): MessageContent | undefined => {
  const payload = objectIn(attachment.payload) ?? {};
  const stickerId = stickerIdOf(attachment);
  if (stickerId !== undefined) {
    const media = textIn(payload.url) === undefined ? undefined : mediaOf(payload, mediaId);
    return { type: 'sticker', stickerId, emoji: THUMBS.has(stickerId) ? '👍' : undefined, media };
  }
  switch (attachment.type) {
    case 'image':
    case 'video':
    case 'audio':
      return { type: attachment.type, media: mediaOf(payload, mediaId), caption: undefined };
    case 'file':
      return {
        type: 'file',
        media: { ...mediaOf(payload, mediaId), fileName: fileNameIn(required(textIn(payload.url), 'payload.url')) },
        caption: undefined,
      };
    case 'reel':
    case 'ig_reel':
      return { type: 'video', media: mediaOf(payload, mediaId), caption: textIn(payload.title) };
    case 'location': {
      const coordinates = objectIn(payload.coordinates) ?? {};
      return {
        type: 'location',
        latitude: required(numberIn(coordinates.lat), 'coordinates.lat'),
        longitude: required(numberIn(coordinates.long), 'coordinates.long'),
        title: textIn(attachment.title),
      };
    }
    case 'fallback':
    case 'share':
    case 'post':
    case 'ig_post':
    case 'ig_story': {
      const { title, url } = sharedIn(attachment);
      return { type: 'text', text: [title, required(url, 'payload.url')].filter(Boolean).join('\n') };
    }
    case 'appointment_booking':
      return bookingContent(payload);
    default:
      return undefined;
  }
};

/** Files lie at signed addresses of Meta's that need no token and end after a time; the address is all that fetches the file. */
const mediaOf = (payload: JsonObject, mediaId: string): MediaReference => ({
  mediaId,
  source: { kind: 'platform', reference: required(textIn(payload.url), 'payload.url') },
});

/** The address ends in the name that the customer's file had. */
const fileNameIn = (url: string): string | undefined => {
  const name = URL.canParse(url) ? new URL(url).pathname.split('/').at(-1) : undefined;
  try {
    return name ? decodeURIComponent(name) : undefined;
  } catch {
    return name;
  }
};

/** Once beside `type`, now inside `payload`. */
const sharedIn = (attachment: JsonObject) => {
  const payload = objectIn(attachment.payload);
  return { title: textIn(payload?.title) ?? textIn(attachment.title), url: textIn(payload?.url) ?? textIn(attachment.url) };
};

/** Whoever types an address gets a preview of it attached, often behind a redirect of Facebook's (`?u=`): the text says it already. */
const isPreviewOf = (attachment: unknown, words: MessageContent | undefined): boolean => {
  const { url } = sharedIn(objectIn(attachment) ?? {});
  if (objectIn(attachment)?.type !== 'fallback' || words?.type !== 'text' || !url || !URL.canParse(url)) return false;
  const { hostname, searchParams } = new URL(url);
  const target = searchParams.get('u') ?? '';
  return [hostname, URL.canParse(target) ? new URL(target).hostname : hostname].some((host) =>
    words.text.toLowerCase().includes(host.replace(/^www\./, '')),
  );
};
