import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

/** Tells conversations whose customer was erased: they still count, and say nothing of whom they were with. */
export class AgentInboxV31795400000012 implements MigrationInterface {
  readonly name = 'AgentInboxV31795400000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create table agent_inbox_v3 (like agent_inbox_v2)');
    await queryRunner.query('alter table agent_inbox_v3 add primary key (id), add column erased boolean not null');
    await queryRunner.query(`
      create index agent_inbox_v3_open on agent_inbox_v3 (tenant_id, coalesce(waiting_since, 'infinity'), opened_at, id)
      where status <> 'closed'`);
    await queryRunner.query(`
      create index agent_inbox_v3_owner on agent_inbox_v3 (tenant_id, owner_agent_id, coalesce(waiting_since, 'infinity'), opened_at, id)
      where status <> 'closed'`);
    await queryRunner.query(`
      create index agent_inbox_v3_done on agent_inbox_v3 (tenant_id, closed_at desc, id) where status = 'closed'`);
    await queryRunner.query('create index agent_inbox_v3_thread on agent_inbox_v3 (tenant_id, thread_key, thread_number)');
    await queryRunner.query('create index agent_inbox_v3_contact on agent_inbox_v3 (tenant_id, contact_id)');
    await grantToApp(queryRunner, ['agent_inbox_v3']);
    await queryRunner.query('drop table agent_inbox_v2');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table agent_inbox_v3');
  }
}
