import { randomUUID } from 'node:crypto';
import { StoreUnavailableError } from '@madoguchi/event-sourcing';
import { newKey, UnsealError } from '@madoguchi/sealing';
import { DataSource } from 'typeorm';
import { KEY_MEMORY_MS, PersonKeys } from './person-keys.js';
import { postgresErasures } from './postgres-erasures.js';
import { TenantKeys } from './tenant-keys.js';
import { type KeyDatabase, startKeyDatabase } from './testing/key-database.js';

const tenant = randomUUID();

describe('the keys of persons', () => {
  let server: KeyDatabase;
  beforeAll(async () => {
    server = await startKeyDatabase();
  });
  afterAll(() => server?.stop());

  const destroy = (subject: string) =>
    postgresErasures(server.database, () => new Date()).begin({
      id: randomUUID(),
      tenantId: tenant,
      contactId: subject,
      reason: 'customer request',
      requestedBy: { kind: 'admin', id: 'a' },
      requestedAt: new Date().toISOString(),
    });
  const openedBy = async (keys: PersonKeys, id: string) => (await keys.forOpening(new Set([id]))).get(id);

  it('are made once, also when many want the first at once, and are the same for every process', async () => {
    const subject = randomUUID();
    const made = await Promise.all(Array.from({ length: 20 }, () => server.keys().forSealing(tenant, subject, true)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(new Set(made.map(({ bytes }) => bytes.toString('hex'))).size).toBe(1);
    expect(await openedBy(server.keys(), made[0]!.id)).toEqual(made[0]!.bytes);
    expect((await server.keys().forSealing(tenant, randomUUID(), true)).bytes).not.toEqual(made[0]!.bytes);
  });

  it('lie in the database only wrapped, each for its own row', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    const key = await server.keys().forSealing(tenant, one, true);
    const second = await server.keys().forSealing(tenant, other, true);
    const rows = await server.database.query<{ wrapped_key: Buffer }[]>('select wrapped_key from personal_keys');
    expect(rows.some((row) => row.wrapped_key?.includes(key.bytes))).toBe(false);
    await server.database.query(
      'update personal_keys a set wrapped_key = b.wrapped_key from personal_keys b where a.id = $1 and b.id = $2',
      [key.id, second.id],
    );
    await expect(openedBy(server.keys(), key.id)).rejects.toThrow(UnsealError);
    await expect(openedBy(server.keys({ masterKey: newKey() }), second.id)).rejects.toThrow(UnsealError);
  });

  it('are used for five seconds at most after they were destroyed, anywhere', async () => {
    const subject = randomUUID();
    let clock = 1_000;
    const keys = server.keys({ clock: () => clock });
    const { id, bytes } = await keys.forSealing(tenant, subject, true);
    await destroy(subject);

    expect(KEY_MEMORY_MS).toBe(5_000);
    clock += KEY_MEMORY_MS - 1;
    expect(await openedBy(keys, id)).toEqual(bytes);
    expect(keys.remembered(tenant, subject)?.id).toBe(id);
    clock += 1;
    expect(keys.remembered(tenant, subject)).toBeUndefined();
    expect(await openedBy(keys, id)).toBeNull();
    await expect(keys.forSealing(tenant, subject, false)).rejects.toMatchObject({ name: 'Refusal', code: 'customer-erased' });
  });

  it('are remembered from the moment of the question: a slow answer does not lengthen the time', async () => {
    const subject = randomUUID();
    const { id } = await server.keys().forSealing(tenant, subject, true);
    let clock = 0;
    const slow = {
      query: async (...asked: Parameters<DataSource['query']>) => {
        const rows = (await server.database.query(...asked)) as unknown;
        clock += KEY_MEMORY_MS;
        return rows;
      },
    } as unknown as DataSource;
    const keys = new PersonKeys(slow, new TenantKeys(server.database, server.masterKey), { clock: () => clock });
    await openedBy(keys, id);
    await destroy(subject);
    expect(await openedBy(keys, id)).toBeNull();
  });

  it('are made anew for a person who has come back, and never for what is said about the past', async () => {
    const subject = randomUUID();
    const first = await server.keys().forSealing(tenant, subject, false);
    const { destroyedKeys } = await destroy(subject);
    expect(destroyedKeys.map(({ id }) => id)).toEqual([first.id]);
    await expect(server.keys().forSealing(tenant, subject, false)).rejects.toMatchObject({ code: 'customer-erased' });
    const second = await server.keys().forSealing(tenant, subject, true);
    expect(second.id).not.toBe(first.id);
    expect((await server.keys().forSealing(tenant, subject, false)).id).toBe(second.id);
    expect(await server.keys().forOpening(new Set([first.id, second.id]))).toEqual(
      new Map([
        [first.id, null],
        [second.id, second.bytes],
      ]),
    );
  });

  it('of one tenant are not those of another', async () => {
    const subject = randomUUID();
    const ours = await server.keys().forSealing(tenant, subject, true);
    const theirs = await server.keys().forSealing(randomUUID(), subject, true);
    expect(theirs.id).not.toBe(ours.id);
  });

  it('whose rows are gone read as destroyed', async () => {
    const id = randomUUID();
    expect(await openedBy(server.keys(), id)).toBeNull();
  });

  it('that cannot be had now are an outage, nothing else', async () => {
    const away = new DataSource({ type: 'postgres', url: server.url.replace(/:\d+\//, ':1/') });
    Object.assign(away, { query: async () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })) });
    const keys = new PersonKeys(away, new TenantKeys(away, server.masterKey));
    await expect(keys.forSealing(tenant, randomUUID(), true)).rejects.toThrow(StoreUnavailableError);
    await expect(openedBy(keys, randomUUID())).rejects.toThrow(StoreUnavailableError);
  });
});
