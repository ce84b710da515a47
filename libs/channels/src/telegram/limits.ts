import type { MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities } from '@madoguchi/use-cases';
import { commonProblems, type ContentProblem } from '../content-problem.js';

/** Bytes that a bot may upload. */
const FILE = { limit: 50_000_000 };

export const telegramCapabilities: ChannelCapabilities = {
  textLimit: 4_096,
  textUnit: 'UTF-16 units',
  captionLimit: 1_024,
  inbound: ['text', 'image', 'video', 'audio', 'file', 'sticker', 'location', 'contact', 'postback', 'unknown'],
  outbound: ['text', 'image', 'video', 'audio', 'file', 'location'],
  files: { image: { types: ['image/jpeg', 'image/png', 'image/webp'], limit: 10_000_000 }, video: FILE, audio: FILE, file: FILE },
  choices: {},
  receipts: { delivered: false, read: false },
  replyTo: true,
  reactions: 'none',
  typing: false,
  readMarks: false,
  rates: { account: { burst: 30, perSecond: 30 }, recipient: { burst: 3, perSecond: 1 } },
};

export const telegramProblems = (content: MessageContent): readonly ContentProblem[] => commonProblems(content, 'Telegram', telegramCapabilities);
