import { notDue } from '../../account/refusals.js';
import { checkedTime, type Timed } from '../../moment.js';
import { deletionAt } from '../deadlines.js';
import type { OnboardingEvent } from '../events.js';
import { DELETION_WARNINGS } from '../limits.js';
import type { Onboarding } from '../state.js';

/** Falls due on the 20th, 27th and 29th day of a number that is not active. */
export interface WarnOfDeletion extends Timed {
  readonly type: 'WarnOfDeletion';
  readonly day: (typeof DELETION_WARNINGS)[number];
  /** The tenant's. */
  readonly timeZone: string;
}

/** The warnings that are still to come. */
export const deletionWarnings = (
  { phase, startedAt, deletionWarned }: Onboarding,
  timeZone: string,
): readonly { readonly day: (typeof DELETION_WARNINGS)[number]; readonly dueAt: Date }[] =>
  phase === 'active'
    ? []
    : DELETION_WARNINGS.filter((day) => !deletionWarned.includes(day)).map((day) => ({ day, dueAt: deletionAt(startedAt, timeZone, day) }));

export const warnOfDeletion = ({ day, at, timeZone }: WarnOfDeletion, onboarding: Onboarding): readonly OnboardingEvent[] => {
  const warning = deletionWarnings(onboarding, timeZone).find((one) => one.day === day);
  if (!warning) return [];
  const now = checkedTime(at);
  if (now < warning.dueAt) throw notDue(warning.dueAt);
  const deletesAt = deletionAt(onboarding.startedAt, timeZone).toISOString();
  return [{ type: 'DeletionWarned', data: { day, deletesAt, warnedAt: now.toISOString() } }];
};
