import type { ChatEntry } from '../control-api.js';
import { badParameter } from './answers.js';
import { listUpTo, onlyKeys, textUpTo } from './checks.js';
import { type Fields, isObject } from './input.js';
import { templateOf } from './templates.js';

/** "Less than 2000 characters", counted in UTF-16 units. */
const TEXT = 1_999;
const METADATA = 999;
const QUICK_REPLIES = 13;
const QUICK_REPLY_TITLE = 20;
const QUICK_REPLY_PAYLOAD = 1_000;

const FILE_TYPES = ['image', 'video', 'audio', 'file'] as const;
export type FileType = (typeof FILE_TYPES)[number];

export interface NamedFile {
  readonly type: FileType;
  readonly url?: string;
  readonly attachmentId?: string;
  readonly reusable: boolean;
}

/** A message of the page that has the right shape. */
export interface Outgoing {
  readonly metadata?: string;
  readonly entry: Pick<ChatEntry, 'kind'> & Partial<ChatEntry>;
  /** What can be tapped: data → words. */
  readonly quickReplies?: Readonly<Record<string, string>>;
  readonly buttons?: Readonly<Record<string, string>>;
  /** A file that has still to be found. */
  readonly file?: NamedFile;
  /** What stands in the echo. */
  readonly inEcho: Fields;
}

/** @throws Refusal for what the Send API does not take. */
export const readMessage = (message: unknown): Outgoing => {
  if (!isObject(message)) return badParameter('Message cannot be empty, must provide valid attachment or text', 2018034);
  onlyKeys(message, 'message', ['text', 'attachment', 'quick_replies', 'metadata', 'sticker_id']);
  const { text, attachment, sticker_id: sticker, metadata } = message;
  const given = [text, attachment, sticker].filter((part) => part !== undefined);
  if (given.length === 0 || text === '') return badParameter('Message cannot be empty, must provide valid attachment or text', 2018034);
  if (given.length > 1) return badParameter('Only one of text, attachment and sticker_id can be given in param "message"');
  if (metadata !== undefined) textUpTo(metadata, 'message[metadata]', METADATA);
  const body = text !== undefined ? textMessage(text) : attachment !== undefined ? attachmentMessage(attachment) : stickerMessage(sticker);
  return { ...body, ...quickRepliesIn(message, body), ...(typeof metadata === 'string' ? { metadata } : {}) };
};

const textMessage = (text: unknown): Outgoing => {
  const words = textUpTo(text, 'message[text]', TEXT);
  return { entry: { kind: 'text', text: words }, inEcho: { text: words } };
};

const stickerMessage = (sticker: unknown): Outgoing => {
  if (!Number.isSafeInteger(sticker) || (sticker as number) <= 0) return badParameter('Param message[sticker_id] must be a valid ID');
  const emoji = THUMBS.includes(sticker as number) ? '👍' : `#${sticker as number}`;
  return { entry: { kind: 'sticker', text: emoji }, inEcho: { attachments: [{ type: 'sticker', payload: { sticker_id: sticker } }] } };
};

/** Three sizes of the same thumb. */
export const THUMBS: readonly number[] = [369239263222822, 369239343222814, 369239383222810];

const attachmentMessage = (attachment: unknown): Outgoing => {
  if (!isObject(attachment)) return badParameter('Param message[attachment] must be an object');
  onlyKeys(attachment, 'message[attachment]', ['type', 'payload']);
  const { type, payload } = attachment;
  if (!isObject(payload)) return badParameter('Param message[attachment][payload] must be an object');
  if (type === 'template') return templateMessage(payload);
  const file = readFile(type, payload);
  return { entry: { kind: file.type }, file, inEcho: {} };
};

/** @throws Refusal unless it names one file. */
export const readFile = (type: unknown, payload: Fields): NamedFile => {
  onlyKeys(payload, 'message[attachment][payload]', ['url', 'attachment_id', 'is_reusable']);
  const { url, attachment_id: id, is_reusable: reusable = false } = payload;
  if ((url === undefined) === (id === undefined)) return badParameter('Must provide either url or attachment_id in the payload');
  if (url !== undefined && (typeof url !== 'string' || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)))
    return badParameter('Param message[attachment][payload][url] should represent a valid URL');
  if (id !== undefined && !/^\d{1,20}$/.test(String(id))) return badParameter('Invalid attachment_id', 2018074);
  if (typeof reusable !== 'boolean') return badParameter('Param is_reusable must be a boolean');
  return { type: fileTypeOf(type), reusable, ...(url === undefined ? { attachmentId: String(id) } : { url }) };
};

/** @throws Refusal */
export const fileTypeOf = (type: unknown): FileType =>
  FILE_TYPES.find((each) => each === type) ??
  badParameter(`Param message[attachment][type] must be one of {${FILE_TYPES.join(', ')}, template}`);

const templateMessage = (payload: Fields): Outgoing => {
  const { words, buttons, titles } = templateOf(payload);
  return { entry: { kind: 'text', text: words, buttons }, buttons: titles, inEcho: { attachments: [{ type: 'template', payload }] } };
};

const quickRepliesIn = ({ quick_replies: given }: Fields, { entry }: Outgoing): Partial<Outgoing> => {
  if (given === undefined) return {};
  const replies = listUpTo(given, 'message[quick_replies]', QUICK_REPLIES);
  if (entry.kind === 'sticker') return badParameter('Quick replies need a text or an attachment');
  const buttons = replies.map(quickReply);
  return {
    entry: { ...entry, buttons: [...(entry.buttons ?? []), ...buttons] },
    quickReplies: Object.fromEntries(buttons.map(({ data, label }) => [data, label])),
  };
};

/** Asked for their number or address, people tap on what Messenger knows of them. */
const OWN_FACTS: Readonly<Record<string, string>> = { user_phone_number: '+819000000000', user_email: 'customer@mail.example' };

const quickReply = (reply: unknown): { readonly label: string; readonly data: string } => {
  if (!isObject(reply)) return badParameter('Each quick reply must be an object');
  onlyKeys(reply, 'quick_replies', ['content_type', 'title', 'payload', 'image_url']);
  const { content_type: type, title, payload } = reply;
  const fact = OWN_FACTS[String(type)];
  if (fact !== undefined) return { label: fact, data: fact };
  if (type !== 'text') return badParameter('content_type of a quick reply must be one of {text, user_phone_number, user_email}');
  if (typeof title !== 'string' || title === '') return badParameter('Param title of a quick reply must be a non-empty string');
  // Longer words are cut on the phone, not refused.
  return { label: title.slice(0, QUICK_REPLY_TITLE), data: textUpTo(payload, 'quick_replies[payload]', QUICK_REPLY_PAYLOAD) };
};
