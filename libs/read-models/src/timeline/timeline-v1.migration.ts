import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

export class TimelineV11795400000006 implements MigrationInterface {
  readonly name = 'TimelineV11795400000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table timeline_v1 (
        conversation_id text not null,
        id text not null,
        tenant_id text not null,
        entry_order text collate "C" not null,
        at timestamptz not null,
        kind text not null,
        agent_id text,
        content jsonb,
        note text,
        what text,
        sender jsonb,
        late_by_seconds int,
        order_key text collate "C",
        provider_message_ids text[] not null,
        answers_provider_message_id text,
        delivery text,
        problem jsonb,
        primary key (conversation_id, id)
      )`);
    await queryRunner.query('create unique index timeline_v1_order on timeline_v1 (conversation_id, entry_order)');
    await queryRunner.query('create index timeline_v1_order_key on timeline_v1 (conversation_id, order_key) where order_key is not null');
    await queryRunner.query(`
      create table timeline_marks_v1 (
        conversation_id text not null,
        provider_message_id text not null,
        tenant_id text not null,
        edits jsonb not null,
        unsent_at timestamptz,
        reactions text[] not null,
        reacted_at timestamptz,
        primary key (conversation_id, provider_message_id)
      )`);
    await queryRunner.query(`
      create table timeline_media_v1 (
        id text primary key,
        tenant_id text not null,
        conversation_id text not null,
        state text not null,
        file_name text,
        mime_type text,
        size bigint,
        reason text
      )`);
    await grantToApp(queryRunner, ['timeline_v1', 'timeline_marks_v1', 'timeline_media_v1']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table timeline_media_v1, timeline_marks_v1, timeline_v1');
  }
}
