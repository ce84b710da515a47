import { initialStanding, type PassedTarget, type Standing } from '@madoguchi/conversation';
import type { QueuePolicy } from '../queue/policy/policy.js';
import type { OpenTime } from './open-time.js';

/** What holds in the queue that a conversation is in. */
export interface Rules {
  readonly policy: QueuePolicy;
  readonly policyVersion: number;
  readonly open: OpenTime;
}

export type Passed = { readonly what: 'warning' | 'breach' } & PassedTarget;

/** The standing of a conversation with its times (ISO 8601): all that has to be known to tell what is due of it, and when. */
export interface Clock {
  readonly standing: Standing;
  readonly unansweredAt?: string;
  readonly queuedAt?: string;
  readonly handedOverAt?: string;
  readonly silentAt?: string;
  readonly noticedAt?: string;
  /** Business time in which the customer waited for us before the present wait, in milliseconds. */
  readonly spentMs: number;
  /** Passed, and not recorded yet. */
  readonly owed: readonly Passed[];
}

export const newClock = (): Clock => ({ standing: initialStanding(), spentMs: 0, owed: [] });
