import { Refusal } from '@madoguchi/event-sourcing';
import type { IntegrationAccountEvent } from '../events.js';
import { wrongType } from '../refusals.js';
import type { IntegrationAccount } from '../state.js';

/** Which domains of a group of companies the ClientApp may use ("Domain list"). */
export interface ChooseBotDomains {
  readonly type: 'ChooseBotDomains';
  readonly domains: readonly string[] | 'all';
}

export const chooseBotDomains = ({ domains }: ChooseBotDomains, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  if (account.accountType !== 'lineworks') throw wrongType('lineworks');
  if (
    domains !== 'all' &&
    (!Array.isArray(domains) || domains.length === 0 || !domains.every((domain) => /^\d{1,20}$/.test(String(domain))))
  ) {
    throw new Refusal('bad-domains', 'Choose all domains, or name each by its number.');
  }
  const chosen = domains === 'all' ? domains : [...new Set(domains)].sort();
  return JSON.stringify(chosen) === JSON.stringify(account.botDomains) ? [] : [{ type: 'BotDomainsChosen', data: { domains: chosen } }];
};

/** How the bot's own list ("Scope of bot usage") differs from the chosen one; both empty: not at all, or nothing can be said. */
export const domainDifferences = (
  chosen: readonly string[] | 'all' | undefined,
  ofBot: readonly string[] | 'all',
): { readonly missing: readonly string[]; readonly superfluous: readonly string[] } => {
  if (chosen === undefined || (chosen === 'all' && ofBot === 'all')) return { missing: [], superfluous: [] };
  const inApp: readonly string[] = chosen === 'all' ? ['all'] : chosen;
  const inBot: readonly string[] = ofBot === 'all' ? ['all'] : ofBot;
  return { missing: inApp.filter((domain) => !inBot.includes(domain)), superfluous: inBot.filter((domain) => !inApp.includes(domain)) };
};
