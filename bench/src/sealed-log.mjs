import { randomBytes } from 'node:crypto';
import { openPostgresEventStore } from '@madoguchi/event-store-postgres';
import { openSealedLog, personalDataMigrations } from '@madoguchi/personal-data';
import { DataSource } from 'typeorm';

/** A log that seals, with new keys, in a database that has a log already. */
export const sealedLogIn = async (postgres) => {
  const migrating = await new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations: personalDataMigrations }).initialize();
  await migrating.runMigrations();
  await migrating.destroy();
  const masterKey = randomBytes(32).toString('base64');
  return openSealedLog(await openPostgresEventStore({ url: postgres.url }), { url: postgres.url, masterKey });
};
