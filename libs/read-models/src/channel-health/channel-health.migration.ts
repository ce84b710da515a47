import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

export class ChannelHealthV11795400000080 implements MigrationInterface {
  readonly name = 'ChannelHealthV11795400000080';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create table channel_health_v1 (account_id text primary key, tenant_id text not null, health jsonb not null)');
    await queryRunner.query('create index channel_health_v1_tenant on channel_health_v1 (tenant_id)');
    await queryRunner.query('create table channel_health_conversations_v1 (conversation_id text primary key, account_id text not null)');
    await grantToApp(queryRunner, ['channel_health_v1', 'channel_health_conversations_v1']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table channel_health_v1, channel_health_conversations_v1');
  }
}
