import { installLog } from '@madoguchi/event-store-postgres';
import { personalDataMigrations } from '@madoguchi/personal-data';
import { readModelMigrations } from '@madoguchi/read-models';
import { secretsMigrations } from '@madoguchi/secrets';
import { sendingPaceMigrations } from '@madoguchi/sending-pace';
import { signInMigrations } from '@madoguchi/sign-in';
import { DataSource } from 'typeorm';

/** The role of the services, which owns nothing. */
const APP_ROLE = 'madoguchi_app';

/**
 * Brings the database up to date: the log first, then the tables around it. Run again it changes nothing.
 *
 * @param databaseAdminUrl with the role that owns the tables
 */
export const migrate = async (databaseAdminUrl: string): Promise<void> => {
  await installLog(databaseAdminUrl, { appRole: APP_ROLE });
  const database = new DataSource({
    type: 'postgres',
    url: databaseAdminUrl,
    migrations: [...secretsMigrations, ...sendingPaceMigrations, ...signInMigrations, ...readModelMigrations, ...personalDataMigrations],
    migrationsTransactionMode: 'each',
  });
  await database.initialize();
  try {
    await database.runMigrations();
  } finally {
    await database.destroy();
  }
};
