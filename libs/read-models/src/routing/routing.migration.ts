import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

export class RoutingV11795400000007 implements MigrationInterface {
  readonly name = 'RoutingV11795400000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table routing_conversations_v1 (
        id text primary key,
        tenant_id text not null,
        queue_id text,
        waiting_since timestamptz,
        open_offer_id text,
        assigned_offer_id text,
        rounds int not null,
        had_before text[] not null,
        cause_id text not null,
        correlation_id text not null
      )`);
    await queryRunner.query(`
      create index routing_conversations_v1_waiting on routing_conversations_v1 (tenant_id, queue_id, waiting_since, id)
      where waiting_since is not null and open_offer_id is null`);
    await queryRunner.query(`
      create table routing_offers_v1 (
        id text primary key,
        tenant_id text not null,
        agent_id text not null,
        conversation_id text not null,
        queue_id text not null,
        expires_at timestamptz not null,
        explanation jsonb not null,
        state text not null,
        told boolean not null,
        settled boolean not null,
        cause_id text not null,
        correlation_id text not null
      )`);
    await queryRunner.query('create index routing_offers_v1_conversation on routing_offers_v1 (conversation_id)');
    await queryRunner.query('create index routing_offers_v1_unsettled on routing_offers_v1 (expires_at) where not settled');
    await queryRunner.query(`create index routing_offers_v1_open on routing_offers_v1 (expires_at) where state = 'open'`);
    await queryRunner.query(`
      create table routing_agents_v1 (
        id text primary key,
        tenant_id text not null,
        presence text not null,
        capacity int not null,
        queue_ids text[] not null,
        load int not null,
        last_assigned_at timestamptz,
        version int not null
      )`);
    await queryRunner.query('create index routing_agents_v1_queues on routing_agents_v1 using gin (queue_ids)');
    await queryRunner.query(
      `create index routing_agents_v1_free on routing_agents_v1 (tenant_id) where presence = 'available' and load < capacity`,
    );
    await queryRunner.query(`
      create table routing_queues_v1 (
        id text primary key,
        tenant_id text not null,
        offer_seconds int not null
      )`);
    await grantToApp(queryRunner, ['routing_conversations_v1', 'routing_offers_v1', 'routing_agents_v1', 'routing_queues_v1']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table routing_conversations_v1, routing_offers_v1, routing_agents_v1, routing_queues_v1');
  }
}
