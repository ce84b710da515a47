import type { ChannelWeights, Levels, Presence } from '@madoguchi/routing';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the choice of an agent rests on. Whether there is a place is decided on the stream. */
@Entity('routing_agents_v2')
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

  /** By open offers and work in hand, in hundredths of a place. */
  @Column({ name: 'taken', type: 'int' })
  taken: number;

  /** Of it, what cannot be interrupted. */
  @Column({ name: 'taken_urgently', type: 'int' })
  takenUrgently: number;

  @Column({ name: 'skills', type: 'jsonb' })
  skills: Levels;

  @Column({ name: 'languages', type: 'jsonb' })
  languages: Levels;

  @Column({ name: 'groups', type: 'text', array: true })
  groups: string[];

  @Column({ name: 'weights', type: 'jsonb' })
  weights: ChannelWeights;

  /** When they came last, having been offline. */
  @Column({ name: 'present_since', type: 'timestamptz' })
  presentSince: Date;

  /** Their connection was lost then, and they have not come back since. */
  @Column({ name: 'gone_since', type: 'timestamptz', nullable: true })
  goneSince: Date | null;

  /** Went, and gave back what was in hand. */
  @Column({ name: 'returns_work', type: 'boolean' })
  returnsWork: boolean;

  @Column({ name: 'working_hours_id', type: 'text', nullable: true })
  workingHoursId: string | null;

  @Column({ name: 'last_assigned_at', type: 'timestamptz', nullable: true })
  lastAssignedAt: Date | null;

  /** Of the agent's stream: an offer is made only to the agent that was looked at. */
  @Column({ name: 'version', type: 'int' })
  version: number;
}
