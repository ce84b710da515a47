import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { accountStream, INTEGRATION_ACCOUNT, integrationAccountDecider, type IntegrationAccountEvent } from '@madoguchi/accounts';
import { EVENTS_STREAM } from '@madoguchi/contracts';
import type { ChannelType } from '@madoguchi/conversation';
import { derivedId, type EventStore, follow, fold, handleCommand, idOf, type Recorded } from '@madoguchi/event-sourcing';
import { eventSubjects, OnJetStream } from '@madoguchi/jetstream';
import type { AccountCredentials } from '@madoguchi/secrets';
import type { Channel } from '@madoguchi/use-cases';
import type { IntegrationAccountDeleted } from '../account-automations/when-an-account-is-deleted-then-forget-it.js';
import { webhookUrl } from '../integration-accounts/account-view.js';
import { currentAccount } from '../integration-accounts/current-account.js';
import { withHost } from '../integration-accounts/webhook-host.js';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import { type FollowedAccount, FollowedAccounts } from '../scheduler/followed-accounts.js';
import { CHANNELS, CREDENTIALS, EVENT_STORE, PUBLIC_URL } from '../tokens.js';

const AUTOMATION = 'when-a-page-is-deleted-then-point-its-app-to-another';
const DEADLINE_MS = 10_000;

/**
 * An app has one address for all its pages, over all tenants, and it may be the deleted account's: that one answers 410 from now on, and
 * after an hour Facebook would send nothing of any page. So every app whose address was set here is given that of a page that is still there.
 */
@Controller()
export class WhenAPageIsDeletedThenPointItsAppToAnother {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
    @Inject(FollowedAccounts) private readonly accounts: FollowedAccounts,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @OnJetStream<IntegrationAccountDeleted>({
    stream: EVENTS_STREAM,
    durable: 'point-apps-elsewhere',
    subjects: eventSubjects(INTEGRATION_ACCOUNT, ['IntegrationAccountDeleted']),
    key: (event) => event.stream,
  })
  async handle(@Payload() event: IntegrationAccountDeleted): Promise<void> {
    const deleted = (await this.store.readStream(accountStream(idOf(event.stream)))) as readonly Recorded<IntegrationAccountEvent>[];
    const { accountType, webhookHost } = fold(integrationAccountDecider, deleted);
    const channel = this.channels.get('messenger');
    if (accountType !== 'messenger' || webhookHost === undefined || !channel) return;
    await this.accounts.caughtUp;
    const settled = new Map<string, boolean>();
    for (const page of [...this.accounts.all()].filter((followed) => isPage(followed) && followed.stream !== event.stream)) {
      const values = await this.credentials.open(page.tenantId, page.id);
      const { appId } = values;
      if (appId && !settled.get(appId)) settled.set(appId, await this.point(channel, page, values, event));
    }
    if ([...settled.values()].includes(false)) throw new Error('an app of pages could not be given another address');
  }

  /** @returns whether Facebook took it */
  private async point(
    channel: Channel,
    page: FollowedAccount,
    values: Record<string, string>,
    event: IntegrationAccountDeleted,
  ): Promise<boolean> {
    const { id, tenantId, stream, account, lastEvent } = page;
    const row = await currentAccount(this.store, tenantId, id);
    const url = webhookUrl(row, channel, withHost(this.publicUrl, account.webhookHost!));
    const problems = (await channel.registerWebhook(url, values, AbortSignal.timeout(DEADLINE_MS))).filter(({ ok }) => !ok);
    const command = { type: 'RecordWebhookSet', host: account.webhookHost!, problems, at: this.clock.now().toISOString() } as const;
    const cause = follow(
      lastEvent,
      { kind: 'system', automation: AUTOMATION },
      derivedId(AUTOMATION, event.id, id, problems.length === 0 ? 'taken' : 'not taken'),
    );
    await handleCommand(this.store, integrationAccountDecider, stream, command, cause, { now: () => this.clock.now() });
    return problems.length === 0;
  }
}

/** One whose app was told our address before. */
const isPage = ({ account: { accountType, status, webhookHost } }: FollowedAccount): boolean =>
  accountType === 'messenger' && status === 'open' && webhookHost !== undefined;
