import { checkedTime, type Timed } from '../../moment.js';
import type { OnboardingEvent } from '../events.js';
import { notInPhase } from '../refusals.js';
import type { Onboarding } from '../state.js';

/** The platform says that the number is connected. */
export interface RecordActivated extends Timed {
  readonly type: 'RecordActivated';
}

/** Also after we had given it up as pending too long: the platform's word counts. */
export const recordActivated = ({ at }: RecordActivated, { phase, code }: Onboarding): readonly OnboardingEvent[] => {
  if (phase === 'active') return [];
  const underWay = phase === 'pending' || phase === 'failed' || (code?.entries ?? 0) > 0;
  if (!underWay) throw notInPhase(phase);
  return [{ type: 'NumberActivated', data: { activatedAt: checkedTime(at).toISOString() } }];
};
