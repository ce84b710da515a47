import { randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { accountStream, type IntegrationAccountCommand, integrationAccountDecider } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { derivedId, type EventStore } from '@madoguchi/event-sourcing';
import type { IntegrationAccountRow } from '@madoguchi/read-models';
import type { AccountCredentials } from '@madoguchi/secrets';
import { ProblemException } from '@madoguchi/service-kit';
import type { Channel, ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { asCommand, causeOf, wasRecorded } from '../as-command.js';
import type { SignedInAdmin } from '../signed-in.js';
import { CHANNELS, CREDENTIALS, EVENT_STORE, PUBLIC_URL } from '../tokens.js';
import { missingFields } from './account-form.js';
import { AccountNames } from './account-names.service.js';
import { webhookUrl } from './account-view.js';
import { currentAccount } from './current-account.js';
import { forgetAccount } from './forget-account.js';
import { CHECK_DEADLINE_MS } from './proved-by-connection.js';
import type { DeleteInformation, GenerateToken } from './requests.js';
import { unlessDeleted } from './unless-deleted.js';
import { withHost } from './webhook-host.js';

const now = () => new Date();
const at = () => now().toISOString();

export interface Checked {
  readonly ok: boolean;
  /** Each thing that was looked at, with what to do where it failed. */
  readonly checks: readonly ConnectionCheck[];
}

interface Opened {
  readonly row: IntegrationAccountRow;
  readonly channel: Channel;
  readonly values: Credentials;
}

/** The buttons of an account's form: what is asked of the platform, and what cannot be undone. Every outcome is recorded. */
@Injectable()
export class AccountActions {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
    @Inject(AccountNames) private readonly names: AccountNames,
  ) {}

  /** Asks the platform, read-only; at most ten seconds. */
  async testConnection(admin: SignedInAdmin, id: string): Promise<Checked> {
    const account = await this.open(admin, id);
    const { row, channel, values } = account;
    const checks = await channel.testConnection(values, AbortSignal.timeout(CHECK_DEADLINE_MS), this.urlOf(account, row.state.webhookHost));
    await this.record(admin, id, { type: 'RecordConnectionTest', checks, at: at() });
    await this.readSubscription(admin, account);
    await this.readToken(admin, account);
    return { ok: checks.every(({ ok }) => ok), checks };
  }

  /**
   * Tells the platform where to deliver; before that it issues what only it can make, which is saved at once, because it is told once.
   * @param host of the address, where it is not the configured one
   */
  async setWebhook(admin: SignedInAdmin, id: string, host: string | undefined): Promise<Checked & { readonly webhookUrl: string }> {
    const account = await this.open(admin, id);
    const { row, channel, values } = account;
    const url = this.urlOf(account, host ?? row.state.webhookHost);
    const { issued, checks } = (await channel.issueCredentials?.(values, AbortSignal.timeout(CHECK_DEADLINE_MS))) ?? {
      issued: {},
      checks: [],
    };
    if (Object.keys(issued).length > 0) await this.saveIssued(admin, account, issued);
    const registered = checks.every(({ ok }) => ok)
      ? await channel.registerWebhook(url, { ...values, ...issued }, AbortSignal.timeout(CHECK_DEADLINE_MS))
      : [];
    const all = [...checks, ...registered];
    const problems = all.filter(({ ok }) => !ok);
    if (channel.intake === 'webhook') {
      await this.record(admin, id, { type: 'RecordWebhookSet', host: new URL(url).host, problems, at: at() });
    }
    await this.readSubscription(admin, account);
    return { ok: problems.length === 0, checks: all, webhookUrl: url };
  }

  /**
   * A new token for the platform's proof, saved and told. The same request again is told what is saved now.
   * @throws ProblemException `confirm-needed` while the old one is in use at the platform
   */
  async generateToken(admin: SignedInAdmin, id: string, { field, confirmed = false }: GenerateToken, key: string) {
    const account = await this.open(admin, id);
    const { row, channel } = account;
    const known = channel.credentialFields.find(({ name }) => name === field);
    if (known?.generated !== true || known.fixed) {
      throw new ProblemException(422, 'not-generated', `The platform gives "${field}"; it cannot be generated here.`);
    }
    const saved = account.values[field];
    if (saved !== undefined && (await wasRecorded(this.store, admin, accountStream(id), key))) return { field, value: saved };
    if (row.state.verifiedAt !== undefined && !confirmed) {
      const what = 'The present token is verified at the platform, which must then be given the new one as well.';
      throw new ProblemException(409, 'confirm-needed', `${what} Send "confirmed": true to go on.`, { verifiedAt: row.state.verifiedAt });
    }
    const value = randomBytes(32).toString('base64url');
    const missing = missingFields(channel, { ...account.values, [field]: value });
    // The log first: a token is not replaced by a request that it does not know.
    await this.command(admin, id, { type: 'ApplyAccount', changedFields: [field], missingFields: missing }, key);
    await this.credentials.save(admin.tenantId, id, { [field]: value });
    const { [field]: kept = value } = await this.credentials.open(admin.tenantId, id);
    return { field, value: kept };
  }

  /** For good. What is kept elsewhere of the account goes too; here at once, and again by automation if this process dies in between. */
  async deleteInformation(admin: SignedInAdmin, id: string, { name }: DeleteInformation, key: string, seen?: number): Promise<void> {
    const row = await currentAccount(this.store, admin.tenantId, id);
    await this.command(admin, id, { type: 'DeleteAccount', typedName: name, at: at() }, key, seen);
    const cause = { ...causeOf(admin, key), commandId: derivedId('forget', causeOf(admin, key).commandId) };
    await this.names.letGo(cause, id, [row.name]);
    await forgetAccount({ store: this.store, credentials: this.credentials, now }, cause, row);
  }

  private async saveIssued(admin: SignedInAdmin, { row, channel, values }: Opened, issued: Credentials): Promise<void> {
    await this.credentials.save(admin.tenantId, row.id, issued);
    const missing = missingFields(channel, { ...values, ...issued });
    const command = { type: 'ApplyAccount', changedFields: Object.keys(issued), missingFields: missing } as const;
    const parts = { store: this.store, credentials: this.credentials, now };
    await unlessDeleted(parts, causeOf(admin, randomUUID()), row, () => this.record(admin, row.id, command));
  }

  /** Read back, never assumed. */
  private async readSubscription(admin: SignedInAdmin, { row, channel, values }: Opened): Promise<void> {
    const fields = await channel.readSubscription?.(values, AbortSignal.timeout(CHECK_DEADLINE_MS));
    if (fields) await this.record(admin, row.id, { type: 'RecordSubscription', fields, at: at() });
  }

  /** Until when it is valid, and what it allows: facts of the channel's health. */
  private async readToken(admin: SignedInAdmin, { row, channel, values }: Opened): Promise<void> {
    const token = await channel.readToken?.(values, AbortSignal.timeout(CHECK_DEADLINE_MS));
    if (token) await this.record(admin, row.id, { type: 'RecordToken', ...token, at: at() });
  }

  private async open(admin: SignedInAdmin, id: string): Promise<Opened> {
    const row = await currentAccount(this.store, admin.tenantId, id);
    const channel = this.channels.get(row.type);
    if (!channel) throw new ProblemException(422, 'no-such-channel', `There is nothing yet that talks to accounts of type ${row.type}.`);
    return { row, channel, values: await this.credentials.open(admin.tenantId, id) };
  }

  private urlOf({ row, channel }: Opened, host: string | undefined): string {
    return webhookUrl(row, channel, host === undefined ? this.publicUrl : withHost(this.publicUrl, host));
  }

  /** What was seen has no key of a person's: it happened once more each time it is asked. */
  private record(admin: SignedInAdmin, id: string, command: IntegrationAccountCommand) {
    return this.command(admin, id, command, randomUUID());
  }

  private command(admin: SignedInAdmin, id: string, command: IntegrationAccountCommand, key: string, expectedVersion?: number) {
    return asCommand(this.store, admin, integrationAccountDecider, accountStream(id), command, key, { expectedVersion, now });
  }
}
