import type { MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities } from '@madoguchi/use-cases';
import { commonProblems, type ContentProblem, tooLong } from '../content-problem.js';

export const lineCapabilities: ChannelCapabilities = {
  textLimit: 5_000,
  textUnit: 'UTF-16 units',
  captionLimit: 5_000,
  inbound: ['text', 'image', 'video', 'audio', 'file', 'sticker', 'location', 'postback', 'unknown'],
  // LINE has no outbound file message; video and audio need a preview image and a duration that nobody has yet.
  outbound: ['text', 'image', 'sticker', 'location'],
  files: { image: { types: ['image/jpeg', 'image/png'], limit: 10_000_000 } },
  choices: {},
  receipts: { delivered: false, read: false },
  replyTo: false,
  reactions: 'none',
  typing: false,
  readMarks: false,
  rates: { account: { burst: 100, perSecond: 100 } },
};

/** Of the title and of the address. */
const PLACE_LIMIT = 100;

export const lineProblems = (content: MessageContent): readonly ContentProblem[] => [
  ...commonProblems(content, 'LINE', lineCapabilities),
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
