import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

/**
 * Tells which conversations sleep, which are wrapped up, and what a line of the timeline is of. What sleeps already, routing knows; lines that
 * were written before say less until the timeline is made again.
 */
export class WorkInHand1795400000090 implements MigrationInterface {
  readonly name = 'WorkInHand1795400000090';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table agent_inbox_v3 add column snoozed_until timestamptz, add column snoozed_by text');
    await queryRunner.query(`
      create index agent_inbox_v3_snoozed on agent_inbox_v3 (tenant_id, snoozed_until, id) where status = 'snoozed'`);
    await queryRunner.query(`
      update agent_inbox_v3 inbox
      set status = 'snoozed', snoozed_until = asleep.snoozed_until, snoozed_by = inbox.owner_agent_id, owner_agent_id = null
      from routing_conversations_v2 asleep
      where asleep.id = inbox.id and asleep.snoozed_until is not null and inbox.status = 'assigned'`);
    await queryRunner.query(`
      create table wrap_ups_v1 (
        conversation_id text primary key,
        tenant_id text not null,
        agent_id text not null,
        open boolean not null,
        ends_at timestamptz,
        code text
      )`);
    await queryRunner.query('create index wrap_ups_v1_open on wrap_ups_v1 (tenant_id, agent_id) where open');
    await queryRunner.query('alter table timeline_v2 add column facts jsonb');
    await grantToApp(queryRunner, ['wrap_ups_v1']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table timeline_v2 drop column facts');
    await queryRunner.query('drop table wrap_ups_v1');
    await queryRunner.query('alter table agent_inbox_v3 drop column snoozed_until, drop column snoozed_by');
  }
}
