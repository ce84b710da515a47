import type { ChannelCapabilities, FileKind } from '@madoguchi/use-cases';
import type { MediaReference, MessageContent } from '@madoguchi/conversation';

/** Why something cannot go out, known before it is sent. */
export interface ContentProblem {
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
}

type Choices = Extract<MessageContent, { type: 'choices' }>;

/** What can be told from the platform's capabilities alone: kind, length, size, and the number of things to choose from. */
export const commonProblems = (content: MessageContent, platform: string, limits: ChannelCapabilities): readonly ContentProblem[] => {
  if (!limits.outbound.includes(content.type)) {
    const remedy =
      content.type === 'unknown'
        ? 'Write it as a text.'
        : `Send one of: ${limits.outbound.join(', ')}. A file can be sent as a link in a text.`;
    return [{ code: 'type-not-supported', reason: `${platform} takes no message of the type "${content.type}" from a business.`, remedy }];
  }
  switch (content.type) {
    case 'text':
      return textProblems(content.text, platform, limits);
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return [...fileProblems(content.type, content.media, platform, limits), ...captionProblems(content.caption, platform, limits)];
    case 'choices':
      return [...textProblems(content.text, platform, limits), ...choicesProblems(content, platform, limits)];
    default:
      return [];
  }
};

const textProblems = (text: string, platform: string, limits: ChannelCapabilities): readonly ContentProblem[] =>
  text.trim() === ''
    ? [{ code: 'text-empty', reason: 'The text is empty.', remedy: 'Write something.' }]
    : tooLong(text, 'text', platform, limits.textLimit, limits.textUnit);

const captionProblems = (caption: string | undefined, platform: string, limits: ChannelCapabilities): readonly ContentProblem[] =>
  caption && limits.captionLimit === 0
    ? [{ code: 'caption-not-shown', reason: `${platform} shows no words under a file.`, remedy: 'Send the words as a text of their own.' }]
    : tooLong(caption ?? '', 'caption', platform, limits.captionLimit, limits.textUnit);

/** How long a text is as the platform counts it. */
export const lengthIn = (text: string, unit: ChannelCapabilities['textUnit']): number => {
  switch (unit) {
    case 'UTF-16 units':
      return text.length;
    case 'code points':
      return [...text].length;
    case 'bytes':
      return Buffer.byteLength(text);
  }
};

/** Never cut silently: what the agent meant as one message is for the agent to divide. */
export const tooLong = (
  text: string,
  what: string,
  platform: string,
  limit: number,
  unit: ChannelCapabilities['textUnit'] = 'UTF-16 units',
): readonly ContentProblem[] => {
  const length = lengthIn(text, unit);
  if (length <= limit) return [];
  const units = unit === 'bytes' ? 'bytes' : 'characters';
  return [
    {
      code: `${what}-too-long`,
      reason: `The ${what} has ${length} ${units}; ${platform} takes ${limit}.`,
      remedy: 'Shorten it or send it in several messages.',
    },
  ];
};

/** Type and size of one file, as far as they are known. */
const fileProblems = (
  kind: FileKind,
  { mimeType, size }: MediaReference,
  platform: string,
  limits: ChannelCapabilities,
): readonly ContentProblem[] => {
  const allowed = limits.files[kind];
  const type = mimeType?.split(';')[0];
  return [
    ...(type === undefined || !allowed?.types || allowed.types.includes(type)
      ? []
      : [
          {
            code: `${kind}-type`,
            reason: `${platform} takes no ${kind} of the type ${type}.`,
            remedy: `Save it as one of: ${allowed.types.join(', ')}${limits.outbound.includes('file') && kind !== 'file' ? '; or send it as a file' : ''}.`,
          },
        ]),
    ...(size === undefined || !allowed || size <= allowed.limit
      ? []
      : [
          {
            code: `${kind}-too-large`,
            reason: `The ${kind} has ${(size / 1_000_000).toFixed(1)} MB; ${platform} takes ${allowed.limit / 1_000_000} MB.`,
            remedy: 'Send a smaller one or a link.',
          },
        ]),
  ];
};

const choicesProblems = ({ style, options }: Choices, platform: string, limits: ChannelCapabilities): readonly ContentProblem[] => {
  const allowed = limits.choices[style];
  if (!allowed) {
    const styles = Object.keys(limits.choices).join(', ');
    return [
      {
        code: 'choices-style',
        reason: `${platform} has no ${style}.`,
        remedy: styles ? `Use: ${styles}.` : 'Write the choices into a text.',
      },
    ];
  }
  const ids = new Set(options.map(({ id }) => id));
  return [
    ...(options.length >= 1 && options.length <= allowed.most && ids.size === options.length
      ? []
      : [
          {
            code: 'choices-count',
            reason: `There are ${options.length} choices with ${ids.size} different ids; ${platform} takes 1 to ${allowed.most} of this form.`,
            remedy: 'Offer fewer choices, each with an id of its own.',
          },
        ]),
    ...options.flatMap(({ label }) =>
      label.trim() === ''
        ? [{ code: 'choice-empty', reason: 'A choice has no words on it.', remedy: 'Write something on every choice.' }]
        : tooLong(label, 'choice', platform, allowed.labelLimit),
    ),
    ...(options.some(({ url }) => url !== undefined) && !allowed.links
      ? [{ code: 'choice-link', reason: `${platform} opens no page from ${style}.`, remedy: 'Write the address into the text.' }]
      : []),
  ];
};
