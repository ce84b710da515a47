import type { MessageContent } from '@madoguchi/conversation';
import type { ChannelCapabilities, SendContext } from '@madoguchi/use-cases';
import { commonProblems, type ContentProblem, tooLong } from '../content-problem.js';
import { WINDOW_CLOSED } from './errors.js';

export const whatsappCapabilities: ChannelCapabilities = {
  textLimit: 4_096,
  textUnit: 'UTF-16 units',
  captionLimit: 1_024,
  inbound: [
    'text',
    'image',
    'video',
    'audio',
    'file',
    'sticker',
    'location',
    'contact',
    'postback',
    'order',
    'referral',
    'system',
    'unknown',
  ],
  outbound: ['text', 'image', 'video', 'audio', 'file', 'sticker', 'location', 'contact', 'choices', 'template'],
  files: {
    image: { types: ['image/jpeg', 'image/png'], limit: 5_000_000 },
    video: { types: ['video/mp4', 'video/3gpp'], limit: 16_000_000 },
    audio: { types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'], limit: 16_000_000 },
    file: { limit: 100_000_000 },
  },
  choices: { buttons: { most: 3, labelLimit: 20, links: true }, list: { most: 10, labelLimit: 24, links: false } },
  receipts: { delivered: true, read: true },
  replyTo: true,
  reactions: 'any',
  typing: true,
  readMarks: true,
  window: { hours: 24, afterwards: 'templates' },
  rates: { account: { burst: 80, perSecond: 80 }, recipient: { burst: 45, perSecond: 1 / 6 } },
};

/** Free text is taken for so long after the customer's last message or call. */
const SERVICE_WINDOW_MS = 24 * 60 * 60_000;

/** Of the text above buttons or a list. */
const CHOICES_TEXT_LIMIT = 1_024;

/** Bytes, of an animated one. */
const LARGEST_STICKER = 500_000;

/** What is wrong with the message itself, at any time. */
export const whatsappProblems = (content: MessageContent): readonly ContentProblem[] => {
  switch (content.type) {
    case 'choices':
      return [
        ...commonProblems(content, 'WhatsApp', { ...whatsappCapabilities, textLimit: CHOICES_TEXT_LIMIT }),
        ...choicesProblems(content),
      ];
    case 'template':
      return templateProblems(content);
    case 'sticker':
      return stickerProblems(content);
    case 'contact':
      return [content, ...(content.more ?? [])].some(({ name }) => name.trim() === '')
        ? [{ code: 'contact-empty', reason: 'A contact has no name.', remedy: 'Write the name.' }]
        : [];
    case 'audio':
      return [
        ...commonProblems(content, 'WhatsApp', whatsappCapabilities),
        ...(content.caption
          ? [
              {
                code: 'caption-not-shown',
                reason: 'WhatsApp shows no caption under audio.',
                remedy: 'Send the words as a text of their own.',
              },
            ]
          : []),
      ];
    default:
      return commonProblems(content, 'WhatsApp', whatsappCapabilities);
  }
};

/** As {@link whatsappProblems}, and whether free messages are taken now: an approved template always is. */
export const whatsappProblemsNow = (content: MessageContent, { now, lastCustomerMessageAt }: SendContext): readonly ContentProblem[] => {
  const open = lastCustomerMessageAt !== undefined && now.getTime() - lastCustomerMessageAt.getTime() < SERVICE_WINDOW_MS;
  const { code, remedy } = WINDOW_CLOSED;
  const reason = 'More than 24 hours have passed since the customer last wrote; WhatsApp takes no free message now.';
  return [...whatsappProblems(content), ...(open || content.type === 'template' ? [] : [{ code, reason, remedy }])];
};

const choicesProblems = ({ style, options, buttonLabel }: Extract<MessageContent, { type: 'choices' }>): readonly ContentProblem[] => {
  const problems: ContentProblem[] = [];
  const links = options.flatMap(({ url }) => (url === undefined ? [] : [url]));
  if (links.length > 0 && options.length > 1) {
    const reason = 'On WhatsApp a button that opens a page stands alone under its text.';
    problems.push({ code: 'choice-link', reason, remedy: 'Send the link as a message of its own, or write the address into the text.' });
  }
  if (links.some((url) => !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))) {
    const reason = 'A button can open only an http or https address.';
    problems.push({ code: 'choice-link', reason, remedy: 'Write the whole address, beginning with https://' });
  }
  if (style === 'buttons' && new Set(options.map(({ label }) => label)).size < options.length) {
    const reason = 'Two buttons have the same words on them.';
    problems.push({ code: 'choices-alike', reason, remedy: 'Write different words on every button.' });
  }
  if (style !== 'list' && options.some(({ description }) => description)) {
    const reason = 'WhatsApp shows descriptions in lists only.';
    problems.push({ code: 'description-not-shown', reason, remedy: 'Use a list, or write it into the text.' });
  }
  for (const { id, description = '' } of options) {
    problems.push(
      ...tooLong(description, 'description', 'WhatsApp', 72),
      ...tooLong(id, 'choice-id', 'WhatsApp', style === 'list' ? 200 : 256),
    );
  }
  return [...problems, ...tooLong(buttonLabel ?? '', 'button-label', 'WhatsApp', 20)];
};

const templateProblems = ({ name, language, parameters }: Extract<MessageContent, { type: 'template' }>): readonly ContentProblem[] => {
  const problems: ContentProblem[] = [];
  if (!/^[a-z0-9_]{1,512}$/.test(name)) {
    const reason = 'The name of a template has small letters, digits and "_" only.';
    problems.push({ code: 'template-name', reason, remedy: 'Choose a template from the list of WhatsApp.' });
  }
  if (!/^[a-z]{2,3}(_[A-Za-z0-9]{2,4})?$/.test(language)) {
    const reason = 'The language of a template looks like "ja" or "en_US".';
    problems.push({ code: 'template-language', reason, remedy: 'Choose a template from the list of WhatsApp.' });
  }
  // Meta refuses exactly these inside of a parameter.
  if (parameters.some((text) => text.trim() === '' || /[\n\r\t]| {5}/.test(text))) {
    const reason = 'A blank of the template is empty, or has a line break, a tab or more than four spaces in a row in it.';
    problems.push({ code: 'template-parameters', reason, remedy: 'Fill in every blank, in one line.' });
  }
  return problems;
};

const stickerProblems = ({ media }: Extract<MessageContent, { type: 'sticker' }>): readonly ContentProblem[] => {
  if (!media) {
    const reason = 'WhatsApp has no stickers by number: it takes a file.';
    return [{ code: 'media-missing', reason, remedy: 'Attach a WebP picture of 512 × 512 pixels.' }];
  }
  const problems: ContentProblem[] = [];
  if (media.mimeType !== undefined && media.mimeType !== 'image/webp') {
    const reason = `WhatsApp takes no sticker of the type ${media.mimeType}.`;
    problems.push({ code: 'sticker-type', reason, remedy: 'Save it as WebP, or send it as an image.' });
  }
  if (media.size !== undefined && media.size > LARGEST_STICKER) {
    const reason = `The sticker has ${Math.ceil(media.size / 1_000)} kB; WhatsApp takes 100 kB, or 500 kB when it moves.`;
    problems.push({ code: 'sticker-too-large', reason, remedy: 'Make it smaller, or send it as an image.' });
  }
  return problems;
};
