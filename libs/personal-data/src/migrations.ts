import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keys stand apart from what they open: not in the tables of events, and not in backups that are kept for long.
 *
 * Ids of tenants that have conversations already were made from what platforms call their customers; they stay as they are.
 */
export class CreatePersonalData1795400000102 implements MigrationInterface {
  readonly name = 'CreatePersonalData1795400000102';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table personal_tenants (tenant_id text primary key, wrapped_key bytea, plain_ids boolean not null);
      create table personal_keys (
        id uuid primary key,
        tenant_id text not null,
        subject text not null,
        wrapped_key bytea,
        made_at timestamptz not null,
        destroyed_at timestamptz,
        check ((wrapped_key is null) = (destroyed_at is not null))
      );
      create unique index personal_keys_in_use on personal_keys (tenant_id, subject) where wrapped_key is not null;
      create index personal_keys_subject on personal_keys (tenant_id, subject);
      create table erasures (
        id uuid primary key,
        tenant_id text not null,
        contact_id text not null,
        reason text not null,
        requested_by jsonb not null,
        requested_at timestamptz not null,
        destroyed_keys jsonb not null,
        traces jsonb,
        certificate jsonb
      );
      create index erasures_contact on erasures (tenant_id, contact_id);
      create index erasures_unfinished on erasures (requested_at) where certificate is null;
      grant select, insert on personal_tenants, personal_keys, erasures to madoguchi_app;
      grant update (wrapped_key) on personal_tenants to madoguchi_app;
      grant update (wrapped_key, destroyed_at) on personal_keys to madoguchi_app;
      grant update (traces, certificate) on erasures to madoguchi_app;
      do $$ begin
        if to_regclass('event_log.events') is not null then
          insert into personal_tenants (tenant_id, plain_ids)
          select distinct tenant_id, true from event_log.events where category in ('conversation', 'contact', 'shelf');
        end if;
      end $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table erasures; drop table personal_keys; drop table personal_tenants;');
  }
}

export const personalDataMigrations = [CreatePersonalData1795400000102];
