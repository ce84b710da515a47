import type { MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities } from '@madoguchi/use-cases';
import { choicesProblems } from './choices.js';
import { commonProblems, type ContentProblem } from '../content-problem.js';
import { TELEGRAM_REACTIONS } from './reactions.js';

/** Bytes that a bot may upload. */
const FILE = { limit: 50_000_000 };

/** Telegram publishes no number of buttons and no length of their words, but refuses keyboards of more than about 10 kB: these stay below. */
const BUTTONS = { most: 20, labelLimit: 64 };

export const telegramCapabilities: ChannelCapabilities = {
  textLimit: 4_096,
  textUnit: 'UTF-16 units',
  captionLimit: 1_024,
  inbound: ['text', 'image', 'video', 'audio', 'file', 'sticker', 'location', 'contact', 'postback', 'referral', 'unknown'],
  outbound: ['text', 'image', 'video', 'audio', 'file', 'sticker', 'location', 'contact', 'choices'],
  files: {
    image: { types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'], limit: 10_000_000 },
    video: FILE,
    audio: { types: ['audio/mpeg', 'audio/mp4', 'audio/m4a', 'audio/x-m4a', 'audio/ogg'], ...FILE },
    file: FILE,
  },
  // Buttons first: what is chosen there comes back with its id, a quick reply as a text with the words on it.
  choices: { buttons: { ...BUTTONS, links: true }, 'quick replies': { ...BUTTONS, links: false } },
  receipts: { delivered: false, read: false },
  replyTo: true,
  reactions: TELEGRAM_REACTIONS,
  typing: true,
  readMarks: false,
  rates: { account: { burst: 30, perSecond: 30 }, recipient: { burst: 1, perSecond: 1 } },
};

export const telegramProblems = (content: MessageContent): readonly ContentProblem[] => [
  ...commonProblems(content, 'Telegram', telegramCapabilities),
  ...(content.type === 'choices' ? choicesProblems(content) : []),
  ...(content.type === 'contact' ? contactProblems(content) : []),
];

const contactProblems = ({ name, phone, more = [] }: Extract<MessageContent, { type: 'contact' }>): readonly ContentProblem[] => [
  ...(name.trim() === '' || !phone
    ? [
        {
          code: 'contact-incomplete',
          reason: 'Telegram takes a contact only with a name and a phone number.',
          remedy: 'Enter both, or write it as a text.',
        },
      ]
    : []),
  ...(more.length > 0
    ? [{ code: 'contacts-too-many', reason: 'Telegram takes one person in a contact.', remedy: 'Send a contact for each person.' }]
    : []),
];
