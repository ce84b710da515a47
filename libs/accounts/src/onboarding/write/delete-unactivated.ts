import type { IntegrationAccountEvent } from '../../account/events.js';
import { notDue } from '../../account/refusals.js';
import type { IntegrationAccount } from '../../account/state.js';
import { deletion } from '../../account/write/delete-account.js';
import { checkedTime, type Timed } from '../../moment.js';
import { deletionAt } from '../deadlines.js';

/** Falls due on the 30th day of a number that is not active. */
export interface DeleteUnactivated extends Timed {
  readonly type: 'DeleteUnactivated';
  /** The tenant's. */
  readonly timeZone: string;
}

/** A number that is pending in that very moment has its minutes first: what comes of it is told soon. */
export const unactivatedDeletion = ({ onboarding }: IntegrationAccount, timeZone: string): Date | undefined =>
  onboarding && onboarding.phase !== 'active' && onboarding.phase !== 'pending' ? deletionAt(onboarding.startedAt, timeZone) : undefined;

export const deleteUnactivated = ({ at, timeZone }: DeleteUnactivated, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  const dueAt = unactivatedDeletion(account, timeZone);
  if (!dueAt) return [];
  if (checkedTime(at) < dueAt) throw notDue(dueAt);
  return deletion(account, 'not activated within 30 days', at);
};
