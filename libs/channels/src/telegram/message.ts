import type { SendRequest } from '@madoguchi/use-cases';

/** A method of the Bot API with its fields; a file is uploaded under the name of its field. */
export type TelegramCall =
  | { readonly method: 'sendMessage'; readonly fields: Chat & { readonly text: string } }
  | { readonly method: 'sendLocation'; readonly fields: Chat & Point }
  | { readonly method: 'sendVenue'; readonly fields: Chat & Point & { readonly title: string; readonly address: string } }
  | {
      readonly method: 'sendPhoto' | 'sendVideo' | 'sendAudio' | 'sendDocument';
      readonly fields: Chat & { readonly caption?: string };
      readonly upload: { readonly field: 'photo' | 'video' | 'audio' | 'document'; readonly file: NonNullable<SendRequest['mediaFile']> };
    };

interface Chat {
  readonly chat_id: number;
  readonly reply_parameters?: { readonly message_id: number; readonly allow_sending_without_reply: true };
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const uploads = {
  image: { method: 'sendPhoto', field: 'photo' },
  video: { method: 'sendVideo', field: 'video' },
  audio: { method: 'sendAudio', field: 'audio' },
  file: { method: 'sendDocument', field: 'document' },
} as const;

/** The one call for this content; undefined when its file is missing. Texts go without `parse_mode`: what agents write is no markup. */
export const telegramCallOf = (request: Pick<SendRequest, 'recipient' | 'content' | 'replyTo' | 'mediaFile'>): TelegramCall | undefined => {
  const { content, mediaFile } = request;
  const chat = chatOf(request);
  switch (content.type) {
    case 'text':
      return { method: 'sendMessage', fields: { ...chat, text: content.text } };
    case 'location': {
      const { latitude, longitude, title, address } = content;
      return title && address
        ? { method: 'sendVenue', fields: { ...chat, latitude, longitude, title, address } }
        : { method: 'sendLocation', fields: { ...chat, latitude, longitude } };
    }
    case 'image':
    case 'video':
    case 'audio':
    case 'file': {
      const { method, field } = uploads[content.type];
      const caption = content.caption ? { caption: content.caption } : {};
      return mediaFile && { method, fields: { ...chat, ...caption }, upload: { field, file: mediaFile } };
    }
    default:
      return undefined;
  }
};

/** An answer to a message that is gone is sent all the same. */
const chatOf = ({ recipient, replyTo }: Pick<SendRequest, 'recipient' | 'replyTo'>): Chat => ({
  chat_id: Number(recipient),
  ...(replyTo &&
    /^\d+$/.test(replyTo.providerMessageId) && {
      reply_parameters: { message_id: Number(replyTo.providerMessageId), allow_sending_without_reply: true as const },
    }),
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
