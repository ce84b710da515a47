import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far a projector has come. Moved only in the transaction of its rows. */
@Entity('projector_checkpoints')
export class ProjectorCheckpoint {
  @PrimaryColumn({ name: 'projector', type: 'text' })
  projector: string;

  @Column({ name: 'position', type: 'bigint' })
  position: string;

  /** The origin of the log that the position is of; null before the first event, and where an older version projected. */
  @Column({ type: 'text', nullable: true })
  log: string | null;
}
