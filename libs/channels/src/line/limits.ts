import type { MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities } from '@madoguchi/use-cases';
import { commonProblems, type ContentProblem, tooLong } from '../content-problem.js';

export const lineCapabilities: ChannelCapabilities = {
  textLimit: 5_000,
  // LINE has no outbound file message; video and audio need a preview image and a duration that nobody has yet.
  outbound: ['text', 'image', 'sticker', 'location'],
  receipts: { delivered: false, read: false },
  imageTypes: ['image/jpeg', 'image/png'],
  imageLimit: 10_000_000,
};

/** Of the title and of the address. */
const PLACE_LIMIT = 100;

export const lineProblems = (content: MessageContent): readonly ContentProblem[] => [
  ...commonProblems(content, 'LINE', lineCapabilities, lineCapabilities.textLimit),
  ...(content.type === 'location'
    ? [...tooLong(content.title ?? '', 'title', 'LINE', PLACE_LIMIT), ...tooLong(content.address ?? '', 'address', 'LINE', PLACE_LIMIT)]
    : []),
  ...(content.type === 'sticker' && content.packId === undefined
    ? [
        {
          code: 'sticker-incomplete',
          reason: 'LINE finds a sticker by its package and its number; the package is missing.',
          remedy: 'Choose a sticker of LINE.',
        },
      ]
    : []),
];
