import type { MessageContent } from '@madoguchi/conversation';
import type { FolderMediaStore } from '@madoguchi/media';
import { ProblemException } from '@madoguchi/service-kit';
import type { ChannelCapabilities } from '@madoguchi/use-cases';
import type { ReplyContentBody } from './requests.js';

type Limits = Pick<ChannelCapabilities, 'textLimit' | 'outbound' | 'imageTypes' | 'imageLimit'>;

/**
 * What the agent wants to send, when this channel can carry it.
 *
 * @throws ProblemException 422 that says what does not fit, before anything is queued
 */
export const replyContent = async (
  body: ReplyContentBody,
  limits: Limits,
  media: FolderMediaStore,
  tenantId: string,
): Promise<MessageContent> => {
  if (!limits.outbound.includes(body.type))
    throw new ProblemException(422, 'unsupported-content', `This channel cannot send the type "${body.type}".`);
  const words = body.type === 'text' ? (body.text ?? '') : (body.caption ?? '');
  if (words.length > limits.textLimit) {
    throw new ProblemException(
      422,
      'too-long',
      `This channel takes ${limits.textLimit} characters; these are ${words.length}. Split it into several replies.`,
      {
        limit: limits.textLimit,
      },
    );
  }
  if (body.type === 'text') return { type: 'text', text: words };

  const mediaId = body.mediaId ?? '';
  const stored = await media.describe(tenantId, mediaId);
  if (!stored) throw new ProblemException(422, 'no-such-media', 'This file was not uploaded. Upload it first: POST /api/v1/media.');
  if (!limits.imageTypes.includes(stored.mimeType)) {
    throw new ProblemException(
      422,
      'unsupported-image',
      `This channel takes ${limits.imageTypes.join(', ')}; this file is ${stored.mimeType}.`,
    );
  }
  if (stored.size > limits.imageLimit) {
    throw new ProblemException(
      422,
      'too-large',
      `This channel takes images up to ${limits.imageLimit} bytes; this one has ${stored.size}.`,
    );
  }
  const { fileName, mimeType, size } = stored;
  return {
    type: 'image',
    media: { mediaId, source: { kind: 'stored' }, fileName, mimeType, size },
    ...(body.caption ? { caption: body.caption } : {}),
  };
};
