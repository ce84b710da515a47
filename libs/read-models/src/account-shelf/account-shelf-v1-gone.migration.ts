import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Version 2 came beside it, and has long caught up. */
export class AccountShelfV1Gone1795400000131 implements MigrationInterface {
  readonly name = 'AccountShelfV1Gone1795400000131';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table account_shelf_v1');
    await queryRunner.query(`delete from projector_checkpoints where projector = 'account_shelf_v1'`);
  }

  /** It was not filled any more. */
  async down(): Promise<void> {}
}
