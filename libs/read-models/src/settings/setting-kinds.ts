import {
  botDecider,
  BUSINESS_HOURS,
  businessHoursDecider,
  CONTACT_WINDOW,
  contactWindowDecider,
  CONTENT_PROFILE,
  contentProfileDecider,
  EXTERNAL_BOT,
  ORGANISATION,
  organisationDecider,
  REPLY_TEMPLATE,
  replyTemplateDecider,
  SENT_FORM,
  sentFormDecider,
} from '@madoguchi/accounts';
import { AGENT, QUEUE, queueDecider, SKILL, skillDecider } from '@madoguchi/routing';
import { agentSettings } from './agent-settings.js';

export const SETTING_KINDS = [
  BUSINESS_HOURS,
  CONTACT_WINDOW,
  CONTENT_PROFILE,
  ORGANISATION,
  REPLY_TEMPLATE,
  QUEUE,
  AGENT,
  EXTERNAL_BOT,
  SKILL,
  SENT_FORM,
] as const;
export type SettingKind = (typeof SETTING_KINDS)[number];

interface Fold {
  initialState(): object;
  evolve(state: never, event: never): object;
}

/** How each kind is folded. Of an event that leaves its state as it is, the row does not even get the version. */
export const settingFolds: Readonly<Record<SettingKind, Fold>> = {
  [BUSINESS_HOURS]: businessHoursDecider,
  [CONTACT_WINDOW]: contactWindowDecider,
  [CONTENT_PROFILE]: contentProfileDecider,
  [ORGANISATION]: organisationDecider,
  [REPLY_TEMPLATE]: replyTemplateDecider,
  [QUEUE]: queueDecider,
  [AGENT]: agentSettings,
  [EXTERNAL_BOT]: botDecider,
  [SKILL]: skillDecider,
  [SENT_FORM]: sentFormDecider(new Date(0)),
};
