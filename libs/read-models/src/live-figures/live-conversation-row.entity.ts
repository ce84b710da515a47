import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An open conversation for which an agent was asked. */
@Entity('live_conversations_v1')
export class LiveConversationRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'queue_id', type: 'text' })
  queueId: string;

  /** Null: it waits for nobody. */
  @Column({ name: 'waiting_since', type: 'timestamptz', nullable: true })
  waitingSince: Date | null;

  /** It lies before an agent. */
  @Column({ name: 'offered', type: 'boolean' })
  offered: boolean;

  @Column({ name: 'owner_agent_id', type: 'text', nullable: true })
  ownerAgentId: string | null;

  /** Since when the first answer of an agent is waited for; null: it was given. */
  @Column({ name: 'asked_at', type: 'timestamptz', nullable: true })
  askedAt: Date | null;

  /** Of its queue when it was asked for; null: nothing is promised. */
  @Column({ name: 'target_seconds', type: 'int', nullable: true })
  targetSeconds: number | null;
}
