import type { ChannelType } from '@madoguchi/conversation';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A conversation that is not closed, as routing sees it. It waits when it has a queue and neither offer nor owner. */
@Entity('routing_conversations_v2')
export class RoutingConversationRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'contact_id', type: 'text' })
  contactId: string;

  @Column({ name: 'channel', type: 'text' })
  channel: ChannelType;

  /** The customer's, where it is known. */
  @Column({ name: 'language', type: 'text', nullable: true })
  language: string | null;

  /** That were asked for beside those of the queue. */
  @Column({ name: 'skills', type: 'text', array: true })
  skills: string[];

  /** What it asks of an agent, in one word: those that ask for the same are looked at in the order of their waiting. */
  @Column({ name: 'demand', type: 'text' })
  demand: string;

  @Column({ name: 'queue_id', type: 'text', nullable: true })
  queueId: string | null;

  /** Since an agent was first asked for; offers that come back do not change it, an owner ends it. */
  @Column({ name: 'waiting_since', type: 'timestamptz', nullable: true })
  waitingSince: Date | null;

  /** Since it is in its queue: its ring follows from it. */
  @Column({ name: 'queued_at', type: 'timestamptz', nullable: true })
  queuedAt: Date | null;

  /** Asked first; of one that sleeps: who put it to sleep. */
  @Column({ name: 'preferred_agent_id', type: 'text', nullable: true })
  preferredAgentId: string | null;

  @Column({ name: 'kept_until', type: 'timestamptz', nullable: true })
  keptUntil: Date | null;

  @Column({ name: 'open_offer_id', type: 'text', nullable: true })
  openOfferId: string | null;

  /** The offer by which the owner got it. */
  @Column({ name: 'assigned_offer_id', type: 'text', nullable: true })
  assignedOfferId: string | null;

  @Column({ name: 'owner_agent_id', type: 'text', nullable: true })
  ownerAgentId: string | null;

  /** It sleeps until then, or until the customer writes; null also of one that sleeps until nothing else. */
  @Column({ name: 'snoozed_until', type: 'timestamptz', nullable: true })
  snoozedUntil: Date | null;

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
