import type { Bot } from '@madoguchi/accounts';
import type { DataSource } from 'typeorm';

/** A bot with the tenant that it belongs to. */
export type FoundBot = Bot & { readonly id: string; readonly tenantId: string };

interface Found {
  readonly id: string;
  readonly tenant_id: string;
  readonly body: Bot;
}

const found = ([row]: readonly Found[]): FoundBot | undefined => row && { ...row.body, id: row.id, tenantId: row.tenant_id };

/** The bot that answers first on an account. An account has one; where two were saved at once, the older id holds. */
export const findBotOfAccount = async (database: DataSource, tenantId: string, accountId: string): Promise<FoundBot | undefined> =>
  found(
    await database.query<Found[]>(
      `select id, tenant_id, body from settings_v1
       where tenant_id = $1 and kind = 'external_bot' and not archived and body -> 'accountIds' ? $2 order by id limit 1`,
      [tenantId, accountId],
    ),
  );

/** Also an archived one: its `status` says so. */
export const findBot = async (database: DataSource, id: string): Promise<FoundBot | undefined> =>
  found(await database.query<Found[]>(`select id, tenant_id, body from settings_v1 where kind = 'external_bot' and id = $1`, [id]));

/** By id; those of other tenants are left out. */
export const botNames = async (database: DataSource, tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await database.query<{ id: string; name: string }[]>(
    `select id, name from settings_v1 where tenant_id = $1 and kind = 'external_bot' and id = any($2)`,
    [tenantId, ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
};
