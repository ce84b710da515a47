import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an agent said, or has to say yet, of a conversation after it was closed. */
@Entity('wrap_ups_v1')
export class WrapUpRow {
  @PrimaryColumn({ name: 'conversation_id', type: 'text' })
  conversationId: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'agent_id', type: 'text' })
  agentId: string;

  /** The agent's place is taken until it is finished. */
  @Column({ name: 'open', type: 'boolean' })
  open: boolean;

  /** When it ends by itself. */
  @Column({ name: 'ends_at', type: 'timestamptz', nullable: true })
  endsAt: Date | null;

  @Column({ name: 'code', type: 'text', nullable: true })
  code: string | null;
}
