import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('queues_v1')
export class QueueRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  /** How long an agent may think about an offer. */
  @Column({ name: 'offer_seconds', type: 'int' })
  offerSeconds: number;

  @Column({ name: 'version', type: 'int' })
  version: number;
}
