import { Refusal } from '@madoguchi/event-sourcing';
import type { IntegrationAccountEvent } from '../events.js';
import type { IntegrationAccount } from '../state.js';

/** An account belongs to one contact window at a time. */
export interface BindAccount {
  readonly type: 'BindAccount';
  readonly contactWindowId: string;
}

export const bindAccount = ({ contactWindowId }: BindAccount, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  if (contactWindowId === account.contactWindowId) return [];
  if (account.accountType === 'lineworks' && account.contactWindowId !== undefined) {
    throw new Refusal('bot-stays', 'A bot belongs to the contact window that it was made for. Delete it and make one in the other window.');
  }
  return [{ type: 'IntegrationAccountBound', data: { contactWindowId, previousContactWindowId: account.contactWindowId } }];
};
