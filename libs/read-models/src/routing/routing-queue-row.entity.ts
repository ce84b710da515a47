import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('routing_queues_v1')
export class RoutingQueueRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'offer_seconds', type: 'int' })
  offerSeconds: number;
}
