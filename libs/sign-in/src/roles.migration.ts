import type { MigrationInterface, QueryRunner } from 'typeorm';

const APP_ROLE = 'madoguchi_app';

/** Roles beyond administrators and agents. Who had one of those keeps it. */
export class Roles1795400010001 implements MigrationInterface {
  readonly name = 'Roles1795400010001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table roles (
        id text primary key,
        tenant_id uuid not null references tenants (id),
        name text not null,
        permissions text[] not null,
        archived boolean not null,
        version int not null
      )`);
    await queryRunner.query('create index roles_tenant on roles (tenant_id, name)');
    await queryRunner.query('alter table users drop constraint users_role_check');
    await queryRunner.query('alter table users add column role_version int not null default 0');
    await queryRunner.query('create index users_role on users (tenant_id, role)');
    await queryRunner.query(`grant select, insert, update, delete on roles to ${APP_ROLE}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index users_role');
    await queryRunner.query('alter table users drop column role_version');
    await queryRunner.query(`update users set role = 'agent' where role not in ('admin', 'agent')`);
    await queryRunner.query(`alter table users add constraint users_role_check check (role in ('admin', 'agent'))`);
    await queryRunner.query('drop table roles');
  }
}
