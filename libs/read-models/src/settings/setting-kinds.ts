import {
  BUSINESS_HOURS,
  businessHoursDecider,
  CONTENT_PROFILE,
  contentProfileDecider,
  ORGANISATION,
  organisationDecider,
  REPLY_TEMPLATE,
  replyTemplateDecider,
} from '@madoguchi/accounts';

export const SETTING_KINDS = [BUSINESS_HOURS, CONTENT_PROFILE, ORGANISATION, REPLY_TEMPLATE] as const;
export type SettingKind = (typeof SETTING_KINDS)[number];

interface Fold {
  initialState(): object;
  evolve(state: never, event: never): object;
}

/** How each kind is folded. */
export const settingFolds: Readonly<Record<SettingKind, Fold>> = {
  [BUSINESS_HOURS]: businessHoursDecider,
  [CONTENT_PROFILE]: contentProfileDecider,
  [ORGANISATION]: organisationDecider,
  [REPLY_TEMPLATE]: replyTemplateDecider,
};
