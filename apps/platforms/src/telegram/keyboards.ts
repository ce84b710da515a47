import type { ChatButton } from '../control-api.js';
import { refuse } from './answers.js';

export interface Keyboard {
  /** `reply_markup` as it stands in the message; only inline keyboards do. */
  readonly inMessage: Readonly<Record<string, unknown>>;
  readonly buttons: readonly ChatButton[];
}

const NONE: Keyboard = { inMessage: {}, buttons: [] };

/** @throws Refusal for a keyboard that the server does not take. */
export const readKeyboard = (replyMarkup: string | undefined): Keyboard => {
  if (replyMarkup === undefined || replyMarkup === '') return NONE;
  const markup = parse(replyMarkup);
  if (markup['inline_keyboard'] !== undefined) {
    const rows = rowsOf(markup['inline_keyboard'], 'inline_keyboard').map((row) => row.map(inlineButton));
    return { inMessage: { reply_markup: { inline_keyboard: markup['inline_keyboard'] } }, buttons: rows.flat() };
  }
  if (markup['keyboard'] !== undefined) {
    const labels = rowsOf(markup['keyboard'], 'keyboard')
      .flat()
      .map((button) => String(typeof button === 'string' ? button : button['text']));
    return { inMessage: {}, buttons: labels.map((label) => ({ label, text: label })) };
  }
  return NONE;
};

type Button = Readonly<Record<string, unknown>>;

const parse = (text: string): Button => {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Button;
  } catch {
    return refuse("can't parse reply keyboard markup JSON object");
  }
  return refuse('object expected as reply markup');
};

const rowsOf = (rows: unknown, field: string): Button[][] =>
  Array.isArray(rows) && rows.every(Array.isArray) ? (rows as Button[][]) : refuse(`field "${field}" must be an Array of Arrays`);

const inlineButton = (button: Button): ChatButton => {
  const { text, callback_data: data, url } = button;
  if (typeof text !== 'string' || text === '') return refuse('can\'t parse inline keyboard button: Field "text" must be of type String');
  if (typeof data === 'string') {
    const bytes = Buffer.byteLength(data);
    return bytes >= 1 && bytes <= 64 ? { label: text, data } : refuse('BUTTON_DATA_INVALID');
  }
  if (typeof url === 'string') return /^(https?|tg):\/\/./i.test(url) ? { label: text, url } : refuse('BUTTON_URL_INVALID');
  return refuse("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
};
