import type { ConversationRow, ConversationStatus, SlaView } from '@madoguchi/contracts';
import { audienceOf, type ChannelType, type ContentType } from '@madoguchi/conversation';

/** The row with the names of those it mentions; an alias `inbox` for `agent_inbox_v3` may be used behind it. */
export const SELECT_ROWS = `
  select inbox.id, inbox.status, inbox.channel, inbox.account_id, account.name as account_name, account.deleted_at is not null as account_deleted,
    inbox.contact_id, inbox.erased, coalesce(contact.display_name, inbox.customer_name) as customer_name, contact.picture_media_id,
    coalesce(inbox.language, contact.language) as language, coalesce(contact.blocked, false) as blocked,
    inbox.queue_id, queue.name as queue_name, inbox.owner_agent_id, owner.name as owner_name,
    inbox.bot_id, bot.name as bot_name, inbox.snoozed_until, inbox.snoozed_by, sleeper.name as snoozed_by_name,
    inbox.last_from, inbox.last_type, inbox.last_line, inbox.last_at, inbox.last_customer_at,
    inbox.unread, inbox.waiting_since, inbox.opened_at, inbox.closed_at, inbox.version,
    clock.sla_kind, clock.sla_due_at, clock.sla_state
  from agent_inbox_v3 inbox
  left join integration_accounts_v3 account on account.id = inbox.account_id and account.tenant_id = inbox.tenant_id
  left join contacts_v2 contact on contact.id = inbox.contact_id and contact.tenant_id = inbox.tenant_id and not inbox.erased
  left join queues_v1 queue on queue.id = inbox.queue_id and queue.tenant_id = inbox.tenant_id
  left join settings_v1 bot on bot.kind = 'external_bot' and bot.id = inbox.bot_id and bot.tenant_id = inbox.tenant_id
  left join agents_v1 sleeper on sleeper.id = inbox.snoozed_by and sleeper.tenant_id = inbox.tenant_id
  left join clocks_v1 clock on clock.id = inbox.id and clock.tenant_id = inbox.tenant_id
  left join agents_v1 owner on owner.id = inbox.owner_agent_id and owner.tenant_id = inbox.tenant_id`;

export interface SelectedRow {
  readonly id: string;
  readonly status: ConversationStatus;
  readonly channel: ChannelType;
  readonly account_id: string;
  readonly account_name: string | null;
  readonly account_deleted: boolean;
  readonly contact_id: string;
  readonly erased: boolean;
  readonly customer_name: string | null;
  readonly picture_media_id: string | null;
  readonly language: string | null;
  readonly blocked: boolean;
  readonly queue_id: string | null;
  readonly queue_name: string | null;
  readonly owner_agent_id: string | null;
  readonly owner_name: string | null;
  readonly bot_id: string | null;
  readonly bot_name: string | null;
  readonly snoozed_until: Date | null;
  readonly snoozed_by: string | null;
  readonly snoozed_by_name: string | null;
  readonly last_from: 'customer' | 'agent' | 'bot' | null;
  readonly last_type: ContentType | null;
  readonly last_line: string | null;
  readonly last_at: Date | null;
  readonly last_customer_at: Date | null;
  readonly unread: number;
  readonly waiting_since: Date | null;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly version: number;
  readonly sla_kind: SlaView['kind'] | null;
  readonly sla_due_at: Date | null;
  readonly sla_state: SlaView['state'] | null;
}

/** Names that are not projected yet are empty, not missing: the row is there already. */
export const conversationRow = (row: SelectedRow): ConversationRow => ({
  id: row.id,
  status: row.status,
  channel: row.channel,
  audience: audienceOf(row.channel),
  account: { id: row.account_id, name: row.account_name ?? '', ...(row.account_deleted ? { deleted: true as const } : {}) },
  customer: {
    contactId: row.contact_id,
    name: row.customer_name,
    pictureUrl: row.picture_media_id && `/api/v1/media/${row.picture_media_id}`,
    language: row.language,
    blocked: row.blocked,
    erased: row.erased,
  },
  queue: row.queue_id === null ? null : { id: row.queue_id, name: row.queue_name ?? '' },
  owner: row.owner_agent_id === null ? null : { agentId: row.owner_agent_id, name: row.owner_name ?? '' },
  bot: row.bot_id === null ? null : { id: row.bot_id, name: row.bot_name ?? '' },
  snoozed:
    row.snoozed_by === null
      ? null
      : {
          until: row.snoozed_until?.toISOString() ?? null,
          agentId: row.snoozed_by,
          name: row.snoozed_by_name ?? '',
        },
  lastMessage:
    row.last_from && row.last_type && row.last_at
      ? { from: row.last_from, type: row.last_type, line: row.last_line ?? '', at: row.last_at.toISOString() }
      : null,
  customerWroteAt: row.last_customer_at?.toISOString() ?? null,
  unread: row.unread,
  waitingSince: row.waiting_since?.toISOString() ?? null,
  sla: row.sla_kind && row.sla_state ? { kind: row.sla_kind, dueAt: row.sla_due_at?.toISOString() ?? null, state: row.sla_state } : null,
  openedAt: row.opened_at.toISOString(),
  version: row.version,
});
