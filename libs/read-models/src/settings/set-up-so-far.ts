import type { DataSource } from 'typeorm';

/** How far a tenant is set up; what is archived or deleted does not count. */
export interface SetUpSoFar {
  readonly queues: number;
  readonly agents: number;
  /** Agents who serve one of the queues. */
  readonly serving: number;
  readonly accounts: number;
  /** Accounts whose messages reach an agent. */
  readonly routed: number;
  readonly bots: number;
  /** Bots that answer on an account. */
  readonly answering: number;
}

export const setUpSoFar = async (database: DataSource, tenantId: string): Promise<SetUpSoFar> => {
  const [row] = await database.query<SetUpSoFar[]>(
    `with setting as (select kind, id, body from settings_v1 where tenant_id = $1 and not archived),
       account as (select id, intake from integration_accounts_v3 where tenant_id = $1 and deleted_at is null)
     select
       (select count(*)::int from setting where kind = 'queue') as queues,
       (select count(*)::int from setting where kind = 'agent') as agents,
       (select count(*)::int from setting agent where kind = 'agent' and exists (
          select from setting queue where queue.kind = 'queue' and agent.body -> 'queueIds' ? queue.id)) as serving,
       (select count(*)::int from account) as accounts,
       (select count(*)::int from account where intake = 'route') as routed,
       (select count(*)::int from setting where kind = 'external_bot') as bots,
       (select count(*)::int from setting bot where kind = 'external_bot' and exists (
          select from account where bot.body -> 'accountIds' ? account.id)) as answering`,
    [tenantId],
  );
  return row!;
};
