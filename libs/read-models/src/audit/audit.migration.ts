import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

export class AuditV11795400000061 implements MigrationInterface {
  readonly name = 'AuditV11795400000061';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table audit_v1 (
        id uuid primary key,
        position bigint not null,
        tenant_id text not null,
        occurred_at timestamptz not null,
        person_id text not null,
        kind text not null,
        event_type text not null,
        subject_id text not null,
        details jsonb not null
      )`);
    await queryRunner.query('create index audit_v1_newest on audit_v1 (tenant_id, position desc, id desc)');
    await queryRunner.query('create index audit_v1_person on audit_v1 (tenant_id, person_id, position desc, id desc)');
    await queryRunner.query('create index audit_v1_kind on audit_v1 (tenant_id, kind, position desc, id desc)');
    await grantToApp(queryRunner, ['audit_v1']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table audit_v1');
  }
}
