import { CONVERSATION, type ConversationEvent } from '@madoguchi/conversation';
import type { Recorded } from '@madoguchi/event-sourcing';
import type { Projector } from '../projector.js';
import { foldEntry } from './fold-entry.js';
import { foldMark } from './fold-mark.js';
import { foldMedia } from './fold-media.js';
import { loadTimeline, saveTimeline } from './timeline-batch.js';

export const timelineProjector: Projector = {
  name: 'timeline_v2',
  categories: [CONVERSATION],
  tables: ['timeline_v2', 'timeline_marks_v2', 'timeline_media_v2'],
  async apply(events, transaction) {
    const recorded = events as readonly Recorded<ConversationEvent>[];
    const batch = await loadTimeline(transaction, recorded);
    for (const event of recorded) {
      foldEntry(batch, event);
      foldMark(batch, event);
      foldMedia(batch, event);
    }
    await saveTimeline(transaction, batch);
  },
};
