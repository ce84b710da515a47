import type { CheckResult, IntegrationAccount, LinkState, OnboardingPhase, RoutingGap, SubscribedField } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The state that decisions see, as JSON can hold it. */
export type StoredAccount = Omit<IntegrationAccount, 'checklist'> & { readonly checklist: readonly string[] };

/** One account at a platform, also after its deletion; its credentials live elsewhere. */
@Entity('integration_accounts_v3')
export class IntegrationAccountRow {
  @PrimaryColumn({ name: 'id', type: 'text' })
  id: string;

  @Column({ name: 'tenant_id', type: 'text' })
  tenantId: string;

  @Column({ name: 'type', type: 'text' })
  type: ChannelType;

  @Column({ name: 'name', type: 'text' })
  name: string;

  /** Every key of its webhook that it ever had; the last one holds, and none of a deleted account. */
  @Column({ name: 'webhook_keys', type: 'text', array: true })
  webhookKeys: string[];

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

  @Column({ name: 'link_state', type: 'text' })
  linkState: LinkState;

  @Column({ name: 'active', type: 'boolean' })
  active: boolean;

  /** In which messages are expected: a BCP 47 tag. */
  @Column({ name: 'language', type: 'text', nullable: true })
  language: string | null;

  @Column({ name: 'contact_window_id', type: 'text', nullable: true })
  contactWindowId: string | null;

  /** What is done with a message that comes in; see `intakeOf`. */
  @Column({ name: 'intake', type: 'text' })
  intake: 'route' | 'hold' | 'keep' | 'gone';

  /** What is missing before its messages reach an agent. */
  @Column({ name: 'routing_gaps', type: 'text', array: true })
  routingGaps: RoutingGap[];

  /** Of a WhatsApp number that is brought onto the platform here. */
  @Column({ name: 'onboarding_phase', type: 'text', nullable: true })
  onboardingPhase: OnboardingPhase | null;

  /** What "Test connection" found the last time. */
  @Column({ name: 'last_test', type: 'jsonb', nullable: true })
  lastTest: { readonly ok: boolean; readonly checks: readonly CheckResult[]; readonly testedAt: string } | null;

  /** As the platform listed it the last time. */
  @Column({ name: 'subscription', type: 'jsonb', nullable: true })
  subscription: { readonly fields: readonly SubscribedField[]; readonly readAt: string } | null;

  @Column({ name: 'state', type: 'jsonb' })
  state: StoredAccount;

  @Column({ name: 'added_at', type: 'timestamptz' })
  addedAt: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;

  @Column({ name: 'linked_at', type: 'timestamptz', nullable: true })
  linkedAt: Date | null;

  @Column({ name: 'deleted_at', type: 'timestamptz', nullable: true })
  deletedAt: Date | null;

  /** Of its stream. */
  @Column({ name: 'version', type: 'int' })
  version: number;
}
