import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { noSuchConversation, notYours, refuseBlindly } from './refusals.js';

export interface CloseConversation {
  readonly type: 'CloseConversation';
  readonly agentId: string;
  /** The version on the agent's screen; absent: close anyway. */
  readonly seenVersion?: number;
}

export const closeConversation = (command: CloseConversation, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.status === 'none') throw noSuchConversation();
  if (conversation.status === 'closed') return [];
  if (conversation.owner !== command.agentId) throw notYours(conversation.owner);
  refuseBlindly(conversation.lastCustomerVersion, command.seenVersion);
  return [{ type: 'ConversationClosed', data: { reason: 'closed by agent' } }];
};
