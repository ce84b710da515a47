import { Inject, Injectable } from '@nestjs/common';
import {
  type AffectedMessage,
  type ChannelHealth,
  type HealthReport,
  healthReport,
  initialHealth,
  messagesToSendAgain,
} from '@madoguchi/accounts';
import { CONVERSATION_COMMANDS } from '@madoguchi/contracts';
import type { ChannelType, ConversationCommand } from '@madoguchi/conversation';
import { derivedId } from '@madoguchi/event-sourcing';
import { CommandClient, CommandUnansweredError } from '@madoguchi/jetstream';
import { channelHealthOf, type IntegrationAccountRow, listIntegrationAccounts } from '@madoguchi/read-models';
import { ProblemException } from '@madoguchi/service-kit';
import type { DataSource } from 'typeorm';
import { causeOf } from '../as-command.js';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import type { SignedInAdmin } from '../signed-in.js';
import { DATABASE } from '../tokens.js';
import type { Resent } from './resent.js';

/** How one channel is. Times are ISO 8601 in UTC; null: never, or not known. */
export interface ChannelHealthView extends HealthReport {
  readonly accountId: string;
  readonly name: string;
  readonly type: ChannelType;
  readonly lastWebhookAt: string | null;
  readonly lastMessageAt: string | null;
  readonly lastSentAt: string | null;
  readonly lastError: ChannelHealth['lastError'] | null;
  readonly tokenExpiresAt: string | null;
  /** Needed fields that the platform does not send; null: there is no such list, or nobody has read it. */
  readonly missingFields: readonly string[] | null;
  readonly testedAt: string | null;
  /** What [Re-send] would send. */
  readonly toSendAgain: number;
}

@Injectable()
export class ChannelHealths {
  constructor(
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CommandClient) private readonly commands: CommandClient,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** By name. */
  async list({ tenantId }: SignedInAdmin): Promise<readonly ChannelHealthView[]> {
    const [accounts, healths] = await Promise.all([
      listIntegrationAccounts(this.database, tenantId),
      channelHealthOf(this.database, tenantId),
    ]);
    return accounts.map((account) => viewOf(account, healths.get(account.id) ?? initialHealth(), this.clock.now()));
  }

  async show(admin: SignedInAdmin, accountId: string): Promise<ChannelHealthView> {
    const view = (await this.list(admin)).find((health) => health.accountId === accountId);
    if (!view) throw noSuchAccount();
    return view;
  }

  /** Exactly what failed while nothing went out, once more, in its order. Repeated with the same key it sends nothing twice. */
  async resend(admin: SignedInAdmin, accountId: string, key: string): Promise<Resent> {
    const health = (await channelHealthOf(this.database, admin.tenantId)).get(accountId);
    if (!health) throw noSuchAccount();
    if (health.outage && health.outage.until === undefined) {
      throw new ProblemException(
        409,
        'outage-goes-on',
        `Nothing goes out yet. ${health.outage.remedy} Then test the connection, and send again.`,
        {
          since: health.outage.since,
          affected: health.outage.count,
        },
      );
    }
    const refused: Resent['refused'][number][] = [];
    const messages = messagesToSendAgain(health);
    for (const message of messages) {
      const refusal = await this.resendOne(admin, message, key);
      if (refusal) refused.push({ ...message, ...refusal });
    }
    return { requeued: messages.length - refused.length, refused };
  }

  private async resendOne(admin: SignedInAdmin, { conversationId, replyId }: AffectedMessage, key: string) {
    const cause = causeOf(admin, derivedId('resend', key, conversationId, replyId));
    const command: ConversationCommand = { type: 'ResendAfterOutage', replyId };
    try {
      const answer = await this.commands.send<ConversationCommand>(CONVERSATION_COMMANDS, { id: conversationId, command, cause });
      return answer.ok ? undefined : { code: answer.refusal.code, reason: answer.refusal.message };
    } catch (error) {
      if (!(error instanceof CommandUnansweredError)) throw error;
      const detail = 'The conversations do not answer now. Send the same request with the same Idempotency-Key again.';
      throw new ProblemException(503, 'no-answer', detail);
    }
  }
}

const noSuchAccount = () => new ProblemException(404, 'no-such-account', 'There is no such integration account.');

const viewOf = ({ id, name, type }: IntegrationAccountRow, health: ChannelHealth, now: Date): ChannelHealthView => ({
  accountId: id,
  name,
  type,
  ...healthReport(health, now),
  lastWebhookAt: health.lastWebhookAt ?? null,
  lastMessageAt: health.lastMessageAt ?? null,
  lastSentAt: health.lastSentAt ?? null,
  lastError: health.lastError ?? null,
  tokenExpiresAt: health.tokenExpiresAt ?? null,
  missingFields: health.missingFields ?? null,
  testedAt: health.testedAt ?? null,
  toSendAgain: messagesToSendAgain(health).length,
});
