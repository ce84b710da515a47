import type { MediaReference, MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities, SendContext } from '@madoguchi/use-cases';
import { commonProblems, type ContentProblem } from '../content-problem.js';
import { WINDOW_CLOSED } from './errors.js';

export const whatsappCapabilities: ChannelCapabilities = {
  textLimit: 4_096,
  outbound: ['text', 'image', 'video', 'audio', 'file', 'location'],
  receipts: { delivered: true, read: true },
  imageTypes: ['image/jpeg', 'image/png'],
  imageLimit: 5_000_000,
};

const CAPTION_LIMIT = 1_024;

/** Free text is taken for so long after the customer's last message or call. */
const SERVICE_WINDOW_MS = 24 * 60 * 60_000;

/** MIME types and bytes; a document may be of any type. Images are in the capabilities. */
const FILES = {
  video: { types: ['video/mp4', 'video/3gpp'], limit: 16_000_000 },
  audio: { types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'], limit: 16_000_000 },
  file: { types: undefined, limit: 100_000_000 },
} as const;

/** What is wrong with the message itself, at any time. */
export const whatsappProblems = (content: MessageContent): readonly ContentProblem[] => [
  ...commonProblems(content, 'WhatsApp', whatsappCapabilities, CAPTION_LIMIT),
  ...(content.type === 'video' || content.type === 'audio' || content.type === 'file' ? fileProblems(content.type, content.media) : []),
  ...(content.type === 'audio' && content.caption
    ? [{ code: 'caption-not-shown', reason: 'WhatsApp shows no caption under audio.', remedy: 'Send the words as a text of their own.' }]
    : []),
];

/** As {@link whatsappProblems}, and whether free messages are taken now. */
export const whatsappProblemsNow = (content: MessageContent, { now, lastCustomerMessageAt }: SendContext): readonly ContentProblem[] => {
  const open = lastCustomerMessageAt !== undefined && now.getTime() - lastCustomerMessageAt.getTime() < SERVICE_WINDOW_MS;
  const { code, remedy } = WINDOW_CLOSED;
  const reason = 'More than 24 hours have passed since the customer last wrote; WhatsApp takes no free message now.';
  return [...whatsappProblems(content), ...(open ? [] : [{ code, reason, remedy }])];
};

const fileProblems = (type: keyof typeof FILES, media: MediaReference): readonly ContentProblem[] => {
  const { types, limit } = FILES[type];
  const mimeType = media.mimeType?.split(';')[0];
  return [
    ...(types === undefined || mimeType === undefined || (types as readonly string[]).includes(mimeType)
      ? []
      : [
          {
            code: `${type}-type`,
            reason: `WhatsApp plays no ${type} of the type ${mimeType}.`,
            remedy: `Send it as a file, or save it as one of: ${types.join(', ')}.`,
          },
        ]),
    ...(media.size === undefined || media.size <= limit
      ? []
      : [
          {
            code: 'file-too-large',
            reason: `The file has ${(media.size / 1_000_000).toFixed(1)} MB; WhatsApp takes ${limit / 1_000_000} MB of this kind.`,
            remedy: 'Send a smaller file or a link.',
          },
        ]),
  ];
};
