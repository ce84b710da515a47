import type { MediaReference } from '@madoguchi/conversation';
import type { SendRequest } from '@madoguchi/use-cases';
import { choicesMessageOf, type LineChoicesMessage } from './choices.js';

/** The message objects that we send (Messaging API reference, "Message objects"). LINE has none for files. */
export type LineMessage =
  | LineText
  | { readonly type: 'image'; readonly originalContentUrl: string; readonly previewImageUrl: string }
  | { readonly type: 'video'; readonly originalContentUrl: string; readonly previewImageUrl: string }
  | { readonly type: 'audio'; readonly originalContentUrl: string; readonly duration: number }
  | { readonly type: 'sticker'; readonly packageId: string; readonly stickerId: string; readonly quoteToken?: string }
  | { readonly type: 'location'; readonly title: string; readonly address: string; readonly latitude: number; readonly longitude: number }
  | LineChoicesMessage;

interface LineText {
  readonly type: 'text';
  readonly text: string;
  readonly quoteToken?: string;
}

type Request = Pick<SendRequest, 'content' | 'mediaUrl' | 'mediaFile' | 'replyTo'>;

/** Bytes of a picture that may stand as its own preview. */
const LARGEST_PREVIEW = 1_000_000;

/**
 * The objects of one call, in the order in which the customer sees them; empty when there is nothing to be sent.
 *
 * @param videoPreview address of a picture that a video shows until it is played; without one the video goes as a link
 */
export const lineMessagesOf = (request: Request, videoPreview?: string): readonly LineMessage[] =>
  quoting(plainMessagesOf(request, videoPreview), request.replyTo?.quoteToken);

const plainMessagesOf = ({ content, mediaUrl, mediaFile }: Request, videoPreview?: string): readonly LineMessage[] => {
  switch (content.type) {
    case 'text':
      return [{ type: 'text', text: content.text }];
    case 'image':
    case 'video':
    case 'audio':
    case 'file': {
      if (mediaUrl === undefined) return [];
      const { media, caption } = content;
      const ownPreview = (media.size ?? mediaFile?.bytes.length ?? 0) <= LARGEST_PREVIEW ? mediaUrl : undefined;
      const file = fileMessageOf(content.type, media, mediaUrl, content.type === 'image' ? ownPreview : videoPreview);
      return [
        file ?? linkTo(mediaUrl, media.fileName ?? mediaFile?.fileName),
        ...(caption ? [{ type: 'text', text: caption } as const] : []),
      ];
    }
    case 'sticker':
      return content.packId === undefined ? [] : [{ type: 'sticker', packageId: content.packId, stickerId: content.stickerId }];
    case 'location': {
      const { latitude, longitude } = content;
      // LINE insists on both texts.
      const place = `${latitude}, ${longitude}`;
      return [
        { type: 'location', title: content.title || content.address || place, address: content.address || place, latitude, longitude },
      ];
    }
    case 'choices':
      return [choicesMessageOf(content)];
    default:
      return [];
  }
};

/** Undefined where LINE has no object for it, or what the object must have is not known. */
const fileMessageOf = (
  type: 'image' | 'video' | 'audio' | 'file',
  { durationMs }: MediaReference,
  url: string,
  preview: string | undefined,
): LineMessage | undefined => {
  switch (type) {
    case 'image':
    case 'video':
      return preview === undefined ? undefined : { type, originalContentUrl: url, previewImageUrl: preview };
    case 'audio':
      return durationMs === undefined ? undefined : { type, originalContentUrl: url, duration: Math.max(1, Math.round(durationMs)) };
    case 'file':
      return undefined;
  }
};

/** The name in a line of its own: phones make a link of the address. */
const linkTo = (url: string, fileName: string | undefined): LineText => ({
  type: 'text',
  text: fileName === undefined ? url : `${fileName}\n${url}`,
});

/** Texts and stickers can quote; of several objects the first such does. */
const quoting = (messages: readonly LineMessage[], quoteToken: string | undefined): readonly LineMessage[] => {
  const first = messages.findIndex(({ type }) => type === 'text' || type === 'sticker');
  return quoteToken === undefined ? messages : messages.map((message, index) => (index === first ? { ...message, quoteToken } : message));
};
