import { checkedTime, type Timed } from '../../moment.js';
import type { OnboardingEvent, Problem } from '../events.js';
import { CODE_VALID_MS } from '../limits.js';
import type { Onboarding } from '../state.js';

/** What came of a request for a code. */
export type RecordCodeRequest =
  | ({ readonly type: 'RecordCodeSent'; readonly request: number } & Timed)
  | ({ readonly type: 'RecordCodeNotSent'; readonly request: number } & Problem);

/** Only of the last request: the platform lets no earlier code in. */
export const recordCodeRequest = (command: RecordCodeRequest, onboarding: Onboarding): readonly OnboardingEvent[] => {
  const { request } = command;
  const closed = onboarding.phase === 'pending' || onboarding.phase === 'active' || onboarding.phase === 'failed';
  if (onboarding.requesting !== request || closed) return [];
  if (command.type === 'RecordCodeNotSent') {
    const { code, reason, remedy } = command;
    return [{ type: 'VerificationCodeNotSent', data: { request, code, reason, remedy } }];
  }
  const sentAt = checkedTime(command.at);
  const expiresAt = new Date(sentAt.getTime() + CODE_VALID_MS).toISOString();
  return [{ type: 'VerificationCodeSent', data: { request, sentAt: sentAt.toISOString(), expiresAt } }];
};
