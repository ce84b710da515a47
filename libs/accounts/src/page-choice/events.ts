import type { MissingScope, OtherApp } from '../account/events.js';
import type { Problem } from '../onboarding/events.js';

/** A page that the person who logged in manages. Its token is kept elsewhere, sealed. */
export interface OfferedPage {
  readonly pageId: string;
  readonly name: string;
  readonly username?: string;
  /** Why it cannot be chosen. */
  readonly obstacle?: 'not published' | 'may not message' | 'may not moderate';
  /** Applications of others that get its messages; absent: the platform did not tell. */
  readonly otherApps?: readonly OtherApp[];
}

export interface ChosenPage {
  readonly pageId: string;
  /** The person was told who has it, and wants it here. */
  readonly takeOver: boolean;
}

/**
 * From the log-in at the platform to one account for each chosen page. Neither the state of the log-in nor the session is in the log, only
 * what proves that they are the same (SHA-256, hex). Times are ISO 8601 in UTC.
 */
export type PageChoiceEvent =
  | {
      readonly type: 'PageLogInBegun';
      readonly data: { readonly stateHash: string; readonly sessionHash: string; readonly begunAt: string; readonly validUntil: string };
    }
  /** The state of the log-in is used up from here on, whatever comes of it. */
  | { readonly type: 'PageLogInReturned'; readonly data: { readonly returnedAt: string } }
  /** The person cancelled, or the platform gave nothing: to be begun anew. */
  | { readonly type: 'PageLogInFailed'; readonly data: Problem & { readonly failedAt: string } }
  | {
      readonly type: 'PagesOffered';
      readonly data: {
        readonly pages: readonly OfferedPage[];
        readonly scopes: readonly string[];
        readonly missingScopes: readonly MissingScope[];
        readonly offeredAt: string;
        /** Until then pages can be chosen, and be tried again. */
        readonly validUntil: string;
      };
    }
  /** `mayRenew`: the person may change accounts that are there already. */
  | {
      readonly type: 'PagesChosen';
      readonly data: { readonly pages: readonly ChosenPage[]; readonly mayRenew: boolean; readonly chosenAt: string };
    }
  /** `renewed`: the page had an account here already, which has the new token now. */
  | {
      readonly type: 'PageConnected';
      readonly data: { readonly pageId: string; readonly accountId: string; readonly renewed: boolean; readonly connectedAt: string };
    }
  | { readonly type: 'PageNotConnected'; readonly data: Problem & { readonly pageId: string; readonly failedAt: string } }
  /** The tokens of the choice are destroyed; those of its accounts stay. */
  | { readonly type: 'PageChoiceClosed'; readonly data: { readonly why: 'finished' | 'expired'; readonly closedAt: string } };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const pageChoicePersonalFields = {
  PageLogInBegun: [],
  PageLogInReturned: [],
  PageLogInFailed: [],
  PagesOffered: [],
  PagesChosen: [],
  PageConnected: [],
  PageNotConnected: [],
  PageChoiceClosed: [],
} as const satisfies Record<PageChoiceEvent['type'], readonly string[]>;

/** Nobody's business outside, though nothing can be made of them. */
export const pageChoiceSecretFields: Partial<Record<PageChoiceEvent['type'], readonly string[]>> = {
  PageLogInBegun: ['stateHash', 'sessionHash'],
};
