import type { ChannelType } from '@madoguchi/conversation';
import type { OnboardingEvent } from '../onboarding/events.js';
import { onboardingPersonalFields } from '../onboarding/events.js';

/** One thing that was looked at. Names are stable, for translated texts. */
export interface CheckResult {
  readonly check: string;
  readonly ok: boolean;
  /** Plain words. Whatever looks like a token is taken out before it is recorded. */
  readonly reason?: string;
  readonly remedy?: string;
  readonly milliseconds: number;
}

/** `simple`: we make the bot; `console`: it was made in the Developer Console. */
export type BotWay = 'simple' | 'console';

export interface BotProfile {
  readonly name: string;
  readonly description: string;
  /** In our store of files, under `mediaId`. */
  readonly image?: { readonly mediaId: string; readonly fileName: string; readonly mimeType: string; readonly size: number };
}

/** Times are ISO 8601 in UTC, days `YYYY-MM-DD`. Who did it, and why, stands in the metadata. */
export type IntegrationAccountEvent = LifeEvent | SettingEvent | PlatformEvent | BotEvent | OnboardingEvent;

type LifeEvent =
  | {
      readonly type: 'IntegrationAccountAdded';
      readonly data: {
        readonly accountType: ChannelType;
        /** A free label, 1-100 characters, unique in the tenant. */
        readonly name: string;
        /** The unguessable part of the webhook's path. */
        readonly webhookKey: string;
        readonly addedAt?: string;
        /** The label follows the platform's name until somebody edits it. */
        readonly nameFollowsPlatform?: boolean;
        /** Absent: it is active from the start. */
        readonly active?: boolean;
        readonly botWay?: BotWay;
        readonly contactWindowId?: string;
        /** It had been deleted, and is set up again with new data. */
        readonly again?: boolean;
      };
    }
  /** Names of the fields that were given new values; the values are never in the log, but for the platform's own id of the account. */
  | {
      readonly type: 'IntegrationAccountApplied';
      readonly data: {
        readonly changedFields: readonly string[];
        readonly platformAccountId?: string;
        /** Required fields that are still empty; absent: none. */
        readonly missingFields?: readonly string[];
      };
    }
  | {
      readonly type: 'IntegrationAccountLinked';
      readonly data: { readonly how?: LinkedHow; /** The application that held it, as shown before. */ readonly takesOver?: OtherApp };
    }
  | { readonly type: 'IntegrationAccountUnlinked'; readonly data: { readonly reason: string } }
  /**
   * For good: credentials are destroyed, the webhook's address is gone, running conversations become read-only. Whoever keeps something of
   * the account (claims, codes, a bot at the platform, a place in a contact window) gives it up on this event.
   */
  | { readonly type: 'IntegrationAccountDeleted'; readonly data: { readonly reason: DeletionReason; readonly deletedAt: string } };

export type LinkedHow = 'by hand' | 'automatic after verification' | 'automatic after publishing' | 'automatic after activation';

export type DeletionReason = 'deleted by an administrator' | 'not activated within 30 days' | 'started over';

/** An application that a page is linked with. */
export interface OtherApp {
  readonly appId: string;
  readonly appName?: string;
  /** Since when it has it, where the platform says so. */
  readonly since?: string;
}

type SettingEvent =
  | {
      readonly type: 'IntegrationAccountRenamed';
      readonly data: { readonly name: string; /** The platform's own name had changed. */ readonly followed?: boolean };
    }
  /** From now on this queue handles its messages. */
  | { readonly type: 'IntegrationAccountRouted'; readonly data: { readonly queueId: string; readonly previousQueueId?: string } }
  | { readonly type: 'IntegrationAccountActivated'; readonly data: Readonly<Record<string, never>> }
  /** What comes in is stored and not routed. */
  | { readonly type: 'IntegrationAccountDeactivated'; readonly data: Readonly<Record<string, never>> }
  /** In which messages are expected: a BCP 47 tag. */
  | { readonly type: 'IntegrationAccountLanguageSet'; readonly data: { readonly language: string } }
  /** Whether what a customer writes in counts before the account's language. */
  | { readonly type: 'DetectedLanguageOverrideSet'; readonly data: { readonly allowed: boolean } }
  | {
      readonly type: 'IntegrationAccountBound';
      readonly data: { readonly contactWindowId: string; readonly previousContactWindowId?: string };
    }
  /** Null: the organisation's own again. */
  | { readonly type: 'ContentProfileChosen'; readonly data: { readonly contentProfileId: string | null } }
  /** Null: those of the contact window. */
  | { readonly type: 'BusinessHoursChosen'; readonly data: { readonly businessHoursId: string | null } }
  /** Of the list "Have this ready", by the person who has it. */
  | { readonly type: 'ChecklistItemTicked'; readonly data: { readonly item: string; readonly done: boolean } }
  | {
      readonly type: 'PlatformApiPinned';
      readonly data: {
        readonly apiVersion: string;
        readonly appId?: string;
        /** The day on which the version leaves support. */ readonly supportedUntil?: string;
      };
    };

/** What was seen at the platform, or of it. */
type PlatformEvent =
  | {
      readonly type: 'ConnectionTested';
      readonly data: { readonly ok: boolean; readonly checks: readonly CheckResult[]; readonly testedAt: string };
    }
  /** The platform took our address. `host`: the public host and port of it. */
  | { readonly type: 'WebhookSet'; readonly data: { readonly host: string; readonly setAt: string } }
  | {
      readonly type: 'WebhookNotSet';
      readonly data: { readonly host: string; readonly checks: readonly CheckResult[]; readonly triedAt: string };
    }
  /** The platform has proved that it knows the account's secrets, and we that we answer. */
  | { readonly type: 'WebhookVerified'; readonly data: { readonly how: VerifiedHow; readonly verifiedAt: string } }
  /** Somebody came with a wrong verify token; at most once in ten minutes. */
  | { readonly type: 'HandshakeRefused'; readonly data: { readonly refusedAt: string } }
  /** As the platform lists it. */
  | { readonly type: 'SubscriptionRead'; readonly data: { readonly fields: readonly SubscribedField[]; readonly readAt: string } }
  | {
      readonly type: 'TokenChecked';
      readonly data: {
        /** Null: it does not expire. */
        readonly expiresAt: string | null;
        readonly scopes: readonly string[];
        readonly missingScopes: readonly MissingScope[];
        readonly checkedAt: string;
      };
    }
  | { readonly type: 'TokenExpiryWarned'; readonly data: { readonly expiresAt: string; readonly warnedAt: string } }
  /** Another application gets its messages now. */
  | { readonly type: 'PageTakenOver'; readonly data: OtherApp & { readonly detectedAt: string } }
  | { readonly type: 'PageTakenBack'; readonly data: { readonly takenBackAt: string } };

/** `handshake`: a GET with the verify token; `verify request`: a signed one without events; `signed request`: the first with events. */
export type VerifiedHow = 'handshake' | 'verify request' | 'signed request';

export interface SubscribedField {
  readonly field: string;
  readonly needed: boolean;
  readonly subscribed: boolean;
}

/** `effect`: what cannot be done without it. */
export interface MissingScope {
  readonly scope: string;
  readonly effect: string;
}

/** Of bots inside LINE WORKS. */
type BotEvent =
  | { readonly type: 'BotProfileSet'; readonly data: BotProfile }
  /** The domains that the ClientApp may use. */
  | { readonly type: 'BotDomainsChosen'; readonly data: { readonly domains: readonly string[] | 'all' } }
  /** Members find it now. */
  | { readonly type: 'BotPublished'; readonly data: { readonly botId: string; readonly publishedAt: string } };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const integrationAccountPersonalFields = {
  IntegrationAccountAdded: [],
  IntegrationAccountRenamed: [],
  IntegrationAccountApplied: [],
  IntegrationAccountRouted: [],
  IntegrationAccountLinked: [],
  IntegrationAccountUnlinked: [],
  IntegrationAccountDeleted: [],
  IntegrationAccountActivated: [],
  IntegrationAccountDeactivated: [],
  IntegrationAccountLanguageSet: [],
  DetectedLanguageOverrideSet: [],
  IntegrationAccountBound: [],
  ContentProfileChosen: [],
  BusinessHoursChosen: [],
  ChecklistItemTicked: [],
  PlatformApiPinned: [],
  ConnectionTested: [],
  WebhookSet: [],
  WebhookNotSet: [],
  WebhookVerified: [],
  HandshakeRefused: [],
  SubscriptionRead: [],
  TokenChecked: [],
  TokenExpiryWarned: [],
  PageTakenOver: [],
  PageTakenBack: [],
  BotProfileSet: [],
  BotDomainsChosen: [],
  BotPublished: [],
  ...onboardingPersonalFields,
} as const satisfies Record<IntegrationAccountEvent['type'], readonly string[]>;

/** Not about a person, but nobody's business outside: whoever knows the path of a webhook can knock at it. Exports leave them out for everybody. */
export const integrationAccountSecretFields: Partial<Record<IntegrationAccountEvent['type'], readonly string[]>> = {
  IntegrationAccountAdded: ['webhookKey'],
};
