import type { ChannelType } from '@madoguchi/conversation';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One linked or unlinked account at a platform; its credentials live elsewhere. */
@Entity('integration_accounts_v2')
export class IntegrationAccountRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'type', type: 'text' })
  type: ChannelType;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'webhook_key', type: 'text' })
  webhookKey: string;

  /** The platform's own id of it; null while the form does not say it. */
  @Column({ name: 'platform_account_id', type: 'text', nullable: true })
  platformAccountId: string | null;

  @Column({ name: 'queue_id', type: 'text', nullable: true })
  queueId: string | null;

  @Column({ name: 'linked', type: 'boolean' })
  linked: boolean;

  /** Why it is not linked; null when it is, or never was. */
  @Column({ name: 'unlinked_reason', type: 'text', nullable: true })
  unlinkedReason: string | null;

  @Column({ name: 'added_at', type: 'timestamptz' })
  addedAt: Date;

  @Column({ name: 'version', type: 'int' })
  version: number;
}
