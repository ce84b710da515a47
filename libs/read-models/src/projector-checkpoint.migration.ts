import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantToApp } from './grant-to-app.js';

export class ProjectorCheckpoints1795400000000 implements MigrationInterface {
  readonly name = 'ProjectorCheckpoints1795400000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('create table projector_checkpoints (projector text primary key, position bigint not null)');
    await grantToApp(queryRunner, ['projector_checkpoints']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table projector_checkpoints');
  }
}

export class ProjectorCheckpointsV21795400000050 implements MigrationInterface {
  readonly name = 'ProjectorCheckpointsV21795400000050';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table projector_checkpoints add log text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('alter table projector_checkpoints drop log');
  }
}
