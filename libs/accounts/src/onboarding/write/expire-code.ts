import { notDue } from '../../account/refusals.js';
import { checkedTime, type Timed } from '../../moment.js';
import type { OnboardingEvent } from '../events.js';
import type { Onboarding } from '../state.js';

/** Falls due 10 minutes after the code was sent. */
export interface ExpireVerificationCode extends Timed {
  readonly type: 'ExpireVerificationCode';
}

export const codeExpiry = ({ phase, code }: Onboarding): Date | undefined =>
  phase === 'code sent' && code ? new Date(code.expiresAt) : undefined;

export const expireCode = ({ at }: ExpireVerificationCode, onboarding: Onboarding): readonly OnboardingEvent[] => {
  const dueAt = codeExpiry(onboarding);
  if (!dueAt || !onboarding.code) return [];
  const now = checkedTime(at);
  if (now < dueAt) throw notDue(dueAt);
  return [{ type: 'VerificationCodeExpired', data: { request: onboarding.code.request, expiredAt: now.toISOString() } }];
};
