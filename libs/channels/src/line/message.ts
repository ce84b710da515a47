import type { SendRequest } from '@madoguchi/use-cases';

/** The message objects that we send (Messaging API reference, "Message objects"). */
export type LineMessage =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image'; readonly originalContentUrl: string; readonly previewImageUrl: string }
  | { readonly type: 'sticker'; readonly packageId: string; readonly stickerId: string }
  | { readonly type: 'location'; readonly title: string; readonly address: string; readonly latitude: number; readonly longitude: number };

/**
 * The objects of one call, in the order in which the customer sees them; empty when LINE has nothing for this content.
 * A caption follows its image as a text of its own. LINE quotes only by a quote token, so `replyTo` is not shown there.
 */
export const lineMessagesOf = ({ content, mediaUrl }: Pick<SendRequest, 'content' | 'mediaUrl'>): readonly LineMessage[] => {
  switch (content.type) {
    case 'text':
      return [{ type: 'text', text: content.text }];
    case 'image': {
      if (mediaUrl === undefined) return [];
      const image: LineMessage = { type: 'image', originalContentUrl: mediaUrl, previewImageUrl: mediaUrl };
      return content.caption ? [image, { type: 'text', text: content.caption }] : [image];
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
    default:
      return [];
  }
};
