import { Refusal } from '@madoguchi/event-sourcing';
import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import type { Thread } from '../thread.js';
import { waitingAgain } from './waiting-again.js';

type Opened = Extract<ConversationEvent, { type: 'ConversationOpened' }>['data'];
type Reopened = Extract<ConversationEvent, { type: 'ConversationReopened' }>['data'];

/**
 * To the next number of the thread: it goes on with the conversation before it, which stays closed. So whether the customer writes first or
 * an agent goes on first, there is one that is open, however close the two are.
 */
export interface ReopenConversation {
  readonly type: 'ReopenConversation';
  readonly opening: Opened;
  readonly reopened: Reopened;
  /** Whose turn it was at the platform, where that has one app at a time write. */
  readonly thread?: Thread;
  readonly queueId: string;
  readonly preferredAgentId?: string;
}

export const reopenConversation = (command: ReopenConversation, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.status !== 'none') throw newerConversation(conversation.status);
  const { opening, reopened, thread, queueId, preferredAgentId } = command;
  const preferred = preferredAgentId === undefined ? {} : { preferredAgentId };
  const moved: readonly ConversationEvent[] = thread
    ? [{ type: 'ThreadControlMoved', data: { owner: thread.owner, how: 'seen', at: thread.at } }]
    : [];
  return [
    { type: 'ConversationOpened', data: opening },
    { type: 'ConversationReopened', data: reopened },
    ...moved,
    ...waitingAgain(conversation, { queueId, reason: 'reopened', by: reopened.by, ...preferred }),
  ];
};

const newerConversation = (status: 'open' | 'closed'): Refusal =>
  status === 'open'
    ? new Refusal('newer-is-open', 'There is a newer conversation with this customer, and it is open. Go on there.')
    : new Refusal('newer-is-closed', 'There is a newer conversation with this customer. Reopen that one.');
