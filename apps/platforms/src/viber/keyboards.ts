import type { ChatButton } from '../control-api.js';

type Json = Readonly<Record<string, unknown>>;

const ACTIONS = ['reply', 'open-url', 'location-picker', 'share-phone', 'none'];
const MAX_TEXT = 250;
const MAX_ROWS_OF_KEYBOARD = 24;

/** `InputFieldState` came with this version, cards with the other. */
export const INPUT_FIELD_VERSION = 4;
export const CARD_VERSION = 2;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @returns what Viber's schema says about a keyboard, or nothing. */
export const keyboardProblem = (keyboard: unknown): string | undefined => {
  if (!isObject(keyboard)) return 'keyboard is not valid. [instance type does not match]';
  const problem =
    typeProblem(keyboard, 'keyboard') ?? buttonsProblem(keyboard['Buttons'], { columns: 6, rows: 2, groupRows: MAX_ROWS_OF_KEYBOARD });
  return problem && `keyboard is not valid. [${problem}]`;
};

/** @returns what Viber's schema says about a card or a carousel of cards, or nothing. */
export const richMediaProblem = (richMedia: unknown): string | undefined => {
  if (!isObject(richMedia)) return 'rich_media is not valid. [instance type does not match]';
  const { ButtonsGroupColumns: columns = 6, ButtonsGroupRows: rows = 7 } = richMedia;
  const problem =
    typeProblem(richMedia, 'rich_media') ??
    (isWhole(columns, 1, 6) ? undefined : 'ButtonsGroupColumns is not between 1 and 6') ??
    (isWhole(rows, 1, 7) ? undefined : 'ButtonsGroupRows is not between 1 and 7') ??
    buttonsProblem(richMedia['Buttons'], { columns: columns as number, rows: rows as number, groupRows: 6 * (rows as number) });
  return problem && `rich_media is not valid. [${problem}]`;
};

const typeProblem = (part: Json, type: string): string | undefined => {
  if (part['Type'] === undefined) return 'object has missing required properties (["Type"])';
  return part['Type'] === type ? undefined : `instance value ("${String(part['Type'])}") not found in enum (possible values: ["${type}"])`;
};

interface Space {
  readonly columns: number;
  readonly rows: number;
  readonly groupRows: number;
}

const buttonsProblem = (buttons: unknown, space: Space): string | undefined => {
  if (!Array.isArray(buttons)) return 'object has missing required properties (["Buttons"])';
  if (buttons.length === 0) return 'array is too short: must have at least 1 elements but instance has 0 elements';
  const found = buttons.map((button) => buttonProblem(button, space)).find((problem) => problem !== undefined);
  if (found !== undefined) return found;
  const area = (buttons as Json[]).reduce((sum, button) => sum + sizeOf(button, space).columns * sizeOf(button, space).rows, 0);
  return area > space.columns * space.groupRows ? 'the buttons do not fit' : undefined;
};

const sizeOf = ({ Columns: columns, Rows: rows }: Json, space: Space) => ({
  columns: (columns as number | undefined) ?? space.columns,
  rows: (rows as number | undefined) ?? 1,
});

const buttonProblem = (button: unknown, space: Space): string | undefined => {
  if (!isObject(button)) return 'instance type does not match';
  const { ActionType: action = 'reply', ActionBody: body, Text: text, Silent: silent } = button;
  const { columns, rows } = sizeOf(button, space);
  const wrongCase = Object.keys(button).find((key) => !/^[A-Z]/.test(key));
  if (wrongCase !== undefined) return `object instance has properties which are not allowed by the schema: ["${wrongCase}"]`;
  if (!isWhole(columns, 1, space.columns) || !isWhole(rows, 1, space.rows)) return 'Columns or Rows are out of range';
  if (!ACTIONS.includes(action as string))
    return `instance value ("${String(action)}") not found in enum (possible values: ${JSON.stringify(ACTIONS)})`;
  if (typeof body !== 'string' || body === '') return 'object has missing required properties (["ActionBody"])';
  if (text !== undefined && (typeof text !== 'string' || text.length > MAX_TEXT)) return `Text has more than ${MAX_TEXT} characters`;
  if (silent !== undefined && typeof silent !== 'boolean') return 'instance type (Silent) does not match any allowed primitive type';
  return undefined;
};

const isWhole = (value: unknown, min: number, max: number): boolean =>
  Number.isInteger(value) && Number(value) >= min && Number(value) <= max;

/** Tags that a client draws; whatever else begins with "<" it cannot show. */
const TAG = /<\/?(b|i|u|s|br|font)(\s[^<>]*)?\/?>/gi;

/** What the customer's client finds when it draws the buttons, long after the call was answered "ok". */
export const drawingProblem = (part: unknown): string | undefined =>
  buttonsIn(part).some(({ Text: text }) => typeof text === 'string' && /[<>]/.test(text.replace(TAG, '')))
    ? 'the text of a button is not valid HTML'
    : undefined;

export const buttonsIn = (part: unknown): readonly Json[] =>
  isObject(part) && Array.isArray(part['Buttons']) ? part['Buttons'].filter(isObject) : [];

/** As the customer reads it. */
export const shownText = (html: unknown): string =>
  String(html ?? '')
    .replace(TAG, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** What can be tapped. */
export const chatButtonsOf = (part: unknown): readonly ChatButton[] =>
  buttonsIn(part)
    .filter(({ ActionType: action }) => action !== 'none')
    .map(({ ActionType: action, ActionBody: body, Text: text }) =>
      action === 'open-url' ? { label: shownText(text), url: String(body) } : { label: shownText(text), data: String(body) },
    );

/** What buttons say without a line in the customer's chat. */
export const unseenIn = (part: unknown): readonly string[] =>
  buttonsIn(part)
    .filter(({ Silent: silent }) => silent === true)
    .map(({ ActionBody: body }) => String(body));
