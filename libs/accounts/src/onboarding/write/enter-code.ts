import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../../moment.js';
import type { OnboardingEvent } from '../events.js';
import { ENTRIES_PER_CODE } from '../limits.js';
import type { Onboarding } from '../state.js';
import { checkReady } from './request-code.js';

/** Somebody typed the code; the platform is asked after it is recorded. The code itself goes straight to the platform, and nowhere else. */
export interface EnterVerificationCode extends Timed {
  readonly type: 'EnterVerificationCode';
  /** The tenant's. */
  readonly timeZone: string;
}

export const enterCode = ({ at, timeZone }: EnterVerificationCode, onboarding: Onboarding): readonly OnboardingEvent[] => {
  const now = checkedTime(at);
  checkReady(onboarding, now, timeZone);
  const { phase, code } = onboarding;
  if (!code) throw new Refusal('no-code', 'Request a code first.');
  if (phase === 'code expired' || now.getTime() >= Date.parse(code.expiresAt)) {
    throw new Refusal('code-expired', 'The 10 minutes for this code are over. Request a new one.', { expiresAt: code.expiresAt });
  }
  if (phase !== 'code sent') throw new Refusal('no-code', 'Request a code first.');
  if (code.entries >= ENTRIES_PER_CODE)
    throw new Refusal('too-many-entries', `A code may be typed ${ENTRIES_PER_CODE} times. Request a new one.`);
  return [{ type: 'VerificationCodeEntered', data: { request: code.request, entry: code.entries + 1, enteredAt: now.toISOString() } }];
};
