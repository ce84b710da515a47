import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

export class AccountShelfV11795400000015 implements MigrationInterface {
  readonly name = 'AccountShelfV11795400000015';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table account_shelf_v1 (
        id text primary key,
        tenant_id text not null,
        account_id text not null,
        kind text not null,
        received_at timestamptz not null
      )`);
    await queryRunner.query('create index account_shelf_v1_account on account_shelf_v1 (tenant_id, account_id, kind, received_at desc)');
    await grantToApp(queryRunner, ['account_shelf_v1']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table account_shelf_v1');
  }
}
