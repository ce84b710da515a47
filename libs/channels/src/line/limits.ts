import type { MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities } from '@madoguchi/use-cases';
import { commonProblems, type ContentProblem, tooLong } from '../content-problem.js';
import { choicesProblems } from './choices.js';

/** Bytes of a video or an audio; a file goes as a link, for which LINE has no limit, so it gets the same. */
const LARGEST = 200_000_000;

export const lineCapabilities: ChannelCapabilities = {
  textLimit: 5_000,
  textUnit: 'UTF-16 units',
  captionLimit: 5_000,
  inbound: ['text', 'image', 'video', 'audio', 'file', 'sticker', 'location', 'postback', 'system', 'unknown'],
  outbound: ['text', 'image', 'video', 'audio', 'file', 'sticker', 'location', 'choices'],
  files: {
    image: { types: ['image/jpeg', 'image/png'], limit: 10_000_000 },
    video: { types: ['video/mp4'], limit: LARGEST },
    audio: { types: ['audio/mpeg', 'audio/mp4', 'audio/m4a', 'audio/x-m4a'], limit: LARGEST },
    file: { limit: LARGEST },
  },
  choices: {
    'quick replies': { most: 13, labelLimit: 20, links: true },
    buttons: { most: 4, labelLimit: 20, links: true },
    list: { most: 10, labelLimit: 40, links: true },
  },
  receipts: { delivered: false, read: false },
  replyTo: true,
  reactions: 'none',
  typing: true,
  readMarks: true,
  rates: { account: { burst: 2_000, perSecond: 2_000 } },
};

/** Of the title and of the address. */
const PLACE_LIMIT = 100;

export const lineProblems = (content: MessageContent): readonly ContentProblem[] => [
  ...commonProblems(content, 'LINE', lineCapabilities),
  ...(content.type === 'choices' ? choicesProblems(content) : []),
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
