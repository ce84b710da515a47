import { type ConversationEvent, filesOf, type MediaReference } from '@madoguchi/conversation';
import { idOf, isErased, type Recorded, unlessErased } from '@madoguchi/event-sourcing';
import { MediaRow } from './media-row.entity.js';
import type { TimelineBatch } from './timeline-batch.js';

/** What became of the files of messages. One that is stored stays stored. */
export const foldMedia = (batch: TimelineBatch, event: Recorded<ConversationEvent>): void => {
  switch (event.type) {
    case 'MediaStored': {
      const { mediaId, mimeType, size, fileName } = event.data;
      return set(batch, event, { id: mediaId, state: 'stored', mimeType, size, fileName: unlessErased(fileName) ?? null, reason: null });
    }
    case 'MediaFetchFailed': {
      const { mediaId, reason, remedy } = event.data;
      return unlessStored(batch, event, {
        id: mediaId,
        state: 'failed',
        ...nothingKnown,
        reason: `${unlessErased(reason) ?? ''} ${remedy}`.trim(),
      });
    }
    case 'MediaRequestedAgain':
      return unlessStored(batch, event, { id: event.data.mediaId, state: 'fetching', ...nothingKnown });
    case 'ReplyQueued':
    case 'CustomerMessageReceived':
    case 'OtherAppWrote':
    case 'CustomerMessageEdited':
      if (isErased(event.data.content)) return;
      return filesOf(event.data.content).forEach((file) => keepStored(batch, event, file));
    case 'ConversationErased':
      for (const [id, row] of batch.media) if (row.conversationId === idOf(event.stream)) batch.media.delete(id);
      return;
    default:
      return;
  }
};

const nothingKnown = { mimeType: null, size: null, fileName: null, reason: null };

type File = Omit<MediaRow, 'tenantId' | 'conversationId'>;

/** An agent's upload, a part of a mail: it was in our store before the message. */
const keepStored = (batch: TimelineBatch, event: Recorded<ConversationEvent>, file: MediaReference): void => {
  if (file.source.kind !== 'stored') return;
  const { mediaId, mimeType = null, size = null, fileName = null } = file;
  set(batch, event, { id: mediaId, state: 'stored', mimeType, size, fileName, reason: null });
};

const unlessStored = (batch: TimelineBatch, event: Recorded<ConversationEvent>, row: File): void => {
  if (batch.media.get(row.id)?.state !== 'stored') set(batch, event, row);
};

const set = (batch: TimelineBatch, event: Recorded<ConversationEvent>, row: File): void => {
  batch.media.set(row.id, Object.assign(new MediaRow(), row, { tenantId: event.metadata.tenantId, conversationId: idOf(event.stream) }));
};
