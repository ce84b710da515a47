import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

/** Names the picture in our own store instead of its address at the platform, which ends and would see every agent look. */
export class ContactsV21795400000011 implements MigrationInterface {
  readonly name = 'ContactsV21795400000011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create table contacts_v2 (like contacts_v1)');
    await queryRunner.query('alter table contacts_v2 add primary key (id), drop column picture_url, add column picture_media_id text');
    await grantToApp(queryRunner, ['contacts_v2']);
    await queryRunner.query('drop table contacts_v1');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table contacts_v2');
  }
}
