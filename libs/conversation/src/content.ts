/** A file of a message. The bytes are fetched and stored later; `MediaStored` tells where and what they really are. */
export interface MediaReference {
  /** Ours, a uuid: names the file for ever. */
  readonly mediaId: string;
  /** Where the bytes come from. `stored`: they are in our media store already (an agent's upload). */
  readonly source:
    | { readonly kind: 'platform'; readonly reference: string }
    | { readonly kind: 'url'; readonly url: string }
    | { readonly kind: 'stored' };
  readonly fileName?: string;
  /** As the platform claims it; the stored file says what it really is. */
  readonly mimeType?: string;
  /** Bytes. */
  readonly size?: number;
  readonly durationMs?: number;
}

/** What one message says, the same for every channel. Texts are as the customer wrote them: never trusted, never HTML. */
export type MessageContent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image' | 'video' | 'audio' | 'file'; readonly media: MediaReference; readonly caption?: string }
  | { readonly type: 'sticker'; readonly stickerId: string; readonly packId?: string; readonly emoji?: string; readonly text?: string; readonly media?: MediaReference }
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number; readonly title?: string; readonly address?: string }
  | { readonly type: 'contact'; readonly name: string; readonly phone?: string }
  | { readonly type: 'postback'; readonly data: string; readonly label?: string }
  /** "Cannot be shown yet": `kind` is the platform's own word, `raw` its JSON, to be read again by later code. */
  | { readonly type: 'unknown'; readonly kind: string; readonly raw: unknown };

export type ContentType = MessageContent['type'];

/** One line for lists: the text itself, or nothing where the page shows an icon and a word for the type. */
export const lineOf = (content: MessageContent): string => {
  switch (content.type) {
    case 'text':
      return content.text;
    case 'image':
    case 'video':
    case 'audio':
    case 'file':
      return content.caption ?? content.media.fileName ?? '';
    case 'sticker':
      return content.emoji ?? content.text ?? '';
    case 'location':
      return content.title ?? content.address ?? '';
    case 'contact':
      return content.name;
    case 'postback':
      return content.label ?? '';
    case 'unknown':
      return content.kind;
  }
};
