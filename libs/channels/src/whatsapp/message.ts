import type { MessageContent } from '@madoguchi/conversation';
import type { SendRequest } from '@madoguchi/use-cases';
import { type Interactive, interactiveOf } from './interactive.js';
import { messageIdOf } from './referral.js';

type Body =
  | { readonly type: 'text'; readonly text: { readonly body: string; readonly preview_url: boolean } }
  | { readonly type: 'image'; readonly image: Upload }
  | { readonly type: 'video'; readonly video: Upload }
  | { readonly type: 'audio'; readonly audio: { readonly id: string } }
  | { readonly type: 'document'; readonly document: Upload & { readonly filename: string } }
  | { readonly type: 'sticker'; readonly sticker: { readonly id: string } }
  | {
      readonly type: 'location';
      readonly location: { readonly latitude: number; readonly longitude: number; readonly name?: string; readonly address?: string };
    }
  | { readonly type: 'contacts'; readonly contacts: readonly ContactCard[] }
  | { readonly type: 'interactive'; readonly interactive: Interactive }
  | { readonly type: 'template'; readonly template: Template }
  | { readonly type: 'reaction'; readonly reaction: { readonly message_id: string; readonly emoji: string } };

interface Upload {
  readonly id: string;
  readonly caption?: string;
}

interface ContactCard {
  readonly name: { readonly formatted_name: string; readonly first_name: string };
  readonly phones?: readonly { readonly phone: string }[];
}

interface Template {
  readonly name: string;
  readonly language: { readonly code: string };
  readonly components?: readonly [
    { readonly type: 'body'; readonly parameters: readonly { readonly type: 'text'; readonly text: string }[] },
  ];
}

/** Body of `POST /{phone number id}/messages`. */
export type WhatsAppMessage = Body & {
  readonly messaging_product: 'whatsapp';
  readonly recipient_type: 'individual';
  /** Comes back with every receipt. */
  readonly biz_opaque_callback_data?: string;
  readonly context?: { readonly message_id: string };
} & ({ readonly to: string } | { readonly recipient: string });

const CALLBACK_PREFIX = 'madoguchi:to:';

/**
 * A user id (`JP.1349…`) or a number. Numbers go with "+": without it Meta puts the business's own country code before them.
 *
 * @returns undefined when it is neither
 */
export const addressOf = (recipient: string): { readonly to: string } | { readonly recipient: string } | undefined => {
  if (/^\d{5,20}$/.test(recipient)) return { to: `+${recipient}` };
  return /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(recipient) ? { recipient } : undefined;
};

/** Whom the answer of this receipt went to, in the spelling of our conversation; undefined when somebody else sent it. */
export const recipientIn = (callbackData: unknown): string | undefined =>
  typeof callbackData === 'string' && callbackData.startsWith(CALLBACK_PREFIX) && callbackData.length > CALLBACK_PREFIX.length
    ? callbackData.slice(CALLBACK_PREFIX.length)
    : undefined;

/** The message of this request; `mediaId` names the file that was uploaded for it. Undefined when WhatsApp has nothing for this content. */
export const whatsappMessageOf = (
  { content, recipient, replyTo, mediaFile }: Pick<SendRequest, 'content' | 'recipient' | 'replyTo' | 'mediaFile'>,
  mediaId?: string,
): WhatsAppMessage | undefined => {
  const address = addressOf(recipient);
  const body = bodyOf(content, mediaId, mediaFile?.fileName ?? 'file');
  return (
    address &&
    body && {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      ...address,
      ...body,
      ...(replyTo && { context: { message_id: messageIdOf(replyTo.providerMessageId) } }),
      biz_opaque_callback_data: `${CALLBACK_PREFIX}${recipient}`,
    }
  );
};

/** A reaction to a message of the chat; without an emoji it takes the one before back. Undefined for a recipient that cannot be one. */
export const whatsappReactionOf = (recipient: string, providerMessageId: string, emoji: string | null): WhatsAppMessage | undefined => {
  const address = addressOf(recipient);
  const reaction = { message_id: messageIdOf(providerMessageId), emoji: emoji ?? '' };
  return address && { messaging_product: 'whatsapp', recipient_type: 'individual', ...address, type: 'reaction', reaction };
};

const bodyOf = (content: MessageContent, mediaId: string | undefined, fileName: string): Body | undefined => {
  const caption = 'caption' in content && content.caption ? { caption: content.caption } : {};
  const upload: Upload | undefined = mediaId === undefined ? undefined : { id: mediaId, ...caption };
  switch (content.type) {
    case 'text':
      return { type: 'text', text: { body: content.text, preview_url: true } };
    case 'location': {
      const { latitude, longitude, title, address } = content;
      return { type: 'location', location: { latitude, longitude, ...(title && { name: title }), ...(address && { address }) } };
    }
    case 'image':
      return upload && { type: 'image', image: upload };
    case 'video':
      return upload && { type: 'video', video: upload };
    case 'audio':
      return upload && { type: 'audio', audio: { id: upload.id } };
    case 'file':
      return upload && { type: 'document', document: { ...upload, filename: fileName } };
    case 'sticker':
      return upload && { type: 'sticker', sticker: { id: upload.id } };
    case 'contact':
      return { type: 'contacts', contacts: [content, ...(content.more ?? [])].map(cardOf) };
    case 'choices':
      return { type: 'interactive', interactive: interactiveOf(content) };
    case 'template':
      return { type: 'template', template: templateOf(content) };
    case 'postback':
    case 'order':
    case 'referral':
    case 'system':
    case 'email':
    case 'unknown':
      return undefined;
  }
};

/** WhatsApp wants one more part of a name beside the whole. */
const cardOf = ({ name, phone }: { readonly name: string; readonly phone?: string }): ContactCard => ({
  name: { formatted_name: name, first_name: name },
  ...(phone && { phones: [{ phone }] }),
});

const templateOf = ({ name, language, parameters }: Extract<MessageContent, { type: 'template' }>): Template => ({
  name,
  language: { code: language },
  ...(parameters.length > 0 && { components: [{ type: 'body', parameters: parameters.map((text) => ({ type: 'text', text })) }] }),
});
