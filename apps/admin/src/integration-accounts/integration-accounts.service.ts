import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { accountStream, type IntegrationAccountCommand, integrationAccountDecider } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { derivedId, type EventStore } from '@madoguchi/event-sourcing';
import { type IntegrationAccountRow, listIntegrationAccounts } from '@madoguchi/read-models';
import type { AccountCredentials } from '@madoguchi/secrets';
import { ProblemException } from '@madoguchi/service-kit';
import type { Channel, ConnectionCheck } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';
import { asCommand } from '../as-command.js';
import type { SignedInAdmin } from '../signed-in.js';
import { CHANNELS, CREDENTIALS, DATABASE, EVENT_STORE, MAIL_DOMAIN, PUBLIC_URL } from '../tokens.js';
import { checkedCredentials, issuingHost } from './account-form.js';
import { currentAccount } from './current-account.js';
import type { AddIntegrationAccount, ApplyIntegrationAccount } from './requests.js';

/** What the API shows of an account. Secrets: that one is set, and its last four characters. */
export interface IntegrationAccountView {
  readonly id: string;
  /** Also the answer's ETag, to be sent back as `If-Match`. */
  readonly version: number;
  readonly type: ChannelType;
  readonly name: string;
  readonly queueId: string | null;
  readonly linked: boolean;
  /** To be given to the platform; of e-mail, `mailto:` and the address to which mails are forwarded. */
  readonly webhookUrl: string;
  /** What the account is called at the platform; null while the form does not say it. */
  readonly platformAccountId: string | null;
  readonly credentials: readonly {
    readonly field: string;
    readonly secret: boolean;
    readonly set: boolean;
    readonly value?: string;
    readonly lastFour?: string;
  }[];
}

const CHECK_DEADLINE_MS = 10_000;
/** Shorter secrets would be half told by four characters. */
const SHORTEST_WITH_LAST_FOUR = 12;

@Injectable()
export class IntegrationAccounts {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
    @Inject(MAIL_DOMAIN) private readonly mailDomain: string | undefined,
  ) {}

  async add(admin: SignedInAdmin, request: AddIntegrationAccount, idempotencyKey: string): Promise<IntegrationAccountView> {
    const channel = this.channelOf(request.type);
    const id = derivedId('integration-account', admin.tenantId, idempotencyKey);
    await this.refuseTakenName(admin.tenantId, id, request.name);
    // Repeated with the same key, it issues nothing anew.
    const saved = await this.credentials.open(admin.tenantId, id);
    const values = checkedCredentials(channel, request.credentials, saved, issuingHost(this.mailDomain));
    const webhookKey = randomBytes(24).toString('base64url');

    await this.credentials.save(admin.tenantId, id, values);
    await this.command(admin, id, { type: 'AddAccount', accountType: request.type, name: request.name, webhookKey }, idempotencyKey);
    const platformAccountId = channel.platformAccountId({ ...saved, ...values });
    const apply = { type: 'ApplyAccount', queueId: request.queueId, changedFields: Object.keys(values), platformAccountId } as const;
    await this.command(admin, id, apply, derivedId('apply', idempotencyKey));
    return this.show(admin, id);
  }

  async apply(
    admin: SignedInAdmin,
    id: string,
    request: ApplyIntegrationAccount,
    idempotencyKey: string,
    seen?: number,
  ): Promise<IntegrationAccountView> {
    const row = await this.row(admin, id);
    if (request.name) await this.refuseTakenName(admin.tenantId, id, request.name);
    const channel = this.channelOf(row.type);
    const saved = await this.credentials.open(admin.tenantId, id);
    const values = checkedCredentials(channel, request.credentials ?? {}, saved, issuingHost(this.mailDomain));

    await this.credentials.save(admin.tenantId, id, values);
    const named = channel.platformAccountId({ ...saved, ...values });
    const platformAccountId = named === row.platformAccountId ? undefined : named;
    const { name, queueId } = request;
    const command = { type: 'ApplyAccount', name, queueId, changedFields: Object.keys(values), platformAccountId } as const;
    await this.command(admin, id, command, idempotencyKey, seen);
    return this.show(admin, id);
  }

  async link(admin: SignedInAdmin, id: string, linked: boolean, idempotencyKey: string, seen?: number): Promise<IntegrationAccountView> {
    const command = linked
      ? ({ type: 'LinkAccount' } as const)
      : ({ type: 'UnlinkAccount', reason: 'switched off by an administrator' } as const);
    await this.command(admin, id, command, idempotencyKey, seen);
    return this.show(admin, id);
  }

  async list(admin: SignedInAdmin): Promise<readonly IntegrationAccountView[]> {
    const rows = await listIntegrationAccounts(this.database, admin.tenantId);
    return Promise.all(rows.map((row) => this.view(this.channelOf(row.type), admin.tenantId, row)));
  }

  async show(admin: SignedInAdmin, id: string): Promise<IntegrationAccountView> {
    const row = await this.row(admin, id);
    return this.view(this.channelOf(row.type), admin.tenantId, row);
  }

  /** Asks the platform, read-only; at most ten seconds. */
  async testConnection(admin: SignedInAdmin, id: string): Promise<readonly ConnectionCheck[]> {
    const row = await this.row(admin, id);
    const values = await this.credentials.open(admin.tenantId, id);
    return this.channelOf(row.type).testConnection(values, AbortSignal.timeout(CHECK_DEADLINE_MS), this.webhookUrl(row));
  }

  /** Tells the platform where to deliver; before that it issues what only it can make, which is saved at once, because it is told once. */
  async setWebhook(admin: SignedInAdmin, id: string): Promise<readonly ConnectionCheck[]> {
    const row = await this.row(admin, id);
    const channel = this.channelOf(row.type);
    const values = await this.credentials.open(admin.tenantId, id);
    const { issued, checks } = (await channel.issueCredentials?.(values, AbortSignal.timeout(CHECK_DEADLINE_MS))) ?? {
      issued: {},
      checks: [],
    };
    const changedFields = Object.keys(issued);
    if (changedFields.length > 0) {
      await this.credentials.save(admin.tenantId, id, issued);
      await this.command(admin, id, { type: 'ApplyAccount', changedFields }, randomUUID());
    }
    if (checks.some(({ ok }) => !ok)) return checks;
    const registered = await channel.registerWebhook(
      this.webhookUrl(row),
      { ...values, ...issued },
      AbortSignal.timeout(CHECK_DEADLINE_MS),
    );
    return [...checks, ...registered];
  }

  private row(admin: SignedInAdmin, id: string): Promise<IntegrationAccountRow> {
    return currentAccount(this.store, admin.tenantId, id);
  }

  private channelOf(type: ChannelType): Channel {
    const channel = this.channels.get(type);
    if (!channel)
      throw new ProblemException(
        422,
        'no-such-channel',
        `Accounts of type ${type} cannot be added yet. Types: ${[...this.channels.keys()].join(', ')}.`,
      );
    return channel;
  }

  private async refuseTakenName(tenantId: string, accountId: string, name: string): Promise<void> {
    const taken = (await listIntegrationAccounts(this.database, tenantId)).some((row) => row.id !== accountId && row.name === name.trim());
    if (taken) throw new ProblemException(409, 'name-taken', 'Another integration account has this name. Choose another one.');
  }

  private command(admin: SignedInAdmin, id: string, command: IntegrationAccountCommand, key: string, expectedVersion?: number) {
    return asCommand(this.store, admin, integrationAccountDecider, accountStream(id), command, key, { expectedVersion });
  }

  private webhookUrl(row: Pick<IntegrationAccountRow, 'type' | 'webhookKeys' | 'platformAccountId'>): string {
    if (this.channelOf(row.type).intake === 'mail') return `mailto:${row.platformAccountId ?? ''}`;
    return `${this.publicUrl}/webhooks/${row.type}/${row.webhookKeys.at(-1)}`;
  }

  private async view(channel: Channel, tenantId: string, row: IntegrationAccountRow): Promise<IntegrationAccountView> {
    const values = await this.credentials.open(tenantId, row.id);
    const { id, type, name, queueId, linked, platformAccountId, version } = row;
    const credentials = channel.credentialFields.map((field) => {
      const value = values[field.name];
      const told =
        value === undefined
          ? {}
          : field.secret
            ? { lastFour: value.length >= SHORTEST_WITH_LAST_FOUR ? value.slice(-4) : undefined }
            : { value };
      return { field: field.name, secret: field.secret, set: value !== undefined, ...told };
    });
    return { id, version, type, name, queueId, linked, platformAccountId, webhookUrl: this.webhookUrl(row), credentials };
  }
}
