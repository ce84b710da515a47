import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

/** What was promised to customers, and what is said to them by itself. */
export class ClocksV11795400000110 implements MigrationInterface {
  readonly name = 'ClocksV11795400000110';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table clocks_v1 (
        id text primary key,
        tenant_id text not null,
        queue_id text,
        language text,
        clock jsonb not null,
        due_at timestamptz,
        sla_kind text,
        sla_due_at timestamptz,
        sla_state text,
        cause_id text not null,
        correlation_id text not null
      )`);
    await queryRunner.query('create index clocks_v1_due on clocks_v1 (due_at) where due_at is not null');
    await queryRunner.query('create index clocks_v1_queue on clocks_v1 (queue_id)');
    await queryRunner.query(`
      create table clock_queues_v1 (id text primary key, tenant_id text not null, policy jsonb not null, policy_version int not null)`);
    await queryRunner.query(`create index clock_queues_v1_hours on clock_queues_v1 ((policy ->> 'businessHoursId'))`);
    await queryRunner.query('create table clock_hours_v1 (id text primary key, tenant_id text not null, hours jsonb not null)');
    await grantToApp(queryRunner, ['clocks_v1', 'clock_queues_v1', 'clock_hours_v1']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table clocks_v1, clock_queues_v1, clock_hours_v1');
  }
}
