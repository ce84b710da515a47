import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

export class IntegrationAccountsV11795400000003 implements MigrationInterface {
  readonly name = 'IntegrationAccountsV11795400000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table integration_accounts_v1 (
        id text primary key,
        tenant_id text not null,
        type text not null,
        name text not null,
        webhook_key text not null,
        queue_id text,
        linked boolean not null,
        unlinked_reason text,
        added_at timestamptz not null,
        version int not null
      )`);
    await queryRunner.query('create index integration_accounts_v1_webhook_key on integration_accounts_v1 (webhook_key)');
    await queryRunner.query('create index integration_accounts_v1_name on integration_accounts_v1 (tenant_id, name)');
    await grantToApp(queryRunner, ['integration_accounts_v1']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table integration_accounts_v1');
  }
}
