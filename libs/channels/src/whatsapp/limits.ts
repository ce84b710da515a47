import type { MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities, SendContext } from '@madoguchi/use-cases';
import { commonProblems, type ContentProblem } from '../content-problem.js';
import { WINDOW_CLOSED } from './errors.js';

export const whatsappCapabilities: ChannelCapabilities = {
  textLimit: 4_096,
  textUnit: 'UTF-16 units',
  captionLimit: 1_024,
  inbound: ['text', 'image', 'video', 'audio', 'file', 'sticker', 'location', 'contact', 'postback', 'unknown'],
  outbound: ['text', 'image', 'video', 'audio', 'file', 'location'],
  files: {
    image: { types: ['image/jpeg', 'image/png'], limit: 5_000_000 },
    video: { types: ['video/mp4', 'video/3gpp'], limit: 16_000_000 },
    audio: { types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'], limit: 16_000_000 },
    file: { limit: 100_000_000 },
  },
  choices: {},
  receipts: { delivered: true, read: true },
  replyTo: true,
  reactions: 'none',
  typing: false,
  readMarks: false,
  window: { hours: 24, afterwards: 'templates' },
  rates: { account: { burst: 80, perSecond: 80 }, recipient: { burst: 45, perSecond: 1 / 6 } },
};

/** Free text is taken for so long after the customer's last message or call. */
const SERVICE_WINDOW_MS = 24 * 60 * 60_000;

/** What is wrong with the message itself, at any time. */
export const whatsappProblems = (content: MessageContent): readonly ContentProblem[] => [
  ...commonProblems(content, 'WhatsApp', whatsappCapabilities),
  ...(content.type === 'audio' && content.caption
    ? [{ code: 'caption-not-shown', reason: 'WhatsApp shows no caption under audio.', remedy: 'Send the words as a text of their own.' }]
    : []),
];

/** As {@link whatsappProblems}, and whether free messages are taken now. */
export const whatsappProblemsNow = (content: MessageContent, { now, lastCustomerMessageAt }: SendContext): readonly ContentProblem[] => {
  const open = lastCustomerMessageAt !== undefined && now.getTime() - lastCustomerMessageAt.getTime() < SERVICE_WINDOW_MS;
  const { code, remedy } = WINDOW_CLOSED;
  const reason = 'More than 24 hours have passed since the customer last wrote; WhatsApp takes no free message now.';
  return [...whatsappProblems(content), ...(open ? [] : [{ code, reason, remedy }])];
};
