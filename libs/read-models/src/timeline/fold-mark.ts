import type { ConversationEvent } from '@madoguchi/conversation';
import { idOf, type Recorded } from '@madoguchi/event-sourcing';
import { MessageMarkRow } from './message-mark-row.entity.js';
import { entryKey, type TimelineBatch } from './timeline-batch.js';

/** Edits, ends and reactions, kept whether their message is there or not. */
export const foldMark = (batch: TimelineBatch, event: Recorded<ConversationEvent>): void => {
  switch (event.type) {
    case 'CustomerMessageEdited': {
      const mark = markOf(batch, event, event.data.providerMessageId);
      mark.edits = [...mark.edits, { content: event.data.content, at: event.data.editedAt }].sort(
        (a, b) => Date.parse(a.at) - Date.parse(b.at),
      );
      return;
    }
    case 'CustomerMessageUnsent':
      markOf(batch, event, event.data.providerMessageId).unsentAt = new Date(event.data.unsentAt);
      return;
    case 'CustomerReacted': {
      const mark = markOf(batch, event, event.data.providerMessageId);
      const at = new Date(event.data.reactedAt);
      if (mark.reactedAt && mark.reactedAt > at) return;
      mark.reactions = [...event.data.reactions];
      mark.reactedAt = at;
      return;
    }
    case 'AgentReacted': {
      const mark = markOf(batch, event, event.data.providerMessageId);
      mark.ourReaction = event.data.reaction;
      mark.ourReactionProblem = null;
      return;
    }
    case 'AgentReactionFailed': {
      const { providerMessageId, reaction, code, reason, remedy } = event.data;
      const mark = markOf(batch, event, providerMessageId);
      if (mark.ourReaction === reaction) mark.ourReactionProblem = { code, reason, remedy };
      return;
    }
    default:
      return;
  }
};

const markOf = (batch: TimelineBatch, event: Recorded<ConversationEvent>, providerMessageId: string): MessageMarkRow => {
  const conversationId = idOf(event.stream);
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
