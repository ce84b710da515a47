import type { ChannelType } from '@madoguchi/conversation';
import type { BotWay, IntegrationAccountEvent, LinkedHow } from './events.js';
import { evolve, type IntegrationAccount } from './state.js';
import { isVerified, isWholly } from './standing.js';

/** What turns the switch of an account on by itself. */
export type AutoLinkOn = 'verified' | 'published' | 'never';

const AUTO_LINK_ON: Readonly<Record<ChannelType, AutoLinkOn>> = {
  messenger: 'verified',
  line: 'verified',
  telegram: 'verified',
  viber: 'verified',
  vonage: 'never',
  whatsapp: 'published',
  lineworks: 'never',
  email: 'never',
};

/** A bot that we make is linked when it is published, one from the Developer Console by hand; a WhatsApp number is published when it is active. */
export const autoLinkOn = (accountType: ChannelType, botWay?: BotWay): AutoLinkOn =>
  accountType === 'lineworks' && botWay === 'simple' ? 'published' : AUTO_LINK_ON[accountType];

/**
 * The link that follows by itself when these events make an account whole: once, when the last piece falls into place, in whatever order
 * they come. A switch that a person has put off stays off.
 */
export const automaticLink = (
  account: IntegrationAccount,
  events: readonly IntegrationAccountEvent[],
): readonly IntegrationAccountEvent[] => {
  if (events.length === 0) return [];
  const after = events.reduce(evolve, account);
  if (after.status !== 'open' || after.linked || after.switchedOff || turnsOn(account) || !turnsOn(after)) return [];
  return [{ type: 'IntegrationAccountLinked', data: { how: howOf(after) } }];
};

const turnsOn = (account: IntegrationAccount): boolean => {
  if (account.status !== 'open' || !account.accountType) return false;
  switch (autoLinkOn(account.accountType, account.botWay)) {
    case 'verified':
      return isWholly(account) && isVerified(account);
    case 'published':
      return account.onboarding?.phase === 'active' || account.botId !== undefined;
    case 'never':
      return false;
  }
};

const howOf = ({ onboarding, botId }: IntegrationAccount): LinkedHow =>
  onboarding?.phase === 'active' ? 'automatic after activation' : botId ? 'automatic after publishing' : 'automatic after verification';
