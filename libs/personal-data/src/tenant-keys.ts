import { type MasterKeys, newKey, placeOfTenantKey, seal, unsealWithAny } from '@madoguchi/sealing';
import type { DataSource } from 'typeorm';
import { ask } from './ask.js';

export interface TenantSecrets {
  readonly key: Buffer;
  readonly plainIds: boolean;
}

interface TenantRow {
  readonly wrapped_key: Buffer | null;
  readonly plain_ids: boolean;
}

/** One key for each tenant, made at its first need, wrapped by the master key. It stays for as long as the process runs. */
export class TenantKeys {
  private readonly known = new Map<string, Promise<TenantSecrets>>();
  private readonly masterKeys: MasterKeys;

  constructor(
    private readonly database: DataSource,
    masterKey: Buffer | MasterKeys,
  ) {
    this.masterKeys = Buffer.isBuffer(masterKey) ? [masterKey] : masterKey;
  }

  /**
   * @throws StoreUnavailableError
   * @throws UnsealError when the master key is another one
   */
  of(tenantId: string): Promise<TenantSecrets> {
    const known = this.known.get(tenantId);
    if (known) return known;
    const loading = this.load(tenantId);
    this.known.set(tenantId, loading);
    loading.catch(() => this.known.delete(tenantId));
    return loading;
  }

  private async load(tenantId: string): Promise<TenantSecrets> {
    const place = placeOfTenantKey(tenantId);
    const wrapped = seal(this.masterKeys[0], newKey(), place);
    // Two services may make the first key at once; the one that came first counts for both.
    await ask(
      this.database,
      `insert into personal_tenants as known (tenant_id, wrapped_key, plain_ids) values ($1, $2, false)
       on conflict (tenant_id) do update set wrapped_key = excluded.wrapped_key where known.wrapped_key is null`,
      [tenantId, wrapped],
    );
    const [row] = await ask<TenantRow>(this.database, 'select wrapped_key, plain_ids from personal_tenants where tenant_id = $1', [
      tenantId,
    ]);
    if (!row?.wrapped_key) throw new Error('the key of a tenant is gone from its table');
    return { key: unsealWithAny(this.masterKeys, row.wrapped_key, place), plainIds: row.plain_ids };
  }
}
