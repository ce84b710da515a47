import type { OfferExplanation } from '@madoguchi/conversation';
import type { OfferOfAgent } from '@madoguchi/routing';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An offer as the agent's stream has it, kept until its conversation is closed and its place is free. */
@Entity('routing_offers_v2')
export class RoutingOfferRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'agent_id', type: 'text' })
  agentId: string;

  @Column({ name: 'conversation_id', type: 'text' })
  conversationId: string;

  @Column({ name: 'queue_id', type: 'text' })
  queueId: string;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'explanation', type: 'jsonb' })
  explanation: OfferExplanation;

  /** Hundredths of a place. */
  @Column({ name: 'weight', type: 'int' })
  weight: number;

  @Column({ name: 'interruptible', type: 'boolean' })
  interruptible: boolean;

  @Column({ name: 'state', type: 'text' })
  state: OfferOfAgent['state'];

  /** The conversation has recorded it. */
  @Column({ name: 'told', type: 'boolean' })
  told: boolean;

  /** Agent and conversation say the same; only its deadline can still make something follow from it. */
  @Column({ name: 'settled', type: 'boolean' })
  settled: boolean;

  /** The last event of the agent about it: what the next step follows from. */
  @Column({ name: 'cause_id', type: 'text' })
  causeId: string;

  @Column({ name: 'correlation_id', type: 'text' })
  correlationId: string;
}
