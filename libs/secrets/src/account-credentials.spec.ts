import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { DataSource } from 'typeorm';
import { AccountCredentials, masterKeysFrom, secretsEntities, secretsMigrations, UnsealError } from './index.js';
import { newKey } from '@madoguchi/sealing';

const tenant = '11111111-1111-4111-8111-111111111111';
const otherTenant = '22222222-2222-4222-8222-222222222222';
const account = '33333333-3333-4333-8333-333333333333';
const now = () => new Date('2026-11-23T00:00:00Z');

describe('account credentials', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let database: DataSource;
  const masterKey = newKey();

  beforeAll(async () => {
    postgres = await startPostgres();
    const owner = new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations: secretsMigrations });
    await owner.initialize();
    await owner.runMigrations();
    await owner.destroy();
    database = new DataSource({ type: 'postgres', url: postgres.url, entities: secretsEntities });
    await database.initialize();
  });

  afterAll(async () => {
    await database?.destroy();
    await postgres?.stop();
  });

  it('opens what was saved, also in another process, and changes only the fields that are named', async () => {
    await new AccountCredentials(database, masterKey, now).save(tenant, account, { channelSecret: 'first', channelAccessToken: 'token' });
    await new AccountCredentials(database, masterKey, now).save(tenant, account, { channelSecret: 'second' });

    expect(await new AccountCredentials(database, masterKey, now).open(tenant, account)).toEqual({
      channelSecret: 'second',
      channelAccessToken: 'token',
    });
  });

  it('stores no value in the clear', async () => {
    const canary = 'canary-3f9c1b';
    await new AccountCredentials(database, masterKey, now).save(tenant, account, { channelSecret: canary });
    const rows = await database.query("select encode(sealed, 'escape') as sealed from account_credentials");
    expect(JSON.stringify(rows)).not.toContain(canary);
  });

  it('does not open under another master key, nor in another tenant, account or field', async () => {
    await new AccountCredentials(database, masterKey, now).save(tenant, account, { channelSecret: 'bound' });
    await expect(new AccountCredentials(database, newKey(), now).open(tenant, account)).rejects.toThrow(UnsealError);

    await new AccountCredentials(database, masterKey, now).save(otherTenant, account, { channelSecret: 'other' });
    await database.query(
      'update account_credentials set sealed = (select sealed from account_credentials where tenant_id = $1 limit 1) where tenant_id = $2',
      [tenant, otherTenant],
    );
    await expect(new AccountCredentials(database, masterKey, now).open(otherTenant, account)).rejects.toThrow(UnsealError);
  });

  it('makes one data key when many ask for the first at once', async () => {
    const fresh = '44444444-4444-4444-8444-444444444444';
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        new AccountCredentials(database, masterKey, now).save(fresh, account, { [`field${n}`]: `value ${n}` }),
      ),
    );
    expect(Object.keys(await new AccountCredentials(database, masterKey, now).open(fresh, account))).toHaveLength(8);
  });

  it('says how to make a master key when it is no key', () => {
    expect(() => masterKeysFrom('short')).toThrow(/openssl rand -base64 32/);
  });
});
