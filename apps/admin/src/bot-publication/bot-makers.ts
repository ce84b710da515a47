import { Inject, Injectable } from '@nestjs/common';
import { organisationDecider, organisationStream } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { derivedId, type EventStore } from '@madoguchi/event-sourcing';
import { listIntegrationAccounts } from '@madoguchi/read-models';
import type { AccountCredentials } from '@madoguchi/secrets';
import { ProblemException } from '@madoguchi/service-kit';
import type { BotMaking, Channel, Credentials } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';
import { asCommand, wasRecorded } from '../as-command.js';
import { checkedCredentials, issuingHost } from '../integration-accounts/account-form.js';
import { fieldView, type FieldView } from '../integration-accounts/account-view.js';
import type { SignedInAdmin } from '../signed-in.js';
import { CHANNELS, CREDENTIALS, DATABASE, EVENT_STORE } from '../tokens.js';

/** Secrets: that one is set, and its last four characters. */
export interface BotMakerView {
  /** Bots can be made. */
  readonly complete: boolean;
  readonly credentials: readonly FieldView[];
}

/** What makes bots for a tenant inside LINE WORKS: a ClientApp, entered once, and used for every contact window. */
@Injectable()
export class BotMakers {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
  ) {}

  async show({ tenantId }: Pick<SignedInAdmin, 'tenantId'>): Promise<BotMakerView> {
    const { fields } = this.making();
    const values = await this.credentials.open(tenantId, makerId(tenantId));
    return {
      complete: isComplete(fields, values),
      credentials: fields.map(({ name, secret }) => fieldView(name, secret, values[name])),
    };
  }

  /** What is left out stays. Bots that were made with the ClientApp speak with its new values at once. */
  async change(admin: SignedInAdmin, typed: Readonly<Record<string, string>>, key: string): Promise<BotMakerView> {
    const { tenantId } = admin;
    const { fields, sharedWithBots } = this.making();
    const stream = organisationStream(tenantId);
    const repeated = await wasRecorded(this.store, admin, stream, key);
    const changedFields = repeated ? [] : await this.save(tenantId, fields, typed);
    const recorded = await asCommand(this.store, admin, organisationDecider, stream, { type: 'RecordBotMaker', changedFields }, key);
    const changed = recorded.flatMap(({ data }) => ('changedFields' in data ? data.changedFields : []));
    // A repeat goes on where the first ended half-way, with what is in force now.
    const inForce = await this.credentials.open(tenantId, makerId(tenantId));
    const shared = pick(
      inForce,
      sharedWithBots.filter((name) => changed.includes(name)),
    );
    for (const { id, state } of await listIntegrationAccounts(this.database, tenantId)) {
      if (state.botWay === 'simple' && state.botId !== undefined) await this.credentials.save(tenantId, id, shared);
    }
    return this.show(admin);
  }

  /** @returns the names of what it saved */
  private async save(tenantId: string, fields: BotMaking['fields'], typed: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const saved = await this.credentials.open(tenantId, makerId(tenantId));
    const form = { ...this.lineworks(), credentialFields: fields };
    const values = checkedCredentials(form, typed, saved, issuingHost(undefined), { draft: true });
    await this.credentials.save(tenantId, makerId(tenantId), values);
    return Object.keys(values);
  }

  /** Undefined: not entered, or not whole. */
  async open(tenantId: string): Promise<Credentials | undefined> {
    const values = await this.credentials.open(tenantId, makerId(tenantId));
    return isComplete(this.making().fields, values) ? values : undefined;
  }

  /** @throws ProblemException 422 where this installation has no LINE WORKS */
  making(): BotMaking {
    return this.lineworks().botMaking!;
  }

  lineworks(): Channel {
    const channel = this.channels.get('lineworks');
    if (!channel?.botMaking) throw new ProblemException(422, 'no-such-channel', 'This installation has no LINE WORKS.');
    return channel;
  }
}

/** In whose name they are sealed, as an account's are. */
const makerId = (tenantId: string): string => derivedId('bot maker', tenantId);

const isComplete = (fields: BotMaking['fields'], values: Credentials): boolean =>
  fields.every(({ name, required }) => !required || values[name] !== undefined);

export const pick = (values: Credentials, names: readonly string[]): Credentials =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
