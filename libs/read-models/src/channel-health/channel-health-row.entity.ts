import type { ChannelHealth } from '@madoguchi/accounts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How the channel of one account is. */
@Entity('channel_health_v2')
export class ChannelHealthRow {
  @PrimaryColumn({ name: 'account_id', type: 'text' })
  accountId: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'health', type: 'jsonb' })
  health: ChannelHealth;
}

/** Whose a conversation is: events say it only when it opens. */
@Entity('channel_health_conversations_v2')
export class ChannelHealthConversation {
  @PrimaryColumn({ name: 'conversation_id', type: 'text' })
  conversationId: string;

  @Column({ name: 'account_id', type: 'text' })
  accountId: string;
}
