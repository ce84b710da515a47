import type { InboundItem } from '@madoguchi/contracts';
import type { MessageContent } from '@madoguchi/conversation';
import { idOfContent, type JsonObject, NotUnderstoodError, storableText } from './platform-json.js';

/** The conversation key of what belongs to no chat. */
export const NO_CHAT = 'account';

/** The value, or what stands in for it when the platform wrote something else than it documents. */
export const understoodOr = <T>(read: () => T, otherwise: (reason: string) => T): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotUnderstoodError) return otherwise(error.message);
    throw error;
  }
};

/** A body that as a whole makes no sense, kept as its text. */
export const unreadBody = (body: Buffer, reason: string): InboundItem => ({
  kind: 'unread',
  dedupKey: idOfContent(body),
  conversationKey: NO_CHAT,
  platformKind: 'body',
  reason,
  raw: storableText(body.toString('utf8')),
});

/** "Cannot be shown yet": the message whole, under the platform's own word for it. */
export const unknownContent = (kind: string, raw: JsonObject): MessageContent => ({ type: 'unknown', kind, raw });
