import type { MediaReference, MessageContent } from '@madoguchi/conversation';
import type { FileKind, ReplyContent } from '@madoguchi/contracts';
import { ProblemException } from '@madoguchi/service-kit';
import type { Channel, MediaStore, SendContext } from '@madoguchi/use-cases';

/**
 * What the agent wants to send, when this channel takes it now.
 *
 * @throws ProblemException 422 that says what does not fit and what to do, before anything is queued
 */
export const replyContent = async (
  body: ReplyContent,
  channel: Pick<Channel, 'checkContent'>,
  context: SendContext,
  files: (mediaId: string) => Promise<MediaReference>,
): Promise<MessageContent> => {
  const content = await contentOf(body, files);
  const [problem] = channel.checkContent(content, context);
  if (problem) throw new ProblemException(422, problem.code, `${problem.reason} ${problem.remedy}`, { remedy: problem.remedy });
  return content;
};

/** Files that were uploaded before, as a message names them. @throws ProblemException 422 */
export const uploadedFiles =
  (media: Pick<MediaStore, 'describe'>, tenantId: string) =>
  async (mediaId: string): Promise<MediaReference> => {
    const stored = await media.describe(tenantId, mediaId);
    if (!stored) throw new ProblemException(422, 'no-such-media', 'This file was not uploaded. Upload it first: POST /api/v1/media.');
    const { fileName, mimeType, size } = stored;
    return { mediaId, source: { kind: 'stored' }, fileName, mimeType, size };
  };

/** Only what the type names is taken over. */
const contentOf = async (body: ReplyContent, files: (mediaId: string) => Promise<MediaReference>): Promise<MessageContent> => {
  switch (body.type) {
    case 'text':
      return { type: 'text', text: body.text };
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return fileContent(body.type, await files(body.mediaId), body.caption);
    case 'location': {
      const { type, latitude, longitude, title, address } = body;
      return { type, latitude: Number(latitude), longitude: Number(longitude), title, address };
    }
    case 'sticker':
      return { type: 'sticker', stickerId: body.stickerId, packId: body.packId };
    case 'contact':
      return { type: 'contact', name: body.name, phone: body.phone };
    case 'choices': {
      const { type, style, text, buttonLabel } = body;
      const options = body.options.map(({ id, label, description, url }) => ({ id, label, description, url }));
      return { type, style, text, options, buttonLabel };
    }
    case 'template': {
      const { type, name, language, parameters, text } = body;
      return { type, name, language, parameters, text };
    }
    case 'email': {
      const attachments: MediaReference[] = [];
      for (const mediaId of body.mediaIds ?? []) attachments.push(await files(mediaId.toLowerCase()));
      return { type: 'email', subject: body.subject, text: body.text, attachments };
    }
  }
};

const fileContent = (type: FileKind, media: MediaReference, caption: string | undefined): MessageContent => ({
  type,
  media,
  ...(caption ? { caption } : {}),
});
