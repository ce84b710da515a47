import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

export class LiveFiguresV11795400000095 implements MigrationInterface {
  readonly name = 'LiveFiguresV11795400000095';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table live_conversations_v1 (
        id text primary key,
        tenant_id text not null,
        queue_id text not null,
        waiting_since timestamptz,
        offered boolean not null,
        owner_agent_id text,
        asked_at timestamptz,
        target_seconds int
      )`);
    await queryRunner.query('create index live_conversations_v1_queue on live_conversations_v1 (tenant_id, queue_id)');
    await queryRunner.query(`
      create table live_work_v1 (
        id text primary key,
        tenant_id text not null,
        agent_id text not null,
        conversation_id text not null,
        queue_id text not null,
        in_hand boolean not null,
        claimed boolean not null,
        weight int not null
      )`);
    await queryRunner.query('create index live_work_v1_agent on live_work_v1 (tenant_id, agent_id)');
    await queryRunner.query(`
      create table live_counts_v1 (
        id text primary key,
        tenant_id text not null,
        queue_id text not null,
        agent_id text not null,
        minute timestamptz not null,
        offered int not null,
        accepted int not null,
        declined int not null,
        lapsed int not null,
        handled int not null,
        gone int not null,
        answered int not null,
        in_time int not null,
        late int not null
      )`);
    await queryRunner.query('create index live_counts_v1_minute on live_counts_v1 (tenant_id, minute)');
    await queryRunner.query('create table live_targets_v1 (id text primary key, tenant_id text not null, target_seconds int)');
    await grantToApp(queryRunner, ['live_conversations_v1', 'live_work_v1', 'live_counts_v1', 'live_targets_v1']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table live_conversations_v1, live_work_v1, live_counts_v1, live_targets_v1');
  }
}
