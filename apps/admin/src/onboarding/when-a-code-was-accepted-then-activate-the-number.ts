import { Inject, Injectable } from '@nestjs/common';
import type { IntegrationAccount } from '@madoguchi/accounts';
import type { StreamName } from '@madoguchi/event-sourcing';
import { LOGGER, type Logger } from '@madoguchi/service-kit';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import { type FollowedAccount, FollowedAccounts } from '../scheduler/followed-accounts.js';
import { untilWoken } from '../scheduler/until-woken.js';
import { NumberAtWhatsApp } from './number-at-whatsapp.js';

const POLL_MS = 10_000;
/** A number that was given up here may still become active there. */
const POLL_FAILED_MS = 5 * 60_000;
/** Who entered the code registers at once; this is for when that process is gone. WhatsApp counts registrations: ten in three days. */
const REGISTER_AFTER_MS = 30_000;

/**
 * Asks WhatsApp about numbers on their way until they are active, or were refused, or are given up: also about a code whose answer never
 * came. What is found stands in the log; nothing is remembered but when to ask next.
 */
@Injectable()
export class Activation {
  private readonly next = new Map<StreamName, number>();
  private readonly registrations = new Map<StreamName, { readonly tries: number; readonly next: number }>();

  constructor(
    @Inject(FollowedAccounts) private readonly accounts: FollowedAccounts,
    @Inject(NumberAtWhatsApp) private readonly number: NumberAtWhatsApp,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Pick<Logger, 'warn'>,
  ) {}

  /** Until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.race([this.accounts.caughtUp, this.clock.until(undefined, signal)]);
    while (!signal.aborted) {
      await untilWoken(
        this.clock,
        signal,
        (wake) => this.accounts.onChange(wake),
        () => this.look(signal),
      );
    }
  }

  private async look(signal: AbortSignal): Promise<Date | undefined> {
    let earliest: number | undefined;
    for (const followed of [...this.accounts.all()]) {
      if (signal.aborted) return undefined;
      const pace = paceOf(followed.account);
      if (pace === undefined) {
        this.next.delete(followed.stream);
        this.registrations.delete(followed.stream);
        continue;
      }
      const now = this.clock.now().getTime();
      let next = this.next.get(followed.stream) ?? now + pace;
      if (next <= now) {
        await this.ask(followed).catch((error: unknown) =>
          this.log.warn({ stream: followed.stream, err: error }, 'WhatsApp could not be asked about a number; it is asked again'),
        );
        next = this.clock.now().getTime() + pace;
      }
      this.next.set(followed.stream, next);
      if (earliest === undefined || next < earliest) earliest = next;
    }
    return earliest === undefined ? undefined : new Date(earliest);
  }

  private async ask({ id: accountId, stream, tenantId, account, lastEvent: because }: FollowedAccount): Promise<void> {
    const asked = { tenantId, accountId, because };
    const { onboarding } = account;
    const standing = await this.number.standing(asked);
    if (!standing || !onboarding) return;
    if (standing.connected) return this.number.activated(asked);
    if (standing.barred) return this.number.barred(asked, standing.barred);
    if (onboarding.phase === 'failed' || !standing.verified) return;
    if (onboarding.code?.atPlatform) {
      return this.number.accepted(asked, onboarding.code.request, this.accounts.organisationOf(tenantId).pendingMinutes);
    }
    if (!standing.registered && this.isTimeToRegister(stream)) await this.number.register(asked);
  }

  /** After 30 s, then twice as long each time. */
  private isTimeToRegister(stream: StreamName): boolean {
    const now = this.clock.now().getTime();
    const { tries, next } = this.registrations.get(stream) ?? { tries: 0, next: now + REGISTER_AFTER_MS - POLL_MS };
    const isTime = now >= next;
    this.registrations.set(stream, isTime ? { tries: tries + 1, next: now + REGISTER_AFTER_MS * 2 ** (tries + 1) } : { tries, next });
    return isTime;
  }
}

/** How often to ask; undefined: there is nothing to ask. */
const paceOf = ({ status, onboarding }: IntegrationAccount): number | undefined => {
  if (status !== 'open' || !onboarding) return undefined;
  if (onboarding.phase === 'pending' || onboarding.code?.atPlatform) return POLL_MS;
  return onboarding.phase === 'failed' ? POLL_FAILED_MS : undefined;
};
