import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often something happened in a minute, by queue and agent. Kept for two days. */
@Entity('live_counts_v1')
export class LiveCountRow {
  /** Queue, agent and minute. */
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'queue_id', type: 'text' })
  queueId: string;

  /** Empty: of nobody. */
  @Column({ name: 'agent_id', type: 'text' })
  agentId: string;

  @Column({ name: 'minute', type: 'timestamptz' })
  minute: Date;

  @Column({ name: 'offered', type: 'int' })
  offered: number;

  @Column({ name: 'accepted', type: 'int' })
  accepted: number;

  @Column({ name: 'declined', type: 'int' })
  declined: number;

  @Column({ name: 'lapsed', type: 'int' })
  lapsed: number;

  /** Closed in the hands of an agent. */
  @Column({ name: 'handled', type: 'int' })
  handled: number;

  /** Ended before any agent had answered. */
  @Column({ name: 'gone', type: 'int' })
  gone: number;

  /** First answers. */
  @Column({ name: 'answered', type: 'int' })
  answered: number;

  /** First answers within what the queue promised. */
  @Column({ name: 'in_time', type: 'int' })
  inTime: number;

  /** First answers, or ends without one, later than that. */
  @Column({ name: 'late', type: 'int' })
  late: number;
}
