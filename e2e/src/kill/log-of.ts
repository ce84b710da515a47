import type { RecordedEvent } from '@madoguchi/event-sourcing';
import { keyIdOf, masterKeysFrom, openFields, placeOfPersonKey, placeOfTenantKey, unseal } from '@madoguchi/sealing';
import pg from 'pg';
import type { System } from '../system/system.js';

/** The whole log of a system, by position, with what is personal opened. */
export const logOf = async (system: Pick<System, 'addresses' | 'masterKey'>): Promise<readonly RecordedEvent[]> => {
  const client = new pg.Client({ connectionString: system.addresses().database });
  await client.connect();
  try {
    const { rows } = await client.query<Row>(
      'select position::text, stream, version, id, type, schema_version, data, metadata, recorded_at from event_log.events e order by e.position',
    );
    const keys = await keysOf(client, masterKeysFrom(system.masterKey())[0]);
    return rows.map((row) => opened(eventOf(row), keys));
  } finally {
    await client.end();
  }
};

const eventOf = ({ schema_version, recorded_at, data, metadata, ...event }: Row): RecordedEvent =>
  ({
    ...event,
    schemaVersion: schema_version,
    recordedAt: recorded_at.toISOString(),
    data: JSON.parse(data) as object,
    metadata: JSON.parse(metadata) as unknown,
  }) as RecordedEvent;

const opened = (event: RecordedEvent, keys: ReadonlyMap<string, Buffer | null>): RecordedEvent => {
  const key = keyIdOf(event);
  return key === undefined ? event : openFields(event, keys.get(key) ?? null);
};

/** The keys of persons, by id; null for one that was destroyed. */
const keysOf = async (client: pg.Client, masterKey: Buffer): Promise<ReadonlyMap<string, Buffer | null>> => {
  const tenants = await client.query<{ tenant_id: string; wrapped_key: Buffer | null }>(
    'select tenant_id, wrapped_key from personal_tenants',
  );
  const tenantKeys = new Map(
    tenants.rows.flatMap(({ tenant_id, wrapped_key }) =>
      wrapped_key ? [[tenant_id, unseal(masterKey, wrapped_key, placeOfTenantKey(tenant_id))] as const] : [],
    ),
  );
  const { rows } = await client.query<KeyRow>('select id, tenant_id, subject, wrapped_key from personal_keys');
  return new Map(
    rows.map(({ id, tenant_id, subject, wrapped_key }) => [
      id,
      wrapped_key && unseal(tenantKeys.get(tenant_id) as Buffer, wrapped_key, placeOfPersonKey(tenant_id, subject, id)),
    ]),
  );
};

interface KeyRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly subject: string;
  readonly wrapped_key: Buffer | null;
}

interface Row {
  readonly position: string;
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly data: string;
  readonly metadata: string;
  readonly recorded_at: Date;
}
