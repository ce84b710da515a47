import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

/** Everything that the domain knows of an account, also after its deletion; and every key that its webhook ever had. */
export class IntegrationAccountsV31795400000013 implements MigrationInterface {
  readonly name = 'IntegrationAccountsV31795400000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table integration_accounts_v3 (
        id text primary key,
        tenant_id text not null,
        type text not null,
        name text not null,
        webhook_keys text[] not null,
        platform_account_id text,
        queue_id text,
        linked boolean not null,
        unlinked_reason text,
        link_state text not null,
        active boolean not null,
        language text,
        contact_window_id text,
        intake text not null,
        routing_gaps text[] not null,
        onboarding_phase text,
        last_test jsonb,
        subscription jsonb,
        state jsonb not null,
        added_at timestamptz not null,
        changed_at timestamptz not null,
        linked_at timestamptz,
        deleted_at timestamptz,
        version int not null
      )`);
    await queryRunner.query('create index integration_accounts_v3_webhook_keys on integration_accounts_v3 using gin (webhook_keys)');
    await queryRunner.query('create index integration_accounts_v3_name on integration_accounts_v3 (tenant_id, name)');
    await queryRunner.query('create index integration_accounts_v3_platform on integration_accounts_v3 (type, platform_account_id)');
    await grantToApp(queryRunner, ['integration_accounts_v3']);
    await queryRunner.query('drop table integration_accounts_v2');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table integration_accounts_v3');
  }
}
