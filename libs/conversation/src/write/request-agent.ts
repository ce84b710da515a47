import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { conversationClosed, noSuchConversation } from './refusals.js';

export interface RequestAgent {
  readonly type: 'RequestAgent';
  readonly queueId: string;
}

/** Routes a conversation that had no queue when it was opened. */
export const requestAgent = (command: RequestAgent, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.status === 'none') throw noSuchConversation();
  if (conversation.status === 'closed') throw conversationClosed();
  return conversation.queueId || conversation.control.holder === 'bot'
    ? []
    : [{ type: 'AgentRequested', data: { queueId: command.queueId, reason: 'first message' } }];
};
