import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Those that wait for a queue are few and looked for all the time. */
export class AgentInboxNotRouted1795400000014 implements MigrationInterface {
  readonly name = 'AgentInboxNotRouted1795400000014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`create index agent_inbox_v3_not_routed on agent_inbox_v3 (opened_at, id) where status = 'not routed'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop index agent_inbox_v3_not_routed');
  }
}
