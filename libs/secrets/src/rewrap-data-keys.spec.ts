import { newKey, UnsealError } from '@madoguchi/sealing';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { DataSource } from 'typeorm';
import { AccountCredentials, rewrapDataKeys, secretsEntities, secretsMigrations } from './index.js';

const tenants = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const account = '33333333-3333-4333-8333-333333333333';
const now = () => new Date('2026-11-25T00:00:00Z');

describe('a master key that is replaced', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let owner: DataSource;
  let database: DataSource;
  const [old, fresh] = [newKey(), newKey()];

  beforeAll(async () => {
    postgres = await startPostgres();
    owner = await new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations: secretsMigrations }).initialize();
    await owner.runMigrations();
    database = await new DataSource({ type: 'postgres', url: postgres.url, entities: secretsEntities }).initialize();
  });

  afterAll(async () => {
    await database?.destroy();
    await owner?.destroy();
    await postgres?.stop();
  });

  it('is replaced without an hour in which a credential cannot be opened, and then the old one opens nothing', async () => {
    const [first, second] = tenants as [string, string];
    const before = new AccountCredentials(database, old, now);
    await before.save(first, account, { channelSecret: 'of the first' });

    const during = new AccountCredentials(database, [fresh, old], now);
    expect(await during.open(first, account)).toEqual({ channelSecret: 'of the first' });
    await during.save(second, account, { channelSecret: 'of the second' });

    expect(await rewrapDataKeys(owner, [fresh, old])).toBe(1);
    expect(await rewrapDataKeys(owner, [fresh, old])).toBe(0);
    expect(await before.open(first, account)).toEqual({ channelSecret: 'of the first' });

    const after = new AccountCredentials(database, [fresh], now);
    expect(await after.open(first, account)).toEqual({ channelSecret: 'of the first' });
    expect(await after.open(second, account)).toEqual({ channelSecret: 'of the second' });
    await expect(new AccountCredentials(database, old, now).open(first, account)).rejects.toThrow(UnsealError);
  });

  it('changes nothing when one key of a tenant opens with none of them', async () => {
    const wrapped = () => owner.query('select * from tenant_keys order by tenant_id');
    const before = await wrapped();
    await expect(rewrapDataKeys(owner, [newKey(), old])).rejects.toThrow(UnsealError);
    expect(await wrapped()).toEqual(before);
  });
});
