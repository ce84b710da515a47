import type { SendOutcome } from '@madoguchi/use-cases';
import type { PlatformAnswer } from './platform-call.js';

/** Between two tries while a platform cannot be reached at all. */
const CONNECT_PAUSE_MS = 1_000;

/** What becomes of a message whose call brought no answer. */
export const unanswered = (answer: Exclude<PlatformAnswer<unknown>, { kind: 'answered' }>, remedyForCredentials: string): SendOutcome => {
  switch (answer.kind) {
    case 'impossible':
      return { outcome: 'rejected', code: 'credentials-refused', reason: answer.reason, remedy: remedyForCredentials };
    case 'not sent':
      return { outcome: 'retry', afterMs: CONNECT_PAUSE_MS, reason: answer.reason };
    case 'no answer':
      return { outcome: 'unknown', reason: answer.reason };
  }
};
