import type { Presence } from '@madoguchi/routing';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the choice of an agent rests on. Whether there is a place is decided on the stream. */
@Entity('routing_agents_v1')
export class RoutingAgentRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'presence', type: 'text' })
  presence: Presence;

  @Column({ name: 'capacity', type: 'int' })
  capacity: number;

  @Column({ name: 'queue_ids', type: 'text', array: true })
  queueIds: string[];

  /** Open offers and work in hand. */
  @Column({ name: 'load', type: 'int' })
  load: number;

  @Column({ name: 'last_assigned_at', type: 'timestamptz', nullable: true })
  lastAssignedAt: Date | null;

  /** Of the agent's stream: an offer is made only to the agent that was looked at. */
  @Column({ name: 'version', type: 'int' })
  version: number;
}
