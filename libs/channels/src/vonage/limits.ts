import type { MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities } from '@madoguchi/use-cases';
import { commonProblems, type ContentProblem } from '../content-problem.js';
import { smsSizeOf } from './sms-text.js';

/** More parts than these are seldom delivered together. */
const MOST_PARTS = 6;

/** A link to the file goes to phones that take no files, so its size is that of the store. */
const FILE = { limit: 50_000_000 };

/** Those of an SMS, which is what a Vonage account is for; customers on its other channels have the same limits or wider ones. */
export const vonageCapabilities: ChannelCapabilities = {
  // Six parts of 153 letters. Other scripts have six of 67: see vonageProblems.
  textLimit: 918,
  textUnit: 'UTF-16 units',
  captionLimit: 160,
  inbound: ['text', 'image', 'video', 'audio', 'file', 'sticker', 'location', 'postback', 'order', 'referral', 'unknown'],
  outbound: ['text', 'image', 'video', 'audio', 'file'],
  files: { image: FILE, video: FILE, audio: FILE, file: FILE },
  choices: {},
  receipts: { delivered: true, read: false },
  replyTo: false,
  reactions: 'none',
  typing: false,
  readMarks: false,
  // 30 requests a second and key. SMS that leave within one second overtake each other, and US numbers take no more than one.
  rates: { account: { burst: 30, perSecond: 30 }, recipient: { burst: 1, perSecond: 1 } },
};

export const vonageProblems = (content: MessageContent): readonly ContentProblem[] => {
  const problems = commonProblems(content, 'Vonage', vonageCapabilities);
  return problems.length === 0 && content.type === 'text' ? smsProblems(content.text) : problems;
};

/** A text that would take too many SMS: in words, because other letters than GSM-7's leave room for less than half. */
export const smsProblems = (text: string): readonly ContentProblem[] => {
  const { encoding, units, parts } = smsSizeOf(text);
  if (parts <= MOST_PARTS) return [];
  const room = encoding === 'UCS-2' ? '67 (it has letters that SMS takes only as Unicode)' : '153';
  return [
    {
      code: 'text-too-long',
      reason: `The text has ${units} characters and would be ${parts} SMS of ${room}; more than ${MOST_PARTS} are seldom delivered together.`,
      remedy: 'Shorten it or send it in several messages.',
    },
  ];
};
