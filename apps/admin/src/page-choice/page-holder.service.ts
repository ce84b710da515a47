import { Inject, Injectable } from '@nestjs/common';
import { accountStream, integrationAccountDecider, type OtherApp } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { derivedId, type EventStore } from '@madoguchi/event-sourcing';
import type { IntegrationAccountRow } from '@madoguchi/read-models';
import type { AccountCredentials } from '@madoguchi/secrets';
import { ProblemException } from '@madoguchi/service-kit';
import type { Channel, ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { asCommand } from '../as-command.js';
import { webhookUrl } from '../integration-accounts/account-view.js';
import { currentAccount } from '../integration-accounts/current-account.js';
import { withHost } from '../integration-accounts/webhook-host.js';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import type { SignedInAdmin } from '../signed-in.js';
import { CHANNELS, CREDENTIALS, EVENT_STORE, PUBLIC_URL } from '../tokens.js';

/** Who gets the messages of a page, as the platform says it now. */
export interface PageHolder {
  readonly name: string | null;
  /** Our application gets them. */
  readonly ours: boolean;
  /** Others that get them: where `ours` is false, linking here takes the page over from them. */
  readonly others: readonly { readonly appId: string; readonly appName?: string }[];
  /** What was raised, and is not taken back yet. */
  readonly takenOver: OtherApp | null;
}

export interface TakenBack {
  readonly ok: boolean;
  /** What failed; empty: nothing. */
  readonly checks: readonly ConnectionCheck[];
}

const DEADLINE_MS = 10_000;

/** One page belongs to one application: the last one wins, and everybody sees it. */
@Injectable()
export class PageHolders {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async show(admin: SignedInAdmin, id: string): Promise<PageHolder> {
    const { row, channel, values } = await this.open(admin, id);
    const page = await channel.readPage?.(values, AbortSignal.timeout(DEADLINE_MS));
    if (!page)
      throw new ProblemException(503, 'page-not-read', 'The platform does not tell now. Test the connection of the account to see why.');
    return { name: page.name ?? null, ours: page.ours, others: page.others, takenOver: row.state.takenOver ?? null };
  }

  /** Subscribes the page to our application again; recorded as taken back only when the platform says so itself. */
  async takeBack(admin: SignedInAdmin, id: string, key: string): Promise<TakenBack> {
    const { row, channel, values } = await this.open(admin, id);
    const { webhookHost } = row.state;
    const url = webhookUrl(row, channel, webhookHost === undefined ? this.publicUrl : withHost(this.publicUrl, webhookHost));
    const checks = (await channel.registerWebhook(url, values, AbortSignal.timeout(DEADLINE_MS))).filter(({ ok }) => !ok);
    const page = await channel.readPage?.(values, AbortSignal.timeout(DEADLINE_MS));
    if (!page?.ours) return { ok: false, checks };
    const command = { type: 'RecordPageTakenBack', at: this.clock.now().toISOString() } as const;
    await asCommand(this.store, admin, integrationAccountDecider, accountStream(id), command, derivedId('take back', key));
    return { ok: checks.length === 0, checks };
  }

  /** @throws ProblemException 409 `no-page` */
  private async open(
    admin: SignedInAdmin,
    id: string,
  ): Promise<{ readonly row: IntegrationAccountRow; readonly channel: Channel; readonly values: Credentials }> {
    const row = await currentAccount(this.store, admin.tenantId, id);
    const channel = this.channels.get(row.type);
    if (!channel?.readPage)
      throw new ProblemException(409, 'no-page', 'An account of this type is no page that another application could take.');
    return { row, channel, values: await this.credentials.open(admin.tenantId, id) };
  }
}
