import { type MasterKeys, rewrapped } from '@madoguchi/sealing';
import type { DataSource } from 'typeorm';

/** What the wrapped data key of a tenant is bound to. */
export const placeOfDataKey = (tenantId: string): readonly string[] => ['data key', tenantId];

/**
 * Wraps the data keys of all tenants with the current master key; what they have sealed stays as it is, and services may run meanwhile.
 * Again, it changes nothing.
 *
 * @param database opened with the role that owns the tables
 * @returns how many were wrapped anew
 * @throws UnsealError when a key opens with none of the master keys; nothing is changed then
 */
export const rewrapDataKeys = (database: DataSource, masterKeys: MasterKeys): Promise<number> =>
  database.transaction(async (transaction) => {
    const rows = await transaction.query<{ tenant_id: string; wrapped_key: Buffer }[]>(
      'select tenant_id, wrapped_key from tenant_keys for update',
    );
    let count = 0;
    for (const { tenant_id, wrapped_key } of rows) {
      const wrapped = rewrapped(masterKeys, wrapped_key, placeOfDataKey(tenant_id));
      if (!wrapped) continue;
      await transaction.query('update tenant_keys set wrapped_key = $2 where tenant_id = $1', [tenant_id, wrapped]);
      count += 1;
    }
    return count;
  });
