import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from '../grant-to-app.js';

const TABLES = ['channel_health', 'channel_health_conversations'];
const versions = (version: string) => TABLES.map((table) => `${table}_${version}`);

/** Of the same shape; what was left unsaid is no error of the channel any more. */
export class ChannelHealthV21795400000130 implements MigrationInterface {
  readonly name = 'ChannelHealthV21795400000130';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.query(`create table ${table}_v2 (like ${table}_v1 including defaults)`);
    await queryRunner.query('alter table channel_health_v2 add primary key (account_id)');
    await queryRunner.query('create index channel_health_v2_tenant on channel_health_v2 (tenant_id)');
    await queryRunner.query('alter table channel_health_conversations_v2 add primary key (conversation_id)');
    await grantToApp(queryRunner, versions('v2'));
    await queryRunner.query(`drop table ${versions('v1').join(', ')}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table ${versions('v2').join(', ')}`);
  }
}
