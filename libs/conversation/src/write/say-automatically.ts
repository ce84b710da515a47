import type { ConversationEvent, SkippedTextReason } from '../events.js';
import type { AutomaticText } from '../automatic-text.js';
import { maySay } from '../standing.js';
import type { Conversation } from '../state.js';
import { noSuchConversation } from './refusals.js';

/** A text of the queue's policy whose time has come. */
export interface SayAutomatically {
  readonly type: 'SayAutomatically';
  readonly what: AutomaticText;
  /** Of the standing from which it was found. */
  readonly seen: number;
  readonly say:
    | { readonly replyId: string; readonly text: string; /** The opening that it names. */ readonly opensAt?: string }
    | { readonly skipped: SkippedTextReason };
}

/** Said once, and only while nobody else has the word. It goes out as every reply does. */
export const sayAutomatically = ({ what, seen, say }: SayAutomatically, conversation: Conversation): readonly ConversationEvent[] => {
  const { status, standing, control } = conversation;
  if (status === 'none') throw noSuchConversation();
  if (standing.moved !== seen || !maySay(standing, what)) return [];
  if ('skipped' in say) return [{ type: 'AutomaticTextSkipped', data: { what, reason: say.skipped } }];
  const { replyId, text, opensAt } = say;
  const automatic = opensAt === undefined ? { what } : { what, opensAt };
  return [{ type: 'ReplyQueued', data: { replyId, automatic, epoch: control.epoch, content: { type: 'text', text } } }];
};
