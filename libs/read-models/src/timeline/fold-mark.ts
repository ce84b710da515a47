import type { ConversationEvent } from '@madoguchi/conversation';
import { idOf, isErased, type Recorded } from '@madoguchi/event-sourcing';
import { indexedText } from '../indexed-text.js';
import { MessageMarkRow } from './message-mark-row.entity.js';
import { entryKey, type TimelineBatch } from './timeline-batch.js';

/** Edits, ends and reactions, kept whether their message is there or not. Of those that were erased, nobody knows of which message. */
export const foldMark = (batch: TimelineBatch, event: Recorded<ConversationEvent>): void => {
  switch (event.type) {
    case 'CustomerMessageEdited': {
      const { providerMessageId, content, editedAt: at } = event.data;
      if (isErased(providerMessageId) || isErased(content)) return;
      const mark = markOf(batch, event, providerMessageId);
      mark.edits = [...mark.edits, { content, at }].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
      return;
    }
    case 'CustomerMessageUnsent':
      if (isErased(event.data.providerMessageId)) return;
      markOf(batch, event, event.data.providerMessageId).unsentAt = new Date(event.data.unsentAt);
      return;
    case 'CustomerReacted': {
      const { providerMessageId, reactions } = event.data;
      if (isErased(providerMessageId) || isErased(reactions)) return;
      const mark = markOf(batch, event, providerMessageId);
      const at = new Date(event.data.reactedAt);
      if (mark.reactedAt && mark.reactedAt > at) return;
      mark.reactions = [...reactions];
      mark.reactedAt = at;
      return;
    }
    case 'AgentReacted': {
      const { providerMessageId, reaction } = event.data;
      if (isErased(providerMessageId) || isErased(reaction)) return;
      const mark = markOf(batch, event, providerMessageId);
      mark.ourReaction = reaction;
      mark.ourReactionProblem = null;
      return;
    }
    case 'AgentReactionFailed': {
      const { providerMessageId, reaction, code, reason, remedy } = event.data;
      if (isErased(providerMessageId) || isErased(reason)) return;
      const mark = markOf(batch, event, providerMessageId);
      if (mark.ourReaction === reaction) mark.ourReactionProblem = { code, reason, remedy };
      return;
    }
    case 'ConversationErased':
      for (const [key, mark] of batch.marks) if (mark.conversationId === idOf(event.stream)) batch.marks.delete(key);
      return;
    default:
      return;
  }
};

const markOf = (batch: TimelineBatch, event: Recorded<ConversationEvent>, markedId: string): MessageMarkRow => {
  const conversationId = idOf(event.stream);
  const providerMessageId = indexedText(markedId);
  const key = entryKey(conversationId, providerMessageId);
  const mark =
    batch.marks.get(key) ??
    Object.assign(new MessageMarkRow(), {
      conversationId,
      providerMessageId,
      tenantId: event.metadata.tenantId,
      edits: [],
      unsentAt: null,
      reactions: [],
      reactedAt: null,
      ourReaction: null,
      ourReactionProblem: null,
    } satisfies MessageMarkRow);
  batch.marks.set(key, mark);
  return mark;
};
