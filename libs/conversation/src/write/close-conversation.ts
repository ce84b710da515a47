import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { noSuchConversation, notYours } from './refusals.js';

export interface CloseConversation {
  readonly type: 'CloseConversation';
  readonly agentId: string;
}

export const closeConversation = (command: CloseConversation, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.status === 'none') throw noSuchConversation();
  if (conversation.status === 'closed') return [];
  if (conversation.owner !== command.agentId) throw notYours(conversation.owner);
  return [{ type: 'ConversationClosed', data: { reason: 'closed by agent' } }];
};
