import type { ChatEntry } from '../control-api.js';
import { answers, refuse } from './answers.js';
import { readInteractive } from './interactive.js';
import { MESSAGE_TYPES, type MediaType, type MessageType, type ReadMessage } from './read-message.js';
import { isObject, type Json, listAt, numberAt, objectAt, only, optionalTextAt, textAt } from './shape.js';
import type { BusinessAccount } from './state.js';
import { readTemplate } from './template.js';

const CAPTION = 1024;

/** Looks at a message as Meta does before it answers. @throws Refusal */
export const readMessage = (args: Json, business: BusinessAccount): ReadMessage => {
  const type = String(args['type'] ?? 'text').toLowerCase() as MessageType;
  if (!MESSAGE_TYPES.includes(type)) {
    const known = [...MESSAGE_TYPES].map((each) => each.toUpperCase()).sort();
    return refuse(answers.badParameter(`Param type must be one of {${known.join(', ')}} - got "${String(args['type'])}".`));
  }
  switch (type) {
    case 'text': {
      const text = textAt(objectAt(args, 'text', ['body', 'preview_url']), 'body', 4096, 'text');
      return { type, entry: { kind: 'text', text } };
    }
    case 'image':
    case 'video':
      return readMedia(args, type, ['caption'], type);
    case 'audio':
      return readMedia(args, type, ['voice'], 'audio');
    case 'document':
      return readMedia(args, type, ['caption', 'filename'], 'file');
    case 'sticker':
      return readMedia(args, type, [], 'sticker');
    case 'location': {
      const part = objectAt(args, 'location', ['latitude', 'longitude', 'name', 'address']);
      const location = { latitude: numberAt(part, 'latitude', -90, 90, type), longitude: numberAt(part, 'longitude', -180, 180, type) };
      const [name = '', address = ''] = [optionalTextAt(part, 'name', 1000, type), optionalTextAt(part, 'address', 1000, type)];
      return { type, entry: { kind: 'location', text: `${name}\n${address}`.trim(), location } };
    }
    case 'contacts':
      return { type, entry: { kind: 'contact', text: listAt(args, 'contacts', 1, 257, 'message').map(readCard).join('\n\n') } };
    case 'interactive':
      return { type, ...readInteractive(objectAt(args, 'interactive', ['type', 'header', 'body', 'footer', 'action'])) };
    case 'template':
      return { type, ...readTemplate(objectAt(args, 'template', ['name', 'language', 'components']), business) };
    case 'reaction': {
      const part = objectAt(args, 'reaction', ['message_id', 'emoji']);
      if (typeof part['emoji'] !== 'string') return refuse(answers.missingInMessage("Parameter reaction['emoji'] is missing."));
      return { type, reaction: { messageId: textAt(part, 'message_id', 512, type), emoji: part['emoji'] } };
    }
  }
};

const readMedia = (args: Json, type: MediaType, more: readonly string[], kind: ChatEntry['kind']): ReadMessage => {
  const part = objectAt(args, type, ['id', 'link', 'provider', ...more]);
  const id = optionalTextAt(part, 'id', 100, type);
  const link = optionalTextAt(part, 'link', 2000, type);
  if ((id === undefined) === (link === undefined)) return refuse(answers.missingInMessage(`Parameter ${type} needs either id or link.`));
  const text = optionalTextAt(part, 'caption', CAPTION, type);
  const fileName = optionalTextAt(part, 'filename', 240, type);
  return { type, entry: { kind, text, media: {} }, media: { type, id, link, fileName } };
};

/** @returns what the phone shows of a person */
const readCard = (card: Json, index: number): string => {
  const where = `contacts[${index}]`;
  only(card, ['name', 'phones', 'emails', 'org', 'addresses', 'urls', 'birthday'], where);
  const name = objectAt(card, 'name', ['formatted_name', 'first_name', 'last_name', 'middle_name', 'suffix', 'prefix'], `${where}['name']`);
  const whole = textAt(name, 'formatted_name', 1000, `${where}['name']`);
  if (Object.keys(name).length < 2) refuse(answers.missingInMessage(`${where}['name'] needs one more part beside formatted_name.`));
  const phones = card['phones'] === undefined ? [] : listAt(card, 'phones', 0, 20, where);
  return [whole, ...phones.map((phone) => optionalTextAt(phone, 'phone', 100, `${where}['phones']`) ?? '')].join('\n');
};

/** The message that is answered, if there is one. @throws Refusal */
export const readContext = (args: Json): string | undefined => {
  const context = args['context'];
  if (context === undefined) return undefined;
  if (!isObject(context)) return refuse(answers.badParameter('Param context must be a JSON object.'));
  return textAt(only(context, ['message_id'], 'context'), 'message_id', 512, 'context');
};
