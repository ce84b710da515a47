import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a queue promises. */
@Entity('live_targets_v1')
export class LiveTargetRow {
  /** The queue's. */
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  /** To the first answer; null: nothing. */
  @Column({ name: 'target_seconds', type: 'int', nullable: true })
  targetSeconds: number | null;
}
