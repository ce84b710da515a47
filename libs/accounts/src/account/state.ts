import type { ChannelType } from '@madoguchi/conversation';
import { evolveOnboarding, type Onboarding } from '../onboarding/state.js';
import type { BotProfile, BotWay, DeletionReason, IntegrationAccountEvent, MissingScope, OtherApp } from './events.js';

/** What decisions need to know of an account. */
export interface IntegrationAccount {
  readonly status: 'none' | 'open' | 'deleted';
  readonly accountType?: ChannelType;
  readonly name?: string;
  readonly nameFollowsPlatform: boolean;
  /** Every key that it ever had; the last one holds. */
  readonly webhookKeys: readonly string[];
  readonly platformAccountId?: string;
  /** Undefined: nothing was applied yet. */
  readonly missingFields?: readonly string[];
  readonly contactWindowId?: string;
  readonly queueId?: string;
  readonly language?: string;
  /** What a customer writes in counts before it. */
  readonly detectedLanguageMayOverride?: true;
  readonly active: boolean;
  readonly contentProfileId?: string;
  readonly businessHoursId?: string;
  /** The switch. */
  readonly linked: boolean;
  /** A person put the switch off: no automation puts it on. */
  readonly switchedOff: boolean;
  /** Since the last change of credentials. */
  readonly verifiedAt?: string;
  readonly webhookHost?: string;
  readonly handshakeRefusedAt?: string;
  /** Needed fields that the platform does not send; undefined: the list was never read. */
  readonly unsubscribedFields?: readonly string[];
  readonly token?: { readonly expiresAt: string | null; readonly missingScopes: readonly MissingScope[]; readonly warned: boolean };
  readonly takenOver?: OtherApp;
  readonly botWay?: BotWay;
  readonly botProfile?: BotProfile;
  readonly botDomains?: readonly string[] | 'all';
  readonly botId?: string;
  /** Items that are done. */
  readonly checklist: ReadonlySet<string>;
  readonly platformApi?: { readonly apiVersion: string; readonly appId?: string; readonly supportedUntil?: string };
  /** Of a WhatsApp number that is brought onto the platform here. */
  readonly onboarding?: Onboarding;
  readonly deletion?: { readonly reason: DeletionReason; readonly deletedAt: string };
}

export const initialAccount = (): IntegrationAccount => ({
  status: 'none',
  nameFollowsPlatform: false,
  webhookKeys: [],
  active: true,
  linked: false,
  switchedOff: false,
  checklist: new Set(),
});

export const evolve = (account: IntegrationAccount, event: IntegrationAccountEvent): IntegrationAccount => {
  switch (event.type) {
    case 'IntegrationAccountAdded': {
      const { accountType, name, webhookKey, nameFollowsPlatform = false, active = true, botWay, contactWindowId } = event.data;
      const webhookKeys = [...account.webhookKeys, webhookKey];
      return { ...initialAccount(), status: 'open', accountType, name, webhookKeys, nameFollowsPlatform, active, botWay, contactWindowId };
    }
    case 'IntegrationAccountRenamed':
      return { ...account, name: event.data.name, nameFollowsPlatform: event.data.followed === true };
    case 'IntegrationAccountApplied': {
      const { changedFields, platformAccountId = account.platformAccountId, missingFields = [] } = event.data;
      // A form that is still being filled in keeps the proof it has: the platform may have been set up first.
      const replaced = account.missingFields?.length === 0 && changedFields.length > 0;
      return { ...account, platformAccountId, missingFields, verifiedAt: replaced ? undefined : account.verifiedAt };
    }
    case 'IntegrationAccountRouted':
      return { ...account, queueId: event.data.queueId };
    case 'IntegrationAccountActivated':
      return { ...account, active: true };
    case 'IntegrationAccountDeactivated':
      return { ...account, active: false };
    case 'IntegrationAccountLanguageSet':
      return { ...account, language: event.data.language };
    case 'DetectedLanguageOverrideSet':
      return { ...account, detectedLanguageMayOverride: event.data.allowed || undefined };
    case 'IntegrationAccountBound':
      return { ...account, contactWindowId: event.data.contactWindowId };
    case 'ContentProfileChosen':
      return { ...account, contentProfileId: event.data.contentProfileId ?? undefined };
    case 'BusinessHoursChosen':
      return { ...account, businessHoursId: event.data.businessHoursId ?? undefined };
    case 'IntegrationAccountLinked':
      return { ...account, linked: true, switchedOff: false };
    case 'IntegrationAccountUnlinked':
      return { ...account, linked: false, switchedOff: true };
    case 'IntegrationAccountDeleted':
      return {
        ...account,
        status: 'deleted',
        linked: false,
        deletion: event.data,
        onboarding: undefined,
        token: undefined,
        takenOver: undefined,
      };
    case 'ChecklistItemTicked': {
      const rest = [...account.checklist].filter((item) => item !== event.data.item);
      return { ...account, checklist: new Set(event.data.done ? [...rest, event.data.item] : rest) };
    }
    case 'PlatformApiPinned':
      return { ...account, platformApi: event.data };
    case 'WebhookSet':
      return { ...account, webhookHost: event.data.host, verifiedAt: verifiesBySetting(account) ? event.data.setAt : account.verifiedAt };
    case 'WebhookVerified':
      return { ...account, verifiedAt: event.data.verifiedAt };
    case 'HandshakeRefused':
      return { ...account, handshakeRefusedAt: event.data.refusedAt };
    case 'SubscriptionRead': {
      const unsubscribedFields = event.data.fields.filter(({ needed, subscribed }) => needed && !subscribed).map(({ field }) => field);
      return { ...account, unsubscribedFields };
    }
    case 'TokenChecked': {
      const { expiresAt, missingScopes } = event.data;
      const warned = account.token?.warned === true && account.token.expiresAt === expiresAt;
      return { ...account, token: { expiresAt, missingScopes, warned } };
    }
    case 'TokenExpiryWarned':
      return { ...account, token: account.token && { ...account.token, warned: true } };
    case 'PageTakenOver': {
      const { appId, appName, since } = event.data;
      return { ...account, takenOver: { appId, appName, since } };
    }
    case 'PageTakenBack':
      return { ...account, takenOver: undefined };
    case 'BotProfileSet':
      return { ...account, botProfile: event.data };
    case 'BotDomainsChosen':
      return { ...account, botDomains: event.data.domains };
    case 'BotPublished':
      return { ...account, botId: event.data.botId };
    case 'ConnectionTested':
    case 'WebhookNotSet':
      return account;
    default:
      return evolveRest(account, event);
  }
};

/** Telegram and Viber take an address only from who knows the token. */
const verifiesBySetting = ({ accountType }: IntegrationAccount): boolean => accountType === 'telegram' || accountType === 'viber';

type OnboardingOf = Parameters<typeof evolveOnboarding>[1];

/** What a later version of Madoguchi may have written ends here too, and changes nothing. */
const evolveRest = (account: IntegrationAccount, event: OnboardingOf): IntegrationAccount => {
  const onboarding = evolveOnboarding(account.onboarding, event);
  return onboarding === account.onboarding ? account : { ...account, onboarding };
};
