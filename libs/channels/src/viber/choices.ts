import type { Choice, MessageContent } from '@madoguchi/conversation';
import { textIn } from '../platform-json.js';

/** One field of a keyboard or a card (Viber, "Keyboards"): `Text` is HTML. */
export interface ViberButton {
  readonly Columns: number;
  readonly Rows: number;
  readonly ActionType: 'reply' | 'open-url' | 'none';
  readonly ActionBody: string;
  readonly Text: string;
  readonly TextHAlign?: 'left';
  /** What the press sends is not shown in the customer's chat. */
  readonly Silent: boolean;
}

export interface ViberKeyboard {
  readonly Type: 'keyboard';
  readonly DefaultHeight: false;
  readonly Buttons: readonly ViberButton[];
}

export interface ViberRichMedia {
  readonly Type: 'rich_media';
  readonly ButtonsGroupColumns: number;
  readonly ButtonsGroupRows: number;
  readonly BgColor: string;
  readonly Buttons: readonly ViberButton[];
}

type Choices = Extract<MessageContent, { type: 'choices' }>;

const FULL_WIDTH = 6;
const MOST_ROWS = 7;
const TEXT_ROWS = 3;

/** What fits under the text of a card. */
export const MOST_BUTTONS = MOST_ROWS - TEXT_ROWS;

/** In place of the phone's own keyboard until the next message comes. */
export const keyboardOf = ({ options }: Choices): ViberKeyboard => ({
  Type: 'keyboard',
  DefaultHeight: false,
  Buttons: options.map(buttonOf),
});

/** A card that stays in the chat: the text, and below it a row for each choice. */
export const cardOf = ({ text, options }: Choices): ViberRichMedia => ({
  Type: 'rich_media',
  ButtonsGroupColumns: FULL_WIDTH,
  ButtonsGroupRows: TEXT_ROWS + options.length,
  BgColor: '#FFFFFF',
  Buttons: [
    {
      Columns: FULL_WIDTH,
      Rows: TEXT_ROWS,
      ActionType: 'none',
      ActionBody: 'none',
      Text: htmlOf(text),
      TextHAlign: 'left',
      Silent: true,
    },
    ...options.map(buttonOf),
  ],
});

/** The press of a reply stands in the customer's chat as what they said, so it sends the words; that of a link sends its address, unseen. */
const buttonOf = ({ label, url }: Choice): ViberButton => ({
  Columns: FULL_WIDTH,
  Rows: 1,
  ActionType: url === undefined ? 'reply' : 'open-url',
  ActionBody: url ?? label,
  Text: htmlOf(label),
  Silent: url !== undefined,
});

/** Words that agents write are no markup. */
export const htmlOf = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const OURS = 'madoguchi';

/**
 * `tracking_data` of a message: Viber sends that of our last one back with everything that the customer says. It tells which choice the
 * words of a button mean; a message without choices bears it too, so that the choices before it end.
 */
export const trackingDataOf = (content: MessageContent): string =>
  content.type === 'choices'
    ? `${OURS}:${JSON.stringify(content.options.map(({ id, label, url }) => (url === undefined ? [label, id] : [url, id, label])))}`
    : OURS;

/** The choice of ours that these words are; undefined when they are the customer's own. */
export const chosenIn = (words: string, trackingData: unknown): MessageContent | undefined => {
  const tracked = textIn(trackingData);
  if (!tracked?.startsWith(`${OURS}:`)) return undefined;
  const chosen = choicesIn(tracked.slice(OURS.length + 1)).find(([sent]) => sent.trim() === words.trim());
  return chosen && { type: 'postback', data: chosen[1], label: chosen[2] ?? chosen[0] };
};

type TrackedChoice = readonly [sent: string, id: string, label?: string];

const choicesIn = (json: string): readonly TrackedChoice[] => {
  let choices: unknown;
  try {
    choices = JSON.parse(json);
  } catch {
    return [];
  }
  return Array.isArray(choices) ? choices.filter(isTrackedChoice) : [];
};

const isTrackedChoice = (value: unknown): value is TrackedChoice =>
  Array.isArray(value) && value.length >= 2 && value.every((part) => typeof part === 'string');
