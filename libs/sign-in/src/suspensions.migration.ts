import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Log-ins that have ended without being forgotten. */
export class Suspensions1795400010002 implements MigrationInterface {
  readonly name = 'Suspensions1795400010002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table users add column suspended_at timestamptz');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table users drop column suspended_at');
  }
}
