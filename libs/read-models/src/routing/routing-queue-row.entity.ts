import type { QueuePolicy } from '@madoguchi/routing';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('routing_queues_v2')
export class RoutingQueueRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'offer_seconds', type: 'int' })
  offerSeconds: number;

  @Column({ name: 'policy', type: 'jsonb' })
  policy: QueuePolicy;

  /** 0: nobody has set one. */
  @Column({ name: 'policy_version', type: 'int' })
  policyVersion: number;
}
