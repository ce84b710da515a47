import { rewrapTenantKeys } from '@madoguchi/personal-data';
import { masterKeysFrom, rewrapDataKeys } from '@madoguchi/secrets';
import { withFiles } from '@madoguchi/service-kit';
import type { Command } from 'commander';
import { DataSource } from 'typeorm';

/** `madoguchi rewrap-keys`: the second of three steps in which a master key is replaced while everything runs. */
export const defineRewrapKeys = (program: Command): void => {
  program
    .command('rewrap-keys')
    .description(
      'wrap every key with the first of the master keys: restart the services with MADOGUCHI_MASTER_KEY=new,old, run this, then leave the old one out',
    )
    .action(async () => {
      const { DATABASE_ADMIN_URL: url, MADOGUCHI_MASTER_KEY: keys } = withFiles(process.env);
      if (!url) throw new Error('DATABASE_ADMIN_URL is missing: the address of the database with the role that owns its tables.');
      if (!keys) throw new Error('MADOGUCHI_MASTER_KEY is missing: the new key, a comma, and the old one.');
      const { credentials, personal } = await rewrapKeys(url, keys);
      process.stdout.write(
        `Wrapped anew: ${credentials} keys of credentials, ${personal} keys of personal data. No other key is needed now.\n`,
      );
    });
};

/** @param keys as `MADOGUCHI_MASTER_KEY` has them, the new one first */
export const rewrapKeys = async (
  databaseAdminUrl: string,
  keys: string,
): Promise<{ readonly credentials: number; readonly personal: number }> => {
  const masterKeys = masterKeysFrom(keys);
  const database = await new DataSource({ type: 'postgres', url: databaseAdminUrl }).initialize();
  try {
    return { credentials: await rewrapDataKeys(database, masterKeys), personal: await rewrapTenantKeys(database, masterKeys) };
  } finally {
    await database.destroy();
  }
};
