import type { ConversationDetail, ConversationRow } from '@madoguchi/contracts';
import type { OfferExplanation } from '@madoguchi/conversation';
import type { DataSource } from 'typeorm';
import { conversationRow, type SelectedRow, SELECT_ROWS } from './conversation-rows.js';

/** As the inbox has it. */
export type FoundConversation = Omit<ConversationDetail, 'capabilities' | 'policy' | 'wrapUp' | 'accountBot' | 'position'>;

/** @returns undefined for an id of another tenant too: nobody learns that it exists. */
export const findConversation = async (database: DataSource, tenantId: string, id: string): Promise<FoundConversation | undefined> => {
  const [row] = await database.query<SelectedRow[]>(`${SELECT_ROWS} where inbox.tenant_id = $1 and inbox.id = $2`, [tenantId, id]);
  if (!row) return undefined;
  const [own] = await database.query<{ thread_key: string; thread_number: number; explanation: OfferExplanation | null }[]>(
    'select thread_key, thread_number, explanation from agent_inbox_v3 where tenant_id = $1 and id = $2',
    [tenantId, id],
  );
  const earlier = await database.query<{ id: string; thread_number: number; opened_at: Date; closed_at: Date | null }[]>(
    `select id, thread_number, opened_at, closed_at from agent_inbox_v3
     where tenant_id = $1 and thread_key = $2 and thread_number < $3 order by thread_number desc limit 50`,
    [tenantId, own?.thread_key, own?.thread_number],
  );
  return {
    ...conversationRow(row),
    threadNumber: own?.thread_number ?? 1,
    explanation: own?.explanation ?? null,
    earlier: earlier.map((other) => ({
      id: other.id,
      number: other.thread_number,
      openedAt: other.opened_at.toISOString(),
      closedAt: other.closed_at?.toISOString() ?? null,
    })),
  };
};

/** In no particular order; those of other tenants are left out. */
export const conversationRows = async (database: DataSource, tenantId: string, ids: readonly string[]): Promise<ConversationRow[]> => {
  if (ids.length === 0) return [];
  const rows = await database.query<SelectedRow[]>(`${SELECT_ROWS} where inbox.tenant_id = $1 and inbox.id = any($2)`, [tenantId, ids]);
  return rows.map(conversationRow);
};

/** Running conversations with these people: a changed name or picture changes their rows. */
export const openConversationsOf = async (
  database: DataSource,
  contactIds: readonly string[],
): Promise<readonly { tenantId: string; id: string }[]> => {
  if (contactIds.length === 0) return [];
  return database.query<{ tenantId: string; id: string }[]>(
    `select tenant_id as "tenantId", id from agent_inbox_v3 where contact_id = any($1) and status <> 'closed'`,
    [contactIds],
  );
};
