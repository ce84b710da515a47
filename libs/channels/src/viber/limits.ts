import type { MediaReference, MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities } from '@madoguchi/use-cases';
import { commonProblems, type ContentProblem, tooLong } from '../content-problem.js';
import { htmlOf, MOST_BUTTONS, trackingDataOf } from './choices.js';
import { isProgram } from './file-name.js';
import { viberMessagesOf } from './message.js';

export const TEXT_LIMIT = 7_000;

/** Of the words on a button: one line on a phone, and within Viber's 250 whatever HTML makes of them. */
const LABEL_LIMIT = 50;
const FILE = { limit: 52_428_800 };

export const viberCapabilities: ChannelCapabilities = {
  textLimit: TEXT_LIMIT,
  textUnit: 'UTF-16 units',
  captionLimit: 512,
  inbound: ['text', 'image', 'video', 'file', 'sticker', 'location', 'contact', 'postback', 'unknown'],
  // Viber has no audio message: an audio goes as a file.
  outbound: ['text', 'image', 'video', 'audio', 'file', 'sticker', 'location', 'contact', 'choices'],
  files: {
    // What iPhones show; Android shows 3 MB.
    image: { types: ['image/jpeg', 'image/png', 'image/gif'], limit: 1_000_000 },
    video: { types: ['video/mp4'], limit: 27_262_976 },
    audio: FILE,
    file: FILE,
  },
  choices: {
    'quick replies': { most: 24, labelLimit: LABEL_LIMIT, links: true },
    buttons: { most: MOST_BUTTONS, labelLimit: LABEL_LIMIT, links: true },
  },
  receipts: { delivered: true, read: true },
  replyTo: false,
  reactions: 'none',
  typing: false,
  readMarks: false,
  // Viber names no rate for single messages: this is its rate for broadcasts. 100 messages an hour go to somebody who does not answer,
  // any number to somebody who does, so that limit is left to Viber (status 12).
  rates: { account: { burst: 50, perSecond: 50 } },
};

const CARD_TEXT_LIMIT = 250;
const CONTACT_NAME_LIMIT = 28;
const PHONE_LIMIT = 18;
const FILE_NAME_LIMIT = 256;
const ADDRESS_LIMIT = 2_000;
const TRACKING_LIMIT = 4_000;
const LONGEST_VIDEO_MS = 180_000;

/** Bytes of a whole request, 30 KB, less what receiver and sender take. */
const REQUEST_LIMIT = 30_000 - 500;

export const viberProblems = (content: MessageContent): readonly ContentProblem[] => {
  const common = commonProblems(content, 'Viber', viberCapabilities);
  return common.length > 0 ? common : [...ownProblems(content), ...sizeProblems(content)];
};

const ownProblems = (content: MessageContent): readonly ContentProblem[] => {
  switch (content.type) {
    case 'video':
      return (content.media.durationMs ?? 0) > LONGEST_VIDEO_MS
        ? [
            {
              code: 'video-too-long',
              reason: 'Viber takes videos of 3 minutes; this one is longer.',
              remedy: 'Cut it, or send it as a file.',
            },
          ]
        : [];
    case 'audio':
    case 'file':
      return fileProblems(content.media);
    case 'sticker':
      return isStickerId(content.stickerId)
        ? []
        : [{ code: 'sticker-unknown', reason: 'This is no number of a Viber sticker.', remedy: 'Choose a sticker of Viber.' }];
    case 'contact':
      return [content, ...(content.more ?? [])].flatMap(({ name, phone = '' }) => contactProblems(name, phone));
    case 'choices':
      return choicesProblems(content);
    default:
      return [];
  }
};

const fileProblems = ({ fileName = '' }: MediaReference): readonly ContentProblem[] => [
  ...tooLong(fileName, 'name', 'Viber', FILE_NAME_LIMIT),
  ...(isProgram(fileName)
    ? [{ code: 'file-type', reason: 'Viber takes no programs.', remedy: 'Put it into an archive, or send a link to it.' }]
    : []),
];

/** Viber wants the number itself, not its digits as text. */
const isStickerId = (id: string): boolean => /^\d+$/.test(id) && Number.isSafeInteger(Number(id));

const contactProblems = (name: string, phone: string): readonly ContentProblem[] => [
  ...tooLong(name, 'name', 'Viber', CONTACT_NAME_LIMIT),
  ...tooLong(phone, 'number', 'Viber', PHONE_LIMIT),
  ...(name.trim() === '' || phone.trim() === ''
    ? [
        {
          code: 'contact-incomplete',
          reason: 'A contact of Viber has a name and a phone number.',
          remedy: 'Add what is missing, or write it as a text.',
        },
      ]
    : []),
];

const choicesProblems = (content: Extract<MessageContent, { type: 'choices' }>): readonly ContentProblem[] => {
  const said = content.options.flatMap(({ label, url }) => url ?? (content.style === 'quick replies' ? label.trim() : []));
  const addresses = content.options.flatMap(({ url }) => url ?? []);
  return [
    // The words, or the address, are all that comes back.
    ...(new Set(said).size < said.length
      ? [
          {
            code: 'choices-alike',
            reason: 'Two choices say the same; Viber would not tell which was tapped.',
            remedy: 'Word them differently.',
          },
        ]
      : []),
    ...(content.style === 'buttons' ? tooLong(htmlOf(content.text), 'text', 'Viber on a card', CARD_TEXT_LIMIT) : []),
    ...addresses.flatMap((address) => tooLong(address, 'address', 'Viber', ADDRESS_LIMIT)),
    ...(addresses.every((address) => /^https?:\/\//i.test(address) && URL.canParse(address))
      ? []
      : [{ code: 'choice-link', reason: 'A link on a choice is no web address.', remedy: 'Begin it with https://.' }]),
    ...(trackingDataOf(content).length > TRACKING_LIMIT
      ? [
          {
            code: 'choices-too-long',
            reason: 'Viber takes about 4,000 characters of choices.',
            remedy: 'Offer fewer choices, or shorter ones.',
          },
        ]
      : []),
  ];
};

const sizeProblems = (content: MessageContent): readonly ContentProblem[] =>
  viberMessagesOf({ content, mediaUrl: 'https://example.com/' }).some(
    (message) => Buffer.byteLength(JSON.stringify(message)) > REQUEST_LIMIT,
  )
    ? [{ code: 'message-too-large', reason: 'Viber takes 30 KB in one message; this is more.', remedy: 'Send it in several messages.' }]
    : [];
