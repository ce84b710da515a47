import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  accountStream,
  certificateDaysLeft,
  type IntegrationAccount,
  integrationAccountDecider,
  type IntegrationAccountEvent,
  type OnboardingCommand,
  type Organisation,
  organisationDecider,
  type OrganisationEvent,
  organisationStream,
} from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { derivedId, type EventStore, fold, type Recorded } from '@madoguchi/event-sourcing';
import type { AccountCredentials } from '@madoguchi/secrets';
import { ProblemException } from '@madoguchi/service-kit';
import type { Channel } from '@madoguchi/use-cases';
import { asCommand, causeOf } from '../as-command.js';
import { currentAccount } from '../integration-accounts/current-account.js';
import { forgetAccount } from '../integration-accounts/forget-account.js';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import type { SignedInAdmin } from '../signed-in.js';
import { CHANNELS, CREDENTIALS, EVENT_STORE } from '../tokens.js';
import { NumberAtWhatsApp } from './number-at-whatsapp.js';
import { type OnboardingView, onboardingView } from './onboarding-view.js';
import { strictPhoneNumber } from './phone-number.js';
import type {
  ConfirmTermsRequest,
  RecordApplicationRequest,
  RecordCertificateRequest,
  RequestCodeRequest,
  StartOnboardingRequest,
} from './requests.js';
import { TERMS_VERSION, type TermsLanguage, type TermsText, termsText } from './terms.js';

type EventOf<Type extends IntegrationAccountEvent['type']> = Extract<Recorded<IntegrationAccountEvent>, { type: Type }>;

/** A WhatsApp number on its way, for administrators. Each answer shows where the number stands then. */
@Injectable()
export class Onboardings {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(NumberAtWhatsApp) private readonly number: NumberAtWhatsApp,
  ) {}

  async show(admin: SignedInAdmin, id: string): Promise<OnboardingView> {
    const [account, { timeZone }] = await Promise.all([this.account(admin, id), this.organisation(admin)]);
    const view = onboardingView(id, account, this.clock.now(), timeZone);
    if (!view) throw new ProblemException(404, 'no-onboarding', 'This account has no number that is brought onto WhatsApp here.');
    return view;
  }

  async terms(admin: SignedInAdmin, id: string, language: TermsLanguage): Promise<TermsText> {
    const [{ onboarding }, { timeZone }] = await Promise.all([this.account(admin, id), this.organisation(admin)]);
    const createdOn = onboarding?.certificate?.createdOn;
    return termsText(language, createdOn === undefined ? undefined : certificateDaysLeft(createdOn, this.clock.now(), timeZone));
  }

  async start(admin: SignedInAdmin, id: string, { kind, phoneNumber: typed, country }: StartOnboardingRequest, key: string) {
    const phoneNumber = strictPhoneNumber(typed, country);
    await this.account(admin, id);
    const { phoneNumber: inForm } = await this.credentials.open(admin.tenantId, id);
    if (inForm !== undefined && inForm !== phoneNumber) {
      throw new ProblemException(409, 'other-number', 'The form of this account has another phone number. Make both the same first.', {
        inForm,
      });
    }
    await this.command(admin, id, { type: 'StartOnboarding', kind, phoneNumber, at: this.at() }, key);
    return this.show(admin, id);
  }

  async recordApplication(admin: SignedInAdmin, id: string, { step, on }: RecordApplicationRequest, key: string) {
    await this.command(admin, id, { type: 'RecordApplicationStep', step, on }, key);
    return this.show(admin, id);
  }

  async confirmTerms(admin: SignedInAdmin, id: string, request: ConfirmTermsRequest, key: string) {
    const { textVersion, language, ticks, readToEnd } = request;
    if (textVersion !== TERMS_VERSION) {
      throw new ProblemException(409, 'other-text', 'The text has changed since it was shown. Read the new one, then confirm it.', {
        version: TERMS_VERSION,
      });
    }
    await this.command(admin, id, { type: 'ConfirmTerms', textVersion, language, ticks, readToEnd, at: this.at() }, key);
    return this.show(admin, id);
  }

  /** Recorded first: a certificate that is refused must not take the place of a good one. Repeated with the same key it is kept again. */
  async recordCertificate(admin: SignedInAdmin, id: string, { certificate, createdOn }: RecordCertificateRequest, key: string) {
    const value = certificate.trim();
    const problem = this.channels
      .get('whatsapp')
      ?.credentialFields.find(({ name }) => name === 'certificate')
      ?.check(value);
    if (problem) throw new ProblemException(422, 'bad-certificate', problem, { field: 'certificate' });
    const { timeZone } = await this.organisation(admin);
    await this.command(admin, id, { type: 'RecordCertificate', createdOn, at: this.at(), timeZone }, key);
    await this.credentials.save(admin.tenantId, id, { certificate: value });
    return this.show(admin, id);
  }

  /** WhatsApp is asked once for each request, also when the request comes again. */
  async requestCode(admin: SignedInAdmin, id: string, { method, language }: RequestCodeRequest, key: string) {
    const { timeZone } = await this.organisation(admin);
    const again = await this.wasRecorded(admin, id, key);
    const at = this.at();
    const events = await this.command(admin, id, { type: 'RequestVerificationCode', method, at, timeZone }, key);
    const requested = events.find((event): event is EventOf<'VerificationCodeRequested'> => event.type === 'VerificationCodeRequested');
    if (!again && requested?.data.requestedAt === at) {
      const account = await this.account(admin, id);
      const asked = { tenantId: admin.tenantId, accountId: id, because: requested };
      await this.number.requestCode(asked, requested.data.request, method, language ?? account.language ?? 'en');
    }
    return this.show(admin, id);
  }

  /** The code is in no log and no answer. When it is right the number is registered at once. */
  async enterCode(admin: SignedInAdmin, id: string, code: string, key: string) {
    const { timeZone, pendingMinutes } = await this.organisation(admin);
    const again = await this.wasRecorded(admin, id, key);
    const at = this.at();
    const events = await this.command(admin, id, { type: 'EnterVerificationCode', at, timeZone }, key);
    const entered = events.find((event): event is EventOf<'VerificationCodeEntered'> => event.type === 'VerificationCodeEntered');
    if (!again && entered?.data.enteredAt === at) {
      const asked = { tenantId: admin.tenantId, accountId: id, because: entered };
      await this.number.enterCode(asked, entered.data.request, entered.data.entry, code, pendingMinutes);
      if ((await this.account(admin, id)).onboarding?.phase === 'pending') await this.number.register(asked);
    }
    return this.show(admin, id);
  }

  /** Once more, with another PIN or the same: while it is pending, or after WhatsApp refused it. */
  async register(admin: SignedInAdmin, id: string, pin: string | undefined) {
    const { onboarding } = await this.account(admin, id);
    if (onboarding?.phase !== 'pending' && onboarding?.phase !== 'failed') {
      throw new ProblemException(409, 'not-in-this-state', 'A number is registered after its code was accepted.', {
        phase: onboarding?.phase,
      });
    }
    if (pin !== undefined) await this.credentials.save(admin.tenantId, id, { pin });
    const because = (await this.store.readStream(accountStream(id))).at(-1)!;
    const asked = { tenantId: admin.tenantId, accountId: id, because };
    await this.number.register(asked);
    const standing = await this.number.standing(asked);
    if (standing?.connected) await this.number.activated(asked);
    return this.show(admin, id);
  }

  /** [Delete and start over]. The old secrets are destroyed before anything new is typed. */
  async startOver(admin: SignedInAdmin, id: string, key: string) {
    const before = await currentAccount(this.store, admin.tenantId, id);
    await this.command(admin, id, { type: 'StartOver', webhookKey: randomBytes(24).toString('base64url'), at: this.at() }, key);
    const last = (await this.store.readStream(accountStream(id))).at(-1);
    if (last?.metadata.commandId === causeOf(admin, key).commandId) {
      const parts = { store: this.store, credentials: this.credentials, now: () => this.clock.now() };
      await forgetAccount(parts, causeOf(admin, derivedId('start over', key)), before);
    }
    return this.show(admin, id);
  }

  /** The same request came before: what it asked of WhatsApp was asked then. Two at the same time differ in their moment. */
  private async wasRecorded(admin: SignedInAdmin, id: string, key: string): Promise<boolean> {
    const { commandId } = causeOf(admin, key);
    return (await this.store.readStream(accountStream(id))).some(({ metadata }) => metadata.commandId === commandId);
  }

  private command(admin: SignedInAdmin, id: string, command: OnboardingCommand, key: string) {
    return asCommand(this.store, admin, integrationAccountDecider, accountStream(id), command, key, {
      now: () => this.clock.now(),
    }) as Promise<readonly Recorded<IntegrationAccountEvent>[]>;
  }

  private async account({ tenantId }: SignedInAdmin, id: string): Promise<IntegrationAccount> {
    const events = (await this.store.readStream(accountStream(id))) as readonly Recorded<IntegrationAccountEvent>[];
    if (events[0]?.metadata.tenantId !== tenantId) {
      throw new ProblemException(404, 'no-such-account', 'There is no such integration account.');
    }
    return fold(integrationAccountDecider, events);
  }

  private async organisation({ tenantId }: SignedInAdmin): Promise<Organisation> {
    const events = (await this.store.readStream(organisationStream(tenantId))) as readonly Recorded<OrganisationEvent>[];
    return fold(organisationDecider, events);
  }

  private at(): string {
    return this.clock.now().toISOString();
  }
}
