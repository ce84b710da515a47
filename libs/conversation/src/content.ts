import { isErased, type Personal } from '@madoguchi/event-sourcing';

/** A file of a message. The bytes are fetched and stored later; `MediaStored` tells where and what they really are. */
export interface MediaReference {
  /** Ours, a uuid: names the file for ever. */
  readonly mediaId: string;
  /** Where the bytes come from. `stored`: they are in our media store already (an agent's upload, a part of a mail). */
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

export interface MailAddress {
  readonly name?: string;
  readonly address: string;
}

export interface OrderLine {
  readonly productId: string;
  readonly name?: string;
  readonly quantity: number;
  /** As the platform writes it, in units of `currency`: decimal text, never rounded. */
  readonly price?: string;
  readonly currency?: string;
}

/** One thing that the customer may choose. `id` comes back as the `data` of a postback. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Opens this page instead of answering. */
  readonly url?: string;
}

export type ChoicesStyle = 'quick replies' | 'buttons' | 'list';

/** What one message says, the same for every channel. Texts are as the customer wrote them: never trusted, never HTML. */
export type MessageContent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image' | 'video' | 'audio' | 'file'; readonly media: MediaReference; readonly caption?: string }
  | {
      readonly type: 'sticker';
      readonly stickerId: string;
      readonly packId?: string;
      readonly emoji?: string;
      readonly text?: string;
      readonly media?: MediaReference;
    }
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number; readonly title?: string; readonly address?: string }
  /** `more`: further people on the same card. */
  | {
      readonly type: 'contact';
      readonly name: string;
      readonly phone?: string;
      readonly more?: readonly { readonly name: string; readonly phone?: string }[];
    }
  /** The customer chose something of ours: a button, a quick reply, a row of a list, a form (`data` is then its JSON). */
  | { readonly type: 'postback'; readonly data: string; readonly label?: string }
  | { readonly type: 'order'; readonly lines: readonly OrderLine[]; readonly note?: string }
  /** Where the customer came from: `source` is the platform's own word (an advertisement, a link, a QR code, a product). */
  | {
      readonly type: 'referral';
      readonly source: string;
      readonly title?: string;
      readonly text?: string;
      readonly url?: string;
      readonly reference?: string;
    }
  /** Something that the platform says about the chat, not the customer: `what` is its own word. */
  | { readonly type: 'system'; readonly what: string; readonly text?: string }
  | {
      readonly type: 'email';
      readonly subject?: string;
      /** What is new in it, as plain text. */
      readonly text: string;
      /** What the text had below it: earlier mails, a signature. */
      readonly quoted?: string;
      /** The HTML as it came: never shown outside a sandboxed frame without remote content. */
      readonly html?: MediaReference;
      readonly attachments: readonly MediaReference[];
      /** The mail as it came, byte for byte. */
      readonly raw?: MediaReference;
      readonly from?: MailAddress;
      /** Where the customer wants answers, when not at `from`. */
      readonly answerTo?: MailAddress;
      readonly to?: readonly MailAddress[];
      readonly cc?: readonly MailAddress[];
      /** Written by a machine: nothing of ours may answer it by itself. */
      readonly automatic?: true;
      /** Neither an aligned DKIM signature nor a trusted chain says that `from` wrote it. */
      readonly unverifiedSender?: true;
    }
  /** Ours: a text with things to choose from. `buttonLabel`: what opens a list. */
  | {
      readonly type: 'choices';
      readonly style: ChoicesStyle;
      readonly text: string;
      readonly options: readonly Choice[];
      readonly buttonLabel?: string;
    }
  /** Ours: a message that the platform has approved before. `text`: what the customer will read, for our own screens. */
  | {
      readonly type: 'template';
      readonly name: string;
      readonly language: string;
      readonly parameters: readonly string[];
      readonly text: string;
    }
  /** "Cannot be shown yet": `kind` is the platform's own word, `raw` its JSON, to be read again by later code. */
  | { readonly type: 'unknown'; readonly kind: string; readonly raw: unknown };

export type ContentType = MessageContent['type'];

/** Whether a person said it: notices of the platform and letters of machines open no conversation, and nobody has to answer them. */
export const isFromPerson = (content: MessageContent): boolean =>
  content.type !== 'system' && !(content.type === 'email' && content.automatic);

/** The same of a recorded message, also when nobody can read any more what it said. */
export const isNotice = ({ notice, content }: { readonly notice?: true; readonly content: Personal<MessageContent> }): boolean =>
  notice ?? (!isErased(content) && !isFromPerson(content));

/** Every file of a message, in the order in which it is shown. */
export const filesOf = (content: MessageContent): readonly MediaReference[] => {
  if (content.type === 'email') return [content.html, ...content.attachments, content.raw].filter((file) => file !== undefined);
  return 'media' in content && content.media ? [content.media] : [];
};

/** The same message with each of its files put through `change`. */
export const withFiles = (content: MessageContent, change: (file: MediaReference) => MediaReference): MessageContent => {
  if (content.type === 'email') {
    const { html, attachments, raw } = content;
    return { ...content, html: html && change(html), attachments: attachments.map(change), raw: raw && change(raw) };
  }
  return 'media' in content && content.media ? ({ ...content, media: change(content.media) } as MessageContent) : content;
};

/** One line for lists: the text itself, or nothing where the page shows an icon and a word for the type. */
export const lineOf = (content: MessageContent): string => {
  switch (content.type) {
    case 'text':
    case 'choices':
    case 'template':
      return content.text;
    case 'email':
      return [content.subject, content.text].filter(Boolean).join(' – ');
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
    case 'order':
      return content.lines.map(({ name, productId, quantity }) => `${quantity} × ${name ?? productId}`).join(', ');
    case 'referral':
      return content.title ?? content.text ?? content.url ?? '';
    case 'system':
      return content.text ?? '';
    case 'unknown':
      return content.kind;
  }
};
