import type { QueuePolicy } from '@madoguchi/routing';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a queue promises and says. */
@Entity('clock_queues_v1')
export class ClockQueueRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'policy', type: 'jsonb' })
  policy: QueuePolicy;

  @Column({ name: 'policy_version', type: 'int' })
  policyVersion: number;
}
