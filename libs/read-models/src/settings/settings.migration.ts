import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

export class SettingsV11795400000060 implements MigrationInterface {
  readonly name = 'SettingsV11795400000060';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table settings_v1 (
        kind text not null,
        id text not null,
        tenant_id text not null,
        name text not null,
        body jsonb not null,
        archived boolean not null,
        version int not null,
        primary key (kind, id)
      )`);
    await queryRunner.query('create index settings_v1_name on settings_v1 (tenant_id, kind, name collate "C", id)');
    await grantToApp(queryRunner, ['settings_v1']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table settings_v1');
  }
}
