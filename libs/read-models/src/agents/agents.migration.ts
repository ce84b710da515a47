import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

export class AgentsV11795400000004 implements MigrationInterface {
  readonly name = 'AgentsV11795400000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table agents_v1 (
        id text primary key,
        tenant_id text not null,
        name text not null,
        capacity int not null,
        queue_ids text[] not null,
        presence text not null,
        presence_reason text,
        presence_since timestamptz not null,
        conversation_ids text[] not null,
        version int not null
      )`);
    await queryRunner.query('create index agents_v1_name on agents_v1 (tenant_id, name)');
    await queryRunner.query(`
      create table queues_v1 (
        id text primary key,
        tenant_id text not null,
        name text not null,
        offer_seconds int not null,
        version int not null
      )`);
    await queryRunner.query('create index queues_v1_name on queues_v1 (tenant_id, name)');
    await grantToApp(queryRunner, ['agents_v1', 'queues_v1']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table queues_v1');
    await queryRunner.query('drop table agents_v1');
  }
}
