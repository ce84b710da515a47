import type { EraseReason } from '@madoguchi/conversation';
import type { Actor } from '@madoguchi/event-sourcing';
import type { Certificate, DestroyedKey, Traces } from '@madoguchi/use-cases';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One request to erase a person, and what came of it. The list of them is what a restored backup needs. */
@Entity('erasures')
export class ErasureRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'contact_id', type: 'text' })
  contactId: string;

  @Column({ type: 'text' })
  reason: EraseReason;

  @Column({ name: 'requested_by', type: 'jsonb' })
  requestedBy: Actor;

  @Column({ name: 'requested_at', type: 'timestamptz' })
  requestedAt: Date;

  @Column({ name: 'destroyed_keys', type: 'jsonb' })
  destroyedKeys: DestroyedKey[];

  @Column({ type: 'jsonb', nullable: true })
  traces: Traces | null;

  /** Null: not finished. */
  @Column({ type: 'jsonb', nullable: true })
  certificate: Certificate | null;
}
