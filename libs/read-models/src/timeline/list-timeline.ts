import type { MediaView, TimelineEntry, TimelinePage } from '@madoguchi/contracts';
import { filesOf, type MediaReference, type MessageContent } from '@madoguchi/conversation';
import { ERASED, isErased, type Personal } from '@madoguchi/event-sourcing';
import { type DataSource, In } from 'typeorm';
import { agentNames, queueNames } from '../agents/find-agents.js';
import { botNames } from '../bots/find-bots.js';
import { readCursor, writeCursor } from '../cursor.js';
import { indexedText } from '../indexed-text.js';
import { MediaRow } from './media-row.entity.js';
import { MessageMarkRow } from './message-mark-row.entity.js';
import { TimelineEntryRow } from './timeline-entry-row.entity.js';

export interface ListTimeline {
  readonly tenantId: string;
  readonly conversationId: string;
  /** `previousCursor` of the page behind it in time. */
  readonly before?: string;
  readonly limit: number;
  /** Where a stored file can be read. */
  readonly mediaUrl: (mediaId: string) => string;
}

/**
 * The newest entries before a place, oldest of them first; empty for another tenant's conversation.
 *
 * @throws InvalidCursorError
 */
export const listTimeline = async (database: DataSource, query: ListTimeline): Promise<Pick<TimelinePage, 'items' | 'previousCursor'>> => {
  const { tenantId, conversationId, before, limit } = query;
  const select = database.manager
    .createQueryBuilder(TimelineEntryRow, 'entry')
    .where('entry.tenantId = :tenantId and entry.conversationId = :conversationId', { tenantId, conversationId })
    .orderBy('entry.entryOrder', 'DESC')
    .limit(limit + 1);
  if (before !== undefined) select.andWhere('entry.entryOrder < :place', { place: readCursor(before, 1)[0] });
  const newestFirst = await select.getMany();
  const rows = newestFirst.slice(0, limit).reverse();
  const [first] = rows;
  return {
    items: await entriesOf(database, query, rows),
    previousCursor: first && newestFirst.length > limit ? writeCursor([first.entryOrder]) : null,
  };
};

const entriesOf = async (database: DataSource, query: ListTimeline, rows: readonly TimelineEntryRow[]): Promise<TimelineEntry[]> => {
  const { tenantId, conversationId } = query;
  const named = rows.flatMap((row) => [row.agentId, row.facts?.toAgentId ?? null]);
  const agents = await agentNames(database, tenantId, present(named));
  const queues = await queueNames(database, tenantId, present(rows.map((row) => row.facts?.queueId ?? null)));
  const called = (id: string | undefined, names: ReadonlyMap<string, string>) =>
    id === undefined ? null : { id, name: names.get(id) ?? '' };
  const bots = await botNames(database, tenantId, present(rows.map((row) => row.botId)));
  const marks = await database.manager.findBy(MessageMarkRow, {
    tenantId,
    conversationId,
    providerMessageId: In(rows.flatMap(markedIds)),
  });
  const answered = await answeredEntries(database, query, present(rows.map((row) => row.answersProviderMessageId)));
  const marksOf = (row: TimelineEntryRow) => marks.filter((mark) => markedIds(row).includes(mark.providerMessageId));
  const contents = new Map(rows.map((row) => [row.id, currentContent(row, marksOf(row)[0])]));
  const mediaIds = [...contents.values()].flatMap((content) =>
    content && !isErased(content) ? filesOf(content).map(({ mediaId }) => mediaId) : [],
  );
  const media = new Map((await database.manager.findBy(MediaRow, { tenantId, id: In(mediaIds) })).map((row) => [row.id, row]));

  return rows.map((row): TimelineEntry => {
    const base = { id: row.id, order: row.entryOrder, at: row.at.toISOString() };
    const agent = row.agentId === null ? null : { id: row.agentId, name: agents.get(row.agentId) ?? '' };
    const bot = row.botId === null ? null : { id: row.botId, name: bots.get(row.botId) ?? '' };
    const content = contents.get(row.id) ?? emptied;
    const files = isErased(content) ? [] : filesOf(content).map((file) => mediaView(file, media, query.mediaUrl));
    const isMail = !isErased(content) && content.type === 'email';
    const shown = { content, media: isMail ? null : (files[0] ?? null), files };
    switch (row.kind) {
      case 'customer message': {
        const [mark] = marksOf(row);
        return {
          ...base,
          kind: 'customer message',
          providerMessageId: row.providerMessageIds[0] ?? '',
          ...shown,
          sender: row.sender && { id: row.sender.id, name: row.sender.name ?? null },
          lateBySeconds: row.lateBySeconds,
          edits: earlierContents(row, mark),
          unsentAt: mark?.unsentAt?.toISOString() ?? null,
          reactions: mark?.reactions ?? [],
          ourReaction: mark?.ourReaction ? { emoji: mark.ourReaction, problem: mark.ourReactionProblem } : null,
          replyTo: answered.get(row.answersProviderMessageId ?? '') ?? null,
        };
      }
      case 'reply':
        return {
          ...base,
          kind: 'reply',
          agent: bot || row.facts?.automatic ? null : (agent ?? nobody),
          bot,
          automatic: row.facts?.automatic ?? null,
          ...shown,
          delivery: row.delivery ?? 'waiting',
          problem: row.problem,
          reactions: marksOf(row).flatMap((mark) => mark.reactions),
        };
      case 'note':
        return { ...base, kind: 'note', agent: agent ?? nobody, text: row.note ?? ERASED };
      case 'system':
        return {
          ...base,
          kind: 'system',
          what: row.what ?? 'opened',
          agent,
          bot,
          reason: row.facts?.reason ?? null,
          queue: called(row.facts?.queueId, queues),
          toAgent: called(row.facts?.toAgentId, agents),
          until: row.facts?.until ?? null,
          language: row.facts?.language ?? null,
          promised: row.facts?.promised ?? null,
          summary: row.note,
        };
    }
  });
};

/** Under which ids marks of it stand. */
const markedIds = (row: TimelineEntryRow): string[] => row.providerMessageIds.map(indexedText);

const nobody = { id: '', name: '' };
const emptied: MessageContent = { type: 'text', text: '' };

const present = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];

const currentContent = (row: TimelineEntryRow, mark: MessageMarkRow | undefined): Personal<MessageContent> | null => {
  if (row.kind !== 'customer message') return row.content;
  if (mark?.unsentAt) return emptied;
  return mark?.edits.at(-1)?.content ?? row.content;
};

/** Each content with the time at which the next one took its place. What was taken back is not shown. */
const earlierContents = (row: TimelineEntryRow, mark: MessageMarkRow | undefined): { content: MessageContent; at: string }[] => {
  if (!mark || mark.unsentAt || isErased(row.content)) return [];
  const contents = [row.content ?? emptied, ...mark.edits.map((edit) => edit.content)];
  return mark.edits.map((edit, index) => ({ content: contents[index] ?? emptied, at: edit.at }));
};

const mediaView = (media: MediaReference, rows: ReadonlyMap<string, MediaRow>, mediaUrl: (mediaId: string) => string): MediaView => {
  const { mediaId } = media;
  const row = rows.get(mediaId);
  const size = row?.size ?? media.size;
  return {
    mediaId,
    state: row?.state ?? 'fetching',
    url: row?.state === 'stored' ? mediaUrl(mediaId) : null,
    fileName: row?.fileName ?? media.fileName ?? null,
    mimeType: row?.mimeType ?? media.mimeType ?? null,
    size: size === undefined ? null : Number(size),
    reason: row?.reason ?? null,
  };
};

/** Entry ids by the provider ids of what is answered: a customer's message or one of ours. */
const answeredEntries = async (database: DataSource, { tenantId, conversationId }: ListTimeline, providerMessageIds: readonly string[]) => {
  if (providerMessageIds.length === 0) return new Map<string, string>();
  const rows = await database.query<{ provider_message_id: string; id: string }[]>(
    `select provider_message_id, id from timeline_v2, unnest(provider_message_ids) provider_message_id
     where tenant_id = $1 and conversation_id = $2 and provider_message_id = any($3)`,
    [tenantId, conversationId, providerMessageIds],
  );
  return new Map(rows.map((row) => [row.provider_message_id, row.id]));
};
