import type { ConversationEvent, PassedTarget } from '../events.js';
import type { Conversation } from '../state.js';
import { noSuchConversation } from './refusals.js';

/** What was promised, and warned of or missed. Of a conversation that was closed meanwhile too. */
export interface RecordPassedTargets {
  readonly type: 'RecordPassedTargets';
  /** Of the standing from which it was found: what happened since may have been in time. */
  readonly seen: number;
  readonly passed: readonly ({ readonly what: 'warning' | 'breach' } & PassedTarget)[];
}

/** Recording moves the standing, so that of everybody who found the same one records it. */
export const recordPassedTargets = ({ seen, passed }: RecordPassedTargets, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.status === 'none') throw noSuchConversation();
  if (conversation.standing.moved !== seen) return [];
  return passed.map(({ what, ...data }) => ({ type: what === 'warning' ? 'SlaWarned' : 'SlaBreached', data }));
};
