import { filesOf, type MessageContent } from '@madoguchi/conversation';
import { isErased, type Personal } from '@madoguchi/event-sourcing';
import type { PersonRows } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';
import { deskProjectors } from './read-model-schema.js';
import { waitForPosition } from './wait-for-position.js';

/** The read models are seldom more than a moment behind; longer means that nobody projects. */
const DEADLINE_MS = 30_000;

interface SaidRow {
  readonly kind: string;
  readonly content: Personal<MessageContent> | null;
}

/** What the read models hold of a person, for an erasure. The rows themselves are emptied by their projectors. */
export const personRows = (database: DataSource, deadlineMs = DEADLINE_MS): PersonRows => ({
  reach: (position) => waitForPosition(database, deskProjectors, position, AbortSignal.timeout(deadlineMs)),

  conversationsOf: async (tenantId, contactId) => {
    const rows = await database.query<{ id: string }[]>(
      'select id from agent_inbox_v3 where tenant_id = $1 and contact_id = $2 order by opened_at, id',
      [tenantId, contactId],
    );
    return rows.map(({ id }) => id);
  },

  tracesOf: async (tenantId, contactId, conversations) => {
    const said = await saidIn(database, conversations);
    const [row] = await database.query<{ inbox: number; entries: number; marks: number; media: number; contacts: number }[]>(
      `select
        (select count(*)::int from agent_inbox_v3 where id = any ($3)) as inbox,
        (select count(*)::int from timeline_v2 where conversation_id = any ($3) and kind <> 'system') as entries,
        (select count(*)::int from timeline_marks_v2 where conversation_id = any ($3)) as marks,
        (select count(*)::int from timeline_media_v2 where conversation_id = any ($3)) as media,
        (select count(*)::int from contacts_v2 where tenant_id = $1 and id = $2) as contacts`,
      [tenantId, contactId, conversations],
    );
    const stored = await database.query<{ id: string }[]>(`select id from timeline_media_v2 where conversation_id = any ($1)`, [
      conversations,
    ]);
    const named = said.flatMap(({ content }) => (content && !isErased(content) ? filesOf(content).map(({ mediaId }) => mediaId) : []));
    const files = [...new Set([...stored.map(({ id }) => id), ...named])];
    const shared = await sentToOthers(database, tenantId, conversations, repliedFiles(said));
    return {
      files: files.filter((id) => !shared.has(id)),
      rows: {
        agent_inbox_v3: row?.inbox ?? 0,
        timeline_v2: row?.entries ?? 0,
        timeline_marks_v2: row?.marks ?? 0,
        timeline_media_v2: row?.media ?? 0,
        contacts_v2: row?.contacts ?? 0,
      },
    };
  },

  areSilentAbout: async (conversations) => {
    const [row] = await database.query<{ speaking: boolean }[]>(
      `select
        exists (select from agent_inbox_v3 where id = any ($1)
          and (not erased or customer_name is not null or last_line is not null or last_provider_message_id is not null or thread_key <> id))
        or exists (select from timeline_v2 where conversation_id = any ($1)
          and (content <> '{"erased": true}' or note is not null or sender is not null or cardinality(provider_message_ids) > 0
            or answers_provider_message_id is not null or problem ->> 'reason' <> ''))
        or exists (select from timeline_marks_v2 where conversation_id = any ($1))
        or exists (select from timeline_media_v2 where conversation_id = any ($1)) as speaking`,
      [conversations],
    );
    return row?.speaking === false;
  },
});

/** Contents of entries, and what they said after edits. */
const saidIn = async (database: DataSource, conversations: readonly string[]): Promise<readonly SaidRow[]> =>
  database.query<SaidRow[]>(
    `select kind, content from timeline_v2 where conversation_id = any ($1) and content is not null
     union all
     select 'customer message', edit -> 'content' from timeline_marks_v2, jsonb_array_elements(edits) edit where conversation_id = any ($1)`,
    [conversations],
  );

const repliedFiles = (said: readonly SaidRow[]): readonly string[] =>
  said.flatMap(({ kind, content }) =>
    kind === 'reply' && content && !isErased(content) ? filesOf(content).map(({ mediaId }) => mediaId) : [],
  );

/** An agent may send one uploaded file to several customers; it stays for the others. */
const sentToOthers = async (
  database: DataSource,
  tenantId: string,
  conversations: readonly string[],
  files: readonly string[],
): Promise<ReadonlySet<string>> => {
  if (files.length === 0) return new Set();
  const rows = await database.query<{ id: string }[]>(
    `select file.id from unnest($3::text[]) file(id) where exists (
       select from timeline_v2 other where other.tenant_id = $1 and other.conversation_id <> all ($2) and other.kind = 'reply'
       and position(file.id in other.content::text) > 0)`,
    [tenantId, conversations, files],
  );
  return new Set(rows.map(({ id }) => id));
};
