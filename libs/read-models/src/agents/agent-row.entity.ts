import type { Presence } from '@madoguchi/routing';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One agent, for the directory and the presence button. Whether somebody may be given work is decided on the stream, not here. */
@Entity('agents_v1')
export class AgentRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'capacity', type: 'int' })
  capacity: number;

  @Column({ name: 'queue_ids', type: 'text', array: true })
  queueIds: string[];

  @Column({ name: 'presence', type: 'text' })
  presence: Presence;

  @Column({ name: 'presence_reason', type: 'text', nullable: true })
  presenceReason: string | null;

  @Column({ name: 'presence_since', type: 'timestamptz' })
  presenceSince: Date;

  /** Conversations that are offered or held: each takes one place of the capacity. */
  @Column({ name: 'conversation_ids', type: 'text', array: true })
  conversationIds: string[];

  @Column({ name: 'version', type: 'int' })
  version: number;
}
