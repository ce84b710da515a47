import type { IntegrationAccountEvent } from '../events.js';
import type { IntegrationAccount } from '../state.js';

/** Null: those of the contact window. */
export interface ChooseBusinessHours {
  readonly type: 'ChooseBusinessHours';
  readonly businessHoursId: string | null;
}

export const chooseBusinessHours = (
  { businessHoursId }: ChooseBusinessHours,
  account: IntegrationAccount,
): readonly IntegrationAccountEvent[] =>
  (account.businessHoursId ?? null) === businessHoursId ? [] : [{ type: 'BusinessHoursChosen', data: { businessHoursId } }];
