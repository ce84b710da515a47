import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { accountStream, type IntegrationAccountCommand, integrationAccountDecider } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { derivedId, type EventStore } from '@madoguchi/event-sourcing';
import { type IntegrationAccountRow, listIntegrationAccounts } from '@madoguchi/read-models';
import type { AccountCredentials } from '@madoguchi/secrets';
import { ProblemException } from '@madoguchi/service-kit';
import type { Channel, Credentials } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';
import { asCommand, causeOf, wasRecorded } from '../as-command.js';
import { currentBot } from '../bot-publication/current-bot.js';
import { releaseBot, reserveBot } from '../bot-publication/reserve-bot.js';
import { currentContactWindow } from '../contact-windows/current-contact-window.js';
import { claimPlatformAccount, releasePlatformAccount } from '../platform-accounts/claims.js';
import { currentDocument } from '../settings/current-document.js';
import type { SignedInAdmin } from '../signed-in.js';
import { CHANNELS, CREDENTIALS, DATABASE, EVENT_STORE, MAIL_DOMAIN, PUBLIC_URL } from '../tokens.js';
import { checkedCredentials, issuingHost, missingFields } from './account-form.js';
import { AccountNames } from './account-names.service.js';
import { accountView, type IntegrationAccountView } from './account-view.js';
import { currentAccount } from './current-account.js';
import { provedByConnection } from './proved-by-connection.js';
import type { AddIntegrationAccount, ApplyIntegrationAccount, SetUpAgain } from './requests.js';
import { unlessDeleted } from './unless-deleted.js';

const now = () => new Date();

interface Typed {
  readonly channel: Channel;
  readonly accountId: string;
  readonly credentials: Readonly<Record<string, string>>;
  /** Fields that are issued elsewhere and not typed. */
  readonly given?: Credentials;
  readonly draft?: boolean;
  readonly moveHere?: boolean;
}

/** An account's life as its form sees it: added, applied, linked, shown. */
@Injectable()
export class IntegrationAccounts {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
    @Inject(MAIL_DOMAIN) private readonly mailDomain: string | undefined,
    @Inject(AccountNames) private readonly names: AccountNames,
  ) {}

  async add(admin: SignedInAdmin, request: AddIntegrationAccount, key: string): Promise<IntegrationAccountView> {
    const { type, name, active, contactWindowId } = request;
    const channel = this.channelOf(type);
    const id = derivedId('integration-account', admin.tenantId, key);
    if (await this.isDone(admin, id, lastOf(key))) return this.show(admin, id);
    const given = await this.givenByWindow(admin, request);
    const add = {
      type: 'AddAccount',
      accountType: type,
      name,
      webhookKey: newWebhookKey(),
      active,
      contactWindowId,
      botWay: type === 'lineworks' ? 'console' : undefined,
      at: now().toISOString(),
    } as const;
    const setUp = () =>
      this.named(admin, id, name, () => this.setUp(admin, { ...request, channel, accountId: id, given }, add, request, key));
    await (type === 'lineworks' && contactWindowId !== undefined ? this.asBotOf(admin, contactWindowId, id, key, setUp) : setUp());
    return this.show(admin, id);
  }

  /** After the deletion of its information: nothing of what it had comes back. */
  async setUpAgain(admin: SignedInAdmin, id: string, request: SetUpAgain, key: string): Promise<IntegrationAccountView> {
    const { type, state } = await this.row(admin, id);
    if (await this.isDone(admin, id, lastOf(key))) return this.show(admin, id);
    if (state.botWay === 'simple')
      throw new ProblemException(409, 'made-here', 'This bot was made here. Publish a new one: POST /contact-windows/{id}/bot.');
    const add = {
      type: 'AddAccount',
      accountType: type,
      name: request.name,
      webhookKey: newWebhookKey(),
      botWay: state.botWay,
      at: now().toISOString(),
    } as const;
    const typed = { ...request, channel: this.channelOf(type), accountId: id };
    await this.named(admin, id, request.name, () => this.setUp(admin, typed, add, request, key));
    return this.show(admin, id);
  }

  async apply(
    admin: SignedInAdmin,
    id: string,
    request: ApplyIntegrationAccount,
    key: string,
    seen?: number,
  ): Promise<IntegrationAccountView> {
    const row = await this.row(admin, id);
    if (row.linkState === 'deleted') throw deletedProblem();
    if (await this.isDone(admin, id, key)) return this.show(admin, id);
    if (seen !== undefined && seen !== row.version) await this.refuse(admin, id, key, seen);
    const write = () => this.write(admin, row, request, key, seen);
    await (request.name === undefined ? write() : this.named(admin, id, request.name, write));
    if (request.name !== undefined) await this.names.letGo(causeOf(admin, key), id, [row.name]);
    return this.show(admin, id);
  }

  async link(admin: SignedInAdmin, id: string, linked: boolean, key: string, seen?: number): Promise<IntegrationAccountView> {
    const command = linked
      ? ({ type: 'LinkAccount' } as const)
      : ({ type: 'UnlinkAccount', reason: 'switched off by an administrator' } as const);
    await this.command(admin, id, command, key, seen);
    return this.show(admin, id);
  }

  async bind(admin: SignedInAdmin, id: string, contactWindowId: string, key: string, seen?: number): Promise<IntegrationAccountView> {
    await currentContactWindow(this.store, admin.tenantId, contactWindowId);
    const { type, contactWindowId: former } = await this.row(admin, id);
    const bind = async () => void (await this.command(admin, id, { type: 'BindAccount', contactWindowId }, key, seen));
    await (type === 'lineworks' && former === null ? this.asBotOf(admin, contactWindowId, id, key, bind) : bind());
    return this.show(admin, id);
  }

  async list(admin: SignedInAdmin, filter: { readonly deleted?: boolean } = {}): Promise<readonly IntegrationAccountView[]> {
    const rows = await listIntegrationAccounts(this.database, admin.tenantId, filter);
    return Promise.all(rows.map((row) => this.view(row)));
  }

  async show(admin: SignedInAdmin, id: string): Promise<IntegrationAccountView> {
    return this.view(await this.row(admin, id));
  }

  private async write(
    admin: SignedInAdmin,
    row: IntegrationAccountRow,
    request: ApplyIntegrationAccount,
    key: string,
    seen: number | undefined,
  ): Promise<void> {
    const { id } = row;
    const channel = this.channelOf(row.type);
    const applied = await this.save(admin, { ...request, channel, accountId: id, credentials: request.credentials ?? {} }, key);

    const { name, queueId, language, detectedLanguageMayOverride, active } = request;
    const platformAccountId = applied.platformAccountId === row.platformAccountId ? undefined : applied.platformAccountId;
    const command = {
      type: 'ApplyAccount',
      name,
      queueId,
      language,
      detectedLanguageMayOverride,
      active,
      ...applied,
      platformAccountId,
    } as const;
    await unlessDeleted(
      { store: this.store, credentials: this.credentials, now },
      causeOf(admin, key),
      { ...row, platformAccountId: applied.platformAccountId ?? null },
      () => this.command(admin, id, command, key, seen),
    );
    if (platformAccountId !== undefined && row.platformAccountId !== null) {
      const former = { channel: row.type, platformAccountId: row.platformAccountId, accountId: id };
      await releasePlatformAccount(this.store, causeOf(admin, key), former, 'the account has another id at the platform now', now);
    }
  }

  /**
   * Secrets first, then the events that name them: an account in the log has what its events say. Where there is an account already, the
   * request is repeated or refused before any secret is touched.
   */
  private async setUp(
    admin: SignedInAdmin,
    typed: Typed,
    add: IntegrationAccountCommand,
    { queueId, language, detectedLanguageMayOverride }: Pick<AddIntegrationAccount, 'queueId' | 'language' | 'detectedLanguageMayOverride'>,
    key: string,
  ): Promise<void> {
    const { accountId, channel } = typed;
    const status = await this.statusOf(admin, accountId);
    if (status === 'deleted' && (await this.isDone(admin, accountId, key))) throw deletedProblem();
    if (status === 'open') await this.command(admin, accountId, add, key);

    const applied = await this.save(admin, typed, key);
    const apply = { type: 'ApplyAccount', queueId, language, detectedLanguageMayOverride, ...applied } as const;
    const account = { id: accountId, tenantId: admin.tenantId, type: channel.type, contactWindowId: null };
    await unlessDeleted(
      { store: this.store, credentials: this.credentials, now },
      causeOf(admin, key),
      { ...account, platformAccountId: applied.platformAccountId ?? null },
      async () => {
        await this.command(admin, accountId, add, key);
        await this.command(admin, accountId, apply, lastOf(key));
      },
    );
  }

  private async statusOf({ tenantId }: SignedInAdmin, id: string) {
    return (await currentDocument(this.store, integrationAccountDecider, accountStream(id), tenantId)).state.status;
  }

  private isDone(admin: SignedInAdmin, id: string, key: string): Promise<boolean> {
    return wasRecorded(this.store, admin, accountStream(id), key);
  }

  /** Checks what was typed, claims the platform's account, saves the values. Repeated with the same key, it issues nothing anew. */
  private async save(admin: SignedInAdmin, { channel, accountId, credentials, given = {}, draft, moveHere = false }: Typed, key: string) {
    const saved = { ...(await this.credentials.open(admin.tenantId, accountId)), ...given };
    const checked = checkedCredentials(channel, credentials, saved, issuingHost(this.mailDomain), { draft });
    const values = { ...given, ...checked };
    const whole = { ...saved, ...values };
    const platformAccountId = channel.platformAccountId(whole);
    if (platformAccountId !== undefined) {
      const prove = () => provedByConnection(channel, whole, now);
      const wanted = {
        channel: channel.type,
        platformAccountId,
        accountId,
        maySeeAccounts: admin.permissions.includes('integration-accounts.view'),
        moveHere,
        prove,
      };
      await claimPlatformAccount(this.store, causeOf(admin, key), wanted, now);
    }
    await this.credentials.save(admin.tenantId, accountId, values);
    return { changedFields: Object.keys(values), missingFields: missingFields(channel, whole), platformAccountId };
  }

  /** A contact window has one bot at most: the account takes its place before anything else, and gives it back when it comes to nothing. */
  private async asBotOf(admin: SignedInAdmin, contactWindowId: string, accountId: string, key: string, work: () => Promise<void>) {
    const way = (await currentBot(this.store, admin.tenantId, accountId))?.account.botWay ?? 'console';
    await reserveBot(this.store, causeOf(admin, key), { contactWindowId, accountId, way }, now);
    try {
      await work();
    } catch (error) {
      await releaseBot(this.store, causeOf(admin, randomUUID()), { contactWindowId, accountId }, 'its account was not added', now);
      throw error;
    }
  }

  /** The base address of a contact window belongs to the mail account that is bound to it. */
  private async givenByWindow(admin: SignedInAdmin, { type, contactWindowId }: AddIntegrationAccount): Promise<Credentials> {
    if (contactWindowId === undefined) return {};
    const { baseAddress } = await currentContactWindow(this.store, admin.tenantId, contactWindowId);
    return type === 'email' && baseAddress !== undefined ? { baseAddress } : {};
  }

  /** Whoever saw an older account saves no secret either. */
  private async refuse(admin: SignedInAdmin, id: string, key: string, seen: number): Promise<void> {
    await this.command(admin, id, { type: 'ApplyAccount', changedFields: [] }, key, seen);
  }

  private row(admin: SignedInAdmin, id: string): Promise<IntegrationAccountRow> {
    return currentAccount(this.store, admin.tenantId, id);
  }

  private channelOf(type: ChannelType): Channel {
    const channel = this.channels.get(type);
    if (!channel) {
      const types = [...this.channels.keys()].join(', ');
      throw new ProblemException(422, 'no-such-channel', `Accounts of type ${type} cannot be added yet. Types: ${types}.`);
    }
    return channel;
  }

  /** With the name claimed first, and let go where nothing came of it. */
  private async named(admin: SignedInAdmin, id: string, name: string, work: () => Promise<void>): Promise<void> {
    const cause = causeOf(admin, randomUUID());
    await this.names.claim(cause, id, name);
    try {
      await work();
    } catch (error) {
      if (error instanceof ProblemException && error.getStatus() < 500) await this.names.letGo(cause, id, [name]);
      throw error;
    }
  }

  private command(admin: SignedInAdmin, id: string, command: IntegrationAccountCommand, key: string, expectedVersion?: number) {
    return asCommand(this.store, admin, integrationAccountDecider, accountStream(id), command, key, { expectedVersion, now });
  }

  private async view(row: IntegrationAccountRow): Promise<IntegrationAccountView> {
    return accountView(row, this.channelOf(row.type), await this.credentials.open(row.tenantId, row.id), this.publicUrl);
  }
}

/** Of a request that is two commands, the second. */
const lastOf = (key: string): string => derivedId('apply', key);

/** Of the webhook's path; nobody can guess it. */
const newWebhookKey = (): string => randomBytes(24).toString('base64url');

const deletedProblem = () =>
  new ProblemException(
    409,
    'account-deleted',
    'The information of this account was deleted and cannot be restored. Set it up again with new data.',
  );
