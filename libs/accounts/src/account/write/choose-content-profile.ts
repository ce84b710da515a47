import { Refusal } from '@madoguchi/event-sourcing';
import type { IntegrationAccountEvent } from '../events.js';
import type { IntegrationAccount } from '../state.js';

/** Null: the organisation's own. */
export interface ChooseContentProfile {
  readonly type: 'ChooseContentProfile';
  readonly contentProfileId: string | null;
}

/** A WhatsApp number that is not active yet has none to choose; see `effectiveProfile`. */
export const chooseContentProfile = (
  { contentProfileId }: ChooseContentProfile,
  account: IntegrationAccount,
): readonly IntegrationAccountEvent[] => {
  if (account.onboarding && account.onboarding.phase !== 'active') {
    throw new Refusal('not-active', 'Supported content is chosen when the number is active.', { phase: account.onboarding.phase });
  }
  return (account.contentProfileId ?? null) === contentProfileId ? [] : [{ type: 'ContentProfileChosen', data: { contentProfileId } }];
};
