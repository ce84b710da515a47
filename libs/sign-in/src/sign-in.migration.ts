import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The role that the services use; it owns nothing. Migrations run as the owner. */
const APP_ROLE = 'madoguchi_app';

export class SignIn1795400010000 implements MigrationInterface {
  readonly name = 'SignIn1795400010000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table tenants (
        id uuid primary key,
        name text not null,
        created_at timestamptz not null
      )`);
    await queryRunner.query(`
      create table users (
        id uuid primary key,
        tenant_id uuid not null references tenants (id),
        email text not null unique check (email = lower(email)),
        name text not null,
        role text not null check (role in ('admin', 'agent')),
        agent_id uuid,
        password_hash text not null,
        created_at timestamptz not null,
        unique (tenant_id, agent_id)
      )`);
    await queryRunner.query(`
      create table sessions (
        id uuid primary key,
        token_hash text not null unique,
        tenant_id uuid not null references tenants (id),
        user_id uuid not null references users (id),
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        revoked_at timestamptz
      )`);
    await queryRunner.query('create index sessions_user on sessions (user_id)');
    await queryRunner.query('create index sessions_created_at on sessions (created_at)');
    await queryRunner.query(`
      create table sign_in_attempts (
        key_hash text primary key,
        attempts int not null,
        since timestamptz not null
      )`);
    await queryRunner.query('create index sign_in_attempts_since on sign_in_attempts (since)');
    await queryRunner.query(`grant select, insert, update, delete on tenants, users, sessions, sign_in_attempts to ${APP_ROLE}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table sign_in_attempts, sessions, users, tenants');
  }
}
