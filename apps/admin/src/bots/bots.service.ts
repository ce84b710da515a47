import { Inject, Injectable } from '@nestjs/common';
import type { BotKind } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { derivedId, type EventStore, streamName } from '@madoguchi/event-sourcing';
import { findBotOfAccount, listIntegrationAccounts } from '@madoguchi/read-models';
import type { AccountCredentials } from '@madoguchi/secrets';
import { ProblemException } from '@madoguchi/service-kit';
import type { BotAnswer, BotAtWork, BotEngine, Channel, ConnectionCheck } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';
import { wasRecorded } from '../as-command.js';
import { Settings } from '../settings/settings.service.js';
import type { SignedInAdmin } from '../signed-in.js';
import { CHANNELS, CREDENTIALS, DATABASE, EVENT_STORE } from '../tokens.js';
import { bots, type BotView } from './bot-view.js';
import type { AddBotBody, ChangeBotBody } from './requests.js';

/** By kind: those that can be asked from here. */
export const BOT_ENGINES = Symbol('BOT_ENGINES');

const TEST_DEADLINE_MS = 10_000;

/** Bots as their form sees them. The secret goes to where secrets are kept; nobody reads it back. */
@Injectable()
export class Bots {
  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
    @Inject(BOT_ENGINES) private readonly engines: ReadonlyMap<BotKind, BotEngine>,
  ) {}

  async add(admin: SignedInAdmin, { kind, secret, ...body }: AddBotBody, key: string): Promise<BotView> {
    const { name, endpoint = null, appId = null, accountIds = [], fields = ['language'], deadlineSeconds = 10, script = null } = body;
    const id = derivedId(bots.kind, admin.tenantId, key);
    if (kind === 'webhook' && secret === undefined) throw new ProblemException(422, 'no-secret', 'A webhook bot needs a secret.');
    if (await this.isDone(admin, id, key)) return this.settings.show(admin, bots, id);
    await this.checkAccounts(admin, { id, kind }, accountIds);
    const settings = { name, endpoint, appId, accountIds, fields, deadlineSeconds, script };
    const command = { type: 'AddBot', kind, ...settings } as const;
    return this.settings.add(admin, bots, command, key, id, () => this.saveSecret(admin, id, secret));
  }

  async change(admin: SignedInAdmin, id: string, { secret, ...body }: ChangeBotBody, at: { key: string; seen?: number }): Promise<BotView> {
    if (body.accountIds && !(await this.isDone(admin, id, at.key)))
      await this.checkAccounts(admin, { id, kind: (await this.settings.current(admin, bots, id)).state.kind }, body.accountIds);
    const { name, endpoint, appId, accountIds, fields, deadlineSeconds, script } = body;
    const settings = { name, endpoint, appId, accountIds, fields, deadlineSeconds, script };
    const command = { type: 'ChangeBot', ...settings, ...(secret === undefined ? {} : { secretChanged: true as const }) } as const;
    return this.settings.change(admin, bots, id, command, { ...at, beforehand: () => this.saveSecret(admin, id, secret) });
  }

  /** Sends nothing of a customer. */
  async test(admin: SignedInAdmin, id: string): Promise<{ readonly checks: readonly ConnectionCheck[] }> {
    const { bot, engine } = await this.atWork(admin, id);
    return { checks: await engine.test(bot, AbortSignal.timeout(TEST_DEADLINE_MS)) };
  }

  /** What it would answer to these words, were they a customer's first. */
  async sample(admin: SignedInAdmin, id: string, text: string): Promise<BotAnswer> {
    const { bot, engine } = await this.atWork(admin, id);
    const nobody = derivedId('sample', id);
    const request = {
      turnId: derivedId('sample turn', id, text),
      conversationId: nobody,
      epoch: 1,
      accountId: nobody,
      channel: 'line',
      lines: [{ from: 'customer', content: { type: 'text', text } }],
      customer: {},
      capabilities: {
        textLimit: 5_000,
        outbound: ['text', 'choices'],
        choices: { 'quick replies': { most: 13, labelLimit: 20, links: false } },
      },
    } as const;
    return engine.answer(request, bot, AbortSignal.timeout(bot.deadlineSeconds * 1_000));
  }

  private async atWork(admin: SignedInAdmin, id: string) {
    const { state } = await this.settings.current(admin, bots, id);
    const engine = this.engines.get(state.kind);
    if (!engine) throw new ProblemException(422, 'not-testable', 'Bots of this kind cannot be asked from here.');
    const { secret } = await this.credentials.open(admin.tenantId, id);
    const accounts = state.kind === 'messenger' ? await this.openAccounts(admin, state.accountIds) : [];
    return { bot: { ...state, id, secret, accounts }, engine };
  }

  private async openAccounts(admin: SignedInAdmin, ids: readonly string[]): Promise<NonNullable<BotAtWork['accounts']>> {
    const rows = (await listIntegrationAccounts(this.database, admin.tenantId)).filter(({ id }) => ids.includes(id));
    const opened = rows.map(async ({ id, state }) => ({
      name: state.name ?? '',
      credentials: await this.credentials.open(admin.tenantId, id),
    }));
    return Promise.all(opened);
  }

  private isDone(admin: SignedInAdmin, id: string, key: string): Promise<boolean> {
    return wasRecorded(this.store, admin, streamName(bots.kind, id), key);
  }

  private async saveSecret(admin: SignedInAdmin, id: string, secret: string | undefined): Promise<void> {
    if (secret !== undefined) await this.credentials.save(admin.tenantId, id, { secret });
  }

  /** Accounts of this tenant, none of which another bot answers on. */
  private async checkAccounts(
    admin: SignedInAdmin,
    { id, kind }: { readonly id: string; readonly kind: BotKind },
    accountIds: readonly string[],
  ): Promise<void> {
    const own = new Map((await listIntegrationAccounts(this.database, admin.tenantId)).map((row) => [row.id, row.type]));
    for (const accountId of accountIds) {
      const type = own.get(accountId);
      if (type && kind === 'messenger' && !this.channels.get(type)?.capabilities.botsAtPlatform)
        throw new ProblemException(422, 'no-bots-at-platform', 'An app at Messenger answers on pages of Facebook only.', { accountId });
      if (!type) throw new ProblemException(422, 'no-such-account', 'One of these accounts is not there.', { accountId });
      const other = await findBotOfAccount(this.database, admin.tenantId, accountId);
      if (other && other.id !== id)
        throw new ProblemException(409, 'account-has-a-bot', `"${other.name}" answers on this account already.`, { accountId });
    }
  }
}
