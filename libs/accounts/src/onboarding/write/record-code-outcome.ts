import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../../moment.js';
import type { OnboardingEvent, Problem } from '../events.js';
import { PENDING_MINUTES } from '../limits.js';
import { notInPhase } from '../refusals.js';
import type { Onboarding } from '../state.js';

/** What the platform said to a code. `pendingMinutes`: how long the number may be pending, a setting of the organisation. */
export type RecordCodeOutcome =
  | ({ readonly type: 'RecordCodeAccepted'; readonly request: number; readonly pendingMinutes?: number } & Timed)
  | ({ readonly type: 'RecordCodeRejected'; readonly request: number; readonly entry: number } & Problem);

/** The platform's word counts also when its answer comes after the code's time, or after the certificate's. */
export const recordCodeOutcome = (command: RecordCodeOutcome, onboarding: Onboarding): readonly OnboardingEvent[] => {
  const { phase, code } = onboarding;
  if (phase === 'pending' || phase === 'active') return [];
  if (phase === 'failed' || !code || code.request !== command.request || code.entries === 0) throw notInPhase(phase);
  if (command.type === 'RecordCodeRejected') {
    const { request, entry, code: word, reason, remedy } = command;
    if (!code.atPlatform || entry !== code.entries) return [];
    return [{ type: 'VerificationCodeRejected', data: { request, entry, code: word, reason, remedy } }];
  }
  const acceptedAt = checkedTime(command.at);
  const minutes = checkedPendingMinutes(command.pendingMinutes ?? PENDING_MINUTES.usual);
  const pendingUntil = new Date(acceptedAt.getTime() + minutes * 60_000).toISOString();
  return [{ type: 'VerificationCodeAccepted', data: { request: command.request, acceptedAt: acceptedAt.toISOString(), pendingUntil } }];
};

/** @throws Refusal `bad-pending-minutes` */
export const checkedPendingMinutes = (minutes: number): number => {
  const { least, most } = PENDING_MINUTES;
  if (!Number.isInteger(minutes) || minutes < least || minutes > most) {
    throw new Refusal('bad-pending-minutes', `A number may be pending for ${least} to ${most} minutes.`);
  }
  return minutes;
};
