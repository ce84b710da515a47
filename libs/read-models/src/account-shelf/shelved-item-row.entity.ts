import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That something of an account lies on the shelf; what it is stands in its stream, where it can be erased. */
@Entity('account_shelf_v2')
export class ShelvedItemRow {
  /** Of the stream `shelf-<id>`. */
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'account_id', type: 'text' })
  accountId: string;

  /** The platform's own word for it. */
  @Column({ name: 'kind', type: 'text' })
  kind: string;

  /** Null: it was not understood. */
  @Column({ name: 'why', type: 'text', nullable: true })
  why: string | null;

  /** In the log: later ones are greater. */
  @Column({ name: 'position', type: 'bigint' })
  position: string;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt: Date;

  @Column({ name: 'imported_at', type: 'timestamptz', nullable: true })
  importedAt: Date | null;
}
