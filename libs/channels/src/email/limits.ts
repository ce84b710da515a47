import type { MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities, SendRequest } from '@madoguchi/use-cases';
import { commonProblems, type ContentProblem, tooLong } from '../content-problem.js';

/** Providers take 25 MB, and base64 makes four bytes of three, with line breaks. */
const LARGEST_FILES = 18_000_000;
const files = { limit: LARGEST_FILES };

export const emailCapabilities: ChannelCapabilities = {
  textLimit: 100_000,
  textUnit: 'UTF-16 units',
  captionLimit: 100_000,
  inbound: ['email'],
  outbound: ['text', 'image', 'video', 'audio', 'file', 'email'],
  files: { image: files, video: files, audio: files, file: files },
  choices: {},
  // A report of delivery is read where one comes, but few servers write one.
  receipts: { delivered: false, read: false },
  replyTo: true,
  reactions: 'none',
  typing: false,
  readMarks: false,
  rates: { account: { burst: 50, perSecond: 10 }, recipient: { burst: 10, perSecond: 1 } },
};

const PLATFORM = 'E-mail';
const LONGEST_SUBJECT = 250;
const MOST_FILES = 20;

export const emailProblems = (content: MessageContent): readonly ContentProblem[] => [
  ...commonProblems(content, PLATFORM, emailCapabilities),
  ...(content.type === 'email' ? mailProblems(content) : []),
];

const mailProblems = ({ subject, text, attachments, cc, html }: Extract<MessageContent, { type: 'email' }>): readonly ContentProblem[] => [
  ...(text.trim() === '' && attachments.length === 0
    ? [{ code: 'text-empty', reason: 'The mail is empty.', remedy: 'Write something.' }]
    : []),
  ...tooLong(text, 'text', PLATFORM, emailCapabilities.textLimit),
  ...tooLong(subject ?? '', 'subject', PLATFORM, LONGEST_SUBJECT),
  ...(attachments.length > MOST_FILES
    ? [
        {
          code: 'files-count',
          reason: `There are ${attachments.length} files; a mail takes ${MOST_FILES}.`,
          remedy: 'Send them in several mails.',
        },
      ]
    : []),
  ...tooLarge(attachments.reduce((sum, { size }) => sum + (size ?? 0), 0)),
  ...(cc && cc.length > 0
    ? [{ code: 'copies', reason: 'Copies to other people cannot be sent.', remedy: 'Write to the customer alone.' }]
    : []),
  ...(html ? [{ code: 'html', reason: 'HTML of your own cannot be sent.', remedy: 'Write it as a text.' }] : []),
];

const tooLarge = (bytes: number): readonly ContentProblem[] =>
  bytes <= LARGEST_FILES
    ? []
    : [
        {
          code: 'files-too-large',
          reason: `The files have ${(bytes / 1_000_000).toFixed(1)} MB together; a mail takes ${LARGEST_FILES / 1_000_000} MB.`,
          remedy: 'Send fewer, or links.',
        },
      ];

/** What only the bytes tell. */
export const filesProblem = ({
  content,
  mediaFile,
  attachments = [],
}: Pick<SendRequest, 'content' | 'mediaFile' | 'attachments'>): ContentProblem | undefined => {
  const wanted = content.type === 'email' ? content.attachments.length : 'media' in content ? 1 : 0;
  const given = content.type === 'email' ? attachments : mediaFile ? [mediaFile] : [];
  if (given.length < wanted) {
    return { code: 'media-missing', reason: 'The bytes of a file are not there.', remedy: 'Attach the file again.' };
  }
  return tooLarge(given.reduce((sum, { bytes }) => sum + bytes.length, 0))[0];
};
