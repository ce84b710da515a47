import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

const TABLES = ['conversations', 'offers', 'agents', 'queues', 'hours', 'last_owners'].map((name) => `routing_${name}_v2`);

/** Routing by policies: what is asked of an agent, what one can do, when a queue is open. */
export class RoutingV21795400000075 implements MigrationInterface {
  readonly name = 'RoutingV21795400000075';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table routing_conversations_v2 (
        id text primary key,
        tenant_id text not null,
        contact_id text not null,
        channel text not null,
        language text,
        skills text[] not null,
        demand text collate "C" not null,
        queue_id text,
        waiting_since timestamptz,
        queued_at timestamptz,
        preferred_agent_id text,
        kept_until timestamptz,
        open_offer_id text,
        assigned_offer_id text,
        owner_agent_id text,
        snoozed_until timestamptz,
        rounds int not null,
        had_before text[] not null,
        cause_id text not null,
        correlation_id text not null
      )`);
    await queryRunner.query(`
      create index routing_conversations_v2_waiting on routing_conversations_v2 (tenant_id, queue_id, demand, waiting_since, id)
      where waiting_since is not null and open_offer_id is null`);
    await queryRunner.query(`
      create index routing_conversations_v2_queued on routing_conversations_v2 (queue_id, queued_at)
      where waiting_since is not null and open_offer_id is null`);
    await queryRunner.query(`
      create index routing_conversations_v2_owner on routing_conversations_v2 (owner_agent_id) where owner_agent_id is not null`);
    await queryRunner.query(
      'create index routing_conversations_v2_snoozed on routing_conversations_v2 (snoozed_until) where snoozed_until is not null',
    );
    await queryRunner.query('create table routing_offers_v2 (like routing_offers_v1)');
    await queryRunner.query(`
      alter table routing_offers_v2 add primary key (id), add column weight int not null, add column interruptible boolean not null`);
    await queryRunner.query('create index routing_offers_v2_conversation on routing_offers_v2 (conversation_id)');
    await queryRunner.query('create index routing_offers_v2_unsettled on routing_offers_v2 (expires_at) where not settled');
    await queryRunner.query(`create index routing_offers_v2_open on routing_offers_v2 (expires_at) where state in ('open', 'wrapping up')`);
    await queryRunner.query(`
      create table routing_agents_v2 (
        id text primary key,
        tenant_id text not null,
        presence text not null,
        capacity int not null,
        queue_ids text[] not null,
        taken int not null,
        taken_urgently int not null,
        skills jsonb not null,
        languages jsonb not null,
        groups text[] not null,
        weights jsonb not null,
        working_hours_id text,
        present_since timestamptz not null,
        gone_since timestamptz,
        returns_work boolean not null,
        last_assigned_at timestamptz,
        version int not null
      )`);
    await queryRunner.query('create index routing_agents_v2_queues on routing_agents_v2 using gin (queue_ids)');
    await queryRunner.query(`
      create index routing_agents_v2_free on routing_agents_v2 (tenant_id)
      where presence = 'available' and taken_urgently < capacity * 100`);
    await queryRunner.query(`
      create index routing_agents_v2_gone on routing_agents_v2 (id) where returns_work or gone_since is not null`);
    await queryRunner.query(`
      create table routing_queues_v2 (
        id text primary key,
        tenant_id text not null,
        offer_seconds int not null,
        policy jsonb not null,
        policy_version int not null
      )`);
    await queryRunner.query('create table routing_hours_v2 (id text primary key, tenant_id text not null, hours jsonb not null)');
    await queryRunner.query(`
      create table routing_last_owners_v2 (
        id text primary key,
        tenant_id text not null,
        agent_id text not null,
        closed_at timestamptz not null
      )`);
    // Not of the log: when a page of the agent was last heard of.
    await queryRunner.query(
      'create table routing_heartbeats (agent_id text primary key, tenant_id text not null, seen_at timestamptz not null)',
    );
    await grantToApp(queryRunner, [...TABLES, 'routing_heartbeats']);
    await queryRunner.query('drop table routing_conversations_v1, routing_offers_v1, routing_agents_v1, routing_queues_v1');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table ${[...TABLES, 'routing_heartbeats'].join(', ')}`);
  }
}
