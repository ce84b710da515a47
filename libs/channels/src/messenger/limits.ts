import type { MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities, SendContext } from '@madoguchi/use-cases';
import { commonProblems, type ContentProblem, tooLong } from '../content-problem.js';
import { BUTTON_LABEL } from './choices.js';

/** Characters: of the words above buttons, of a card's second line, and of what a button sends back. */
const BUTTON_TEXT = 640;
const CARD_LINE = 80;
const PAYLOAD = 1_000;

/** A video, an audio or a file. */
const FILE = { limit: 25_000_000 };

export const messengerCapabilities: ChannelCapabilities = {
  // "Less than 2000 characters".
  textLimit: 1_999,
  textUnit: 'UTF-16 units',
  captionLimit: 1_999,
  inbound: ['text', 'image', 'video', 'audio', 'file', 'sticker', 'location', 'postback', 'order', 'referral', 'system', 'unknown'],
  outbound: ['text', 'image', 'video', 'audio', 'file', 'sticker', 'choices'],
  files: { image: { types: ['image/jpeg', 'image/png', 'image/gif'], limit: 8_000_000 }, video: FILE, audio: FILE, file: FILE },
  choices: {
    'quick replies': { most: 13, labelLimit: BUTTON_LABEL, links: false },
    buttons: { most: 3, labelLimit: BUTTON_LABEL, links: true },
    list: { most: 10, labelLimit: CARD_LINE, links: true },
  },
  receipts: { delivered: true, read: true },
  replyTo: true,
  reactions: 'any',
  typing: true,
  readMarks: true,
  botsAtPlatform: true,
  window: { hours: 24, afterwards: 'agents only', untilHours: 7 * 24 },
  // Of a page. Of audio and video Meta takes ten a second, and says so when there were more.
  rates: { account: { burst: 300, perSecond: 300 } },
};

const DAY_MS = 24 * 60 * 60_000;

/**
 * For a day after the customer's last message anything may be said, until the seventh day only what a person typed, under the
 * tag HUMAN_AGENT (see `send.ts`); then nothing. Whether the page may use the tag only Meta knows, so between the two Meta is asked.
 */
const PERSON_MAY_ANSWER_MS = 7 * DAY_MS;

export const messengerProblems = (content: MessageContent, { now, lastCustomerMessageAt }: SendContext): readonly ContentProblem[] => [
  ...contentProblems(content),
  ...(lastCustomerMessageAt !== undefined && now.getTime() - lastCustomerMessageAt.getTime() > PERSON_MAY_ANSWER_MS
    ? [
        {
          code: 'window-closed',
          reason: `The customer wrote last on ${lastCustomerMessageAt.toISOString().slice(0, 10)}; Messenger takes answers for 7 days at the most.`,
          remedy: 'Wait until the customer writes again, or use another way to reach them.',
        },
      ]
    : []),
];

/** What can be told without knowing when the customer wrote. */
export const contentProblems = (content: MessageContent): readonly ContentProblem[] => [
  ...commonProblems(content, 'Messenger', messengerCapabilities),
  ...(content.type === 'sticker' && !isStickerId(content.stickerId)
    ? [{ code: 'sticker-unknown', reason: 'This is no number of a Messenger sticker.', remedy: 'Choose a sticker of Messenger.' }]
    : []),
  ...(content.type === 'choices' ? choicesProblems(content) : []),
];

const choicesProblems = ({
  style,
  text,
  options,
  buttonLabel = '',
}: Extract<MessageContent, { type: 'choices' }>): readonly ContentProblem[] => [
  ...(style === 'buttons' ? tooLong(text, 'text', 'Messenger above buttons', BUTTON_TEXT) : []),
  ...tooLong(buttonLabel, 'choice', 'Messenger', BUTTON_LABEL),
  ...options.flatMap(({ id }) => tooLong(id, 'choice-id', 'Messenger', PAYLOAD)),
  ...options.flatMap(({ description = '' }) =>
    style === 'list' || description === ''
      ? tooLong(description, 'choice-description', 'Messenger', CARD_LINE)
      : [
          {
            code: 'choice-description',
            reason: `Messenger shows no second line on ${style}.`,
            remedy: 'Make it a list, or leave the line out.',
          },
        ],
  ),
];

/** Meta wants the number itself, not its digits as text; larger ones would be rounded. */
const isStickerId = (id: string): boolean => /^\d+$/.test(id) && Number.isSafeInteger(Number(id));
