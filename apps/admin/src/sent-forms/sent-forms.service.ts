import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { accountStream, SENT_FORM, type SentForm, type SentFormCommand, sentFormDecider, sentFormStream } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { derivedId, type EventStore } from '@madoguchi/event-sourcing';
import { listSettings } from '@madoguchi/read-models';
import { ProblemException } from '@madoguchi/service-kit';
import type { Channel } from '@madoguchi/use-cases';
import type { DataSource } from 'typeorm';
import { asCommand, wasRecorded } from '../as-command.js';
import { accountType } from '../integration-account-types/account-type.js';
import { checkedCredentials, issuingHost } from '../integration-accounts/account-form.js';
import type { IntegrationAccountView } from '../integration-accounts/account-view.js';
import { IntegrationAccounts } from '../integration-accounts/integration-accounts.service.js';
import { secretHash } from '../secret-hash.js';
import { currentDocument } from '../settings/current-document.js';
import type { SignedInAdmin } from '../signed-in.js';
import { CHANNELS, CLOCK, DATABASE, EVENT_STORE, PUBLIC_URL } from '../tokens.js';
import type { FillInFormBody, SendFormBody } from './requests.js';
import { type FormToFillIn, type NewSentForm, sentFormView, type SentFormView } from './sent-form-view.js';

/** Forms of accounts that are sent to who has the credentials and no rights here. */
@Injectable()
export class SentForms {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
    @Inject(CLOCK) private readonly now: () => Date,
    @Inject(IntegrationAccounts) private readonly accounts: IntegrationAccounts,
  ) {}

  /** @throws ProblemException 404, 409 `not-a-draft` or `form-sent`, 422 */
  async send(admin: SignedInAdmin, accountId: string, { fields, hours }: SendFormBody, key: string): Promise<NewSentForm> {
    const account = await this.accounts.show(admin, accountId);
    this.refuseUnlessDraft(account);
    const asked = fields ?? this.missingIn(account);
    const fillable = this.typeOf(account.type).fields.filter(({ fixed }) => !fixed);
    const unknown = asked.filter((name) => !fillable.some((field) => field.name === name));
    if (unknown.length > 0)
      throw new ProblemException(422, 'bad-fields', `Nobody can fill in: ${unknown.join(', ')}.`, { fields: unknown });
    const id = derivedId(SENT_FORM, admin.tenantId, key);
    const secret = randomBytes(32).toString('base64url');
    const command = { type: 'SendForm', accountId, fields: asked, secretHash: secretHash(secret), hours } as const;
    await this.command(admin, id, command, key);
    const form = await this.form(admin.tenantId, id);
    // Sent by this request's first try: the link of that one was told, or is lost.
    if (form.secretHash !== command.secretHash)
      throw new ProblemException(409, 'form-sent', 'This form was sent already, and its link was told then. Send a new one.');
    return { ...sentFormView(id, form, this.now()), link: `/forms/${id}#${secret}` };
  }

  async list({ tenantId }: SignedInAdmin, accountId: string): Promise<readonly SentFormView[]> {
    const query = { tenantId, kind: SENT_FORM, archived: false, having: { accountId }, limit: 200 } as const;
    const { items } = await listSettings(this.database, query);
    return items.map((row) => sentFormView(row.id, row.body as SentForm, this.now()));
  }

  async withdraw(admin: SignedInAdmin, accountId: string, id: string, key: string): Promise<SentFormView> {
    const before = await this.form(admin.tenantId, id);
    if (before.accountId !== accountId) throw noSuchForm();
    await this.command(admin, id, { type: 'WithdrawForm' }, key);
    return sentFormView(id, await this.form(admin.tenantId, id), this.now());
  }

  /** @throws ProblemException 404 to whoever has another secret, 410 when the link is used up */
  async open(id: string, secret: string, key: string): Promise<FormToFillIn> {
    const { holder, form, account } = await this.held(id);
    await this.told(holder, id, { type: 'OpenForm', secretHash: secretHash(secret) }, key);
    const fields = this.typeOf(account.type).fields.filter(({ name }) => form.fields.includes(name));
    return { id, accountType: account.type, accountName: account.name, fields, expiresAt: form.expiresAt };
  }

  /**
   * The link is used up first, then the values are saved: repeated with the same key it ends what was begun, and touches no account that
   * works.
   */
  async fillIn(id: string, secret: string, { values }: FillInFormBody, key: string): Promise<{ readonly filledIn: readonly string[] }> {
    const { holder, form, account } = await this.held(id);
    const hash = secretHash(secret);
    // Who has another secret is not told what would be wrong.
    const filled = form.secretHash === hash ? this.checked(form, account, values) : {};
    const fields = Object.keys(filled).sort();
    const recorded = await this.told(holder, id, { type: 'FillInForm', secretHash: hash, fields }, key);
    const applied = derivedId('filled in', key);
    if (!(await wasRecorded(this.store, holder, accountStream(form.accountId), applied))) {
      if (account.linked || account.state === 'deleted') throw notADraft();
      await this.accounts.apply(holder, form.accountId, { credentials: filled, draft: true }, applied);
    }
    const filledIn = recorded.find((event) => event.type === 'FormFilledIn')?.data.fields ?? fields;
    return { filledIn };
  }

  /** Before the link is used up: who has mistyped something may try again. */
  private checked(form: SentForm, account: IntegrationAccountView, values: Readonly<Record<string, string>>): Record<string, string> {
    if (form.status === 'sent') this.refuseUnlessDraft(account);
    const beside = Object.keys(values).filter((name) => !form.fields.includes(name));
    if (beside.length > 0) throw new ProblemException(422, 'bad-fields', `This link is not for: ${beside.join(', ')}.`, { fields: beside });
    const channel = this.channels.get(account.type)!;
    const empty = channel.credentialFields.filter(
      ({ name, required }) => required && form.fields.includes(name) && String(values[name] ?? '').trim() === '',
    );
    if (empty.length > 0) {
      const fields = empty.map(({ name }) => ({ field: name, problems: ['must not be empty'] }));
      throw new ProblemException(422, 'invalid', 'Some fields are not as they should be; see "fields".', { fields });
    }
    const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => String(value).trim() !== ''));
    checkedCredentials(channel, filled, {}, issuingHost(undefined), { draft: true });
    return filled;
  }

  /** Whoever holds a link has no rights; what they do stands in the log under the form's id. */
  private async held(id: string) {
    const [first] = await this.store.readStream(sentFormStream(id));
    if (!first) throw noSuchForm();
    const { tenantId } = first.metadata;
    const holder: SignedInAdmin = { tenantId, userId: `form ${id}`, permissions: [] };
    const form = await this.form(tenantId, id);
    return { holder, form, account: await this.accounts.show(holder, form.accountId) };
  }

  private async told(holder: SignedInAdmin, id: string, command: SentFormCommand, key: string) {
    const recorded = await this.command(holder, id, command, key);
    if (recorded.some(({ type }) => type === 'FormSecretRefused')) throw noSuchForm();
    return recorded;
  }

  private async form(tenantId: string, id: string): Promise<SentForm> {
    const { state, version } = await currentDocument(this.store, sentFormDecider(this.now()), sentFormStream(id), tenantId);
    if (version === 0) throw noSuchForm();
    return state;
  }

  /** What is on its way to customers is changed by who may change it. */
  private refuseUnlessDraft(account: IntegrationAccountView): void {
    if (this.missingIn(account).length === 0 || account.linked || account.state === 'deleted') throw notADraft();
  }

  private missingIn({ type, credentials }: IntegrationAccountView): readonly string[] {
    const set = new Map(credentials.map((field) => [field.field, field.set]));
    return this.channels.get(type)!.credentialFields.flatMap(({ name, required }) => (required && !set.get(name) ? [name] : []));
  }

  private typeOf(type: ChannelType) {
    return accountType(this.channels.get(type)!, this.publicUrl);
  }

  private command(admin: SignedInAdmin, id: string, command: SentFormCommand, key: string) {
    return asCommand(this.store, admin, sentFormDecider(this.now()), sentFormStream(id), command, key, { now: this.now });
  }
}

const notADraft = () => new ProblemException(409, 'not-a-draft', 'Only the form of an account that is not complete yet can be sent.');

const noSuchForm = () => new ProblemException(404, 'no-such-form', 'There is no such form.');
