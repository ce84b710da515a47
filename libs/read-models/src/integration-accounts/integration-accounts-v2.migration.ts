import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

/** Knows accounts by the platform's own id too: one webhook or mail server serves many of them. */
export class IntegrationAccountsV21795400000008 implements MigrationInterface {
  readonly name = 'IntegrationAccountsV21795400000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table integration_accounts_v2 (
        id text primary key,
        tenant_id text not null,
        type text not null,
        name text not null,
        webhook_key text not null,
        platform_account_id text,
        queue_id text,
        linked boolean not null,
        unlinked_reason text,
        added_at timestamptz not null,
        version int not null
      )`);
    await queryRunner.query('create index integration_accounts_v2_webhook_key on integration_accounts_v2 (webhook_key)');
    await queryRunner.query('create index integration_accounts_v2_name on integration_accounts_v2 (tenant_id, name)');
    await queryRunner.query('create index integration_accounts_v2_platform on integration_accounts_v2 (type, platform_account_id)');
    await grantToApp(queryRunner, ['integration_accounts_v2']);
    await queryRunner.query('drop table integration_accounts_v1');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table integration_accounts_v2');
  }
}
