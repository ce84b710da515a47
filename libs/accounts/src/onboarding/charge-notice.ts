import type { IntegrationAccount } from '../account/state.js';
import { monthsLater } from '../time/zoned-time.js';

/** What the dialogs say about money. Times are ISO 8601. */
export interface ChargeNotice {
  /** Which text somebody confirmed, and when; who, stands in the metadata of `TermsConfirmed`. */
  readonly confirmed?: { readonly textVersion: string; readonly at: string };
  /** Monthly charges run from here; undefined: the number is not active. */
  readonly chargedSince?: string;
  /** Deleted before this moment, one month is charged all the same. */
  readonly oneMonthUntil: string;
  readonly oneMonthIsCharged: boolean;
}

/** Undefined for an account without a number that was brought onto WhatsApp here. */
export const chargeNotice = ({ onboarding }: IntegrationAccount, now: Date, timeZone: string): ChargeNotice | undefined => {
  if (!onboarding) return undefined;
  const { startedAt, activatedAt, terms } = onboarding;
  const until = monthsLater(new Date(startedAt), 1, timeZone);
  return {
    confirmed: terms && { textVersion: terms.textVersion, at: terms.confirmedAt },
    chargedSince: activatedAt,
    oneMonthUntil: until.toISOString(),
    oneMonthIsCharged: now < until,
  };
};
