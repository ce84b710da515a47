import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who held a customer's last conversation when it was closed: preferred when the customer comes again. */
@Entity('routing_last_owners_v2')
export class RoutingLastOwnerRow {
  /** The contact's. */
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'agent_id', type: 'text' })
  agentId: string;

  @Column({ name: 'closed_at', type: 'timestamptz' })
  closedAt: Date;
}
