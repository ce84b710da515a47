import { Refusal } from '@madoguchi/event-sourcing';
import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { refuseUnlessHolding } from './control-refusals.js';
import { conversationClosed, noSuchConversation } from './refusals.js';

/** An agent's reaction to a message of the customer, and what the platform said against it. */
export type ReactAsAgent =
  | { readonly type: 'ReactAsAgent'; readonly agentId: string; readonly providerMessageId: string; readonly reaction: string | null }
  | {
      readonly type: 'RecordReactionFailed';
      readonly providerMessageId: string;
      readonly reaction: string | null;
      readonly code: string;
      readonly reason: string;
      readonly remedy: string;
    };

/** Only the owner speaks, also by a thumb. */
export const reactAsAgent = (command: ReactAsAgent, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.status === 'none') throw noSuchConversation();
  if (!conversation.received.has(command.providerMessageId)) {
    throw new Refusal('no-such-message', 'The customer has written no such message in this conversation.');
  }
  if (command.type === 'RecordReactionFailed') {
    const { type: _, ...data } = command;
    return [{ type: 'AgentReactionFailed', data }];
  }
  if (conversation.status === 'closed') throw conversationClosed();
  refuseUnlessHolding(conversation, command.agentId);
  const { type: _, ...data } = command;
  return [{ type: 'AgentReacted', data }];
};
