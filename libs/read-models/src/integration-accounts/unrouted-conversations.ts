import type { DataSource } from 'typeorm';

/** A conversation without a queue, of an account whose messages are routed now. */
export interface UnroutedConversation {
  readonly conversationId: string;
  readonly tenantId: string;
  readonly version: number;
  readonly accountId: string;
  readonly accountVersion: number;
  /** Of its account. */
  readonly queueId: string;
}

/** In the order in which they were opened, over all tenants; at most 500. */
export const unroutedConversations = (database: DataSource): Promise<UnroutedConversation[]> =>
  database.query<UnroutedConversation[]>(`
    select inbox.id as "conversationId", inbox.tenant_id as "tenantId", inbox.version,
      account.id as "accountId", account.version as "accountVersion", account.queue_id as "queueId"
    from agent_inbox_v3 inbox
    join integration_accounts_v3 account on account.id = inbox.account_id and account.tenant_id = inbox.tenant_id
    where inbox.status = 'not routed' and not inbox.erased and account.intake = 'route'
    order by inbox.opened_at, inbox.id
    limit 500`);
