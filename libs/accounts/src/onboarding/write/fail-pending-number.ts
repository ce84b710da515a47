import { notDue } from '../../account/refusals.js';
import { checkedTime, type Timed } from '../../moment.js';
import type { OnboardingEvent } from '../events.js';
import type { Onboarding } from '../state.js';

/** Falls due when a number has been pending for as long as it may. */
export interface FailPendingNumber extends Timed {
  readonly type: 'FailPendingNumber';
}

export const pendingEnd = ({ phase, pendingUntil }: Onboarding): Date | undefined =>
  phase === 'pending' && pendingUntil !== undefined ? new Date(pendingUntil) : undefined;

export const failPendingNumber = ({ at }: FailPendingNumber, onboarding: Onboarding): readonly OnboardingEvent[] => {
  const dueAt = pendingEnd(onboarding);
  if (!dueAt) return [];
  const now = checkedTime(at);
  if (now < dueAt) throw notDue(dueAt);
  return [{ type: 'ActivationFailed', data: { why: 'pending too long', failedAt: now.toISOString() } }];
};
