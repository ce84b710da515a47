import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { noSuchConversation } from './refusals.js';

/** What became of the bytes of a file that the customer sent. */
export type SettleMedia =
  | {
      readonly type: 'RecordMediaStored';
      readonly mediaId: string;
      readonly mimeType: string;
      readonly size: number;
      readonly sha256: string;
      readonly fileName?: string;
    }
  | {
      readonly type: 'RecordMediaFailed';
      readonly mediaId: string;
      readonly code: string;
      readonly reason: string;
      readonly remedy: string;
    };

export const settleMedia = (command: SettleMedia, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.status === 'none') throw noSuchConversation();
  if (conversation.mediaStored.has(command.mediaId)) return [];
  if (command.type === 'RecordMediaStored') {
    const { mediaId, mimeType, size, sha256, fileName } = command;
    return [{ type: 'MediaStored', data: { mediaId, mimeType, size, sha256, fileName } }];
  }
  if (conversation.mediaFailed.has(command.mediaId)) return [];
  const { mediaId, code, reason, remedy } = command;
  return [{ type: 'MediaFetchFailed', data: { mediaId, code, reason, remedy } }];
};
