import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

/** As version 1, and what of it may be imported, in the order of the log. */
export class AccountShelfV21795400000120 implements MigrationInterface {
  readonly name = 'AccountShelfV21795400000120';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table account_shelf_v2 (
        id text primary key,
        tenant_id text not null,
        account_id text not null,
        kind text not null,
        why text,
        position bigint not null,
        received_at timestamptz not null,
        imported_at timestamptz
      )`);
    await queryRunner.query('create index account_shelf_v2_account on account_shelf_v2 (tenant_id, account_id, kind, received_at desc)');
    await queryRunner.query(
      'create index account_shelf_v2_importable on account_shelf_v2 (tenant_id, account_id, position) where why is not null and imported_at is null',
    );
    await grantToApp(queryRunner, ['account_shelf_v2']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table account_shelf_v2');
  }
}
