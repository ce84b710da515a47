import type { Hours } from '@madoguchi/accounts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a queue is open, or an agent at work. */
@Entity('routing_hours_v2')
export class RoutingHoursRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'hours', type: 'jsonb' })
  hours: Hours;
}
