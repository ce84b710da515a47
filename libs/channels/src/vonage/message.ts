import type { MessageContent } from '@madoguchi/conversation';
import type { SendRequest } from '@madoguchi/use-cases';
import type { Thread } from './thread.js';

interface Ends {
  readonly to: string;
  readonly from: string;
}

interface File {
  readonly url: string;
  readonly caption?: string;
}

/** Body of `POST /v1/messages`. */
export type VonageMessage = Ends &
  (
    | { readonly channel: 'sms'; readonly message_type: 'text'; readonly text: string; readonly sms: { readonly encoding_type: 'auto' } }
    | ({ readonly channel: 'whatsapp' } & (
        Text | Image | Video | Audio | { readonly message_type: 'file'; readonly file: File & { readonly name?: string } }
      ))
    | ({ readonly channel: 'messenger'; readonly messenger: { readonly category: 'response' } } & (
        Text | Image | Video | Audio | { readonly message_type: 'file'; readonly file: File }
      ))
    | ({ readonly channel: 'viber_service'; readonly viber_service: { readonly category: 'transaction'; readonly ttl: number } } & (
        Text | Image
      ))
    | ({ readonly channel: 'rcs' } & Text)
  );

interface Text {
  readonly message_type: 'text';
  readonly text: string;
}
interface Image {
  readonly message_type: 'image';
  readonly image: File;
}
interface Video {
  readonly message_type: 'video';
  readonly video: File;
}
interface Audio {
  readonly message_type: 'audio';
  readonly audio: File;
}

/** Seconds that Viber tries to deliver: the longest that it takes. */
const VIBER_TTL = 259_200;

/** Characters that Vonage takes in a text, by channel. */
const TEXT_LIMITS: Readonly<Record<string, number>> = { sms: 1_000, whatsapp: 4_096, messenger: 640, viber_service: 1_000, rcs: 3_072 };

export const textLimitOf = (channel: string): number => TEXT_LIMITS[channel] ?? 0;

/** What goes out as words: an SMS takes no file, so it bears a link to it. Undefined when the file has no address. */
export const wordsOf = ({ content, mediaUrl }: Pick<SendRequest, 'content' | 'mediaUrl'>): string | undefined => {
  if (content.type === 'text') return content.text;
  if (!isFile(content) || mediaUrl === undefined) return undefined;
  return content.caption ? `${content.caption}\n${mediaUrl}` : mediaUrl;
};

/** The message of this request; undefined when Vonage has no such channel, or the file has no address. */
export const vonageMessageOf = (
  request: Pick<SendRequest, 'content' | 'mediaUrl' | 'mediaFile'>,
  { channel, customer }: Thread,
  from: string,
): VonageMessage | undefined => {
  const ends = { to: customer, from };
  const text = wordsOf(request);
  if (text === undefined) return undefined;
  const words = { message_type: 'text', text } as const;
  switch (channel) {
    case 'sms':
    case 'mms':
      return { ...ends, channel: 'sms', ...words, sms: { encoding_type: 'auto' } };
    case 'whatsapp':
      return { ...ends, channel, ...(whatsappFileOf(request) ?? words) };
    case 'messenger':
      return { ...ends, channel, messenger: { category: 'response' }, ...(messengerFileOf(request) ?? words) };
    case 'viber_service':
      return { ...ends, channel, viber_service: { category: 'transaction', ttl: VIBER_TTL }, ...(viberImageOf(request) ?? words) };
    case 'rcs':
      return { ...ends, channel, ...words };
    default:
      return undefined;
  }
};

type Outgoing = Pick<SendRequest, 'content' | 'mediaUrl' | 'mediaFile'>;

const isFile = (content: MessageContent): content is Extract<MessageContent, { type: 'image' | 'video' | 'audio' | 'file' }> =>
  ['image', 'video', 'audio', 'file'].includes(content.type);

/** WhatsApp shows no words under audio; they go with a link then. */
const whatsappFileOf = ({ content, mediaUrl: url, mediaFile }: Outgoing) => {
  if (!isFile(content) || url === undefined) return undefined;
  const file = { url, ...(content.caption && { caption: content.caption }) };
  switch (content.type) {
    case 'image':
      return { message_type: 'image', image: file } as const;
    case 'video':
      return { message_type: 'video', video: file } as const;
    case 'audio':
      return content.caption ? undefined : ({ message_type: 'audio', audio: file } as const);
    case 'file':
      return { message_type: 'file', file: { ...file, ...(mediaFile && { name: mediaFile.fileName }) } } as const;
  }
};

/** Messenger shows no words under a file. */
const messengerFileOf = ({ content, mediaUrl: url }: Outgoing) => {
  if (!isFile(content) || url === undefined || content.caption) return undefined;
  switch (content.type) {
    case 'image':
      return { message_type: 'image', image: { url } } as const;
    case 'video':
      return { message_type: 'video', video: { url } } as const;
    case 'audio':
      return { message_type: 'audio', audio: { url } } as const;
    case 'file':
      return { message_type: 'file', file: { url } } as const;
  }
};

/** Viber wants a picture and a duration with a video, and takes JPEG and PNG alone. */
const viberImageOf = ({ content, mediaUrl: url, mediaFile }: Outgoing) =>
  content.type === 'image' && !content.caption && url !== undefined && /^image\/(jpeg|png)$/.test(mediaFile?.mimeType ?? '')
    ? ({ message_type: 'image', image: { url } } as const)
    : undefined;
