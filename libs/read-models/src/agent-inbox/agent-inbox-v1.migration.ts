import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

export class AgentInboxV11795400000001 implements MigrationInterface {
  readonly name = 'AgentInboxV11795400000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table agent_inbox_v1 (
        id text primary key,
        tenant_id text not null,
        status text not null,
        account_id text not null,
        channel text not null,
        thread_key text not null,
        thread_number int not null,
        contact_id text not null,
        customer_name text,
        language text,
        queue_id text,
        owner_agent_id text,
        explanation jsonb,
        last_from text,
        last_type text,
        last_line text,
        last_at timestamptz,
        last_provider_message_id text,
        unread int not null,
        waiting_since timestamptz,
        opened_at timestamptz not null,
        closed_at timestamptz,
        version int not null
      )`);
    await queryRunner.query(`
      create index agent_inbox_v1_open on agent_inbox_v1 (tenant_id, coalesce(waiting_since, 'infinity'), opened_at, id)
      where status <> 'closed'`);
    await queryRunner.query(`
      create index agent_inbox_v1_owner on agent_inbox_v1 (tenant_id, owner_agent_id, coalesce(waiting_since, 'infinity'), opened_at, id)
      where status <> 'closed'`);
    await queryRunner.query(`
      create index agent_inbox_v1_done on agent_inbox_v1 (tenant_id, closed_at desc, id) where status = 'closed'`);
    await queryRunner.query('create index agent_inbox_v1_thread on agent_inbox_v1 (tenant_id, thread_key, thread_number)');
    await queryRunner.query('create index agent_inbox_v1_contact on agent_inbox_v1 (tenant_id, contact_id)');
    await grantToApp(queryRunner, ['agent_inbox_v1']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table agent_inbox_v1');
  }
}
