import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';

/** The customer has said nothing for as long as the queue's policy waits. */
export interface CloseAfterSilence {
  readonly type: 'CloseAfterSilence';
  /** The version of our last word, to which nothing was said: whatever anybody said meanwhile keeps it open. */
  readonly silentSince: number;
}

export const closeAfterSilence = ({ silentSince }: CloseAfterSilence, conversation: Conversation): readonly ConversationEvent[] =>
  conversation.status === 'open' && conversation.standing.silent?.since === silentSince
    ? [{ type: 'ConversationClosed', data: { reason: 'customer silent' } }]
    : [];
