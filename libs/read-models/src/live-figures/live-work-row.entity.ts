import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What takes a place of an agent's capacity. */
@Entity('live_work_v1')
export class LiveWorkRow {
  /** Agent and conversation. */
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

  /** False: an offer. */
  @Column({ name: 'in_hand', type: 'boolean' })
  inHand: boolean;

  /** The agent chose it: nobody offered it. */
  @Column({ name: 'claimed', type: 'boolean' })
  claimed: boolean;

  /** Hundredths of a place. */
  @Column({ name: 'weight', type: 'int' })
  weight: number;
}
