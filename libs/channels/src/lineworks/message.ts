import type { Choice, MessageContent } from '@madoguchi/conversation';

/** Action objects of a button ("Bot > Action Objects"): it opens a page, or says `text` in the member's name and brings `postback`. */
export type LineWorksAction =
  | { readonly type: 'message'; readonly label: string; readonly text: string; readonly postback: string }
  | { readonly type: 'uri'; readonly label: string; readonly uri: string };

/** The `content` of the messages that we send ("Bot > Send messages"). LINE WORKS takes no other properties. */
export type LineWorksContent =
  | {
      readonly type: 'text';
      readonly text: string;
      readonly quickReply?: { readonly items: readonly { readonly action: LineWorksAction }[] };
    }
  | { readonly type: 'image' | 'video' | 'audio' | 'file'; readonly fileId: string }
  | { readonly type: 'sticker'; readonly packageId: string; readonly stickerId: string }
  | { readonly type: 'link'; readonly contentText: string; readonly linkText: string; readonly link: string }
  | { readonly type: 'location'; readonly title: string; readonly address: string; readonly latitude: number; readonly longitude: number }
  | { readonly type: 'button_template'; readonly contentText: string; readonly actions: readonly LineWorksAction[] }
  | {
      readonly type: 'list_template';
      readonly coverData: { readonly title: string };
      readonly elements: readonly { readonly title: string; readonly subtitle?: string; readonly action: LineWorksAction }[];
    };

/** An uploaded file, and as what it can be shown. */
export interface UploadedFile {
  readonly fileId: string;
  readonly bytes: number;
}

/** Of a sound or video that was uploaded; "the maximum file size is limited to 1 MB for message types except for File and Image". */
const LARGEST_PLAYED = 1_000_000;

/** Undefined when there is nothing to be sent: LINE WORKS has no such message, or its file is missing. */
export const lineworksContentOf = (content: MessageContent, file?: UploadedFile): LineWorksContent | undefined => {
  switch (content.type) {
    case 'text':
      return { type: 'text', text: content.text };
    case 'image':
    case 'file':
      return file && { type: content.type, fileId: file.fileId };
    case 'video':
    case 'audio':
      return file && { type: file.bytes > LARGEST_PLAYED ? 'file' : content.type, fileId: file.fileId };
    case 'sticker':
      return content.packId === undefined ? undefined : { type: 'sticker', packageId: content.packId, stickerId: content.stickerId };
    case 'location': {
      const { latitude, longitude, title, address } = content;
      const place = `${latitude}, ${longitude}`;
      return { type: 'location', title: title || address || place, address: address || place, latitude, longitude };
    }
    case 'choices':
      return choicesOf(content);
    default:
      return undefined;
  }
};

const choicesOf = ({ style, text, options, buttonLabel }: Extract<MessageContent, { type: 'choices' }>): LineWorksContent => {
  switch (style) {
    case 'quick replies':
      return { type: 'text', text, quickReply: { items: options.map((option) => ({ action: actionOf(option) })) } };
    case 'buttons': {
      const [only] = options;
      // A single link has a message of its own.
      return options.length === 1 && only?.url !== undefined
        ? { type: 'link', contentText: text, linkText: only.label, link: only.url }
        : { type: 'button_template', contentText: text, actions: options.map((option) => actionOf(option)) };
    }
    case 'list':
      return {
        type: 'list_template',
        coverData: { title: text },
        elements: options.map((option) => ({
          title: option.label,
          ...(option.description && { subtitle: option.description }),
          action: actionOf(option, buttonLabel),
        })),
      };
  }
};

const actionOf = ({ id, label, url }: Choice, shown = label): LineWorksAction =>
  url === undefined ? { type: 'message', label: shown, text: label, postback: id } : { type: 'uri', label: shown, uri: url };
