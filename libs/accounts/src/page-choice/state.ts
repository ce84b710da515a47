import type { MissingScope } from '../account/events.js';
import type { Problem } from '../onboarding/events.js';
import type { ChosenPage, OfferedPage, PageChoiceEvent } from './events.js';

export type PageOutcome =
  | { readonly state: 'waiting' }
  | { readonly state: 'connected'; readonly accountId: string; readonly renewed: boolean }
  | ({ readonly state: 'not connected' } & Problem);

export interface PageChoice {
  readonly status: 'none' | 'begun' | 'returned' | 'failed' | 'offered' | 'closed';
  readonly stateHash?: string;
  readonly sessionHash?: string;
  /** Of what can be done next. */
  readonly validUntil?: string;
  readonly problem?: Problem;
  readonly pages: readonly OfferedPage[];
  readonly scopes: readonly string[];
  readonly missingScopes: readonly MissingScope[];
  readonly mayRenew: boolean;
  readonly chosenAt?: string;
  readonly chosen: readonly ChosenPage[];
  /** Of chosen pages, by their ids. */
  readonly outcomes: Readonly<Record<string, PageOutcome>>;
}

export const initialPageChoice = (): PageChoice => ({
  status: 'none',
  pages: [],
  scopes: [],
  missingScopes: [],
  mayRenew: false,
  chosen: [],
  outcomes: {},
});

export const evolve = (choice: PageChoice, event: PageChoiceEvent): PageChoice => {
  switch (event.type) {
    case 'PageLogInBegun': {
      const { stateHash, sessionHash, validUntil } = event.data;
      return { ...choice, status: 'begun', stateHash, sessionHash, validUntil };
    }
    case 'PageLogInReturned':
      return { ...choice, status: 'returned' };
    case 'PageLogInFailed': {
      const { code, reason, remedy } = event.data;
      return { ...choice, status: 'failed', problem: { code, reason, remedy } };
    }
    case 'PagesOffered': {
      const { pages, scopes, missingScopes, validUntil } = event.data;
      return { ...choice, status: 'offered', pages, scopes, missingScopes, validUntil };
    }
    case 'PagesChosen': {
      const { pages, mayRenew, chosenAt } = event.data;
      const others = choice.chosen.filter((known) => !pages.some(({ pageId }) => pageId === known.pageId));
      const waiting = Object.fromEntries(pages.map(({ pageId }) => [pageId, { state: 'waiting' } as const]));
      return { ...choice, mayRenew, chosenAt, chosen: [...others, ...pages], outcomes: { ...choice.outcomes, ...waiting } };
    }
    case 'PageConnected': {
      const { pageId, accountId, renewed } = event.data;
      return { ...choice, outcomes: { ...choice.outcomes, [pageId]: { state: 'connected', accountId, renewed } } };
    }
    case 'PageNotConnected': {
      const { pageId, code, reason, remedy } = event.data;
      return { ...choice, outcomes: { ...choice.outcomes, [pageId]: { state: 'not connected', code, reason, remedy } } };
    }
    case 'PageChoiceClosed':
      return { ...choice, status: 'closed' };
    default:
      return unknownEvent(choice, event);
  }
};

/** A later version of Madoguchi may have written it; it must not stop this one. */
const unknownEvent = (choice: PageChoice, _event: never): PageChoice => choice;

/** Chosen, and nothing is known of it yet: what a process that died left undone. */
export const waitingPages = ({ status, chosen, outcomes }: PageChoice): readonly ChosenPage[] =>
  status === 'offered' ? chosen.filter(({ pageId }) => outcomes[pageId]?.state === 'waiting') : [];
