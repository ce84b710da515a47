import { Refusal } from '@madoguchi/event-sourcing';
import { checkedTime, type Timed } from '../../moment.js';
import type { DeletionReason, IntegrationAccountEvent } from '../events.js';
import type { IntegrationAccount } from '../state.js';

/** Cannot be undone. The person typed the account's name to confirm it. */
export interface DeleteAccount extends Timed {
  readonly type: 'DeleteAccount';
  readonly typedName: string;
}

export const deleteAccount = ({ typedName, at }: DeleteAccount, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  if (typeof typedName !== 'string' || typedName.trim() !== account.name) {
    throw new Refusal('name-not-confirmed', 'Type the name of the account as it stands here to delete its information.');
  }
  return deletion(account, 'deleted by an administrator', at);
};

/** The link ends first, and for the same cause. */
export const deletion = (account: IntegrationAccount, reason: DeletionReason, at: string): readonly IntegrationAccountEvent[] => [
  ...(account.linked ? [{ type: 'IntegrationAccountUnlinked', data: { reason } } as const] : []),
  { type: 'IntegrationAccountDeleted', data: { reason, deletedAt: checkedTime(at).toISOString() } },
];
