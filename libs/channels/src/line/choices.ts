import type { Choice, ChoicesStyle, MessageContent } from '@madoguchi/conversation';
import { type ContentProblem, tooLong } from '../content-problem.js';

type Choices = Extract<MessageContent, { type: 'choices' }>;

/** A tap: opens a page, or comes back as a postback with `data` while the chat shows `displayText` as the customer's words. */
export type LineAction =
  | { readonly type: 'postback'; readonly label: string; readonly data: string; readonly displayText: string }
  | { readonly type: 'uri'; readonly label: string; readonly uri: string };

interface FlexText {
  readonly type: 'text';
  readonly text: string;
  readonly wrap: true;
  readonly weight?: 'bold';
  readonly size?: 'sm';
  readonly color?: string;
}

interface FlexRow {
  readonly type: 'box';
  readonly layout: 'vertical';
  readonly action: LineAction;
  readonly backgroundColor: string;
  readonly cornerRadius: 'md';
  readonly paddingAll: 'md';
  readonly contents: readonly FlexText[];
}

/** Things to choose from: under the keyboard until something newer comes, as buttons that stay, or as a card with a row for each. */
export type LineChoicesMessage =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly quoteToken?: string;
      readonly quickReply: { readonly items: readonly { readonly type: 'action'; readonly action: LineAction }[] };
    }
  | {
      readonly type: 'template';
      readonly altText: string;
      readonly template: { readonly type: 'buttons'; readonly text: string; readonly actions: readonly LineAction[] };
    }
  | {
      readonly type: 'flex';
      readonly altText: string;
      readonly contents: {
        readonly type: 'bubble';
        readonly body: {
          readonly type: 'box';
          readonly layout: 'vertical';
          readonly spacing: 'md';
          readonly contents: readonly (FlexText | FlexRow)[];
        };
      };
    };

export const choicesMessageOf = ({ style, text, options }: Choices): LineChoicesMessage => {
  switch (style) {
    case 'quick replies':
      return { type: 'text', text, quickReply: { items: options.map((option) => ({ type: 'action', action: actionOf(option) })) } };
    case 'buttons':
      return { type: 'template', altText: text, template: { type: 'buttons', text, actions: options.map(actionOf) } };
    case 'list': {
      const contents = [{ type: 'text', text, wrap: true } as const, ...options.map(rowOf)];
      return {
        type: 'flex',
        altText: text,
        contents: { type: 'bubble', body: { type: 'box', layout: 'vertical', spacing: 'md', contents } },
      };
    }
  }
};

const actionOf = ({ id, label, url }: Choice): LineAction =>
  url === undefined ? { type: 'postback', label, data: id, displayText: label } : { type: 'uri', label, uri: url };

const rowOf = (option: Choice): FlexRow => ({
  type: 'box',
  layout: 'vertical',
  action: actionOf(option),
  backgroundColor: '#F2F2F2',
  cornerRadius: 'md',
  paddingAll: 'md',
  contents: [
    { type: 'text', text: option.label, wrap: true, weight: 'bold' },
    ...(option.description ? [{ type: 'text', text: option.description, wrap: true, size: 'sm', color: '#666666' } as const] : []),
  ],
});

/** Of the question: what stands beside buttons, or in a notification (`altText`), is shorter than a message. */
const QUESTION_LIMIT: Readonly<Record<ChoicesStyle, number>> = { 'quick replies': 5_000, buttons: 160, list: 1_500 };

const DATA_LIMIT = 300;
const ADDRESS_LIMIT = 1_000;
/** Bytes of a card's JSON. */
const CARD_LIMIT = 30 * 1024;

/** What LINE refuses beside number and length of the labels. */
export const choicesProblems = (content: Choices): readonly ContentProblem[] => {
  const message = choicesMessageOf(content);
  return [
    ...tooLong(content.text, 'text', `LINE beside ${content.style}`, QUESTION_LIMIT[content.style]),
    ...content.options.flatMap(({ id, url }) =>
      url === undefined
        ? [...withoutId(id), ...tooLong(id, 'choice-id', 'LINE', DATA_LIMIT)]
        : [...tooLong(url, 'address', 'LINE', ADDRESS_LIMIT), ...unopened(url)],
    ),
    ...(message.type === 'flex' && Buffer.byteLength(JSON.stringify(message.contents)) > CARD_LIMIT
      ? [
          {
            code: 'choices-too-large',
            reason: 'LINE takes 30 kB for a list, with everything that stands in it.',
            remedy: 'Shorten the descriptions or offer fewer choices.',
          },
        ]
      : []),
  ];
};

const withoutId = (id: string): readonly ContentProblem[] =>
  id === '' ? [{ code: 'choice-id-empty', reason: 'A choice has no id.', remedy: 'Give every choice an id.' }] : [];

const unopened = (url: string): readonly ContentProblem[] =>
  /^(https?|line|tel):/i.test(url)
    ? []
    : [
        {
          code: 'address-scheme',
          reason: 'LINE opens only addresses that begin with https, http, line or tel.',
          remedy: 'Enter such an address.',
        },
      ];
