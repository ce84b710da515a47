import type { IntegrationAccountEvent } from '../../account/events.js';
import { evolve, type IntegrationAccount } from '../../account/state.js';
import { addAccount } from '../../account/write/add-account.js';
import { deletion } from '../../account/write/delete-account.js';
import { checkedTime, type Timed } from '../../moment.js';
import { noOnboarding, notInPhase } from '../refusals.js';

/** [Delete and start over]: what there was is deleted for good, and the account begins again with its name and its number. */
export interface StartOver extends Timed {
  readonly type: 'StartOver';
  /** New and unguessable: the caller draws it. */
  readonly webhookKey: string;
}

/** A new certificate and a new confirmation are needed: the old secrets are gone. */
export const startOver = ({ webhookKey, at }: StartOver, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  const { onboarding, name, contactWindowId, queueId, language } = account;
  if (!onboarding || name === undefined) throw noOnboarding();
  if (onboarding.phase === 'pending' || onboarding.phase === 'active') throw notInPhase(onboarding.phase);
  const time = checkedTime(at).toISOString();
  const deleted = deletion(account, 'started over', time);
  const emptied = deleted.reduce(evolve, account);
  const added = addAccount({ type: 'AddAccount', accountType: 'whatsapp', name, webhookKey, at: time, contactWindowId }, emptied);
  const kept: IntegrationAccountEvent[] = [
    ...(queueId ? [{ type: 'IntegrationAccountRouted', data: { queueId } } as const] : []),
    ...(language ? [{ type: 'IntegrationAccountLanguageSet', data: { language } } as const] : []),
  ];
  const { kind, phoneNumber } = onboarding;
  return [...deleted, ...added, ...kept, { type: 'OnboardingStarted', data: { kind, phoneNumber, startedAt: time } }];
};
