import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';

/** The customer has said nothing for as long as the queue's policy waits. */
export interface CloseAfterSilence {
  readonly type: 'CloseAfterSilence';
  /** The version of the customer's last message that is meant: one that came meanwhile keeps it open. */
  readonly lastCustomerVersion: number;
}

export const closeAfterSilence = ({ lastCustomerVersion }: CloseAfterSilence, conversation: Conversation): readonly ConversationEvent[] =>
  conversation.status === 'open' && conversation.lastCustomerVersion === lastCustomerVersion
    ? [{ type: 'ConversationClosed', data: { reason: 'customer silent' } }]
    : [];
