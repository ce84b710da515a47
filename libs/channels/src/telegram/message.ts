import type { MessageContent } from '@madoguchi/conversation';
import type { SendRequest } from '@madoguchi/use-cases';
import { keyboardOf, type TelegramKeyboard } from './choices.js';

type File = NonNullable<SendRequest['mediaFile']>;

/** A method of the Bot API with its fields; a file is uploaded under the name of its field. */
export type TelegramCall =
  | { readonly method: 'sendMessage'; readonly fields: Chat & { readonly text: string; readonly reply_markup?: TelegramKeyboard } }
  | { readonly method: 'sendLocation'; readonly fields: Chat & Point }
  | { readonly method: 'sendVenue'; readonly fields: Chat & Point & { readonly title: string; readonly address: string } }
  | { readonly method: 'sendContact'; readonly fields: Chat & { readonly phone_number: string; readonly first_name: string } }
  | { readonly method: 'sendSticker'; readonly fields: Chat & { readonly sticker: string } }
  | {
      readonly method: (typeof uploads)[keyof typeof uploads];
      readonly fields: Chat & { readonly caption?: string };
      readonly upload: { readonly field: keyof typeof uploads; readonly file: File };
    };

interface Chat {
  readonly chat_id: number;
  readonly reply_parameters?: { readonly message_id: number; readonly allow_sending_without_reply: true };
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** The field of a file → the method that takes it. */
const uploads = {
  photo: 'sendPhoto',
  animation: 'sendAnimation',
  video: 'sendVideo',
  audio: 'sendAudio',
  voice: 'sendVoice',
  document: 'sendDocument',
  sticker: 'sendSticker',
} as const;

type Request = Pick<SendRequest, 'recipient' | 'content' | 'replyTo' | 'mediaFile'>;

/** The one call for this content; undefined when its file is missing. Texts go without `parse_mode`: what agents write is no markup. */
export const telegramCallOf = (request: Request): TelegramCall | undefined => {
  const { content, mediaFile } = request;
  const chat = chatOf(request);
  switch (content.type) {
    case 'text':
      return { method: 'sendMessage', fields: { ...chat, text: content.text } };
    case 'choices':
      return { method: 'sendMessage', fields: { ...chat, text: content.text, reply_markup: keyboardOf(content) } };
    case 'location': {
      const { latitude, longitude, title, address } = content;
      return title && address
        ? { method: 'sendVenue', fields: { ...chat, latitude, longitude, title, address } }
        : { method: 'sendLocation', fields: { ...chat, latitude, longitude } };
    }
    case 'contact': {
      const { name, phone } = content;
      return phone === undefined ? undefined : { method: 'sendContact', fields: { ...chat, phone_number: phone, first_name: name } };
    }
    case 'sticker':
      return content.media
        ? uploadOf('sticker', chat, mediaFile)
        : { method: 'sendSticker', fields: { ...chat, sticker: content.stickerId } };
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return uploadOf(fieldOf(content, mediaFile), { ...chat, ...(content.caption ? { caption: content.caption } : {}) }, mediaFile);
    default:
      return undefined;
  }
};

const uploadOf = (
  field: keyof typeof uploads,
  fields: Chat & { readonly caption?: string },
  file: File | undefined,
): TelegramCall | undefined => file && { method: uploads[field], fields, upload: { field, file } };

/** What moves is no photo, and what was spoken into a microphone plays as a voice message; both are told by their type. */
const fieldOf = ({ type, media }: Extract<MessageContent, { type: 'image' | 'video' | 'audio' | 'file' }>, file: File | undefined) => {
  const mimeType = (media.mimeType ?? file?.mimeType ?? '').split(';')[0];
  switch (type) {
    case 'image':
      return mimeType === 'image/gif' ? 'animation' : 'photo';
    case 'audio':
      return mimeType === 'audio/ogg' ? 'voice' : 'audio';
    case 'video':
      return 'video';
    case 'file':
      return 'document';
  }
};

/** An answer to a message that is gone is sent all the same. */
const chatOf = ({ recipient, replyTo }: Pick<SendRequest, 'recipient' | 'replyTo'>): Chat => ({
  chat_id: Number(recipient),
  ...(replyTo &&
    isMessageId(replyTo.providerMessageId) && {
      reply_parameters: { message_id: Number(replyTo.providerMessageId), allow_sending_without_reply: true as const },
    }),
});

/** A pressed button is a message to us and none to Telegram. */
export const isMessageId = (providerMessageId: string): boolean => /^\d{1,16}$/.test(providerMessageId);

/** The same to another chat. */
export const toChat = <Call extends TelegramCall>(call: Call, chatId: number): Call => ({
  ...call,
  fields: { ...call.fields, chat_id: chatId },
});

/** The fields of a call as they travel; objects inside a form are JSON. */
export const bodyOf = (call: TelegramCall): object | FormData => {
  if (!('upload' in call)) return call.fields;
  const form = new FormData();
  for (const [name, value] of Object.entries(call.fields))
    form.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  const { field, file } = call.upload;
  form.append(field, new Blob([new Uint8Array(file.bytes)], { type: file.mimeType }), file.fileName);
  return form;
};
