import type { ChatButton } from '../control-api.js';
import type { World } from '../world.js';
import { refuse } from './answers.js';
import { chatOf, type TelegramAccount } from './state.js';

export interface Keyboard {
  /** `reply_markup` as it stands in the message; only inline keyboards do. */
  readonly inMessage: Readonly<Record<string, unknown>>;
  readonly buttons: readonly ChatButton[];
  /** Of what lies in the place of the customer's keyboard: it is put there, or taken away. Absent: it stays as it is. */
  readonly place?: 'for good' | 'for one tap' | 'nothing';
}

const NONE: Keyboard = { inMessage: {}, buttons: [] };
const MOST_INLINE_BUTTONS = 100;
const MOST_BYTES = 10_000;

/** @throws Refusal for a keyboard that the server does not take. */
export const readKeyboard = (replyMarkup: string | undefined): Keyboard => {
  if (replyMarkup === undefined || replyMarkup === '') return NONE;
  const markup = parse(replyMarkup);
  if (Buffer.byteLength(replyMarkup) > MOST_BYTES) return refuse('reply markup is too long');
  if (markup['inline_keyboard'] !== undefined) {
    const buttons = rowsOf(markup['inline_keyboard'], 'inline_keyboard').flat().map(inlineButton);
    if (buttons.length > MOST_INLINE_BUTTONS) return refuse('reply markup is too long');
    return { inMessage: { reply_markup: { inline_keyboard: markup['inline_keyboard'] } }, buttons };
  }
  if (markup['keyboard'] !== undefined) {
    const buttons = rowsOf(markup['keyboard'], 'keyboard').flat().map(replyButton);
    return { inMessage: {}, buttons, place: markup['one_time_keyboard'] === true ? 'for one tap' : 'for good' };
  }
  return markup['remove_keyboard'] === true ? { ...NONE, place: 'nothing' } : NONE;
};

/** A chat has one keyboard beside those that hang on messages: the last one that came, until it is taken away. */
export const layKeyboard = (world: World, account: TelegramAccount, chat: string, id: string, { place }: Keyboard): void => {
  if (place === undefined) return;
  takeKeyboard(world, account, chat);
  if (place !== 'nothing') chatOf(account, chat).keyboard = { id, forOneTap: place === 'for one tap' };
};

export const takeKeyboard = (world: World, account: TelegramAccount, chat: string): void => {
  const place = chatOf(account, chat);
  if (!place.keyboard) return;
  world.chats.change('telegram', String(account.botId), chat, place.keyboard.id, { buttons: [] });
  delete place.keyboard;
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

const replyButton = (button: Button | string): ChatButton => {
  const label = typeof button === 'string' ? button : button['text'];
  return typeof label === 'string' && label !== ''
    ? { label, text: label }
    : refuse('can\'t parse keyboard button: Field "text" must be of type String');
};

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
