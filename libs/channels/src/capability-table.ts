import type { ContentType } from '@madoguchi/conversation';
import type { Channel, ChannelCapabilities, Rate } from '@madoguchi/use-cases';

const NAMES: Readonly<Record<Channel['type'], string>> = {
  messenger: 'Messenger',
  whatsapp: 'WhatsApp',
  line: 'LINE',
  lineworks: 'LINE WORKS',
  telegram: 'Telegram',
  viber: 'Viber',
  vonage: 'Vonage (SMS)',
  email: 'E-mail',
};

const TYPES: readonly ContentType[] = [
  'text',
  'image',
  'video',
  'audio',
  'file',
  'sticker',
  'location',
  'contact',
  'postback',
  'choices',
  'template',
  'order',
  'referral',
  'system',
  'email',
  'unknown',
];

/** Everything about the channels that a table can say, in Markdown: what comes in, what goes out, and within which limits. */
export const capabilityTable = (channels: Iterable<Pick<Channel, 'type' | 'capabilities'>>): string => {
  const all = [...channels].sort((a, b) => Object.keys(NAMES).indexOf(a.type) - Object.keys(NAMES).indexOf(b.type));
  const head = all.map(({ type }) => NAMES[type]);
  const row = (label: string, tell: (capabilities: ChannelCapabilities) => string) => [
    label,
    ...all.map(({ capabilities }) => tell(capabilities)),
  ];
  return [
    '### What comes in and what goes out',
    '',
    '`in`: customers can send it and it is shown as what it is. `out`: agents can send it. What is neither is kept whole and shown as "cannot be shown yet".',
    '',
    ...table(
      ['Content', ...head],
      TYPES.map((type) => row(type, (capabilities) => directions(type, capabilities))),
    ),
    '',
    '### Signs and receipts',
    '',
    ...table(
      ['', ...head],
      [
        row('quotes', ({ replyTo }) => yes(replyTo)),
        row('reactions of agents', ({ reactions }) =>
          reactions === 'none' ? '' : reactions === 'any' ? 'any emoji' : `${reactions.length} emoji`,
        ),
        row('typing', ({ typing }) => yes(typing)),
        row('read marks', ({ readMarks }) => yes(readMarks)),
        row('told when delivered', ({ receipts }) => yes(receipts.delivered)),
        row('told when read', ({ receipts }) => yes(receipts.read)),
      ],
    ),
    '',
    '### Limits',
    '',
    ...table(
      ['', ...head],
      [
        row('text', ({ textLimit, textUnit }) => `${number(textLimit)} ${textUnit}`),
        row('words under a file', ({ captionLimit }) => (captionLimit === 0 ? '' : number(captionLimit))),
        ...(['image', 'video', 'audio', 'file'] as const).map((kind) => row(kind, ({ files }) => fileLimit(files[kind]))),
        ...(['quick replies', 'buttons', 'list'] as const).map((style) =>
          row(style, ({ choices }) => (choices[style] ? `${choices[style].most} of ${choices[style].labelLimit} characters` : '')),
        ),
        row('free answers', ({ window }) => (window ? `${window.hours} h, then ${afterwards(window)}` : 'always')),
        row('speed of the account', ({ rates }) => speed(rates.account)),
        row('speed to one customer', ({ rates }) => (rates.recipient ? speed(rates.recipient) : '')),
      ],
    ),
  ].join('\n');
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  line(head),
  line(head.map(() => '---')),
  ...rows.map(line),
];

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const directions = (type: ContentType, { inbound, outbound }: ChannelCapabilities): string =>
  [inbound.includes(type) && 'in', outbound.includes(type) && 'out'].filter(Boolean).join(', ');

const yes = (has: boolean): string => (has ? 'yes' : '');

const number = (value: number): string => value.toLocaleString('en');

const fileLimit = (limits: ChannelCapabilities['files']['image']): string =>
  limits === undefined
    ? ''
    : `${number(Math.round(limits.limit / 10_000) / 100)} MB${limits.types ? `: ${limits.types.map((type) => type.split('/')[1]).join(', ')}` : ''}`;

const afterwards = ({ afterwards: left, untilHours }: NonNullable<ChannelCapabilities['window']>): string =>
  left === 'agents only' ? `${number(untilHours ?? 0)} h for what a person writes` : left;

const speed = ({ burst, perSecond }: Rate): string => {
  const rate = perSecond >= 1 ? `${number(perSecond)} a second` : `1 in ${number(Math.round((1 / perSecond) * 10) / 10)} s`;
  return burst > Math.max(perSecond, 1) ? `${rate}, ${number(burst)} at once` : rate;
};
