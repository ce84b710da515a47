import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One thing that somebody did or was refused in the administration of a tenant. */
@Entity('audit_v1')
export class AuditRow {
  /** The event's. */
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  /** In the log: later ones are greater. */
  @Column({ name: 'position', type: 'bigint' })
  position: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt: Date;

  /** The log-in. */
  @Column({ name: 'person_id', type: 'text' })
  personId: string;

  /** What it is about: the category of the stream, or `refusal`. */
  @Column({ name: 'kind', type: 'text' })
  kind: string;

  @Column({ name: 'event_type', type: 'text' })
  eventType: string;

  /** Of the stream. */
  @Column({ name: 'subject_id', type: 'text' })
  subjectId: string;

  /** Of the event's data what is neither secret nor about a person. */
  @Column({ name: 'details', type: 'jsonb' })
  details: object;
}
