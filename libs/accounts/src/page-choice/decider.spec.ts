import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { pageChoiceDecider } from './decider.js';
import type { OfferedPage, PageChoiceEvent } from './events.js';
import { MOST_PAGES_AT_ONCE } from './write/choose-pages.js';

const { given } = specificationOf(pageChoiceDecider);
const at = '2026-11-25T10:00:00.000Z';
const soon = '2026-11-25T10:05:00.000Z';
const stateHash = 'a'.repeat(64);
const sessionHash = 'b'.repeat(64);
const problem = { code: 'cancelled', reason: 'The person cancelled.', remedy: 'Log in again.' };
const pages: readonly OfferedPage[] = [
  { pageId: '1001', name: 'Umeda' },
  { pageId: '1002', name: 'Namba', otherApps: [{ appId: '77', appName: 'Other desk' }] },
  { pageId: '1003', name: 'Draft', obstacle: 'not published' },
];

const begun: PageChoiceEvent = {
  type: 'PageLogInBegun',
  data: { stateHash, sessionHash, begunAt: at, validUntil: '2026-11-25T10:30:00.000Z' },
};
const returned: PageChoiceEvent = { type: 'PageLogInReturned', data: { returnedAt: soon } };
const offered: PageChoiceEvent = {
  type: 'PagesOffered',
  data: { pages, scopes: ['pages_messaging'], missingScopes: [], offeredAt: soon, validUntil: '2026-11-25T11:05:00.000Z' },
};
const chosen = (...chosenPages: readonly string[]): PageChoiceEvent => ({
  type: 'PagesChosen',
  data: { pages: chosenPages.map((pageId) => ({ pageId, takeOver: false })), mayRenew: true, chosenAt: soon },
});
const connected = (pageId: string, accountId = `account of ${pageId}`): PageChoiceEvent => ({
  type: 'PageConnected',
  data: { pageId, accountId, renewed: false, connectedAt: soon },
});
const closed = (why: 'finished' | 'expired', closedAt = soon): PageChoiceEvent => ({ type: 'PageChoiceClosed', data: { why, closedAt } });

const comeBack = (change: object = {}) => ({ type: 'ReturnFromPageLogIn', stateHash, sessionHash, at: soon, ...change }) as const;
const choose = (...pageIds: readonly string[]) =>
  ({ type: 'ChoosePages', pages: pageIds.map((pageId) => ({ pageId, takeOver: false })), mayRenew: true, at: soon }) as const;
const done = (pageId: string) =>
  ({ type: 'RecordPageConnected', pageId, accountId: `account of ${pageId}`, renewed: false, at: soon }) as const;

describe('M-165: a log-in at the platform', () => {
  it('is begun once, and comes back once, in the same session and in time', () => {
    given().when({ type: 'BeginPageLogIn', stateHash, sessionHash, at }).then(begun);
    given(begun).when({ type: 'BeginPageLogIn', stateHash, sessionHash, at }).thenRefused('log-in-begun');
    given().when({ type: 'BeginPageLogIn', stateHash: 'the state itself', sessionHash, at }).thenRefused('bad-hash');
    given(begun).when(comeBack()).then(returned);
    given(begun, returned).when(comeBack()).thenRefused('state-used');
    given(begun)
      .when(comeBack({ stateHash: 'c'.repeat(64) }))
      .thenRefused('other-state');
    given().when(comeBack()).thenRefused('other-state');
    given(begun)
      .when(comeBack({ sessionHash: 'c'.repeat(64) }))
      .thenRefused('other-session');
    given(begun)
      .when(comeBack({ at: '2026-11-25T10:30:00.000Z' }))
      .thenRefused('log-in-expired');
  });

  it('ends with a list of pages, or with the reason why there is none', () => {
    const offer = { type: 'OfferPages', pages, scopes: ['pages_messaging'], missingScopes: [], at: soon } as const;
    given(begun, returned).when(offer).then(offered);
    given(begun).when(offer).thenNothing();
    given(begun, returned, offered).when(offer).thenNothing();
    given(begun, returned)
      .when({ type: 'RecordPageLogInFailed', ...problem, at: soon })
      .then({ type: 'PageLogInFailed', data: { ...problem, failedAt: soon } });
  });
});

describe('a choice of pages', () => {
  it('M-166: takes one or several of those that were offered', () => {
    given(begun, returned, offered)
      .when(choose('1001', '1002', '1001'))
      .then(chosen('1001', '1002'));
    given(begun, returned).when(choose('1001')).thenRefused('no-pages-yet');
    given(begun, returned, offered).when(choose('404')).thenRefused('unknown-page');
    given(begun, returned, offered).when(choose('1001', '1003')).thenRefused('page-not-selectable');
    given(begun, returned, offered).when(choose()).thenRefused('bad-page-count');
    given(begun, returned, offered)
      .when(choose(...Array.from({ length: MOST_PAGES_AT_ONCE + 1 }, String)))
      .thenRefused('bad-page-count');
  });

  it('M-171: is done page by page; what was not connected is chosen once more, the rest is not', () => {
    const failed: PageChoiceEvent = { type: 'PageNotConnected', data: { pageId: '1002', ...problem, failedAt: soon } };
    const all = [begun, returned, offered, chosen('1001', '1002')];
    given(...all)
      .when(done('1001'))
      .then(connected('1001'));
    given(...all, connected('1001'))
      .when(done('1001'))
      .thenNothing();
    given(...all, connected('1001'))
      .when({ type: 'RecordPageNotConnected', pageId: '1002', ...problem, at: soon })
      .then(failed);
    given(...all, connected('1001'), failed)
      .when(choose('1001', '1002'))
      .then(chosen('1002'));
    given(...all)
      .when(choose('1001'))
      .thenNothing();
    given(...all, connected('1001'), failed, chosen('1002'))
      .when(done('1002'))
      .then(connected('1002'), closed('finished'));
  });

  it('is over when all are connected, or when its time is', () => {
    const all = [begun, returned, offered];
    const late = '2026-11-25T11:05:00.000Z';
    given(...all)
      .when({ type: 'ExpirePageChoice', at: soon })
      .thenNothing();
    given(...all)
      .when({ type: 'ExpirePageChoice', at: late })
      .then(closed('expired', late));
    given(begun).when({ type: 'ExpirePageChoice', at: late }).then(closed('expired', late));
    given(...all, closed('expired'))
      .when({ type: 'ExpirePageChoice', at: late })
      .thenNothing();
    given(...all, closed('expired'))
      .when(choose('1001'))
      .thenRefused('choice-closed');
    given(...all)
      .when({ ...choose('1001'), at: late })
      .thenRefused('choice-closed');
    given(...all, chosen('1001'), closed('expired'))
      .when(done('1001'))
      .thenNothing();
  });
});
