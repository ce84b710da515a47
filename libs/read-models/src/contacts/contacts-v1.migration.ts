import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

export class ContactsV11795400000002 implements MigrationInterface {
  readonly name = 'ContactsV11795400000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table contacts_v1 (
        id text primary key,
        tenant_id text not null,
        display_name text,
        picture_url text,
        language text,
        blocked boolean not null
      )`);
    await grantToApp(queryRunner, ['contacts_v1']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table contacts_v1');
  }
}
