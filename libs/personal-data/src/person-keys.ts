import { randomUUID } from 'node:crypto';
import { Refusal } from '@madoguchi/event-sourcing';
import { type DataKey, newKey, placeOfPersonKey, seal, unseal } from '@madoguchi/sealing';
import type { DataSource } from 'typeorm';
import { ask } from './ask.js';
import { findKeys, type KeyRow } from './find-keys.js';
import { ShortMemory } from './short-memory.js';
import type { TenantKeys } from './tenant-keys.js';

/** How long a process may go on with a key that somebody destroys: then it asks again. Milliseconds. */
export const KEY_MEMORY_MS = 5_000;
const REMEMBERED_KEYS = 10_000;

export interface PersonKeysOptions {
  /** Milliseconds that only go up, also when somebody sets the machine's clock. */
  readonly clock?: () => number;
  readonly now?: () => Date;
}

/**
 * A data key for each customer, made when something personal of theirs is first recorded, wrapped by the tenant's key. What is known is
 * forgotten after {@link KEY_MEMORY_MS}, so that a key that was destroyed anywhere is soon used nowhere.
 */
export class PersonKeys {
  private readonly clock: () => number;
  private readonly now: () => Date;
  private readonly bySubject: ShortMemory<DataKey>;
  /** Null: destroyed. */
  private readonly byId: ShortMemory<Buffer | null>;
  private readonly loading = new Map<string, Promise<DataKey>>();
  private readonly rowOf: ReturnType<typeof findKeys>;

  constructor(
    private readonly database: DataSource,
    private readonly tenants: TenantKeys,
    { clock = () => performance.now(), now = () => new Date() }: PersonKeysOptions = {},
  ) {
    this.clock = clock;
    this.now = now;
    this.rowOf = findKeys(database);
    this.bySubject = new ShortMemory(KEY_MEMORY_MS, REMEMBERED_KEYS, clock);
    this.byId = new ShortMemory(KEY_MEMORY_MS, REMEMBERED_KEYS, clock);
  }

  /** The key for what is recorded about a person, when it is at hand. */
  remembered(tenantId: string, subject: string): DataKey | undefined {
    return this.bySubject.get(placeOf(tenantId, subject));
  }

  /**
   * The key for what is recorded about a person; made when there was none yet.
   *
   * @param anew whether a person who was erased may get a new one: they have come back
   * @throws Refusal `customer-erased` when they may not
   * @throws StoreUnavailableError when the keys cannot be had now
   */
  async forSealing(tenantId: string, subject: string, anew: boolean): Promise<DataKey> {
    const place = placeOf(tenantId, subject);
    const known = this.bySubject.get(place);
    if (known) return known;
    const name = `${place} ${anew}`;
    const loading = this.loading.get(name) ?? this.load(tenantId, subject, anew).finally(() => this.loading.delete(name));
    this.loading.set(name, loading);
    return loading;
  }

  /**
   * The keys of these ids; null for one that was destroyed, or whose row is gone with it.
   *
   * @throws StoreUnavailableError when the keys cannot be had now
   * @throws UnsealError when the master key is another one
   */
  async forOpening(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, Buffer | null>> {
    const keys = new Map<string, Buffer | null>();
    const unknown: string[] = [];
    for (const id of ids) {
      const key = this.byId.get(id);
      if (key === undefined) unknown.push(id);
      else keys.set(id, key);
    }
    if (unknown.length === 0) return keys;
    const asked = this.clock();
    const rows = await ask<KeyRow>(this.database, 'select id, tenant_id, subject, wrapped_key from personal_keys where id = any ($1)', [
      unknown,
    ]);
    for (const row of rows) keys.set(row.id, row.wrapped_key && (await this.unwrap(row)).bytes);
    for (const id of unknown) {
      if (!keys.has(id)) keys.set(id, null);
      this.byId.set(id, keys.get(id) ?? null, asked);
    }
    return keys;
  }

  private async load(tenantId: string, subject: string, anew: boolean): Promise<DataKey> {
    const asked = this.clock();
    const key = (await this.find(tenantId, subject)) ?? (await this.make(tenantId, subject, anew));
    this.bySubject.set(placeOf(tenantId, subject), key, asked);
    this.byId.set(key.id, key.bytes, asked);
    return key;
  }

  private async find(tenantId: string, subject: string): Promise<DataKey | undefined> {
    const row = await this.rowOf(tenantId, subject);
    return row && this.unwrap(row);
  }

  private async make(tenantId: string, subject: string, anew: boolean): Promise<DataKey> {
    const { key } = await this.tenants.of(tenantId);
    const id = randomUUID();
    const wrapped = seal(key, newKey(), placeOfPersonKey(tenantId, subject, id));
    await ask(
      this.database,
      `insert into personal_keys (id, tenant_id, subject, wrapped_key, made_at) select $1::uuid, $2::text, $3::text, $4::bytea, $5::timestamptz
       where $6::boolean or not exists (select from personal_keys where tenant_id = $2 and subject = $3 and wrapped_key is null)
       on conflict do nothing`,
      [id, tenantId, subject, wrapped, this.now(), anew],
    );
    // Two may make one in the same moment: the row that came first counts for both.
    const made = await this.find(tenantId, subject);
    if (!made) throw new Refusal('customer-erased', "This customer's data have been erased. Nothing more is recorded about them.");
    return made;
  }

  private async unwrap({ id, tenant_id, subject, wrapped_key }: KeyRow): Promise<DataKey> {
    const { key } = await this.tenants.of(tenant_id);
    return { id, bytes: unseal(key, wrapped_key!, placeOfPersonKey(tenant_id, subject, id)) };
  }
}

const placeOf = (tenantId: string, subject: string): string => `${tenantId}/${subject}`;
