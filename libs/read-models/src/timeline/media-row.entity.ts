import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of a message. No row: it is being fetched for the first time. */
@Entity('timeline_media_v2')
export class MediaRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'conversation_id', type: 'text' })
  conversationId: string;

  @Column({ name: 'state', type: 'text' })
  state: 'stored' | 'failed' | 'fetching';

  @Column({ name: 'file_name', type: 'text', nullable: true })
  fileName: string | null;

  @Column({ name: 'mime_type', type: 'text', nullable: true })
  mimeType: string | null;

  @Column({ name: 'size', type: 'bigint', nullable: true })
  size: string | number | null;

  @Column({ name: 'reason', type: 'text', nullable: true })
  reason: string | null;
}
