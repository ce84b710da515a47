import type { ServiceTarget } from '@madoguchi/conversation';
import type { Clock, Rules } from './clock.js';

/** A promise that somebody has to keep now. */
export interface RunningTarget {
  readonly target: ServiceTarget;
  /** The version that names it; see `Standing`. */
  readonly since: number;
  /** Undefined: the queue will never be open for so long. */
  readonly warnAt?: Date;
  readonly dueAt?: Date;
  readonly queueId: string;
  readonly policyVersion: number;
}

/** None while the customer waits for nobody of ours: then every clock stands still. */
export const runningTargets = ({ standing, unansweredAt, spentMs }: Clock, rules: Rules | undefined): readonly RunningTarget[] => {
  const { unanswered, begun = unanswered, queueId } = standing;
  if (!rules || !standing.open || unanswered === undefined || begun === undefined || !unansweredAt || queueId === undefined) return [];
  const { policy, policyVersion, open } = rules;
  const { firstAnswerSeconds, nextAnswerSeconds, resolutionSeconds, warnAtPercent } = policy.service;
  const from = new Date(unansweredAt);
  const running = (target: ServiceTarget, since: number, seconds: number | null, spent: number): readonly RunningTarget[] => {
    if (seconds === null) return [];
    const at = (share: number) => open.after(from, Math.max(0, Math.round(seconds * 1_000 * share) - spent));
    return [{ target, since, warnAt: at(warnAtPercent / 100), dueAt: at(1), queueId, policyVersion }];
  };
  return [
    ...(standing.answered
      ? running('next answer', unanswered, nextAnswerSeconds, 0)
      : running('first answer', unanswered, firstAnswerSeconds, 0)),
    ...running('resolution', begun, resolutionSeconds, spentMs),
  ];
};
