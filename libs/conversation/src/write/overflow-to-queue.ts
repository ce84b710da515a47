import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';

/** Nobody of its queue took it in the time that the policy gives; another queue may. What is no longer waiting there stays. */
export interface OverflowToQueue {
  readonly type: 'OverflowToQueue';
  readonly fromQueueId: string;
  readonly queueId: string;
}

export const overflowToQueue = (command: OverflowToQueue, conversation: Conversation): readonly ConversationEvent[] => {
  const { status, owner, offer, snoozed, control, queueId } = conversation;
  const waits = status === 'open' && !owner && !offer && !snoozed && control.holder !== 'bot' && queueId === command.fromQueueId;
  return waits ? [{ type: 'AgentRequested', data: { queueId: command.queueId, reason: 'overflow' } }] : [];
};
