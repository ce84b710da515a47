import type { OfferedPage, PageChoice, PageOutcome } from '@madoguchi/accounts';
import { type ProblemView, problemView } from './problem-texts.js';
import { EFFECTS, LINKED_HERE, linkedElsewhere, OBSTACLES, ONLY_PAGES, type Words } from './texts.js';

/** Where one choice of pages stands. Times are ISO 8601 in UTC. */
export interface PageChoiceView {
  readonly id: string;
  /** `begun`: the person is at Facebook; `returned`: Facebook is being asked; `offered`: pages can be chosen. */
  readonly status: 'begun' | 'returned' | 'failed' | 'offered' | 'closed';
  readonly validUntil: string | null;
  /** Why there are no pages. */
  readonly problem: ProblemView | null;
  readonly scopes: readonly string[];
  readonly missingScopes: readonly { readonly scope: string; readonly effect: Words }[];
  /** Why profiles are not in the list. */
  readonly onlyPages: Words;
  /** How many there are, whatever was searched for. */
  readonly pageCount: number;
  readonly pages: readonly PageView[];
}

export interface PageView {
  readonly pageId: string;
  readonly name: string;
  readonly username: string | null;
  readonly selectable: boolean;
  readonly whyNot: Words | null;
  /** Applications of others that get its messages; null: Facebook did not tell. */
  readonly otherApps: readonly { readonly appId: string; readonly appName: string | null }[] | null;
  /** Who has it in this installation; null: nobody. Of another tenant nothing is told. */
  readonly heldHere: {
    readonly by: 'this tenant' | 'somebody else';
    readonly accountId: string | null;
    readonly since: string | null;
  } | null;
  /** What the person must know before they choose it. */
  readonly warning: Words | null;
  /** It has to be chosen with `takeOver`. */
  readonly needsTakeOver: boolean;
  readonly outcome: OutcomeView | null;
}

export interface OutcomeView {
  readonly state: PageOutcome['state'];
  readonly accountId: string | null;
  /** An account that was there got the new token. */
  readonly renewed: boolean;
  readonly problem: ProblemView | null;
}

export type HolderOf = (pageId: string) => PageView['heldHere'];

export const pageChoiceView = (id: string, choice: PageChoice, holderOf: HolderOf, search = ''): PageChoiceView => {
  const found = choice.pages.filter((page) => isFound(page, search.trim().toLowerCase()));
  return {
    id,
    status: choice.status === 'none' ? 'begun' : choice.status,
    validUntil: choice.validUntil ?? null,
    problem: choice.problem ? problemView(choice.problem) : null,
    scopes: choice.scopes,
    missingScopes: choice.missingScopes.map(({ scope, effect }) => ({
      scope,
      effect: EFFECTS[scope] ?? { en: effect, ja: effect, ru: effect },
    })),
    onlyPages: ONLY_PAGES,
    pageCount: choice.pages.length,
    pages: found.map((page) => pageView(page, choice.outcomes[page.pageId], holderOf(page.pageId))),
  };
};

const isFound = ({ pageId, name, username = '' }: OfferedPage, search: string): boolean =>
  search === '' || [pageId, name.toLowerCase(), username.toLowerCase()].some((text) => text.includes(search));

const pageView = (page: OfferedPage, outcome: PageOutcome | undefined, heldHere: PageView['heldHere']): PageView => {
  const { pageId, name, username, obstacle, otherApps } = page;
  const elsewhere = [
    ...(otherApps ?? []).map(({ appId, appName }) => appName ?? appId),
    ...(heldHere?.by === 'somebody else' ? ['Madoguchi'] : []),
  ];
  const ours = heldHere?.by === 'this tenant';
  return {
    pageId,
    name,
    username: username ?? null,
    selectable: obstacle === undefined,
    whyNot: obstacle ? OBSTACLES[obstacle] : null,
    otherApps: otherApps?.map(({ appId, appName }) => ({ appId, appName: appName ?? null })) ?? null,
    heldHere,
    warning: elsewhere.length > 0 ? linkedElsewhere(elsewhere.join(', ')) : ours ? LINKED_HERE : null,
    needsTakeOver: elsewhere.length > 0,
    outcome: outcome ? outcomeView(outcome, elsewhere.join(', ')) : null,
  };
};

const outcomeView = (outcome: PageOutcome, elsewhere: string): OutcomeView => {
  switch (outcome.state) {
    case 'waiting':
      return { state: 'waiting', accountId: null, renewed: false, problem: null };
    case 'connected':
      return { state: 'connected', accountId: outcome.accountId, renewed: outcome.renewed, problem: null };
    case 'not connected': {
      const { state, code, reason, remedy } = outcome;
      return { state, accountId: null, renewed: false, problem: problemView({ code, reason, remedy }, elsewhere || undefined) };
    }
  }
};
