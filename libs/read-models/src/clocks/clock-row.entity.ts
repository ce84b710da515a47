import type { ServiceTarget } from '@madoguchi/conversation';
import type { Clock, ShownSla } from '@madoguchi/routing';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The clocks of one conversation: of an open one, and of a closed one while something of it is not recorded yet. */
@Entity('clocks_v1')
export class ClockRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'queue_id', type: 'text', nullable: true })
  queueId: string | null;

  /** The customer's, where it is known. */
  @Column({ name: 'language', type: 'text', nullable: true })
  language: string | null;

  @Column({ name: 'clock', type: 'jsonb' })
  clock: Clock;

  /** When something has to be done of it next. */
  @Column({ name: 'due_at', type: 'timestamptz', nullable: true })
  dueAt: Date | null;

  @Column({ name: 'sla_kind', type: 'text', nullable: true })
  slaKind: ServiceTarget | null;

  @Column({ name: 'sla_due_at', type: 'timestamptz', nullable: true })
  slaDueAt: Date | null;

  @Column({ name: 'sla_state', type: 'text', nullable: true })
  slaState: ShownSla['state'] | null;

  /** The last event that changed it: what is done of it follows from that. */
  @Column({ name: 'cause_id', type: 'text' })
  causeId: string;

  @Column({ name: 'correlation_id', type: 'text' })
  correlationId: string;
}
