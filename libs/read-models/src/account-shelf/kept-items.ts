import type { DataSource } from 'typeorm';

/** What was kept of an account because its link was off. */
export interface KeptItems {
  /** Waiting to be imported. */
  readonly waiting: number;
  /** When the first and the last of those came, ISO 8601; null: there is none. */
  readonly oldestAt: string | null;
  readonly newestAt: string | null;
  readonly imported: number;
}

export const countKeptItems = async (database: DataSource, tenantId: string, accountId: string): Promise<KeptItems> => {
  const [row] = await database.query<{ waiting: number; imported: number; oldest: Date | null; newest: Date | null }[]>(
    `select count(*) filter (where imported_at is null)::int as waiting, count(imported_at)::int as imported,
       min(received_at) filter (where imported_at is null) as oldest, max(received_at) filter (where imported_at is null) as newest
     from account_shelf_v2 where tenant_id = $1 and account_id = $2 and why is not null`,
    [tenantId, accountId],
  );
  const { waiting = 0, imported = 0, oldest = null, newest = null } = row ?? {};
  return { waiting, imported, oldestAt: oldest?.toISOString() ?? null, newestAt: newest?.toISOString() ?? null };
};

/** Ids of their streams, in the order in which they were kept. */
export const keptItems = async (database: DataSource, tenantId: string, accountId: string, limit: number): Promise<readonly string[]> => {
  const rows = await database.query<{ id: string }[]>(
    `select id from account_shelf_v2
     where tenant_id = $1 and account_id = $2 and why is not null and imported_at is null order by position limit $3`,
    [tenantId, accountId, limit],
  );
  return rows.map(({ id }) => id);
};
