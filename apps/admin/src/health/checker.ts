import { Inject, Injectable } from '@nestjs/common';
import { type IntegrationAccount, type IntegrationAccountCommand, integrationAccountDecider } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { type Cause, derivedId, type EventStore, follow, handleCommand, type StreamName } from '@madoguchi/event-sourcing';
import { oneCopyAtATime } from '@madoguchi/read-models';
import type { AccountCredentials } from '@madoguchi/secrets';
import { LOGGER, type Logger } from '@madoguchi/service-kit';
import type { Channel, ConnectionCheck } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';
import { AccountNames } from '../integration-accounts/account-names.service.js';
import { webhookUrl } from '../integration-accounts/account-view.js';
import { currentAccount } from '../integration-accounts/current-account.js';
import { withHost } from '../integration-accounts/webhook-host.js';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import { type FollowedAccount, FollowedAccounts } from '../scheduler/followed-accounts.js';
import { untilWoken } from '../scheduler/until-woken.js';
import { CHANNELS, CREDENTIALS, DATABASE, EVENT_STORE, PUBLIC_URL } from '../tokens.js';
import { nextCheckAt, type Pace } from './pace.js';

const AUTOMATION = 'channel-checker';

const DEADLINE_MS = 15_000;
/** A result that is the same as before says only that somebody has looked: so often it is recorded all the same. */
const RECORD_SAME_AFTER_MS = 6 * 60 * 60_000;
/** Between two accounts of one platform. */
const GAP_MS = 2_000;

/** Apps of platforms have numbers; accounts of ours have uuids. */
const PLATFORM_APP = /^\d+$/;

interface Standing extends Pace {
  readonly result?: string;
  readonly recordedAt?: number;
}

export const RANDOM = Symbol('RANDOM');

/**
 * Tests the accounts that are in use, read-only, one at a time at each platform and never all at once, in one copy of the service at a time.
 * What it finds is recorded where it says something new. When an account comes next is only a matter of pace, so it is kept nowhere: a new
 * start, in this copy or another, begins with new dice.
 */
@Injectable()
export class ChannelChecker {
  private readonly standings = new Map<StreamName, Standing>();

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
    @Inject(AccountNames) private readonly names: AccountNames,
    @Inject(FollowedAccounts) private readonly accounts: FollowedAccounts,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RANDOM) private readonly random: () => number,
    @Inject(LOGGER) private readonly log: Pick<Logger, 'info' | 'warn'>,
  ) {}

  /** Until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.race([this.accounts.caughtUp, this.clock.until(undefined, signal)]);
    const { database, log } = this;
    await oneCopyAtATime({ name: AUTOMATION, database, signal, log }, async (mine) => {
      this.standings.clear();
      await Promise.all([...this.channels.values()].map((channel) => this.runPlatform(channel, mine)));
    });
  }

  private async runPlatform(channel: Channel, signal: AbortSignal): Promise<void> {
    let free = 0;
    const look = async (): Promise<Date | undefined> => {
      const now = this.clock.now().getTime();
      const next = this.nextOf(channel.type);
      if (!next || signal.aborted) return undefined;
      if (Math.max(next.at, free) > now) return new Date(Math.max(next.at, free));
      await this.check(channel, next.followed, signal);
      free = this.clock.now().getTime() + GAP_MS;
      return new Date(free);
    };
    while (!signal.aborted) await untilWoken(this.clock, signal, (wake) => this.accounts.onChange(wake), look);
  }

  private nextOf(type: ChannelType): { readonly at: number; readonly followed: FollowedAccount } | undefined {
    let first: { readonly at: number; readonly followed: FollowedAccount } | undefined;
    for (const followed of this.accounts.all()) {
      const { stream, account } = followed;
      if (account.accountType !== type) continue;
      if (!isInUse(account)) {
        this.standings.delete(stream);
        continue;
      }
      const now = this.clock.now().getTime();
      const standing = this.standings.get(stream) ?? { failures: 0, at: nextCheckAt(now, 'first', this.random) };
      this.standings.set(stream, standing);
      if (!first || standing.at < first.at) first = { at: standing.at, followed };
    }
    return first;
  }

  private async check(channel: Channel, followed: FollowedAccount, signal: AbortSignal): Promise<void> {
    const { stream } = followed;
    const before = this.standings.get(stream);
    try {
      const ok = await this.ask(channel, followed, signal);
      const failures = ok ? 0 : (before?.failures ?? 0) + 1;
      this.standings.set(stream, {
        ...this.standings.get(stream),
        failures,
        at: nextCheckAt(this.clock.now().getTime(), failures, this.random),
      });
    } catch (error) {
      const failures = (before?.failures ?? 0) + 1;
      this.standings.set(stream, { ...before, failures, at: nextCheckAt(this.clock.now().getTime(), failures, this.random) });
      this.log.warn({ stream, err: error }, 'an account could not be tested; it is tried again');
    }
  }

  private async ask(channel: Channel, followed: FollowedAccount, ending: AbortSignal): Promise<boolean> {
    const { tenantId, id, account } = followed;
    const deadline = () => AbortSignal.any([AbortSignal.timeout(DEADLINE_MS), ending]);
    const row = await currentAccount(this.store, tenantId, id);
    const values = await this.credentials.open(tenantId, id);
    const url = webhookUrl(
      row,
      channel,
      account.webhookHost === undefined ? this.publicUrl : withHost(this.publicUrl, account.webhookHost),
    );
    const checks = await channel.testConnection(values, deadline(), url);
    if (ending.aborted) return true;
    await this.recordResult(followed, checks);

    const token = await channel.readToken?.(values, deadline());
    if (token && isNews(account, token)) await this.record(followed, { type: 'RecordToken', ...token, at: this.at() });
    const fields = await channel.readSubscription?.(values, deadline());
    if (fields && missingIn(fields) !== account.unsubscribedFields?.join()) {
      await this.record(followed, { type: 'RecordSubscription', fields, at: this.at() });
    }
    await this.recordPage(followed, await channel.readPage?.(values, deadline()));
    return checks.every(({ ok }) => ok);
  }

  /** Raised once for each application that took it; what another account of ours holds, its own claim tells. */
  private async recordPage(followed: FollowedAccount, page: Awaited<ReturnType<NonNullable<Channel['readPage']>>>): Promise<void> {
    if (!page) return;
    const { nameFollowsPlatform, takenOver } = followed.account;
    const [holder] = page.others;
    if (!page.ours && holder) await this.record(followed, { type: 'RecordPageTakenOver', ...holder, at: this.at() });
    if (page.ours && takenOver && PLATFORM_APP.test(takenOver.appId))
      await this.record(followed, { type: 'RecordPageTakenBack', at: this.at() });
    if (nameFollowsPlatform && page.name && page.name !== followed.account.name) await this.followName(followed, page.name);
  }

  /** A name is unique in its tenant: who comes second keeps the old one. */
  private async followName(followed: FollowedAccount, name: string): Promise<void> {
    const { id, account } = followed;
    const cause = this.cause(followed, 'name');
    if (!(await this.names.claimIfFree(cause, id, name))) return;
    await this.record(followed, { type: 'FollowPlatformName', name });
    // The new one too: somebody may have edited the label meanwhile.
    await this.names.letGo(cause, id, [name, ...(account.name === undefined ? [] : [account.name])]);
  }

  private async recordResult(followed: FollowedAccount, checks: readonly ConnectionCheck[]): Promise<void> {
    const result = checks.map(({ check, ok }) => `${check} ${ok}`).join();
    const before = this.standings.get(followed.stream);
    const now = this.clock.now().getTime();
    if (before?.result === result && now - (before.recordedAt ?? 0) < RECORD_SAME_AFTER_MS) return;
    await this.record(followed, { type: 'RecordConnectionTest', checks, at: this.at() });
    this.standings.set(followed.stream, { failures: 0, at: now, ...before, result, recordedAt: now });
  }

  private async record(followed: FollowedAccount, command: IntegrationAccountCommand): Promise<void> {
    const cause = this.cause(followed, command.type);
    await handleCommand(this.store, integrationAccountDecider, followed.stream, command, cause, { now: () => this.clock.now() });
  }

  private cause({ stream, lastEvent }: FollowedAccount, what: string): Cause {
    return follow(lastEvent, { kind: 'system', automation: AUTOMATION }, derivedId('check', stream, what, this.at()));
  }

  private at(): string {
    return this.clock.now().toISOString();
  }
}

/** A number on its way is looked at by those who bring it here. */
const isInUse = ({ status, linked, onboarding }: IntegrationAccount): boolean =>
  status === 'open' && linked && (onboarding === undefined || onboarding.phase === 'active');

const isNews = ({ token }: IntegrationAccount, read: NonNullable<Awaited<ReturnType<NonNullable<Channel['readToken']>>>>): boolean =>
  token?.expiresAt !== read.expiresAt ||
  String(token.missingScopes.map(({ scope }) => scope)) !== String(read.missingScopes.map(({ scope }) => scope));

const missingIn = (fields: readonly { readonly field: string; readonly needed: boolean; readonly subscribed: boolean }[]): string =>
  fields.flatMap(({ field, needed, subscribed }) => (needed && !subscribed ? [field] : [])).join();
