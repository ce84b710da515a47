import type { QueryRunner } from 'typeorm';

/** The role that the services use; it owns nothing. Migrations run as the owner. */
const APP_ROLE = 'madoguchi_app';

export const grantToApp = async (queryRunner: QueryRunner, tables: readonly string[]): Promise<void> => {
  await queryRunner.query(`grant select, insert, update, delete on ${tables.join(', ')} to ${APP_ROLE}`);
};
