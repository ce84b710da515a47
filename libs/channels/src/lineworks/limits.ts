import type { MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities } from '@madoguchi/use-cases';
import { commonProblems, type ContentProblem, tooLong } from '../content-problem.js';
import { LARGEST_MEDIA } from '../media-download.js';
import { START } from './parse.js';

/** How much LINE WORKS takes, the tenant's administrator says; this is what we hold in memory for it. */
const FILE = { limit: LARGEST_MEDIA };

export const lineworksCapabilities: ChannelCapabilities = {
  // In which unit LINE WORKS counts is not published: the strictest.
  textLimit: 2_000,
  textUnit: 'UTF-16 units',
  captionLimit: 0,
  // No location: members are not offered to share one, and where one comes all the same it is shown as unknown.
  inbound: ['text', 'image', 'video', 'audio', 'file', 'sticker', 'postback', 'unknown'],
  outbound: ['text', 'image', 'video', 'audio', 'file', 'sticker', 'location', 'choices'],
  files: { image: { types: ['image/jpeg', 'image/png', 'image/gif'], ...FILE }, video: FILE, audio: FILE, file: FILE },
  choices: {
    'quick replies': { most: 13, labelLimit: 20, links: true },
    buttons: { most: 10, labelLimit: 20, links: true },
    list: { most: 4, labelLimit: 20, links: true },
  },
  receipts: { delivered: false, read: false },
  replyTo: false,
  reactions: 'none',
  typing: false,
  readMarks: false,
  // Per minute and kind of call: 60 on the free plan, 240 on the others, half of that on the long run. A 429 tells the rest.
  rates: { account: { burst: 60, perSecond: 1 } },
};

/** Of the text of a template, of a title in it, and of an address. */
const LONGEST_TEMPLATE_TEXT = 1_000;
const LONGEST_DATA = 300;

export const lineworksProblems = (content: MessageContent): readonly ContentProblem[] => [
  ...commonProblems(content, 'LINE WORKS', lineworksCapabilities),
  ...(content.type === 'sticker' && !isSticker(content) ? [NO_STICKER] : []),
  ...(content.type === 'choices' ? choicesProblems(content) : []),
];

const isSticker = ({ packId, stickerId }: { readonly packId?: string; readonly stickerId: string }): boolean =>
  [packId, stickerId].every((id) => id !== undefined && /^\d{1,19}$/.test(id));

const NO_STICKER: ContentProblem = {
  code: 'sticker-unknown',
  reason: 'A sticker of LINE WORKS is named by the number of its package and its own.',
  remedy: 'Choose a sticker of LINE WORKS.',
};

type Choices = Extract<MessageContent, { type: 'choices' }>;

const choicesProblems = ({ style, text, options, buttonLabel = '' }: Choices): readonly ContentProblem[] => {
  const limited = (value: string | undefined, what: string, limit: number) => tooLong(value ?? '', what, 'LINE WORKS', limit);
  return [
    ...(style === 'quick replies' ? [] : limited(text, 'text', LONGEST_TEMPLATE_TEXT)),
    ...(style === 'list' ? limited(buttonLabel, 'button', 20) : []),
    ...options.flatMap(({ id, description, url }) => [
      ...limited(description, 'description', LONGEST_TEMPLATE_TEXT),
      ...limited(url, 'link', LONGEST_TEMPLATE_TEXT),
      ...limited(id, 'id', LONGEST_DATA),
      // It would come back as the button with which members begin.
      ...(id === START && url === undefined ? [RESERVED] : []),
    ]),
  ];
};

const RESERVED: ContentProblem = {
  code: 'choice-reserved',
  reason: `LINE WORKS itself uses the id "${START}", for the button with which members begin.`,
  remedy: 'Give the choice another id.',
};
