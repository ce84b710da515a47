import { Refusal } from '@madoguchi/event-sourcing';
import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { conversationClosed, noSuchConversation } from './refusals.js';
import { waitingAgain } from './waiting-again.js';

/** A supervisor says who goes on, whoever has it now. It is offered to that agent as soon as there is room. */
export interface AssignBySupervisor {
  readonly type: 'AssignBySupervisor';
  readonly by: string;
  readonly queueId: string;
  /** Absent: whom the queue's policy finds. */
  readonly toAgentId?: string;
}

export const assignBySupervisor = (command: AssignBySupervisor, conversation: Conversation): readonly ConversationEvent[] => {
  const { by, queueId, toAgentId } = command;
  if (conversation.status === 'none') throw noSuchConversation();
  if (conversation.status === 'closed') throw conversationClosed();
  if (conversation.control.holder === 'bot') throw new Refusal('bot-has-control', 'A bot is answering. Let an agent take over first.');
  if (toAgentId !== undefined && conversation.owner === toAgentId) return [];
  const preferred = toAgentId === undefined ? {} : { preferredAgentId: toAgentId };
  return waitingAgain(conversation, { queueId, reason: 'assigned by supervisor', by, ...preferred });
};
