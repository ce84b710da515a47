import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

export class OffersV11795400000005 implements MigrationInterface {
  readonly name = 'OffersV11795400000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table offers_v1 (
        id text primary key,
        tenant_id text not null,
        agent_id text not null,
        conversation_id text not null,
        queue_id text not null,
        offered_at timestamptz not null,
        expires_at timestamptz not null,
        explanation jsonb not null
      )`);
    await queryRunner.query('create index offers_v1_agent on offers_v1 (tenant_id, agent_id, expires_at)');
    await grantToApp(queryRunner, ['offers_v1']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table offers_v1');
  }
}
