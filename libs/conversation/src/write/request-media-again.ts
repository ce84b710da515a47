import { Refusal } from '@madoguchi/event-sourcing';
import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { noSuchConversation } from './refusals.js';

/** Somebody of the team wants a file that could not be fetched to be fetched once more; also when the conversation is closed. */
export interface RequestMediaAgain {
  readonly type: 'RequestMediaAgain';
  readonly mediaId: string;
  readonly agentId: string;
}

export const requestMediaAgain = ({ mediaId, agentId }: RequestMediaAgain, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.status === 'none') throw noSuchConversation();
  if (!conversation.mediaFailed.has(mediaId)) throw new Refusal('media-not-failed', 'This file is stored, or is being fetched already.');
  return [{ type: 'MediaRequestedAgain', data: { mediaId, agentId } }];
};
