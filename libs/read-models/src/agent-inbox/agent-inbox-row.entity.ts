import type { ConversationStatus } from '@madoguchi/contracts';
import type { ChannelType, ContentType, OfferExplanation } from '@madoguchi/conversation';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One conversation, as far as lists and the head of the middle pane need it. Names of others are joined when it is read. */
@Entity('agent_inbox_v3')
export class AgentInboxRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'status', type: 'text' })
  status: ConversationStatus;

  @Column({ name: 'account_id', type: 'text' })
  accountId: string;

  @Column({ name: 'channel', type: 'text' })
  channel: ChannelType;

  /** The conversation's own id once its customer was erased: it belongs to no thread any more. */
  @Column({ name: 'thread_key', type: 'text' })
  threadKey: string;

  /** The conversation's place in its thread, from 1. */
  @Column({ name: 'thread_number', type: 'int' })
  threadNumber: number;

  @Column({ name: 'contact_id', type: 'text' })
  contactId: string;

  /** As told with the first message; what the platform says of the person later stands in the contacts. */
  @Column({ name: 'customer_name', type: 'text', nullable: true })
  customerName: string | null;

  @Column({ name: 'language', type: 'text', nullable: true })
  language: string | null;

  @Column({ name: 'queue_id', type: 'text', nullable: true })
  queueId: string | null;

  @Column({ name: 'owner_agent_id', type: 'text', nullable: true })
  ownerAgentId: string | null;

  /** Who answers while there is no owner; null when no bot has control. */
  @Column({ name: 'bot_id', type: 'text', nullable: true })
  botId: string | null;

  /** Of the bot's control. */
  @Column({ name: 'control_epoch', type: 'int', nullable: true })
  controlEpoch: number | null;

  /** It sleeps until then, or until the customer writes; then it comes back to `snoozedBy` first. Null while it sleeps: the customer's turn. */
  @Column({ name: 'snoozed_until', type: 'timestamptz', nullable: true })
  snoozedUntil: Date | null;

  @Column({ name: 'snoozed_by', type: 'text', nullable: true })
  snoozedBy: string | null;

  @Column({ name: 'explanation', type: 'jsonb', nullable: true })
  explanation: OfferExplanation | null;

  @Column({ name: 'last_from', type: 'text', nullable: true })
  lastFrom: 'customer' | 'agent' | 'bot' | null;

  @Column({ name: 'last_type', type: 'text', nullable: true })
  lastType: ContentType | null;

  @Column({ name: 'last_line', type: 'text', nullable: true })
  lastLine: string | null;

  @Column({ name: 'last_at', type: 'timestamptz', nullable: true })
  lastAt: Date | null;

  /** Of the last message when it is the customer's: an edit changes the line, an unsend takes it away. */
  @Column({ name: 'last_provider_message_id', type: 'text', nullable: true })
  lastProviderMessageId: string | null;

  /** The platform's time of the customer's last message. */
  @Column({ name: 'last_customer_at', type: 'timestamptz', nullable: true })
  lastCustomerAt: Date | null;

  @Column({ name: 'unread', type: 'int' })
  unread: number;

  @Column({ name: 'waiting_since', type: 'timestamptz', nullable: true })
  waitingSince: Date | null;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt: Date;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  /** Nobody can read any more whom it was with and what was said. */
  @Column({ name: 'erased', type: 'boolean' })
  erased: boolean;

  @Column({ name: 'version', type: 'int' })
  version: number;
}
