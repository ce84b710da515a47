import type { MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities, SendContext } from '@madoguchi/use-cases';
import { commonProblems, type ContentProblem } from '../content-problem.js';

/** A video, an audio or a file. */
const FILE = { limit: 25_000_000 };

export const messengerCapabilities: ChannelCapabilities = {
  // "Less than 2000 characters".
  textLimit: 1_999,
  textUnit: 'UTF-16 units',
  captionLimit: 1_999,
  inbound: ['text', 'image', 'video', 'audio', 'file', 'sticker', 'location', 'postback', 'unknown'],
  outbound: ['text', 'image', 'video', 'audio', 'file', 'sticker'],
  files: { image: { types: ['image/jpeg', 'image/png', 'image/gif'], limit: 8_000_000 }, video: FILE, audio: FILE, file: FILE },
  choices: {},
  receipts: { delivered: true, read: true },
  replyTo: true,
  reactions: 'none',
  typing: false,
  readMarks: false,
  window: { hours: 24, afterwards: 'agents only', untilHours: 7 * 24 },
  rates: { account: { burst: 40, perSecond: 40 } },
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
];

/** Meta wants the number itself, not its digits as text; larger ones would be rounded. */
const isStickerId = (id: string): boolean => /^\d+$/.test(id) && Number.isSafeInteger(Number(id));
