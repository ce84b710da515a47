import type { ChannelCapabilities, ReplyContent } from '@madoguchi/contracts';
import type { Attachment } from './use-attachments.js';

/** One message of what the agent wrote; `attachmentIds`: the files that go with it. */
export interface Part {
  readonly attachmentIds: readonly string[];
  readonly content: ReplyContent;
}

type Limits = Pick<ChannelCapabilities, 'outbound' | 'captionLimit'>;

/**
 * What one press of "send" becomes: a mail holds everything; elsewhere the words go under the first file where the platform shows
 * captions, and behind the files as a message of their own where it does not.
 */
export const partsOf = (text: string, attachments: readonly Attachment[], { outbound, captionLimit }: Limits): readonly Part[] => {
  if (outbound.includes('email')) {
    const mediaIds = attachments.map(({ uploaded }) => uploaded!.mediaId);
    return [{ attachmentIds: attachments.map(({ id }) => id), content: { type: 'email', text, ...(mediaIds.length > 0 && { mediaIds }) } }];
  }
  const words: readonly Part[] = text ? [{ attachmentIds: [], content: { type: 'text', text } }] : [];
  const captioned = attachments[0]?.kind !== 'audio' && text.length <= captionLimit;
  const files = attachments.map(({ id, kind, uploaded }, index): Part => ({
    attachmentIds: [id],
    content: { type: kind, mediaId: uploaded!.mediaId, ...(index === 0 && captioned && text ? { caption: text } : {}) },
  }));
  return [...files, ...(files.length > 0 && captioned ? [] : words)];
};
