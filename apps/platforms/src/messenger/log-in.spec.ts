import { createHash } from 'node:crypto';
import { APP, APP_TOKEN, MessengerUnderTest, OTHER_PAGE, PAGE, SECRET, TOKEN } from '../testing/messenger-account.js';

const REDIRECT = 'https://desk.example/return';
const SCOPES = ['pages_show_list', 'pages_messaging', 'pages_manage_metadata'];
const VERIFIER = 'a-code-verifier-of-at-least-forty-three-characters';
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

describe('Messenger, the log-in of who manages pages', () => {
  let messenger: MessengerUnderTest;
  beforeAll(async () => {
    messenger = await MessengerUnderTest.start();
  });
  afterAll(() => messenger.standIns.stop());
  beforeEach(() => messenger.account.settings({ redirectUris: [REDIRECT] }));
  afterEach(() => messenger.tidy());

  const asked = (more: Readonly<Record<string, string | undefined>> = {}) => {
    const parameters = {
      client_id: APP,
      redirect_uri: REDIRECT,
      state: 'a-state',
      response_type: 'code',
      scope: SCOPES.join(','),
      code_challenge: CHALLENGE,
      code_challenge_method: 'S256',
      ...more,
    };
    return new URLSearchParams(Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined));
  };
  const open = (more?: Parameters<typeof asked>[0]) => messenger.standIns.call('messengerLogin', `/v25.0/dialog/oauth?${asked(more)}`);

  /** @returns where the browser is sent */
  const press = async (choice: 'continue' | 'cancel', pages: readonly string[] = [PAGE], grants: readonly string[] = SCOPES) => {
    const form = asked();
    form.set('choice', choice);
    for (const page of pages) form.append('page', page);
    for (const grant of grants) form.append('grant', grant);
    const { headers } = await messenger.standIns.call('messengerLogin', '/v25.0/dialog/oauth', {
      method: 'POST',
      body: form,
      redirect: 'manual',
    });
    return new URL(headers.get('location')!);
  };
  const token = async (fields: Readonly<Record<string, string>>) =>
    messenger.standIns.call('messengerApi', '/v25.0/oauth/access_token', {
      method: 'POST',
      body: new URLSearchParams({ client_id: APP, client_secret: SECRET, ...fields }),
    });
  const redeem = (code: string, more: Readonly<Record<string, string>> = {}) =>
    token({ grant_type: 'authorization_code', redirect_uri: REDIRECT, code, code_verifier: VERIFIER, ...more });
  const loggedIn = async (...chosen: Parameters<typeof press> extends [unknown, ...infer Rest] ? Rest : never) =>
    (await redeem((await press('continue', ...chosen)).searchParams.get('code')!)).json.access_token as string;
  const exchange = (short: string) => token({ grant_type: 'fb_exchange_token', fb_exchange_token: short });

  it('shows pages and rights to choose from, and goes back with a code or with a no', async () => {
    const { status, json } = await open();
    expect([status, json]).toEqual([200, expect.stringContaining(`value="${OTHER_PAGE}"`)]);
    expect(json).toContain('value="pages_messaging"');
    const back = await press('continue');
    expect([back.origin + back.pathname, back.searchParams.get('state'), back.hash]).toEqual([REDIRECT, 'a-state', '#_=_']);
    expect(back.searchParams.get('code')).toMatch(/^AQ/);
    expect(Object.fromEntries((await press('cancel')).searchParams)).toMatchObject({
      error: 'access_denied',
      error_reason: 'user_denied',
      state: 'a-state',
    });
  });

  it.each<[string, Parameters<typeof asked>[0], RegExp]>([
    ['an app that there is not', { client_id: '1' }, /Invalid App ID/],
    ['an address that the app does not name', { redirect_uri: `${REDIRECT}/elsewhere` }, /URL Blocked/],
    ['another kind of answer', { response_type: 'token' }, /response_type/],
    ['a right that there is not', { scope: 'pages_telepathy' }, /Invalid Scopes: pages_telepathy/],
  ])('shows an error and goes nowhere for %s', async (_, more, words) => {
    expect(await open(more)).toMatchObject({ status: 400, json: expect.stringMatching(words) });
  });

  it('writes what came in the address as text', async () => {
    expect((await open({ state: '"><script>alert(1)</script>' })).json).not.toContain('<script>');
  });

  it.each<[string, Readonly<Record<string, string>>, number]>([
    ['the secret of another app', { client_secret: '0'.repeat(32) }, 1],
    ['another address than the dialog had', { redirect_uri: 'https://desk.example/other' }, 100],
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 100],
    ['no code of ours', { code: 'AQinvented' }, 100],
    ['an app that there is not', { client_id: '1' }, 101],
  ])('gives no token for %s', async (_, more, code) => {
    const back = await press('continue');
    expect(await redeem(back.searchParams.get('code')!, more)).toMatchObject({ status: 400, json: { error: { code } } });
  });

  it('takes a code once, and for ten minutes', async () => {
    const code = (await press('continue')).searchParams.get('code')!;
    expect((await redeem(code)).json).toEqual({ access_token: expect.stringMatching(/^EAAU/), token_type: 'bearer', expires_in: 5_400 });
    expect((await redeem(code)).json.error).toMatchObject({ code: 100, error_subcode: 36009 });
    const late = (await press('continue')).searchParams.get('code')!;
    await messenger.standIns.advance(11 * 60_000);
    expect((await redeem(late)).json.error).toMatchObject({ code: 100, error_subcode: 36007 });
  });

  it('lists the chosen pages, with tokens that work for them and end with the person’s short-lived one', async () => {
    const short = await loggedIn([PAGE]);
    const { json } = await messenger.call('GET', 'me/accounts?fields=id,name,access_token,tasks,is_published', undefined, short);
    expect(json.data).toMatchObject([{ id: PAGE, name: '窓口', is_published: true, tasks: expect.arrayContaining(['MESSAGING']) }]);
    const pageToken = json.data[0].access_token as string;
    expect((await messenger.call('GET', 'me?fields=id,username', undefined, pageToken)).json.id).toBe(PAGE);
    expect((await messenger.call('GET', 'me?fields=username', undefined, short)).json.error.code).toBe(100);
    expect((await messenger.call('GET', `${PAGE}/subscribed_apps`, undefined, short)).json.error.code).toBe(210);
    await messenger.standIns.advance(2 * 3_600_000);
    expect((await messenger.call('GET', 'me', undefined, pageToken)).json.error).toMatchObject({ code: 190, error_subcode: 463 });
    expect((await messenger.call('GET', 'me/accounts', undefined, short)).json.error.code).toBe(190);
    expect((await exchange(short)).json.error.code).toBe(190);
    expect((await messenger.call('GET', 'me/accounts', undefined, TOKEN)).json.error.code).toBe(190);
  });

  it('gives a long-lived token for a short one, and by it tokens of pages that do not end', async () => {
    const long = (await exchange(await loggedIn([PAGE, OTHER_PAGE]))).json;
    expect(long.expires_in).toBe(60 * 24 * 3_600);
    const first = (await messenger.call('GET', 'me/accounts?fields=name,access_token&limit=1', undefined, long.access_token)).json;
    const { after } = first.paging.cursors;
    const second = (await messenger.call('GET', `me/accounts?fields=name&limit=1&after=${after}`, undefined, long.access_token)).json;
    expect([first.data[0].name, second.data[0].name, second.paging.next]).toEqual(['窓口', 'Other', undefined]);
    const debug = async (input: string) =>
      (await messenger.call('GET', `debug_token?input_token=${input}`, undefined, APP_TOKEN)).json.data;
    expect(await debug(first.data[0].access_token)).toMatchObject({ type: 'PAGE', is_valid: true, expires_at: 0, app_id: APP });
    expect(await debug(long.access_token)).toMatchObject({ type: 'USER', is_valid: true, scopes: ['public_profile', ...SCOPES] });
  });

  it('lets pages do no more than was allowed', async () => {
    await loggedIn([PAGE], ['pages_show_list']);
    expect((await messenger.call('GET', `${PAGE}/subscribed_apps`)).status).toBe(403);
    const unlisted = await loggedIn([PAGE], []);
    expect((await messenger.call('GET', 'me/accounts', undefined, unlisted)).json.data).toEqual([]);
  });

  it('says which other applications have the messages of a page', async () => {
    await messenger.account.settings({ otherApps: [{ appId: '77', name: 'Other desk' }] });
    expect((await messenger.call('GET', `${PAGE}/subscribed_apps`)).json.data).toContainEqual({
      id: '77',
      name: 'Other desk',
      subscribed_fields: ['messages'],
    });
    await messenger.account.settings({ otherApps: [] });
  });

  it('writes no secret into the journal', async () => {
    const code = (await press('continue')).searchParams.get('code')!;
    await redeem(code);
    const journal = JSON.stringify(
      (await messenger.account.journal()).entries
        .filter((entry) => entry.kind === 'call' && entry.call === 'access token')
        .map((entry) => entry.kind === 'call' && entry.request),
    );
    for (const secret of [code, SECRET, VERIFIER]) expect(journal).not.toContain(secret);
  });
});
