import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { refuseUnlessHolding } from './control-refusals.js';
import { conversationClosed, noSuchConversation, refuseBlindly } from './refusals.js';
import { waitingAgain } from './waiting-again.js';

/** The owner gives it on: to a queue, and there to one agent first when one is named. */
export interface TransferConversation {
  readonly type: 'TransferConversation';
  readonly agentId: string;
  readonly queueId: string;
  readonly toAgentId?: string;
  /** What the next one should know. */
  readonly note?: { readonly noteId: string; readonly text: string };
  /** The version on the agent's screen; absent: give it on anyway. */
  readonly seenVersion?: number;
}

export const transferConversation = (command: TransferConversation, conversation: Conversation): readonly ConversationEvent[] => {
  const { agentId, queueId, toAgentId, note, seenVersion } = command;
  if (conversation.status === 'none') throw noSuchConversation();
  if (conversation.status === 'closed') throw conversationClosed();
  refuseUnlessHolding(conversation, agentId);
  refuseBlindly(conversation.lastCustomerVersion, seenVersion);
  const noted: readonly ConversationEvent[] = note ? [{ type: 'NoteAdded', data: { ...note, agentId } }] : [];
  const preferred = toAgentId === undefined ? {} : { preferredAgentId: toAgentId };
  return [...noted, ...waitingAgain(conversation, { queueId, reason: 'transferred', by: agentId, ...preferred })];
};
