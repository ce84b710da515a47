import { extname } from 'node:path';
import type { ChatEntry } from '../control-api.js';
import {
  buttonsIn,
  CARD_VERSION,
  chatButtonsOf,
  INPUT_FIELD_VERSION,
  isObject,
  keyboardProblem,
  richMediaProblem,
  shownText,
} from './keyboards.js';

/** The fields of `send_message`, as far as the stand-in looks into them. */
export type Message = Readonly<Record<string, unknown>>;

/** Viber's status with its words. */
export interface Refused {
  readonly status: 3 | 4 | 14;
  readonly words: string;
}

const bad = (words: string): Refused => ({ status: 3, words });
const missing = (name: string): Refused => ({ status: 4, words: `missing parameter: ${name}` });

const MAX_TEXT = 7_000;
const MAX_CAPTION = 768;
const MAX_SENDER = 28;
const MAX_TRACKING = 4_000;
const MAX_URL = 2_000;
const MAX_FILE_NAME = 256;
const MAX_CONTACT_NAME = 28;
const MAX_PHONE = 18;
export const MAX_VIDEO = 27_262_976;
export const MAX_FILE = 52_428_800;
const MAX_VIDEO_SECONDS = 180;

const PICTURES = ['.jpg', '.jpeg', '.png', '.gif'];
const PROGRAMS = ['.exe', '.bat', '.cmd', '.msi', '.vbs', '.ps1', '.reg', '.lnk', '.apk', '.ipa', '.app', '.run', '.bin'];

/** Everything that Viber refuses in a message, whoever gets it. */
export const checkMessage = (message: Message): Refused | undefined =>
  checkSender(message['sender']) ?? checkCommon(message) ?? checkType(message) ?? checkVersion(message);

const checkSender = (sender: unknown): Refused | undefined => {
  const name = isObject(sender) ? sender['name'] : undefined;
  if (typeof name !== 'string' || name === '') return missing('sender.name');
  return [...name].length > MAX_SENDER ? bad(`sender.name has more than ${MAX_SENDER} characters`) : undefined;
};

const checkCommon = (message: Message): Refused | undefined => {
  const { tracking_data: tracking, min_api_version: version, keyboard } = message;
  if (tracking !== undefined && (typeof tracking !== 'string' || tracking.length > MAX_TRACKING))
    return bad(`tracking_data is not a string of at most ${MAX_TRACKING} characters`);
  if (version !== undefined && (!Number.isInteger(version) || Number(version) < 1)) return bad('min_api_version is not a positive integer');
  const problem = keyboard === undefined ? undefined : keyboardProblem(keyboard);
  return problem === undefined ? undefined : bad(problem);
};

const checkType = (message: Message): Refused | undefined => {
  switch (message['type']) {
    case 'text':
      return checkText(message, 'text', MAX_TEXT, 'required');
    case 'picture':
      return checkMedia(message, PICTURES) ?? checkText(message, 'text', MAX_CAPTION);
    case 'video':
      return (
        checkMedia(message, ['.mp4']) ?? checkSize(message, MAX_VIDEO) ?? checkDuration(message) ?? checkText(message, 'text', MAX_CAPTION)
      );
    case 'file':
      return checkMedia(message) ?? checkSize(message, MAX_FILE) ?? checkFileName(message['file_name']);
    case 'contact':
      return checkContact(message['contact']);
    case 'location':
      return checkLocation(message['location']);
    case 'url':
      return checkMedia(message);
    case 'sticker':
      return Number.isSafeInteger(message['sticker_id']) ? undefined : missing('sticker_id');
    case 'rich_media': {
      const problem = richMediaProblem(message['rich_media']);
      return problem === undefined ? checkText(message, 'alt_text', MAX_TEXT) : bad(problem);
    }
    case undefined:
      // A keyboard can come alone.
      return message['keyboard'] === undefined ? missing('type') : undefined;
    default:
      return bad(`unknown message type: ${String(message['type'])}`);
  }
};

/** Java counts in UTF-16 units. */
const checkText = (message: Message, name: string, max: number, need?: 'required'): Refused | undefined => {
  const text = message[name];
  if (text === undefined || text === null || text === '') return need ? missing(name) : undefined;
  return typeof text !== 'string' || text.length > max ? bad(`${name} is not a string of at most ${max} characters`) : undefined;
};

const checkMedia = ({ media }: Message, endings?: readonly string[]): Refused | undefined => {
  if (typeof media !== 'string' || media === '') return missing('media');
  if (media.length > MAX_URL || !URL.canParse(media) || !/^https?:$/.test(new URL(media).protocol)) return bad('media is not a valid URL');
  const ending = extname(new URL(media).pathname).toLowerCase();
  return endings === undefined || endings.includes(ending) ? undefined : bad(`media does not end in ${endings.join(', ')}`);
};

const checkSize = ({ size }: Message, max: number): Refused | undefined => {
  if (!Number.isInteger(size) || Number(size) < 0) return missing('size');
  return Number(size) > max ? bad(`size is larger than ${max}`) : undefined;
};

const checkDuration = ({ duration }: Message): Refused | undefined =>
  duration === undefined || (Number.isInteger(duration) && Number(duration) <= MAX_VIDEO_SECONDS)
    ? undefined
    : bad(`duration is not an integer of at most ${MAX_VIDEO_SECONDS}`);

const checkFileName = (name: unknown): Refused | undefined => {
  if (typeof name !== 'string' || name === '') return missing('file_name');
  if (name.length > MAX_FILE_NAME) return bad(`file_name has more than ${MAX_FILE_NAME} characters`);
  const ending = extname(name).toLowerCase();
  if (ending === '') return bad('file_name has no extension');
  return PROGRAMS.includes(ending) ? bad(`files of the type ${ending} are not allowed`) : undefined;
};

const checkContact = (contact: unknown): Refused | undefined => {
  const { name, phone_number: phone } = isObject(contact) ? contact : {};
  if (typeof name !== 'string' || name === '') return missing('contact.name');
  if (typeof phone !== 'string' || phone === '') return missing('contact.phone_number');
  return name.length > MAX_CONTACT_NAME || phone.length > MAX_PHONE ? bad('contact.name or contact.phone_number is too long') : undefined;
};

const checkLocation = (location: unknown): Refused | undefined => {
  const { lat, lon } = isObject(location) ? location : {};
  if (typeof lat !== 'number' || typeof lon !== 'number') return missing('location.lat, location.lon');
  return Math.abs(lat) > 90 || Math.abs(lon) > 180 ? bad('location is not on earth') : undefined;
};

const checkVersion = (message: Message): Refused | undefined => {
  const version = Number(message['min_api_version'] ?? 1);
  const hidesInput = isObject(message['keyboard']) && message['keyboard']['InputFieldState'] !== undefined;
  const needed = Math.max(message['type'] === 'rich_media' ? CARD_VERSION : 1, hidesInput ? INPUT_FIELD_VERSION : 1);
  return version < needed ? { status: 14, words: 'incompatibleWithVersion' } : undefined;
};

/** What the customer's phone shows. Files are loaded afterwards. */
export const inChat = (message: Message): Pick<ChatEntry, 'kind' | 'text' | 'location' | 'buttons' | 'media'> => {
  const buttons = [...chatButtonsOf(message['rich_media']), ...chatButtonsOf(message['keyboard'])];
  const more = buttons.length > 0 ? { buttons } : {};
  const words = (name: string) => (typeof message[name] === 'string' && message[name] !== '' ? { text: message[name] } : {});
  switch (message['type']) {
    case 'picture':
      return { kind: 'image', media: {}, ...words('text'), ...more };
    case 'video':
      return { kind: 'video', media: {}, ...words('text'), ...more };
    case 'file':
      return { kind: 'file', media: { fileName: String(message['file_name']) }, ...more };
    case 'contact': {
      const { name, phone_number: phone } = message['contact'] as Message;
      return { kind: 'contact', text: `${String(name)}\n${String(phone)}`, ...more };
    }
    case 'location': {
      const { lat, lon } = message['location'] as { readonly lat: number; readonly lon: number };
      return { kind: 'location', location: { latitude: lat, longitude: lon }, ...more };
    }
    case 'sticker':
      return { kind: 'sticker', text: String(message['sticker_id']), ...more };
    case 'url':
      return { kind: 'text', ...words('media'), ...more };
    case 'rich_media': {
      const lines = buttonsIn(message['rich_media']).filter(({ ActionType: action }) => action === 'none');
      return { kind: 'text', text: lines.map(({ Text: text }) => shownText(text)).join('\n'), ...more };
    }
    default:
      return { kind: 'text', ...words('text'), ...more };
  }
};
