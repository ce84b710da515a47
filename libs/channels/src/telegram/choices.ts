import type { Choice, MessageContent } from '@madoguchi/conversation';
import { type ContentProblem, tooLong } from '../content-problem.js';

type Choices = Extract<MessageContent, { type: 'choices' }>;

type InlineButton = { readonly text: string; readonly callback_data: string } | { readonly text: string; readonly url: string };

export type TelegramKeyboard =
  | { readonly inline_keyboard: readonly (readonly InlineButton[])[] }
  | {
      readonly keyboard: readonly (readonly { readonly text: string }[])[];
      readonly resize_keyboard: true;
      readonly one_time_keyboard: true;
    };

const PER_ROW = 2;

/**
 * Buttons hang on the message, and a press comes back as a callback query with the choice's id. Quick replies lie in the place of the
 * customer's keyboard, and a tap sends the words as a text: Telegram has no other data for them.
 */
export const keyboardOf = ({ style, options }: Choices): TelegramKeyboard =>
  style === 'quick replies'
    ? { keyboard: inRows(options.map(({ label }) => ({ text: label }))), resize_keyboard: true, one_time_keyboard: true }
    : { inline_keyboard: options.map((option) => [inlineButtonOf(option)]) };

const inlineButtonOf = ({ id, label, url }: Choice): InlineButton =>
  url === undefined ? { text: label, callback_data: id } : { text: label, url };

const inRows = <Button>(buttons: readonly Button[]): readonly (readonly Button[])[] =>
  buttons.flatMap((_, index) => (index % PER_ROW === 0 ? [buttons.slice(index, index + PER_ROW)] : []));

/** Bytes of `callback_data`. */
const DATA_LIMIT = 64;

/** What Telegram refuses beside number and length of the labels. */
export const choicesProblems = ({ style, options }: Choices): readonly ContentProblem[] =>
  style === 'quick replies'
    ? []
    : options.flatMap(({ id, url }) =>
        url === undefined ? [...withoutId(id), ...tooLong(id, 'choice-id', 'Telegram', DATA_LIMIT, 'bytes')] : unopened(url),
      );

const withoutId = (id: string): readonly ContentProblem[] =>
  id === '' ? [{ code: 'choice-id-empty', reason: 'A choice has no id.', remedy: 'Give every choice an id.' }] : [];

const unopened = (url: string): readonly ContentProblem[] =>
  /^(https?|tg):\/\/./i.test(url)
    ? []
    : [
        {
          code: 'address-scheme',
          reason: 'Telegram opens only addresses that begin with https, http or tg.',
          remedy: 'Enter such an address.',
        },
      ];
