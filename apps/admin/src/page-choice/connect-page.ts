import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  accountStream,
  type ChosenPage,
  type IntegrationAccountCommand,
  integrationAccountDecider,
  type OfferedPage,
} from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { derivedId, type EventStore } from '@madoguchi/event-sourcing';
import { deskProjectors, type IntegrationAccountRow, waitForPosition } from '@madoguchi/read-models';
import type { AccountCredentials } from '@madoguchi/secrets';
import type { Channel, Credentials, LogInApp } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';
import { asCommand, causeOf } from '../as-command.js';
import { missingFields } from '../integration-accounts/account-form.js';
import { AccountNames } from '../integration-accounts/account-names.service.js';
import { webhookUrl } from '../integration-accounts/account-view.js';
import { currentAccount } from '../integration-accounts/current-account.js';
import { provedByConnection } from '../integration-accounts/proved-by-connection.js';
import { claimPlatformAccount } from '../platform-accounts/claims.js';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import { CHANNELS, CREDENTIALS, DATABASE, EVENT_STORE, PUBLIC_URL } from '../tokens.js';
import { pageHolderHere } from './page-holder-here.js';
import { PageProblem } from './page-problem.js';
import { linkedElsewhere } from './texts.js';

/** One page that somebody chose, and all that is needed to connect it. */
export interface PageToConnect {
  readonly admin: { readonly tenantId: string; readonly userId: string };
  readonly app: LogInApp;
  readonly page: OfferedPage;
  readonly token: string;
  readonly takeOver: ChosenPage['takeOver'];
  readonly mayRenew: boolean;
  readonly choiceId: string;
  /** Of this try: what is done again under it is done once. */
  readonly key: string;
}

export interface ConnectedPage {
  readonly accountId: string;
  readonly renewed: boolean;
}

const DEADLINE_MS = 10_000;
/** Facebook asks ingress back while it is told the address: the account should be known there by then. */
const PROJECTED_WITHIN_MS = 5_000;
const LONGEST_NAME = 100;

/** One page becomes one account of ours, or its account gets the new token. Every step may be done again. */
@Injectable()
export class ConnectPage {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
    @Inject(AccountNames) private readonly names: AccountNames,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws PageProblem, or a ProblemException of a command, with what to do */
  async connect(wanted: PageToConnect): Promise<ConnectedPage> {
    const { admin, page } = wanted;
    const channel = this.channels.get('messenger')!;
    const { accountId, renewed, takesOver } = await this.claimed(wanted, channel);
    const values = await this.saved(wanted, accountId);
    const command = (step: string, one: IntegrationAccountCommand) => this.command(wanted, accountId, step, one);
    if (!renewed && !(await this.isThere(admin.tenantId, accountId))) {
      const name = await this.claimedName(wanted, accountId);
      const webhookKey = randomBytes(24).toString('base64url');
      const added = { type: 'AddAccount', accountType: 'messenger', name, webhookKey, nameFollowsPlatform: true, active: false } as const;
      await this.add(wanted, accountId, { ...added, at: this.at() });
    }
    await command('apply', {
      type: 'ApplyAccount',
      changedFields: Object.keys(values.changed),
      missingFields: missingFields(channel, values.whole),
      platformAccountId: page.pageId,
    });
    if (takesOver) await command('take over', { type: 'LinkAccount', takesOver });
    await this.subscribe(wanted, await currentAccount(this.store, admin.tenantId, accountId), channel, values.whole);
    return { accountId, renewed };
  }

  /** The page is this account's, over all tenants; which account, the claim that is there already says, or else the choice. */
  private async claimed({ admin, app, page, token, takeOver, mayRenew, choiceId, key }: PageToConnect, channel: Channel) {
    const values = { pageId: page.pageId, pageAccessToken: token, ...app };
    const told = await channel.readPage?.(values, AbortSignal.timeout(DEADLINE_MS));
    const other = told && !told.ours ? told.others[0] : undefined;
    const { holder } = await pageHolderHere(this.store, page.pageId);
    const ours = holder?.tenantId === admin.tenantId;
    if (!takeOver && (other || (holder && !ours))) {
      const name = other?.appName ?? other?.appId ?? 'Madoguchi';
      throw new PageProblem(
        'linked-elsewhere',
        linkedElsewhere(name).en,
        'Choose it once more, with "takeOver": true, to have its messages here.',
      );
    }
    const own = derivedId('account of a chosen page', choiceId, page.pageId);
    const accountId = ours ? holder.accountId : own;
    const renewed = accountId !== own;
    if (renewed && !mayRenew)
      throw new PageProblem(
        'not-allowed',
        'This page has an account here already, and your role does not allow to change accounts.',
        'Ask for the permission "integration-accounts.change".',
      );
    const prove = () => provedByConnection(channel, values, () => this.clock.now());
    const claim = {
      channel: 'messenger',
      platformAccountId: page.pageId,
      accountId,
      maySeeAccounts: true,
      moveHere: takeOver,
      prove,
    } as const;
    await claimPlatformAccount(this.store, causeOf(admin, derivedId(key, 'claim')), claim, () => this.clock.now());
    return { accountId, renewed, takesOver: takeOver ? other : undefined };
  }

  /** Secrets first, as everywhere; the verify token stays the one that Facebook may know already. */
  private async saved({ admin, app, page, token }: PageToConnect, accountId: string) {
    const before = await this.credentials.open(admin.tenantId, accountId);
    const changed: Record<string, string> = {
      // Facebook finds a page by its id too, where it has no user name.
      pageUsername: page.username ?? page.pageId,
      pageId: page.pageId,
      pageAccessToken: token,
      ...app,
      ...(before.verifyToken ? {} : { verifyToken: randomBytes(32).toString('base64url') }),
    };
    await this.credentials.save(admin.tenantId, accountId, changed);
    return { changed, whole: { ...before, ...changed } };
  }

  /** What the platform says is recorded, never assumed. @throws PageProblem for the first thing that failed */
  private async subscribe(wanted: PageToConnect, row: IntegrationAccountRow, channel: Channel, values: Credentials): Promise<void> {
    const command = (step: string, one: IntegrationAccountCommand) => this.command(wanted, row.id, step, one);
    await this.projected();
    const url = webhookUrl(row, channel, this.publicUrl);
    const problems = (await channel.registerWebhook(url, values, AbortSignal.timeout(DEADLINE_MS))).filter(({ ok }) => !ok);
    await command('webhook', { type: 'RecordWebhookSet', host: new URL(url).host, problems, at: this.at() });
    const fields = await channel.readSubscription?.(values, AbortSignal.timeout(DEADLINE_MS));
    if (fields) await command('subscription', { type: 'RecordSubscription', fields, at: this.at() });
    const token = await channel.readToken?.(values, AbortSignal.timeout(DEADLINE_MS));
    if (token) await command('token', { type: 'RecordToken', ...token, at: this.at() });
    const [problem] = problems;
    if (problem) throw new PageProblem('not-subscribed', problem.reason ?? problem.check, problem.remedy ?? 'Choose the page once more.');
    const now = await currentAccount(this.store, wanted.admin.tenantId, row.id);
    if (now.state.takenOver) await command('back', { type: 'RecordPageTakenBack', at: this.at() });
    if (!now.linked && !now.state.switchedOff) await command('link', { type: 'LinkAccount' });
  }

  /** The page's own name, which is followed; unique in the tenant as every name is. */
  private async claimedName({ admin, page: { name, pageId }, key }: PageToConnect, accountId: string): Promise<string> {
    const cause = causeOf(admin, derivedId(key, 'name'));
    const wanted = [...name.trim()].slice(0, LONGEST_NAME).join('') || pageId;
    if (await this.names.claimIfFree(cause, accountId, wanted)) return wanted;
    const mark = ` (${pageId})`;
    const marked = [...wanted].slice(0, LONGEST_NAME - mark.length).join('') + mark;
    await this.names.claim(cause, accountId, marked);
    return marked;
  }

  private async isThere(tenantId: string, accountId: string): Promise<boolean> {
    const [first] = await this.store.readStream(accountStream(accountId));
    return first?.metadata.tenantId === tenantId;
  }

  /** Under the choice, not under the try: a page is added once. */
  private add({ admin, choiceId, page }: PageToConnect, accountId: string, command: IntegrationAccountCommand) {
    const key = derivedId(choiceId, page.pageId, 'add');
    return asCommand(this.store, admin, integrationAccountDecider, accountStream(accountId), command, key, { now: () => this.clock.now() });
  }

  private command({ admin, page, key }: PageToConnect, accountId: string, step: string, command: IntegrationAccountCommand) {
    const stepKey = derivedId(key, page.pageId, step);
    return asCommand(this.store, admin, integrationAccountDecider, accountStream(accountId), command, stepKey, {
      now: () => this.clock.now(),
    });
  }

  private async projected(): Promise<void> {
    const soon = AbortSignal.timeout(PROJECTED_WITHIN_MS);
    await waitForPosition(this.database, deskProjectors, await this.store.head(), soon).catch(() => undefined);
  }

  private at(): string {
    return this.clock.now().toISOString();
  }
}
