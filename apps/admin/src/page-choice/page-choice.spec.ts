import { randomUUID } from 'node:crypto';
import { pageChoiceDecider, pageChoiceStream } from '@madoguchi/accounts';
import { handleCommand, startOf } from '@madoguchi/event-sourcing';
import { SignIn } from '@madoguchi/sign-in';
import { currentAccount } from '../integration-accounts/current-account.js';
import { VirtualClock } from '../scheduler/testing/virtual-clock.js';
import { ProcessesUnderTest } from '../testing/account-processes.js';
import { preflightOf } from './page-app.js';
import { pageHolderHere } from './page-holder-here.js';
import { ALL_SCOPES, APP_ID, APP_SECRET, Facebook, tokenOf } from './testing/facebook.js';

type Who = 'admin' | 'agent' | 'other';

const inThreeLanguages = { en: expect.any(String), ja: expect.any(String), ru: expect.any(String) } as const;

describe('Facebook pages that are chosen after a log-in', () => {
  const clock = new VirtualClock('2026-11-25T10:00:00.000Z');
  let facebook: Facebook;
  let processes: ProcessesUnderTest;
  let lastPage = 1_000_000;

  beforeAll(async () => {
    facebook = await Facebook.start();
    const pageApp = { appId: APP_ID, appSecret: APP_SECRET, deskUrl: 'https://desk.example' };
    processes = await ProcessesUnderTest.start(clock, new Map([['messenger', facebook.channel()]]), { pageApp });
  });
  afterAll(async () => {
    await processes.stop();
    await facebook.platform.stop();
  });
  beforeEach(() => {
    facebook.pages.clear();
    facebook.refusing.clear();
    facebook.scopes = ALL_SCOPES;
  });

  const page = (name: string, more: Partial<Parameters<Facebook['add']>[0]> = {}) => {
    const id = String((lastPage += 1));
    facebook.add({ id, name, username: `page.${id}`, ...more });
    return id;
  };
  const begin = async (who: Who = 'admin', key?: string) => (await processes.call(who, 'POST', 'page-choices', undefined, key)).body;
  const comeBack = (returned: object, who: Who = 'admin', key?: string) =>
    processes.call(who, 'POST', 'page-choices/log-in', returned, key);
  const offered = async (who: Who = 'admin') => (await comeBack(facebook.allow((await begin(who)).authorizationUrl), who)).body;
  /** What takes longer than the desk waits is asked for again. */
  const choose = async (id: string, pages: readonly object[], who: Who = 'admin', key?: string) => {
    const answer = await processes.call(who, 'POST', `page-choices/${id}/pages`, { pages }, key);
    if (answer.status !== 200) return answer;
    const shown = async () => (await processes.call(who, 'GET', `page-choices/${id}`)).body;
    await processes.until(async () => !JSON.stringify(await shown()).includes('"state":"waiting"'));
    return { ...answer, body: await shown() };
  };
  const outcomes = (body: {
    readonly pages: readonly { readonly pageId: string; readonly outcome: { readonly state: string } | null }[];
  }) => Object.fromEntries(body.pages.map(({ pageId, outcome }) => [pageId, outcome?.state]));
  const kept = (id: string) => processes.credentials.open(processes.tenantId, id);

  it('M-162: names the settings that are missing, and who can fill them', async () => {
    expect((await processes.call('admin', 'GET', 'page-choices/preflight')).body).toEqual({
      ready: true,
      redirectUri: 'https://desk.example/api/v1/page-choices/return',
      missing: [],
    });
    const { ready, missing } = preflightOf({ appId: APP_ID });
    expect([ready, missing.map(({ setting, who }) => [setting, who])]).toEqual([
      false,
      [
        ['MADOGUCHI_DESK_URL', 'operator'],
        ['MADOGUCHI_MESSENGER_APP_SECRET', 'operator'],
      ],
    ]);
    for (const { what } of missing) expect(Object.keys(what)).toEqual(['en', 'ja', 'ru']);
  });

  it('M-165, M-166, M-168, M-170, M-171, M-172: log in, choose several pages, done: one account each, called as its page', async () => {
    const [umeda, namba, kyoto] = [page('Umeda'), page('Namba', { username: undefined }), page('Kyoto')];
    const begun = await begin();
    const choice = (await comeBack(facebook.allow(begun.authorizationUrl))).body;
    expect([choice.id, choice.status, choice.pageCount]).toEqual([begun.id, 'offered', 3]);
    const { body: found } = await processes.call('admin', 'GET', `page-choices/${choice.id}?search=umE`);
    expect([found.pageCount, found.pages.map(({ pageId }: { pageId: string }) => pageId)]).toEqual([3, [umeda]]);

    const done = await choose(choice.id, [{ pageId: umeda }, { pageId: namba }]);
    expect([done.status, outcomes(done.body)]).toEqual([200, { [umeda]: 'connected', [namba]: 'connected', [kyoto]: undefined }]);
    const ids: string[] = done.body.pages.slice(0, 2).map(({ outcome }: { outcome: { accountId: string } }) => outcome.accountId);
    expect(new Set(ids).size).toBe(2);
    for (const [index, id] of ids.entries()) {
      const account = await currentAccount(processes.store, processes.tenantId, id);
      const pageId = [umeda, namba][index]!;
      expect(account).toMatchObject({
        name: ['Umeda', 'Namba'][index],
        type: 'messenger',
        platformAccountId: pageId,
        linked: true,
        state: { nameFollowsPlatform: true, missingFields: [], token: { expiresAt: null, missingScopes: [] } },
      });
      expect(await processes.credentials.open(processes.tenantId, id)).toMatchObject({
        pageId,
        pageAccessToken: tokenOf(pageId),
        appSecret: APP_SECRET,
        pageUsername: index === 0 ? `page.${umeda}` : namba,
      });
    }
    expect(await kept(choice.id)).toEqual({});
  });

  it('M-160, M-173, M-174, M-175, M-176: a new channel holds what comes in until it is active and has a queue', async () => {
    const pageId = page('Held');
    const { id } = await offered();
    const { accountId } = (await choose(id, [{ pageId }])).body.pages[0].outcome;
    const read = async () => {
      const { active, queueId, language, intake, routingGaps } = await currentAccount(processes.store, processes.tenantId, accountId);
      return { active, queueId, language, intake, routingGaps };
    };
    expect(await read()).toEqual({ active: false, queueId: null, language: null, intake: 'hold', routingGaps: ['not active', 'no queue'] });
    const queueId = randomUUID();
    await processes.command(accountId, { type: 'ApplyAccount', active: true, queueId, language: 'ja', changedFields: [] });
    expect(await read()).toEqual({ active: true, queueId, language: 'ja', intake: 'route', routingGaps: [] });
  });

  it('M-167: offers public pages only, and says why there are no profiles', async () => {
    const [hidden, limited] = [page('Hidden', { is_published: false }), page('Limited', { tasks: ['MODERATE'] })];
    const { id, pages, onlyPages } = await offered();
    expect(pages).toMatchObject([
      { pageId: hidden, selectable: false, whyNot: { en: expect.stringContaining('not published') } },
      { pageId: limited, selectable: false, whyNot: { ja: expect.any(String), ru: expect.any(String) } },
    ]);
    expect(onlyPages.en).toContain('Personal profiles cannot be connected');
    expect(await choose(id, [{ pageId: hidden }])).toMatchObject({ status: 409, body: { code: 'page-not-selectable' } });
  });

  it('M-169: reads back what was granted, and says what cannot be done without the rest', async () => {
    facebook.scopes = ['pages_show_list', 'pages_messaging'];
    page('Limited');
    const { scopes, missingScopes } = await offered();
    expect(scopes).toEqual(['pages_messaging', 'pages_show_list']);
    expect(missingScopes).toEqual([
      {
        scope: 'pages_manage_metadata',
        effect: { en: expect.stringContaining('do not arrive'), ja: expect.any(String), ru: expect.any(String) },
      },
    ]);
  });

  it('uses a state once, in its own session and tenant only', async () => {
    page('Once');
    const key = randomUUID();
    const begun = await begin('admin', key);
    expect(await begin('admin', key)).toEqual(begun);
    const returned = facebook.allow(begun.authorizationUrl);
    expect(await comeBack(returned, 'other')).toMatchObject({ status: 404 });
    expect(await comeBack({ ...returned, state: `${begun.id}.${'x'.repeat(43)}` })).toMatchObject({ body: { code: 'other-state' } });
    expect(await comeBack({ ...returned, state: 'nonsense' })).toMatchObject({ status: 422, body: { code: 'other-state' } });
    const back = randomUUID();
    expect((await comeBack(returned, 'admin', back)).body.status).toBe('offered');
    expect((await comeBack(returned, 'admin', back)).body.status).toBe('offered');
    expect(await comeBack(returned)).toMatchObject({ status: 409, body: { code: 'state-used' } });
    expect(await processes.call('admin', 'POST', 'page-choices', undefined, key)).toMatchObject({ status: 409 });
    expect([...facebook.codes.values()].filter(({ used }) => used).length).toBeGreaterThan(0);

    const theirs = await begin();
    const signIn = new SignIn(processes.database, () => new Date());
    const again = { email: 'admin@ours.example', password: 'correct horse battery', address: '127.0.0.1' };
    const { token: session } = await signIn.signIn(again);
    const answer = await fetch(`${processes.url}/api/v1/page-choices/log-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), authorization: `Bearer ${session}` },
      body: JSON.stringify(facebook.allow(theirs.authorizationUrl)),
    });
    expect(await answer.json()).toMatchObject({ code: 'other-session' });
  });

  it('says so when the person cancels, and when Facebook gives nothing', async () => {
    const cancelled = await begin();
    const { state } = facebook.allow(cancelled.authorizationUrl);
    expect((await comeBack({ state, error: 'access_denied' })).body).toMatchObject({
      status: 'failed',
      problem: { code: 'cancelled', texts: { reason: { ru: expect.stringContaining('отменён') }, remedy: inThreeLanguages } },
    });
    const refused = await begin();
    const { body } = await comeBack({ state: facebook.allow(refused.authorizationUrl).state, code: 'AQinvented' });
    expect(body).toMatchObject({ status: 'failed', problem: { code: 'log-in-refused', remedy: expect.stringContaining('anew') } });
    expect(await kept(refused.id)).toEqual({});
  });

  it('M-171: shows a partial failure page by page; repeated, it connects what is missing and nothing twice', async () => {
    const [good, bad] = [page('Good'), page('Bad')];
    facebook.refusing.add(bad);
    const { id } = await offered();
    const key = randomUUID();
    const first = await choose(id, [{ pageId: good }, { pageId: bad }], 'admin', key);
    expect(outcomes(first.body)).toEqual({ [good]: 'connected', [bad]: 'not connected' });
    expect(first.body.pages[1].outcome.problem).toMatchObject({
      code: 'not-subscribed',
      reason: expect.stringContaining('pages_manage_metadata'),
      texts: { reason: { ja: expect.stringMatching(/届きません.*pages_manage_metadata/) }, remedy: inThreeLanguages },
    });
    const asked = facebook.subscribing.length;
    expect(outcomes((await choose(id, [{ pageId: good }, { pageId: bad }], 'admin', key)).body)).toEqual(outcomes(first.body));
    expect(facebook.subscribing.length).toBe(asked);

    facebook.refusing.clear();
    const second = await choose(id, [{ pageId: good }, { pageId: bad }]);
    expect(outcomes(second.body)).toEqual({ [good]: 'connected', [bad]: 'connected' });
    expect(second.body.status).toBe('closed');
    const { holder } = await pageHolderHere(processes.store, bad);
    expect((await processes.types(holder!.accountId)).filter((type) => type === 'IntegrationAccountAdded')).toHaveLength(1);
  });

  it('goes on where a process died after the choice was recorded', async () => {
    const pageId = page('Left behind');
    const { id } = await offered();
    const command = { type: 'ChoosePages', pages: [{ pageId, takeOver: false }], mayRenew: true, at: clock.now().toISOString() } as const;
    const cause = startOf(processes.tenantId, { kind: 'admin', id: randomUUID() }, randomUUID());
    await handleCommand(processes.store, pageChoiceDecider, pageChoiceStream(id), command, cause, { now: () => clock.now() });
    await processes.until(async () => {
      clock.advanceTo(new Date(clock.now().getTime() + 31_000));
      return (await processes.call('admin', 'GET', `page-choices/${id}`)).body.pages[0].outcome.state !== 'waiting';
    });
    expect((await processes.call('admin', 'GET', `page-choices/${id}`)).body).toMatchObject({
      status: 'closed',
      pages: [{ outcome: { state: 'connected' } }],
    });
    await processes.until(async () => Object.keys(await kept(id)).length === 0);
  });

  it('M-172: gives a name that is taken the id of the page besides', async () => {
    const [first, second] = [page('Twins'), page('Twins')];
    for (const pageId of [first, second]) {
      const { id } = await offered();
      await choose(id, [{ pageId }]);
      await processes.projected();
    }
    const { holder } = await pageHolderHere(processes.store, second);
    expect((await currentAccount(processes.store, processes.tenantId, holder!.accountId)).name).toBe(`Twins (${second})`);
  });

  it('M-180: warns of a page that is linked elsewhere, and takes it over only when told so', async () => {
    const pageId = page('Elsewhere', { others: [{ id: '990022', name: 'Other desk' }] });
    const { id, pages } = await offered();
    expect(pages[0]).toMatchObject({
      otherApps: [{ appId: '990022', appName: 'Other desk' }],
      needsTakeOver: true,
      warning: { en: 'This page is linked elsewhere (Other desk). Linking here takes over; messages then arrive only here.' },
    });
    const refused = await choose(id, [{ pageId }]);
    expect(refused.body.pages[0].outcome).toMatchObject({ state: 'not connected', problem: { code: 'linked-elsewhere' } });
    expect(refused.body.pages[0].outcome.problem.texts).toMatchObject({ reason: pages[0].warning, remedy: inThreeLanguages });
    expect(facebook.subscribing).not.toContain(pageId);
    const { body } = await choose(id, [{ pageId, takeOver: true }]);
    const events = await processes.events(body.pages[0].outcome.accountId);
    expect(events.find(({ type }) => type === 'IntegrationAccountLinked')?.data).toMatchObject({
      takesOver: { appId: '990022', appName: 'Other desk' },
    });
  });

  it('M-180: another tenant takes a page over with a proof, and is told nothing of who had it; the account there keeps its own', async () => {
    const pageId = page('Between tenants');
    const ours = (await choose((await offered()).id, [{ pageId }])).body.pages[0].outcome.accountId as string;
    const theirs = await offered('other');
    expect(theirs.pages[0]).toMatchObject({ heldHere: { by: 'somebody else', accountId: null, since: null }, needsTakeOver: true });
    expect(JSON.stringify(theirs)).not.toContain(ours);
    expect((await choose(theirs.id, [{ pageId }], 'other')).body.pages[0].outcome.problem.code).toBe('linked-elsewhere');
    expect((await choose(theirs.id, [{ pageId, takeOver: true }], 'other')).body.pages[0].outcome.state).toBe('connected');
    expect((await pageHolderHere(processes.store, pageId)).holder?.accountId).not.toBe(ours);
  });

  it('gives the account that a page has here already the new token, and adds no other', async () => {
    const pageId = page('Again');
    const first = (await choose((await offered()).id, [{ pageId }])).body.pages[0].outcome;
    await processes.command(first.accountId, { type: 'RecordPageTakenOver', appId: '990022', at: clock.now().toISOString() });
    const again = await offered();
    expect(again.pages[0]).toMatchObject({ heldHere: { by: 'this tenant', accountId: first.accountId }, needsTakeOver: false });
    const { outcome } = (await choose(again.id, [{ pageId }])).body.pages[0];
    expect(outcome).toEqual({ state: 'connected', accountId: first.accountId, renewed: true, problem: null });
    expect((await currentAccount(processes.store, processes.tenantId, first.accountId)).state.takenOver).toBeUndefined();
  });

  it('destroys what is kept of a choice that nobody makes', async () => {
    page('Forgotten');
    const { id } = await offered();
    expect(Object.keys(await kept(id))).toHaveLength(1);
    await processes.until(async () => {
      clock.advanceTo(new Date(clock.now().getTime() + 30 * 60_000));
      return (
        (await processes.call('admin', 'GET', `page-choices/${id}`)).body.status === 'closed' && Object.keys(await kept(id)).length === 0
      );
    });
    expect(await choose(id, [{ pageId: String(lastPage) }])).toMatchObject({ status: 409, body: { code: 'choice-closed' } });
  });

  it('is for who may add accounts, and never tells a secret', async () => {
    expect((await processes.call('agent', 'POST', 'page-choices')).status).toBe(403);
    expect((await processes.call('agent', 'GET', 'page-choices/preflight')).status).toBe(403);
    const pageId = page('Secret');
    const begun = await begin();
    const returned = facebook.allow(begun.authorizationUrl);
    const { codeVerifier, state } = await kept(begun.id);
    const answers = [begun, (await comeBack(returned)).body, (await choose(begun.id, [{ pageId }])).body];
    expect((await processes.call('other', 'GET', `page-choices/${begun.id}`)).status).toBe(404);
    const log = JSON.stringify(await processes.store.readStream(pageChoiceStream(begun.id)));
    for (const secret of [APP_SECRET, codeVerifier!, returned.code, tokenOf(pageId), 'EAAU']) {
      expect(log + JSON.stringify(answers)).not.toContain(secret);
    }
    expect(log).not.toContain(state);
    const addresses = facebook.platform.requests.map(({ path }) => path.replace(/input_token=[^&]*/, '')).join('\n');
    for (const secret of [APP_SECRET, codeVerifier!, returned.code, tokenOf(pageId)]) expect(addresses).not.toContain(secret);
  });

  it('M-165: has a page to come back to that knows nobody, and takes the code out of the address', async () => {
    const page = await fetch(`${processes.url}/api/v1/page-choices/return?code=AQ&state=s`);
    expect([page.status, page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual([200, 'no-referrer', 'no-store']);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).not.toContain('AQ');
    const script = await (await fetch(`${processes.url}/api/v1/page-choices/return.js`)).text();
    expect(script.indexOf('replaceState')).toBeLessThan(script.indexOf('fetch('));
  });
});
