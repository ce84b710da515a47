import type { ChannelCapabilities } from '@madoguchi/use-cases';
import type { MessageContent } from '@madoguchi/conversation';

/** Why something cannot go out, known before it is sent. */
export interface ContentProblem {
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
}

/** Problems that every platform has in common: kind, length and size; `captionLimit` and lengths in UTF-16 units. */
export const commonProblems = (
  content: MessageContent,
  platform: string,
  limits: ChannelCapabilities,
  captionLimit: number,
): readonly ContentProblem[] => {
  if (!limits.outbound.includes(content.type)) {
    const remedy =
      content.type === 'unknown'
        ? 'Write it as a text.'
        : `Send one of: ${limits.outbound.join(', ')}. A file can be sent as a link in a text.`;
    return [{ code: 'type-not-supported', reason: `${platform} takes no message of the type "${content.type}" from a business.`, remedy }];
  }
  switch (content.type) {
    case 'text':
      return textProblems(content.text, platform, limits.textLimit);
    case 'image':
      return [
        ...imageProblems(content.media.mimeType, content.media.size, platform, limits),
        ...tooLong(content.caption ?? '', 'caption', platform, captionLimit),
      ];
    case 'video':
    case 'audio':
    case 'file':
      return tooLong(content.caption ?? '', 'caption', platform, captionLimit);
    default:
      return [];
  }
};

const textProblems = (text: string, platform: string, limit: number): readonly ContentProblem[] =>
  text.trim() === ''
    ? [{ code: 'text-empty', reason: 'The text is empty.', remedy: 'Write something.' }]
    : tooLong(text, 'text', platform, limit);

/** Never cut silently: what the agent meant as one message is for the agent to divide. */
export const tooLong = (text: string, what: string, platform: string, limit: number): readonly ContentProblem[] =>
  text.length <= limit
    ? []
    : [
        {
          code: `${what}-too-long`,
          reason: `The ${what} has ${text.length} characters; ${platform} takes ${limit}.`,
          remedy: 'Shorten it or send it in several messages.',
        },
      ];

const imageProblems = (
  mimeType: string | undefined,
  size: number | undefined,
  platform: string,
  limits: ChannelCapabilities,
): readonly ContentProblem[] => [
  ...(mimeType === undefined || limits.imageTypes.includes(mimeType)
    ? []
    : [
        {
          code: 'image-type',
          reason: `${platform} shows no images of the type ${mimeType}.`,
          remedy: `Save it as one of: ${limits.imageTypes.join(', ')}.`,
        },
      ]),
  ...(size === undefined || size <= limits.imageLimit
    ? []
    : [
        {
          code: 'image-too-large',
          reason: `The image has ${(size / 1_000_000).toFixed(1)} MB; ${platform} takes ${limits.imageLimit / 1_000_000} MB.`,
          remedy: 'Send a smaller one.',
        },
      ]),
];
