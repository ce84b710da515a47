import { Refusal } from '@madoguchi/event-sourcing';
import { wrongType } from '../../account/refusals.js';
import { isWholly } from '../../account/standing.js';
import type { IntegrationAccount } from '../../account/state.js';
import { checkedTime, type Timed } from '../../moment.js';
import type { OnboardingEvent, OnboardingKind } from '../events.js';

/** Brings a number onto WhatsApp here. The 30 days run from now. */
export interface StartOnboarding extends Timed {
  readonly type: 'StartOnboarding';
  readonly kind: OnboardingKind;
  /** E.164, with the `+`. */
  readonly phoneNumber: string;
}

const E164 = /^\+[1-9]\d{6,14}$/;

export const startOnboarding = ({ kind, phoneNumber, at }: StartOnboarding, account: IntegrationAccount): readonly OnboardingEvent[] => {
  if (account.accountType !== 'whatsapp') throw wrongType('whatsapp');
  if (account.onboarding) {
    const same = account.onboarding.kind === kind && account.onboarding.phoneNumber === phoneNumber;
    if (same) return [];
    throw new Refusal('already-onboarding', 'A number is being brought onto WhatsApp with this account already.');
  }
  if (account.linked && isWholly(account))
    throw new Refusal('already-connected', 'This account receives messages already: there is nothing to bring onto WhatsApp.');
  if (kind !== 'new' && kind !== 'migrated')
    throw new Refusal('bad-onboarding-kind', 'A number is new, or migrated from another provider.');
  if (typeof phoneNumber !== 'string' || !E164.test(phoneNumber)) {
    throw new Refusal('bad-phone-number', 'A phone number is written in E.164: a plus, the country code and the number, digits only.');
  }
  return [{ type: 'OnboardingStarted', data: { kind, phoneNumber, startedAt: checkedTime(at).toISOString() } }];
};
