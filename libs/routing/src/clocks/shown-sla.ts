import { passedKey, type ServiceTarget } from '@madoguchi/conversation';
import type { Clock, Rules } from './clock.js';
import { runningTargets } from './targets.js';

/** Of what was promised to a customer, what comes next. */
export interface ShownSla {
  readonly kind: ServiceTarget;
  /** Undefined: it stands still, or the queue is never open for so long. */
  readonly dueAt?: Date;
  /** `paused`: while it waits for the customer. */
  readonly state: 'running' | 'warned' | 'breached' | 'paused';
}

/** Undefined: nothing is promised, or everything was kept. */
export const slaOf = (clock: Clock, rules: Rules | undefined): ShownSla | undefined => {
  const { standing } = clock;
  const running = runningTargets(clock, rules).toSorted((one, other) => timeOf(one.dueAt) - timeOf(other.dueAt));
  const [next] = running;
  if (next) {
    const has = (what: 'warning' | 'breach') => standing.passed.includes(passedKey(what, next.target, next.since));
    return { kind: next.target, dueAt: next.dueAt, state: has('breach') ? 'breached' : has('warning') ? 'warned' : 'running' };
  }
  const waitsForCustomer = standing.open && standing.begun !== undefined && standing.unanswered === undefined && !standing.withBot;
  return waitsForCustomer && rules && rules.policy.service.resolutionSeconds !== null ? { kind: 'resolution', state: 'paused' } : undefined;
};

const timeOf = (at: Date | undefined): number => at?.getTime() ?? Infinity;
