import type { MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities } from '@madoguchi/use-cases';
import { commonProblems, type ContentProblem } from '../content-problem.js';

export const telegramCapabilities: ChannelCapabilities = {
  textLimit: 4_096,
  outbound: ['text', 'image', 'video', 'audio', 'file', 'location'],
  receipts: { delivered: false, read: false },
  imageTypes: ['image/jpeg', 'image/png', 'image/webp'],
  imageLimit: 10_000_000,
};

const CAPTION_LIMIT = 1_024;

/** Bytes that a bot may upload. */
const FILE_LIMIT = 50_000_000;

export const telegramProblems = (content: MessageContent): readonly ContentProblem[] => [
  ...commonProblems(content, 'Telegram', telegramCapabilities, CAPTION_LIMIT),
  ...('media' in content && content.media?.size !== undefined && content.media.size > FILE_LIMIT
    ? [
        {
          code: 'file-too-large',
          reason: `Telegram takes files up to ${FILE_LIMIT / 1_000_000} MB from a bot.`,
          remedy: 'Send a smaller file or a link.',
        },
      ]
    : []),
];
