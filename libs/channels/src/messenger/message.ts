import type { MessageContent } from '@madoguchi/conversation';
import type { SendRequest } from '@madoguchi/use-cases';
import { choicesMessages, type ChoicesMessage } from './choices.js';
import { plainMessageId } from './message-id.js';

/** Whom to write to: a person by the page-scoped id, or a plugin's visitor, who has none, by the reference that the plugin gave. */
export type MessengerRecipient = { readonly id: string } | { readonly user_ref: string };

export type AttachmentType = 'image' | 'video' | 'audio' | 'file';

/** The message objects that we send (Send API reference). Text and attachment never go together. */
export type MessengerMessage = { readonly metadata: string } & (
  | ChoicesMessage
  | {
      readonly attachment: {
        readonly type: AttachmentType;
        readonly payload: { readonly attachment_id: string } | { readonly url: string };
      };
    }
  | { readonly sticker_id: number }
);

/** A body of `POST /{page}/messages`. */
export interface MessengerSend {
  readonly recipient: MessengerRecipient;
  readonly messaging_type: 'RESPONSE' | 'MESSAGE_TAG';
  readonly tag?: 'HUMAN_AGENT';
  readonly message: MessengerMessage;
  readonly reply_to?: { readonly mid: string };
}

const USER_REF = 'user_ref:';

/** The conversation's key for a visitor who is known only by a plugin's reference. */
export const keyOfUserRef = (reference: string): string => `${USER_REF}${reference}`;

/** Undefined when the key cannot be one of Messenger's. */
export const recipientOf = (key: string): MessengerRecipient | undefined => {
  if (/^\d{1,25}$/.test(key)) return { id: key };
  return key.startsWith(USER_REF) && key.length > USER_REF.length ? { user_ref: key.slice(USER_REF.length) } : undefined;
};

const METADATA = 'madoguchi:';

/** What Meta repeats in the echo of our message, so that the echo can be told from somebody else's under the same app. To Meta it is no key. */
export const metadataOf = (idempotencyKey: string): string => `${METADATA}${idempotencyKey.replaceAll('-', '')}`;

export const isOurMetadata = (metadata: unknown): boolean => typeof metadata === 'string' && metadata.startsWith(METADATA);

/**
 * The messages that say it, in their order: a caption follows its file, and the cards of a list their text. `attachment` is where the file
 * lies, once it does. Empty when there is nothing to be sent.
 */
export const messagesOf = (
  content: MessageContent,
  metadata: string,
  attachment?: { readonly attachment_id: string } | { readonly url: string },
): readonly MessengerMessage[] => {
  switch (content.type) {
    case 'text':
      return [{ text: content.text, metadata }];
    case 'image':
    case 'video':
    case 'audio':
    case 'file': {
      if (!attachment) return [];
      const file = { attachment: { type: content.type, payload: attachment }, metadata };
      return content.caption?.trim() ? [file, { text: content.caption, metadata }] : [file];
    }
    case 'sticker':
      return [{ sticker_id: Number(content.stickerId), metadata }];
    case 'choices':
      return choicesMessages(content).map((message) => ({ ...message, metadata }));
    default:
      return [];
  }
};

/** Only a message with an id of Meta's can be quoted; a pressed button or a cart has none. */
export const quoteOf = (replyTo: SendRequest['replyTo']): Pick<MessengerSend, 'reply_to'> => {
  const mid = replyTo && plainMessageId(replyTo.providerMessageId);
  return mid === undefined ? {} : { reply_to: { mid } };
};
