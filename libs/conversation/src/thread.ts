import type { Control } from './control.js';
import type { ConversationEvent, ThreadOwner } from './events.js';

/** Whose turn it is at the platform, which has one app at a time write in a thread. */
export interface Thread {
  readonly owner: ThreadOwner;
  /** ISO 8601: what is told of an earlier time is news no more. */
  readonly at: string;
  /** Under which control we asked for it and were refused. */
  readonly refusedUnder?: number;
}

type Moving = Extract<ConversationEvent, { type: 'ThreadControlMoved' | 'ThreadControlTried' }>;

/** Our call that was done moves it as surely as what the platform tells; a request moves nothing until it is granted. */
export const threadAfter = (before: Thread | undefined, event: Moving): Thread | undefined => {
  if (event.type === 'ThreadControlMoved') return { owner: event.data.owner, at: event.data.at };
  const { action, epoch, outcome, at } = event.data;
  if (outcome === 'refused') return before && { ...before, refusedUnder: epoch };
  if (outcome !== 'done' || action === 'request' || (before && before.at > at)) return before;
  return { owner: action === 'take' ? 'us' : 'bot', at };
};

/** An agent has control here, and the platform has been asked for the thread, or will be: what they say now would be refused there. */
export const waitsForThread = ({ thread, control }: { readonly thread?: Thread; readonly control: Control }): boolean =>
  thread !== undefined && thread.owner !== 'us' && control.holder === 'agent' && thread.refusedUnder !== control.epoch;
