import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSecrets1700000000100 implements MigrationInterface {
  name = 'CreateSecrets1700000000100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table tenant_keys (tenant_id uuid primary key, wrapped_key bytea not null);
      create table account_credentials (
        tenant_id uuid not null,
        account_id uuid not null,
        field text not null,
        sealed bytea not null,
        updated_at timestamptz not null,
        primary key (tenant_id, account_id, field)
      );
      grant select, insert on tenant_keys to madoguchi_app;
      grant select, insert, update, delete on account_credentials to madoguchi_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table account_credentials; drop table tenant_keys;');
  }
}

export const secretsMigrations = [CreateSecrets1700000000100];
