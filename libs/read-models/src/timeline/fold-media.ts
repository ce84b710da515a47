import type { ConversationEvent } from '@madoguchi/conversation';
import { idOf, type Recorded } from '@madoguchi/event-sourcing';
import { MediaRow } from './media-row.entity.js';
import type { TimelineBatch } from './timeline-batch.js';

/** How the fetch of a file ended. A file that is stored stays stored. */
export const foldMedia = (batch: TimelineBatch, event: Recorded<ConversationEvent>): void => {
  switch (event.type) {
    case 'MediaStored': {
      const { mediaId, mimeType, size, fileName } = event.data;
      return set(batch, event, { id: mediaId, state: 'stored', mimeType, size, fileName: fileName ?? null, reason: null });
    }
    case 'MediaFetchFailed': {
      const { mediaId, reason, remedy } = event.data;
      if (batch.media.get(mediaId)?.state === 'stored') return;
      return set(batch, event, {
        id: mediaId,
        state: 'failed',
        mimeType: null,
        size: null,
        fileName: null,
        reason: `${reason} ${remedy}`.trim(),
      });
    }
    case 'ReplyQueued': {
      const { content } = event.data;
      const media = 'media' in content ? content.media : undefined;
      if (media?.source.kind !== 'stored') return;
      const { mediaId, mimeType, size, fileName } = media;
      return set(batch, event, {
        id: mediaId,
        state: 'stored',
        mimeType: mimeType ?? null,
        size: size ?? null,
        fileName: fileName ?? null,
        reason: null,
      });
    }
    default:
      return;
  }
};

const set = (batch: TimelineBatch, event: Recorded<ConversationEvent>, row: Omit<MediaRow, 'tenantId' | 'conversationId'>): void => {
  batch.media.set(row.id, Object.assign(new MediaRow(), row, { tenantId: event.metadata.tenantId, conversationId: idOf(event.stream) }));
};
