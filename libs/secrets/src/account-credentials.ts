import type { DataSource, EntityManager } from 'typeorm';
import { AccountCredential, TenantKey } from './entities.js';
import { type MasterKeys, newKey, seal, unseal, unsealWithAny } from '@madoguchi/sealing';
import { placeOfDataKey } from './rewrap-data-keys.js';

/**
 * What administrators typed for their accounts, under envelope encryption: a data key per tenant, wrapped by the master
 * key; every field bound to its tenant, account and name. Opened only to talk to the platform.
 */
export class AccountCredentials {
  private readonly dataKeys = new Map<string, Buffer>();
  private readonly masterKeys: MasterKeys;

  constructor(
    private readonly database: DataSource,
    masterKey: Buffer | MasterKeys,
    private readonly now: () => Date,
  ) {
    this.masterKeys = Buffer.isBuffer(masterKey) ? [masterKey] : masterKey;
  }

  /** Sets the named fields, leaves the others as they are. */
  async save(tenantId: string, accountId: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const key = await this.dataKey(tenantId);
    const rows = Object.entries(fields).map(([field, value]) => ({
      tenantId,
      accountId,
      field,
      sealed: seal(key, Buffer.from(value, 'utf8'), [tenantId, accountId, field]),
      updatedAt: this.now(),
    }));
    if (rows.length > 0) await this.database.manager.upsert(AccountCredential, rows, ['tenantId', 'accountId', 'field']);
  }

  /** Field name → value; empty when nothing was saved. @throws UnsealError */
  async open(tenantId: string, accountId: string): Promise<Record<string, string>> {
    const rows = await this.database.manager.findBy(AccountCredential, { tenantId, accountId });
    if (rows.length === 0) return {};
    const key = await this.dataKey(tenantId);
    return Object.fromEntries(rows.map(({ field, sealed }) => [field, unseal(key, sealed, [tenantId, accountId, field]).toString('utf8')]));
  }

  /** For good: what was sealed is nowhere any more. */
  async destroy(tenantId: string, accountId: string): Promise<void> {
    await this.database.manager.delete(AccountCredential, { tenantId, accountId });
  }

  private async dataKey(tenantId: string): Promise<Buffer> {
    const known = this.dataKeys.get(tenantId);
    if (known) return known;
    const key = await this.database.transaction((transaction) => this.loadOrMakeKey(transaction, tenantId));
    this.dataKeys.set(tenantId, key);
    return key;
  }

  /** Two services may make the first key at once; the row that came first counts for both. */
  private async loadOrMakeKey(transaction: EntityManager, tenantId: string): Promise<Buffer> {
    const boundTo = placeOfDataKey(tenantId);
    const existing = await transaction.findOneBy(TenantKey, { tenantId });
    if (existing) return unsealWithAny(this.masterKeys, existing.wrappedKey, boundTo);
    const wrappedKey = seal(this.masterKeys[0], newKey(), boundTo);
    await transaction.createQueryBuilder().insert().into(TenantKey).values({ tenantId, wrappedKey }).orIgnore().execute();
    const stored = await transaction.findOneByOrFail(TenantKey, { tenantId });
    return unsealWithAny(this.masterKeys, stored.wrappedKey, boundTo);
  }
}
