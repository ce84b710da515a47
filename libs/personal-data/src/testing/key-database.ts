import { newKey } from '@madoguchi/sealing';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { DataSource } from 'typeorm';
import { ErasureRow } from '../erasure.entity.js';
import { personalDataMigrations } from '../migrations.js';
import { PersonKeys, type PersonKeysOptions } from '../person-keys.js';
import { TenantKeys } from '../tenant-keys.js';

export interface KeyDatabase {
  /** The application's role. */
  readonly database: DataSource;
  readonly url: string;
  /** The owner's address. */
  readonly adminUrl: string;
  readonly masterKey: Buffer;
  /** Keys as another process has them. */
  keys(options?: PersonKeysOptions & { readonly masterKey?: Buffer }): PersonKeys;
  stop(): Promise<void>;
}

/** A real server with the tables of keys, migrated by the owner. */
export const startKeyDatabase = async (): Promise<KeyDatabase> => {
  const postgres = await startPostgres();
  const owner = await new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations: personalDataMigrations }).initialize();
  await owner.runMigrations();
  await owner.destroy();
  const database = await new DataSource({ type: 'postgres', url: postgres.url, entities: [ErasureRow], poolSize: 12 }).initialize();
  const masterKey = newKey();
  return {
    database,
    url: postgres.url,
    adminUrl: postgres.adminUrl,
    masterKey,
    keys: ({ masterKey: other = masterKey, ...options } = {}) => new PersonKeys(database, new TenantKeys(database, other), options),
    stop: async () => {
      await database.destroy();
      await postgres.stop();
    },
  };
};
