import type { MessageContent } from '@madoguchi/conversation';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What a platform told of one message apart from the message: edits, its end, reactions. It may come before the message
 * itself, and waits for it here.
 */
@Entity('timeline_marks_v2')
export class MessageMarkRow {
  @PrimaryColumn({ name: 'conversation_id', type: 'text' })
  conversationId: string;

  /** As `indexed-text.ts` writes it. */
  @PrimaryColumn({ name: 'provider_message_id', type: 'text' })
  providerMessageId: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  /** Oldest first, by the platform's time. */
  @Column({ name: 'edits', type: 'jsonb' })
  edits: { readonly content: MessageContent; readonly at: string }[];

  @Column({ name: 'unsent_at', type: 'timestamptz', nullable: true })
  unsentAt: Date | null;

  @Column({ name: 'reactions', type: 'text', array: true })
  reactions: string[];

  /** Of the reactions; an older word does not replace a newer one. */
  @Column({ name: 'reacted_at', type: 'timestamptz', nullable: true })
  reactedAt: Date | null;

  /** The agent's reaction to the customer's message. */
  @Column({ name: 'our_reaction', type: 'text', nullable: true })
  ourReaction: string | null;

  /** Why the customer does not see it. */
  @Column({ name: 'our_reaction_problem', type: 'jsonb', nullable: true })
  ourReactionProblem: { readonly code: string; readonly reason: string; readonly remedy: string } | null;
}
