import type { ChatEntry } from '../control-api.js';
import type { WhatsAppChoice } from './state.js';

export const MESSAGE_TYPES = [
  'text',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'interactive',
  'template',
  'reaction',
] as const;

export type MessageType = (typeof MESSAGE_TYPES)[number];

export type MediaType = 'image' | 'video' | 'audio' | 'document' | 'sticker';

/** What of a message is looked at further. */
export interface ReadMessage {
  readonly type: MessageType;
  /** What the customer's phone shows; pictures are loaded afterwards. */
  readonly entry?: Pick<ChatEntry, 'kind'> & Partial<ChatEntry>;
  readonly choices?: Readonly<Record<string, WhatsAppChoice>>;
  readonly media?: { readonly type: MediaType; readonly id?: string; readonly link?: string; readonly fileName?: string };
  readonly reaction?: { readonly messageId: string; readonly emoji: string };
}
