import type { ChatButton } from '../control-api.js';
import { badParameter } from './answers.js';
import { listUpTo, onlyKeys, textUpTo } from './checks.js';
import { type Fields, isObject } from './input.js';

const BUTTONS = 3;
const BUTTON_TITLE = 20;
const BUTTON_TEXT = 640;
const PAYLOAD = 1_000;
const ELEMENTS = 10;
const LINE = 80;

interface Template {
  readonly words: string;
  readonly buttons: readonly ChatButton[];
  /** What a postback says: data → title of the button. */
  readonly titles: Readonly<Record<string, string>>;
}

/** What the customer reads on a template, and what can be tapped. @throws Refusal for what Messenger does not take */
export const templateOf = (payload: Fields): Template => {
  switch (payload['template_type']) {
    case 'button': {
      onlyKeys(payload, 'payload', ['template_type', 'text', 'buttons']);
      const words = textUpTo(payload['text'], 'payload[text]', BUTTON_TEXT);
      const buttons = listUpTo(payload['buttons'], 'buttons', BUTTONS).map(buttonOf);
      return { words, buttons, titles: titlesOf(buttons) };
    }
    case 'generic':
      return genericOf(payload);
    default:
      return badParameter('Param template_type must be one of {button, generic}');
  }
};

const genericOf = (payload: Fields): Template => {
  onlyKeys(payload, 'payload', ['template_type', 'elements', 'image_aspect_ratio']);
  const cards = listUpTo(payload['elements'], 'payload[elements]', ELEMENTS).map(cardOf);
  return {
    words: cards.map(({ lines }) => lines.join(': ')).join('\n'),
    // On the phone every button stands on its card; here one line must tell them apart.
    buttons: cards.flatMap(({ lines, buttons }) => buttons.map((button) => ({ ...button, label: `${lines[0]}: ${button.label}` }))),
    titles: titlesOf(cards.flatMap(({ buttons }) => buttons)),
  };
};

const cardOf = (element: unknown): { readonly lines: readonly string[]; readonly buttons: readonly ChatButton[] } => {
  if (!isObject(element)) return badParameter('Each element must be an object');
  onlyKeys(element, 'elements', ['title', 'subtitle', 'image_url', 'default_action', 'buttons']);
  const { title, subtitle, image_url: image, buttons } = element;
  if (subtitle === undefined && image === undefined && buttons === undefined)
    return badParameter('An element needs a subtitle, an image or buttons beside its title');
  const second = subtitle === undefined ? [] : [textUpTo(subtitle, 'elements[subtitle]', LINE)];
  return {
    lines: [textUpTo(title, 'elements[title]', LINE), ...second],
    buttons: buttons === undefined ? [] : listUpTo(buttons, 'buttons', BUTTONS).map(buttonOf),
  };
};

const titlesOf = (buttons: readonly ChatButton[]): Record<string, string> =>
  Object.fromEntries(buttons.flatMap(({ data, label }) => (data === undefined ? [] : [[data, label]])));

const buttonOf = (button: unknown): ChatButton => {
  if (!isObject(button)) return badParameter('Each button must be an object');
  const { type } = button;
  const label = textUpTo(button['title'], 'buttons[title]', BUTTON_TITLE);
  switch (type) {
    case 'postback':
      onlyKeys(button, 'buttons', ['type', 'title', 'payload']);
      return { label, data: textUpTo(button['payload'], 'buttons[payload]', PAYLOAD) };
    case 'web_url': {
      onlyKeys(button, 'buttons', [
        'type',
        'title',
        'url',
        'webview_height_ratio',
        'messenger_extensions',
        'fallback_url',
        'webview_share_button',
      ]);
      const url = button['url'];
      if (typeof url !== 'string' || !/^https?:\/\/./i.test(url) || !URL.canParse(url))
        return badParameter('Param buttons[url] should represent a valid URL');
      return { label, url };
    }
    case 'phone_number':
      onlyKeys(button, 'buttons', ['type', 'title', 'payload']);
      return { label, url: `tel:${textUpTo(button['payload'], 'buttons[payload]', PAYLOAD)}` };
    default:
      return badParameter('Param buttons[type] must be one of {postback, web_url, phone_number}');
  }
};
