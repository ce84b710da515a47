import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

/** Shows what an agent's reaction to a message is, and files inside mails. */
export class TimelineV21795400000010 implements MigrationInterface {
  readonly name = 'TimelineV21795400000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create table timeline_v2 (like timeline_v1)');
    await queryRunner.query('alter table timeline_v2 add primary key (conversation_id, id)');
    await queryRunner.query('create unique index timeline_v2_order on timeline_v2 (conversation_id, entry_order)');
    await queryRunner.query('create index timeline_v2_order_key on timeline_v2 (conversation_id, order_key) where order_key is not null');
    await queryRunner.query('create table timeline_marks_v2 (like timeline_marks_v1)');
    await queryRunner.query(`
      alter table timeline_marks_v2 add primary key (conversation_id, provider_message_id), add column our_reaction text,
        add column our_reaction_problem jsonb`);
    await queryRunner.query('create table timeline_media_v2 (like timeline_media_v1)');
    await queryRunner.query('alter table timeline_media_v2 add primary key (id)');
    await grantToApp(queryRunner, ['timeline_v2', 'timeline_marks_v2', 'timeline_media_v2']);
    await queryRunner.query('drop table timeline_media_v1, timeline_marks_v1, timeline_v1');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table timeline_media_v2, timeline_marks_v2, timeline_v2');
  }
}
