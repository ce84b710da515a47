import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

/** Says when the customer wrote last: some platforms take free answers only for a time after it. */
export class AgentInboxV21795400000009 implements MigrationInterface {
  readonly name = 'AgentInboxV21795400000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create table agent_inbox_v2 (like agent_inbox_v1)');
    await queryRunner.query('alter table agent_inbox_v2 add primary key (id), add column last_customer_at timestamptz');
    await queryRunner.query(`
      create index agent_inbox_v2_open on agent_inbox_v2 (tenant_id, coalesce(waiting_since, 'infinity'), opened_at, id)
      where status <> 'closed'`);
    await queryRunner.query(`
      create index agent_inbox_v2_owner on agent_inbox_v2 (tenant_id, owner_agent_id, coalesce(waiting_since, 'infinity'), opened_at, id)
      where status <> 'closed'`);
    await queryRunner.query(`
      create index agent_inbox_v2_done on agent_inbox_v2 (tenant_id, closed_at desc, id) where status = 'closed'`);
    await queryRunner.query('create index agent_inbox_v2_thread on agent_inbox_v2 (tenant_id, thread_key, thread_number)');
    await queryRunner.query('create index agent_inbox_v2_contact on agent_inbox_v2 (tenant_id, contact_id)');
    await grantToApp(queryRunner, ['agent_inbox_v2']);
    await queryRunner.query('drop table agent_inbox_v1');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table agent_inbox_v2');
  }
}
