import type { ChatButton } from '../control-api.js';
import { answers, refuse } from './answers.js';
import type { ReadMessage } from './read-message.js';
import { type Json, listAt, objectAt, only, optionalTextAt, textAt } from './shape.js';
import type { WhatsAppChoice } from './state.js';

type Read = Pick<ReadMessage, 'entry' | 'choices'>;

const BODY = 1024;

/** Buttons, a list, or a button that opens a page. @throws Refusal */
export const readInteractive = (interactive: Json): Read => {
  const type = textAt(interactive, 'type', 40, 'interactive');
  const text = textAt(
    objectAt(interactive, 'body', ['text'], "interactive['body']"),
    'text',
    type === 'list' ? 4096 : BODY,
    "interactive['body']",
  );
  const words = [headerOf(interactive), text, footerOf(interactive)].filter(Boolean).join('\n');
  switch (type) {
    case 'button':
      return readButtons(words, objectAt(interactive, 'action', ['buttons'], "interactive['action']"));
    case 'list':
      return readList(words, objectAt(interactive, 'action', ['button', 'sections'], "interactive['action']"));
    case 'cta_url':
      return readLink(words, objectAt(interactive, 'action', ['name', 'parameters'], "interactive['action']"));
    default:
      return refuse(answers.wrongValue(`The interactive type ${type} is not known here.`));
  }
};

const headerOf = (interactive: Json): string | undefined => {
  if (interactive['header'] === undefined) return undefined;
  const header = objectAt(interactive, 'header', ['type', 'text', 'image', 'video', 'document', 'sub_text'], "interactive['header']");
  return header['type'] === 'text' ? textAt(header, 'text', 60, "interactive['header']") : undefined;
};

const footerOf = (interactive: Json): string | undefined =>
  interactive['footer'] === undefined
    ? undefined
    : textAt(objectAt(interactive, 'footer', ['text'], "interactive['footer']"), 'text', 60, "interactive['footer']");

const readButtons = (text: string, action: Json): Read => {
  const where = "interactive['action']['buttons']";
  const buttons = listAt(action, 'buttons', 1, 3, "interactive['action']").map((button) => {
    only(button, ['type', 'reply'], where);
    if (button['type'] !== 'reply') return refuse(answers.wrongValue(`${where} can only have the type reply.`));
    const reply = objectAt(button, 'reply', ['id', 'title'], where);
    return { id: textAt(reply, 'id', 256, where), title: textAt(reply, 'title', 20, where) };
  });
  for (const part of ['id', 'title'] as const)
    different(
      buttons.map((button) => button[part]),
      `${part} of buttons`,
    );
  return shown(
    text,
    buttons.map(({ id, title }) => ({ label: title, data: id })),
    Object.fromEntries(buttons.map(({ id, title }) => [id, { kind: 'button', title }])),
  );
};

const readList = (text: string, action: Json): Read => {
  textAt(action, 'button', 20, "interactive['action']");
  const sections = listAt(action, 'sections', 1, 10, "interactive['action']");
  const rows = sections.flatMap((section) => {
    only(section, ['title', 'rows'], 'section');
    const title = optionalTextAt(section, 'title', 24, 'section');
    if (sections.length > 1 && !title) refuse(answers.missingInMessage('Where there are several sections each needs a title.'));
    return listAt(section, 'rows', 1, 10, 'section').map((row) => {
      only(row, ['id', 'title', 'description'], 'row');
      return {
        id: textAt(row, 'id', 200, 'row'),
        title: textAt(row, 'title', 24, 'row'),
        description: optionalTextAt(row, 'description', 72, 'row'),
      };
    });
  });
  if (rows.length > 10) refuse(answers.wrongValue(`Total row count exceed max allowed count: 10. It is ${rows.length}.`));
  different(
    rows.map(({ id }) => id),
    'id of rows',
  );
  return shown(
    text,
    rows.map(({ id, title, description }) => ({ label: description ? `${title} – ${description}` : title, data: id })),
    Object.fromEntries(rows.map(({ id, title, description }) => [id, { kind: 'row', title, description }])),
  );
};

const readLink = (text: string, action: Json): Read => {
  const where = "interactive['action']";
  if (action['name'] !== 'cta_url') refuse(answers.wrongValue(`${where}['name'] must be cta_url.`));
  const parameters = objectAt(action, 'parameters', ['display_text', 'url'], `${where}['parameters']`);
  const label = textAt(parameters, 'display_text', 20, where);
  const url = textAt(parameters, 'url', 2000, where);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    refuse(answers.wrongValue('The url of a button must be an http or https address.'));
  return shown(text, [{ label, url }], {});
};

const different = (values: readonly string[], what: string): void => {
  if (new Set(values).size < values.length) refuse(answers.wrongValue(`Duplicated ${what}.`));
};

const shown = (text: string, buttons: readonly ChatButton[], choices: Readonly<Record<string, WhatsAppChoice>>): Read => ({
  entry: { kind: 'text', text, buttons },
  choices,
});
