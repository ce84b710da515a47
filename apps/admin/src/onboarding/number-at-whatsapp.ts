import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { accountStream, type CodeMethod, type OnboardingCommand, integrationAccountDecider } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import { derivedId, type EventStore, follow, type Followed, handleCommand, Refusal } from '@madoguchi/event-sourcing';
import type { AccountCredentials } from '@madoguchi/secrets';
import { ProblemException } from '@madoguchi/service-kit';
import type { Channel, Credentials, NumberOnboarding, NumberStanding } from '@madoguchi/use-cases';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import { CHANNELS, CREDENTIALS, EVENT_STORE } from '../tokens.js';

/** Which number of whose account, and the event that leads to the call. */
export interface NumberAsked {
  readonly tenantId: string;
  readonly accountId: string;
  readonly because: Followed;
}

const DEADLINE_MS = 15_000;

/** Refusals of a registration that no waiting heals. The others are tried again for as long as the number may be pending. */
const FOR_GOOD = new Set(['number-not-eligible', 'number-barred', 'wrong-pin', 'pin-tried-too-often']);

/** Every call to WhatsApp about a number, each with a deadline, and what came of it in the log. */
@Injectable()
export class NumberAtWhatsApp {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CREDENTIALS) private readonly credentials: AccountCredentials,
    @Inject(CHANNELS) private readonly channels: ReadonlyMap<ChannelType, Channel>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async requestCode(asked: NumberAsked, request: number, method: CodeMethod, language: string): Promise<void> {
    const outcome = await this.platform().requestCode(method, language, await this.opened(asked), AbortSignal.timeout(DEADLINE_MS));
    if (outcome.outcome === 'done') return this.record(asked, { type: 'RecordCodeSent', request, at: this.at() });
    const { reason } = outcome;
    if (outcome.outcome === 'unknown') {
      const remedy = 'Wait a minute. If no code that works has come until then, request a new one.';
      return this.record(asked, { type: 'RecordCodeNotSent', request, code: 'outcome-unknown', reason, remedy });
    }
    const { code, remedy, final } = outcome;
    await this.record(asked, { type: 'RecordCodeNotSent', request, code, reason, remedy });
    if (final) await this.record(asked, { type: 'RecordActivationRefused', code, reason, remedy, at: this.at() });
  }

  /** An answer that does not come is found out later, see `standing`. */
  async enterCode(asked: NumberAsked, request: number, entry: number, code: string, pendingMinutes: number): Promise<void> {
    const outcome = await this.platform().verifyCode(code, await this.opened(asked), AbortSignal.timeout(DEADLINE_MS));
    if (outcome.outcome === 'done') await this.accepted(asked, request, pendingMinutes);
    if (outcome.outcome !== 'refused') return;
    await this.record(asked, {
      type: 'RecordCodeRejected',
      request,
      entry,
      code: outcome.code,
      reason: outcome.reason,
      remedy: outcome.remedy,
    });
  }

  async accepted(asked: NumberAsked, request: number, pendingMinutes: number): Promise<void> {
    await this.record(asked, { type: 'RecordCodeAccepted', request, pendingMinutes, at: this.at() });
  }

  /** Registers the number with its PIN. One that has none gets one, which is kept before it is told. */
  async register(asked: NumberAsked): Promise<void> {
    const { tenantId, accountId } = asked;
    const opened = await this.opened(asked);
    const pin = opened.pin ?? String(randomInt(1_000_000)).padStart(6, '0');
    if (opened.pin === undefined) await this.credentials.save(tenantId, accountId, { pin });
    const outcome = await this.platform().register(pin, opened, AbortSignal.timeout(DEADLINE_MS));
    if (outcome.outcome !== 'refused' || !FOR_GOOD.has(outcome.code)) return;
    const { code, reason, remedy } = outcome;
    await this.record(asked, { type: 'RecordActivationRefused', code, reason, remedy, at: this.at() });
  }

  /** Undefined: WhatsApp does not tell now. */
  async standing(asked: NumberAsked): Promise<NumberStanding | undefined> {
    return this.platform().standing(await this.opened(asked), AbortSignal.timeout(DEADLINE_MS));
  }

  async activated(asked: NumberAsked): Promise<void> {
    await this.record(asked, { type: 'RecordActivated', at: this.at() });
  }

  async barred(asked: NumberAsked, barred: NonNullable<NumberStanding['barred']>): Promise<void> {
    await this.record(asked, { type: 'RecordActivationRefused', ...barred, at: this.at() });
  }

  private platform(): NumberOnboarding {
    const onboarding = this.channels.get('whatsapp')?.numberOnboarding;
    if (!onboarding) throw new ProblemException(422, 'no-such-channel', 'This installation has no WhatsApp.');
    return onboarding;
  }

  private opened({ tenantId, accountId }: NumberAsked): Promise<Credentials> {
    return this.credentials.open(tenantId, accountId);
  }

  private at(): string {
    return this.clock.now().toISOString();
  }

  /** What has been overtaken by events is nothing to be told. */
  private async record({ accountId, because }: NumberAsked, command: OnboardingCommand): Promise<void> {
    const commandId = derivedId('number at whatsapp', because.id, command.type);
    const cause = follow(because, { kind: 'system', automation: 'whatsapp-onboarding' }, commandId);
    try {
      await handleCommand(this.store, integrationAccountDecider, accountStream(accountId), command, cause, { now: () => this.clock.now() });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code === 'too-busy') throw error;
    }
  }
}
