import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One row per account and per recipient: when its bucket is full again. */
export class CreateSendingPace1795400000101 implements MigrationInterface {
  readonly name = 'CreateSendingPace1795400000101';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create table sending_pace (bucket text primary key, full_at timestamptz not null)');
    await queryRunner.query('grant select, insert, update, delete on sending_pace to madoguchi_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table sending_pace');
  }
}

export const sendingPaceMigrations = [CreateSendingPace1795400000101];
