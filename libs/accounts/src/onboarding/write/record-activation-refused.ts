import { checkedTime, type Timed } from '../../moment.js';
import type { OnboardingEvent, Problem } from '../events.js';
import { notInPhase } from '../refusals.js';
import type { Onboarding } from '../state.js';

/** The platform does not take this number, now or ever: a machine's number, one that is barred. */
export interface RecordActivationRefused extends Timed, Problem {
  readonly type: 'RecordActivationRefused';
}

export const recordActivationRefused = (command: RecordActivationRefused, { phase, failure }: Onboarding): readonly OnboardingEvent[] => {
  if (phase === 'active') throw notInPhase(phase);
  if (failure?.why === 'refused by the platform') return [];
  const { code, reason, remedy, at } = command;
  return [
    { type: 'ActivationFailed', data: { why: 'refused by the platform', failedAt: checkedTime(at).toISOString(), code, reason, remedy } },
  ];
};
