import { Refusal } from '@madoguchi/event-sourcing';
import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { refuseUnlessHolding } from './control-refusals.js';
import { conversationClosed, noSuchConversation, refuseBlindly } from './refusals.js';

/** Out of the agent's hands until a time, or until the customer writes; then it comes back to them first. */
export interface SnoozeConversation {
  readonly type: 'SnoozeConversation';
  readonly agentId: string;
  /** ISO 8601; absent: it is the customer's turn, however long that takes. */
  readonly until?: string;
  /** The version on the agent's screen; absent: snooze anyway. */
  readonly seenVersion?: number;
}

export const snoozeConversation = (command: SnoozeConversation, conversation: Conversation): readonly ConversationEvent[] => {
  const { agentId, until, seenVersion } = command;
  if (conversation.status === 'none') throw noSuchConversation();
  if (conversation.status === 'closed') throw conversationClosed();
  refuseUnlessHolding(conversation, agentId);
  refuseBlindly(conversation.lastCustomerVersion, seenVersion);
  if (until !== undefined && Number.isNaN(Date.parse(until)))
    throw new Refusal('bad-time', 'A time is written as 2026-11-25T10:00:00.000Z.');
  if (!conversation.queueId) throw new Refusal('no-queue', 'This conversation has no queue to come back to; transfer it to one.');
  return [{ type: 'ConversationSnoozed', data: until === undefined ? { agentId } : { agentId, until } }];
};

/** Its time has come, or somebody wants it earlier. The time that is meant is named: what was snoozed anew sleeps on. */
export interface WakeConversation {
  readonly type: 'WakeConversation';
  /** Absent: of one that sleeps until the customer answers. */
  readonly until?: string;
}

export const wakeConversation = ({ until }: WakeConversation, conversation: Conversation): readonly ConversationEvent[] =>
  conversation.status === 'open' && conversation.snoozed && conversation.snoozed.until === until ? awake(conversation, 'snooze over') : [];

/** What follows when a conversation that sleeps is woken; nothing when it does not sleep. */
export const awake = ({ snoozed, queueId }: Conversation, reason: 'snooze over' | 'customer wrote'): readonly ConversationEvent[] =>
  snoozed && queueId ? [{ type: 'AgentRequested', data: { queueId, reason, preferredAgentId: snoozed.agentId } }] : [];
