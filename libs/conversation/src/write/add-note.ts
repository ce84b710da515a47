import type { ConversationEvent } from '../events.js';
import type { Conversation } from '../state.js';
import { noSuchConversation } from './refusals.js';

export interface AddNote {
  readonly type: 'AddNote';
  readonly noteId: string;
  readonly agentId: string;
  readonly text: string;
}

/** Only the team sees it; anybody of the team may write one at any time, also when the conversation is closed. */
export const addNote = (command: AddNote, conversation: Conversation): readonly ConversationEvent[] => {
  if (conversation.status === 'none') throw noSuchConversation();
  const { type: _, ...data } = command;
  return [{ type: 'NoteAdded', data }];
};
