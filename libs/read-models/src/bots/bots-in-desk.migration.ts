import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells who answers where no person does. What was recorded before there were bots says nothing of any: the rows stay as they are. */
export class BotsInDesk1795400000070 implements MigrationInterface {
  readonly name = 'BotsInDesk1795400000070';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table agent_inbox_v3 add column bot_id text, add column control_epoch int');
    await queryRunner.query(`
      create index agent_inbox_v3_bot on agent_inbox_v3 (waiting_since) where bot_id is not null and waiting_since is not null`);
    await queryRunner.query('alter table timeline_v2 add column bot_id text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table agent_inbox_v3 drop column bot_id, drop column control_epoch');
    await queryRunner.query('alter table timeline_v2 drop column bot_id');
  }
}
