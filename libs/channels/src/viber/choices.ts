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

/** What is ours in words and data that come back. */
const OURS = 'madoguchi';

const FULL_WIDTH = 6;
const MOST_ROWS = 7;
const TEXT_ROWS = 3;

/** What fits under the text of a card. */
export const MOST_BUTTONS = MOST_ROWS - TEXT_ROWS;

/** In place of the phone's own keyboard until the next message comes. */
export const keyboardOf = ({ options }: Choices): ViberKeyboard => ({
  Type: 'keyboard',
  DefaultHeight: false,
  Buttons: options.map((choice) => buttonOf(choice, { says: choice.label, Silent: false })),
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
    ...options.map((choice) => buttonOf(choice, { says: `${OURS}:${JSON.stringify([choice.id, choice.label])}`, Silent: true })),
  ],
});

/**
 * What a button says is a message of the customer. A keyboard says the words on it, in the chat, and ends with our next message; a card may
 * be tapped at any later time, so it says which choice of ours it is, unseen. A link says its address, unseen.
 */
const buttonOf = ({ label, url }: Choice, { says, Silent }: { readonly says: string; readonly Silent: boolean }): ViberButton => ({
  Columns: FULL_WIDTH,
  Rows: 1,
  ActionType: url === undefined ? 'reply' : 'open-url',
  ActionBody: url ?? says,
  Text: htmlOf(label),
  Silent: Silent || url !== undefined,
});

/** Words that agents write are no markup. */
export const htmlOf = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * `tracking_data` of a message: Viber sends that of our last one back with everything that the customer says. It tells which choice the
 * words of a keyboard or the address of a link mean; a message without them bears it too, so that those before it end.
 */
export const trackingDataOf = (content: MessageContent): string => {
  const tracked = content.type === 'choices' ? content.options.flatMap((choice) => trackedChoiceOf(choice, content.style)) : [];
  return tracked.length === 0 ? OURS : `${OURS}:${JSON.stringify(tracked)}`;
};

type TrackedChoice = readonly [said: string, id: string, label?: string];

const trackedChoiceOf = ({ id, label, url }: Choice, style: Choices['style']): readonly TrackedChoice[] => {
  if (url !== undefined) return [[url, id, label]];
  return style === 'quick replies' ? [[label, id]] : [];
};

/** The choice of ours that these words are; undefined when they are the customer's own. Nobody can write unseen: that was a button. */
export const chosenIn = (words: string, trackingData: unknown, unseen: boolean): MessageContent | undefined => {
  const tracked = listIn(trackingData)
    .filter(isTrackedChoice)
    .find(([said]) => said.trim() === words.trim());
  if (tracked) return { type: 'postback', data: tracked[1], label: tracked[2] ?? tracked[0] };
  if (!unseen) return undefined;
  const [id, label] = listIn(words);
  return typeof id === 'string' && typeof label === 'string' ? { type: 'postback', data: id, label } : { type: 'postback', data: words };
};

/** What stands behind our mark; nothing where it is not ours. */
const listIn = (marked: unknown): readonly unknown[] => {
  const text = textIn(marked);
  if (!text?.startsWith(`${OURS}:`)) return [];
  try {
    const list: unknown = JSON.parse(text.slice(OURS.length + 1));
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
};

const isTrackedChoice = (value: unknown): value is TrackedChoice =>
  Array.isArray(value) && value.length >= 2 && value.every((part) => typeof part === 'string');
