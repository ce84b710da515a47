import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person at one account, as the platform tells it. */
@Entity('contacts_v2')
export class ContactRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'display_name', type: 'text', nullable: true })
  displayName: string | null;

  /** In our own store. */
  @Column({ name: 'picture_media_id', type: 'text', nullable: true })
  pictureMediaId: string | null;

  @Column({ name: 'language', type: 'text', nullable: true })
  language: string | null;

  @Column({ name: 'blocked', type: 'boolean' })
  blocked: boolean;
}
