import { Refusal } from '@madoguchi/event-sourcing';
import { checkedLanguage } from '../../language.js';
import type { IntegrationAccountEvent } from '../events.js';
import type { IntegrationAccount } from '../state.js';
import { checkedName } from './account-name.js';

/**
 * What an administrator applied: a new name, a queue, a language and whether a detected one counts before it, the switch "Active", the names (never values) of credential fields that
 * were set. `platformAccountId`: what the account is called at the platform, by these fields; it was claimed before (`ClaimPlatformAccount`).
 */
export interface ApplyAccount {
  readonly type: 'ApplyAccount';
  readonly name?: string;
  readonly queueId?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly detectedLanguageMayOverride?: boolean;
  readonly active?: boolean;
  readonly changedFields: readonly string[];
  /** Required fields that are still empty: a form may be saved half-done. */
  readonly missingFields?: readonly string[];
  readonly platformAccountId?: string;
}

/** A field's name, not what somebody typed into it. */
const FIELD_NAME = /^[a-z][A-Za-z0-9]{0,39}$/;

const checkedFields = (fields: readonly string[]): readonly string[] => {
  if (!fields.every((field) => typeof field === 'string' && FIELD_NAME.test(field))) {
    throw new Refusal('bad-field-name', 'Changed fields are given by their names.');
  }
  return [...new Set(fields)].sort();
};

/** One event names all credential fields; what has no secret is a fact of its own. */
export const applyAccount = (command: ApplyAccount, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  const events: IntegrationAccountEvent[] = [];
  const name = command.name === undefined ? account.name : checkedName(command.name);
  if (name !== undefined && name !== account.name) events.push({ type: 'IntegrationAccountRenamed', data: { name } });

  const { queueId, active = account.active } = command;
  if (queueId && queueId !== account.queueId) {
    events.push({ type: 'IntegrationAccountRouted', data: { queueId, previousQueueId: account.queueId } });
  }
  const language = command.language === undefined ? account.language : checkedLanguage(command.language);
  if (language !== undefined && language !== account.language) events.push({ type: 'IntegrationAccountLanguageSet', data: { language } });
  const before = account.detectedLanguageMayOverride ?? false;
  const { detectedLanguageMayOverride: allowed = before } = command;
  if (allowed !== before) events.push({ type: 'DetectedLanguageOverrideSet', data: { allowed } });
  if (active !== account.active) events.push({ type: active ? 'IntegrationAccountActivated' : 'IntegrationAccountDeactivated', data: {} });

  const changedFields = checkedFields(command.changedFields);
  const missingFields = checkedFields(command.missingFields ?? []);
  if (changedFields.length > 0) {
    const { platformAccountId } = command;
    events.push({
      type: 'IntegrationAccountApplied',
      data: { changedFields, platformAccountId, missingFields: missingFields.length > 0 ? missingFields : undefined },
    });
  }
  return events;
};
