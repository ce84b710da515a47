import type { DeliveryState, TimelineEntry } from '@madoguchi/contracts';
import type { AutomaticText, MessageContent } from '@madoguchi/conversation';
import type { Personal } from '@madoguchi/event-sourcing';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type SystemWhat =
  | 'given to bot'
  | 'handed over'
  | 'taken over'
  | 'bot answer refused'
  | 'taken by bot'
  | 'thread elsewhere'
  | 'thread wanted'
  | 'thread not moved'
  | 'opened'
  | 'reopened'
  | 'agent requested'
  | 'offered'
  | 'offer lapsed'
  | 'offer declined'
  | 'offer withdrawn'
  | 'assigned'
  | 'closed'
  | 'erased'
  | 'snoozed'
  | 'language corrected'
  | 'sla warned'
  | 'sla breached';

/** What a line is of, in ids and words of ours: nothing about the customer. */
export interface LineFacts {
  readonly reason?: NonNullable<Extract<TimelineEntry, { kind: 'system' }>['reason']>;
  readonly queueId?: string;
  readonly toAgentId?: string;
  readonly until?: string;
  readonly language?: string;
  readonly promised?: NonNullable<Extract<TimelineEntry, { kind: 'system' }>['promised']>;
  /** Of a reply that nobody wrote. */
  readonly automatic?: AutomaticText;
}

/** One entry of a conversation. What platforms tell later of a message, and of files, stands in tables of its own. */
@Entity('timeline_v2')
export class TimelineEntryRow {
  @PrimaryColumn({ name: 'conversation_id', type: 'text' })
  conversationId: string;

  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  /** See `entry-order.ts`. */
  @Column({ name: 'entry_order', type: 'text' })
  entryOrder: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @Column({ name: 'kind', type: 'text' })
  kind: 'customer message' | 'reply' | 'note' | 'system';

  @Column({ name: 'agent_id', type: 'text', nullable: true })
  agentId: string | null;

  /** Of a bot's reply, and where its control came or went. */
  @Column({ name: 'bot_id', type: 'text', nullable: true })
  botId: string | null;

  /** Of messages and replies. */
  @Column({ name: 'content', type: 'jsonb', nullable: true })
  content: Personal<MessageContent> | null;

  /** The text of a note; null when it was erased. */
  @Column({ name: 'note', type: 'text', nullable: true })
  note: string | null;

  @Column({ name: 'what', type: 'text', nullable: true })
  what: SystemWhat | null;

  /** Of system lines and automatic replies; null in those that an older version wrote. */
  @Column({ name: 'facts', type: 'jsonb', nullable: true })
  facts: LineFacts | null;

  @Column({ name: 'sender', type: 'jsonb', nullable: true })
  sender: { readonly id: string; readonly name?: string } | null;

  @Column({ name: 'late_by_seconds', type: 'int', nullable: true })
  lateBySeconds: number | null;

  /** Compares as text among what customers and other apps said. */
  @Column({ name: 'order_key', type: 'text', nullable: true })
  orderKey: string | null;

  /** One for a customer's message, any number for a reply. */
  @Column({ name: 'provider_message_ids', type: 'text', array: true })
  providerMessageIds: string[];

  @Column({ name: 'answers_provider_message_id', type: 'text', nullable: true })
  answersProviderMessageId: string | null;

  @Column({ name: 'delivery', type: 'text', nullable: true })
  delivery: DeliveryState | null;

  @Column({ name: 'problem', type: 'jsonb', nullable: true })
  problem: { readonly code: string; readonly reason: string; readonly remedy: string } | null;
}
