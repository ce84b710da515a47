import { type MasterKeys, placeOfTenantKey, rewrapped } from '@madoguchi/sealing';
import type { DataSource } from 'typeorm';

/**
 * Wraps the keys of all tenants, under which those of their customers lie, with the current master key. Again, it changes nothing.
 *
 * @param database opened with the role that owns the tables
 * @returns how many were wrapped anew
 * @throws UnsealError when a key opens with none of the master keys; nothing is changed then
 */
export const rewrapTenantKeys = (database: DataSource, masterKeys: MasterKeys): Promise<number> =>
  database.transaction(async (transaction) => {
    const rows = await transaction.query<{ tenant_id: string; wrapped_key: Buffer }[]>(
      'select tenant_id, wrapped_key from personal_tenants where wrapped_key is not null for update',
    );
    let count = 0;
    for (const { tenant_id, wrapped_key } of rows) {
      const wrapped = rewrapped(masterKeys, wrapped_key, placeOfTenantKey(tenant_id));
      if (!wrapped) continue;
      await transaction.query('update personal_tenants set wrapped_key = $2 where tenant_id = $1', [tenant_id, wrapped]);
      count += 1;
    }
    return count;
  });
