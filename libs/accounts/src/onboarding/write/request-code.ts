import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../../moment.js';
import { certificateEndsAt } from '../deadlines.js';
import type { CodeMethod, OnboardingEvent } from '../events.js';
import { CODE_PAUSE_MS, CODE_WINDOW_MS, CODES_PER_WINDOW } from '../limits.js';
import { certificateExpired, notInPhase } from '../refusals.js';
import type { Onboarding } from '../state.js';

/** "Finish setup", or [Request a new code]. The platform is asked after it is recorded: every request counts. */
export interface RequestVerificationCode extends Timed {
  readonly type: 'RequestVerificationCode';
  readonly method: CodeMethod;
  /** The tenant's. */
  readonly timeZone: string;
}

export const requestCode = ({ method, at, timeZone }: RequestVerificationCode, onboarding: Onboarding): readonly OnboardingEvent[] => {
  if (method !== 'sms' && method !== 'voice') throw new Refusal('bad-method', 'A code comes by sms or by voice.');
  const now = checkedTime(at);
  checkReady(onboarding, now, timeZone);
  const next = nextCodeAt(onboarding, now);
  if (next > now) {
    throw new Refusal('too-many-codes', `At most ${CODES_PER_WINDOW} codes in an hour, and none sooner than a minute after the last.`, {
      requested: onboarding.codesRequested,
      nextAt: next.toISOString(),
    });
  }
  return [{ type: 'VerificationCodeRequested', data: { request: onboarding.codesRequested + 1, method, requestedAt: now.toISOString() } }];
};

/** When the next code may be requested; `now` or earlier: at once. */
export const nextCodeAt = ({ recentRequests }: Onboarding, now: Date): Date => {
  const times = recentRequests.map((at) => Date.parse(at)).filter((time) => time > now.getTime() - CODE_WINDOW_MS);
  const pause = (times.at(-1) ?? 0) + CODE_PAUSE_MS;
  const window = times.length < CODES_PER_WINDOW ? 0 : times[times.length - CODES_PER_WINDOW]! + CODE_WINDOW_MS;
  return new Date(Math.max(times.length > 0 ? pause : 0, window));
};

/** @throws Refusal when something is missing before a code may be requested or typed */
export const checkReady = ({ phase, certificate, terms }: Onboarding, now: Date, timeZone: string): void => {
  if (phase === 'pending' || phase === 'active' || phase === 'failed') throw notInPhase(phase);
  if (!certificate) throw new Refusal('certificate-missing', 'Enter the certificate before you finish the set-up.');
  if (phase === 'certificate expired' || now >= certificateEndsAt(certificate.createdOn, timeZone))
    throw certificateExpired(certificate.createdOn);
  if (!terms) throw new Refusal('terms-not-confirmed', 'Read and confirm the consequences of activating a number first.');
};
