import type { OfferExplanation } from '@madoguchi/conversation';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One open offer; it is gone when it is accepted, declined, withdrawn or has lapsed. */
@Entity('offers_v1')
export class OfferRow {
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

  @Column({ name: 'offered_at', type: 'timestamptz' })
  offeredAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;

  @Column({ name: 'explanation', type: 'jsonb' })
  explanation: OfferExplanation;
}
