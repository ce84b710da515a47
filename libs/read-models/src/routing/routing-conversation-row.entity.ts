import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A conversation that is not closed, as routing sees it. It waits when it has a queue and neither offer nor owner. */
@Entity('routing_conversations_v1')
export class RoutingConversationRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'queue_id', type: 'text', nullable: true })
  queueId: string | null;

  /** Since an agent was first asked for; offers that come back do not change it, an owner ends it. */
  @Column({ name: 'waiting_since', type: 'timestamptz', nullable: true })
  waitingSince: Date | null;

  @Column({ name: 'open_offer_id', type: 'text', nullable: true })
  openOfferId: string | null;

  /** The offer by which the owner got it. */
  @Column({ name: 'assigned_offer_id', type: 'text', nullable: true })
  assignedOfferId: string | null;

  /** How often it was offered to somebody. */
  @Column({ name: 'rounds', type: 'int' })
  rounds: number;

  /** Agents who declined it or let it lapse. */
  @Column({ name: 'had_before', type: 'text', array: true })
  hadBefore: string[];

  /** The last event that made it wait: what an offer follows from. */
  @Column({ name: 'cause_id', type: 'text' })
  causeId: string;

  @Column({ name: 'correlation_id', type: 'text' })
  correlationId: string;
}
