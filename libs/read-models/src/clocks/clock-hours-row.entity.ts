import type { Hours } from '@madoguchi/accounts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When a queue is open, for its clocks. */
@Entity('clock_hours_v1')
export class ClockHoursRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'hours', type: 'jsonb' })
  hours: Hours;
}
