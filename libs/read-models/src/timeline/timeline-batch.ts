import type { ConversationEvent } from '@madoguchi/conversation';
import { idOf, isErased, type Personal, type Recorded } from '@madoguchi/event-sourcing';
import { type EntityManager, In } from 'typeorm';
import { indexedText } from '../indexed-text.js';
import { upsertRows } from '../write-rows.js';
import { MediaRow } from './media-row.entity.js';
import { MessageMarkRow } from './message-mark-row.entity.js';
import { TimelineEntryRow } from './timeline-entry-row.entity.js';

/** The rows that a batch of events touches, folded in memory and written at once. */
export interface TimelineBatch {
  readonly entries: Map<string, TimelineEntryRow>;
  readonly marks: Map<string, MessageMarkRow>;
  readonly media: Map<string, MediaRow>;
  /** Customer messages of conversations that get a late one, by conversation: where they stand. */
  /** Conversations of which nothing is left that says what was said: what platforms told of their messages goes, and their files go. */
  readonly erased: Set<string>;
  readonly places: Map<string, { readonly orderKey: string; readonly entryOrder: string }[]>;
}

export const entryKey = (conversationId: string, entryId: string): string => `${conversationId}/${entryId}`;

const MARKING: ReadonlySet<ConversationEvent['type']> = new Set([
  'CustomerMessageEdited',
  'CustomerMessageUnsent',
  'CustomerReacted',
  'AgentReacted',
  'AgentReactionFailed',
]);

/** The id that an event's change falls on, where it changes something that may be stored already. */
const touched = (recorded: readonly Recorded<ConversationEvent>[]) => {
  const replies = new Set<string>();
  const messages = new Set<string>();
  const media = new Set<string>();
  const late = new Set<string>();
  const erased = new Set<string>();
  for (const event of recorded) {
    if ('replyId' in event.data && event.type !== 'ReplyQueued') replies.add(event.data.replyId);
    if ('mediaId' in event.data) media.add(event.data.mediaId);
    if ((event.type === 'CustomerMessageReceived' || event.type === 'OtherAppWrote') && event.data.late) late.add(idOf(event.stream));
    if (event.type === 'ConversationErased') erased.add(idOf(event.stream));
    if (!MARKING.has(event.type)) continue;
    const { providerMessageId } = event.data as { readonly providerMessageId: Personal<string> };
    if (!isErased(providerMessageId)) messages.add(indexedText(providerMessageId));
  }
  return { replies: [...replies], messages: [...messages], media: [...media], late: [...late], erased: [...erased] };
};

export const loadTimeline = async (
  transaction: EntityManager,
  recorded: readonly Recorded<ConversationEvent>[],
): Promise<TimelineBatch> => {
  const conversations = In([...new Set(recorded.map((event) => idOf(event.stream)))]);
  const { replies, messages, media, late, erased } = touched(recorded);
  const batch: TimelineBatch = { entries: new Map(), marks: new Map(), media: new Map(), erased: new Set(), places: new Map() };
  if (replies.length > 0) {
    const rows = await transaction.findBy(TimelineEntryRow, { conversationId: conversations, id: In(replies) });
    for (const row of rows) batch.entries.set(entryKey(row.conversationId, row.id), row);
  }
  if (erased.length > 0) {
    const rows = await transaction.findBy(TimelineEntryRow, { conversationId: In(erased) });
    for (const row of rows) batch.entries.set(entryKey(row.conversationId, row.id), row);
  }
  if (messages.length > 0) {
    const rows = await transaction.findBy(MessageMarkRow, { conversationId: conversations, providerMessageId: In(messages) });
    for (const row of rows) batch.marks.set(entryKey(row.conversationId, row.providerMessageId), row);
  }
  if (media.length > 0) {
    for (const row of await transaction.findBy(MediaRow, { id: In(media) })) batch.media.set(row.id, row);
  }
  for (const id of late) {
    const rows = await transaction.query<{ orderKey: string; entryOrder: string }[]>(
      `select order_key as "orderKey", entry_order as "entryOrder" from timeline_v2 where conversation_id = $1 and order_key is not null`,
      [id],
    );
    batch.places.set(id, rows);
  }
  return batch;
};

export const saveTimeline = async (transaction: EntityManager, batch: TimelineBatch): Promise<void> => {
  const erased = In([...batch.erased]);
  if (batch.erased.size > 0) {
    await transaction.delete(MessageMarkRow, { conversationId: erased });
    await transaction.delete(MediaRow, { conversationId: erased });
  }
  await upsertRows(transaction, TimelineEntryRow, [...batch.entries.values()]);
  await upsertRows(transaction, MessageMarkRow, [...batch.marks.values()]);
  await upsertRows(transaction, MediaRow, [...batch.media.values()]);
};
