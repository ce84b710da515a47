import { type AwayReason, awayReasonsOf, type Organisation } from '@madoguchi/accounts';
import type { DataSource } from 'typeorm';

/** For what agents of a tenant are away, in the order in which it is offered; archived ones too. */
export const awayReasons = async (database: DataSource, tenantId: string): Promise<readonly AwayReason[]> => {
  const [row] = await database.query<{ body: Organisation }[]>(
    `select body from settings_v1 where tenant_id = $1 and kind = 'organisation' and id = $1`,
    [tenantId],
  );
  return awayReasonsOf(row?.body ?? {});
};
