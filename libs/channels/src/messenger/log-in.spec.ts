import { createHash } from 'node:crypto';
import type { AskedLogIn } from '@madoguchi/use-cases';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { messengerChannel } from './index.js';
import { graphError, messengerCredentials } from './testing/messenger-setup.js';

const { appId, appSecret, pageId } = messengerCredentials;
const ok = (body: object) => ({ status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const asked: AskedLogIn = {
  app: { appId, appSecret },
  redirectUri: 'https://desk.example/return',
  state: 'state-of-this-log-in',
  codeVerifier: 'a-code-verifier-of-at-least-forty-three-characters',
};
const returned = { code: 'AQcode', state: asked.state };
const page = { id: pageId, name: 'Shop', username: 'madoguchi.shop', access_token: 'EAApage', tasks: ['MESSAGING', 'MODERATE'] };
const answers = {
  '/oauth/access_token': ok({ access_token: 'EAAUtoken', token_type: 'bearer', expires_in: 5_183_999 }),
  '/debug_token': ok({ data: { app_id: appId, type: 'USER', is_valid: true, scopes: ['pages_show_list', 'pages_messaging'] } }),
  '/me/accounts': ok({ data: [page] }),
  '/subscribed_apps': ok({ data: [{ id: '77', name: 'Other desk' }] }),
  [`/${pageId}?`]: ok({ name: 'Shop' }),
};

const logInAt = async (more: Parameters<typeof platformThatAnswers>[0] = {}) => {
  const rest = Object.fromEntries(Object.entries(answers).filter(([path]) => !(path in more)));
  const platform = await platformThatAnswers({ ...more, ...rest });
  return { platform, logIn: messengerChannel({ api: platform.url, login: 'https://www.facebook.com' }).pageLogIn! };
};

describe('logging in with Facebook', () => {
  afterEach(stopPlatforms);

  it('M-165: sends the person to Facebook, with nothing in the address that opens anything', async () => {
    const address = new URL(await (await logInAt()).logIn.addressFor(asked));
    expect(address.origin + address.pathname).toBe('https://www.facebook.com/v25.0/dialog/oauth');
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: appId,
      redirect_uri: asked.redirectUri,
      response_type: 'code',
      state: asked.state,
      scope: 'pages_show_list,pages_messaging,pages_manage_metadata',
      code_challenge: createHash('sha256').update(asked.codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    expect(address.href).not.toMatch(new RegExp(`${appSecret}|${asked.codeVerifier}`));
  });

  it('M-166, M-169: exchanges the code here, makes the token last, and lists pages with what was granted and what is missing', async () => {
    const { logIn, platform } = await logInAt();
    expect(await logIn.complete(asked, returned, deadline())).toEqual({
      outcome: 'done',
      pages: [
        {
          pageId,
          name: 'Shop',
          username: 'madoguchi.shop',
          token: 'EAApage',
          obstacle: undefined,
          otherApps: [{ appId: '77', appName: 'Other desk' }],
        },
      ],
      scopes: ['pages_show_list', 'pages_messaging'],
      missingScopes: [{ scope: 'pages_manage_metadata', effect: 'the page cannot be subscribed to webhooks' }],
    });
    const exchanges = platform.requests
      .filter(({ path }) => path.includes('access_token'))
      .map(({ path, body }) => [path, Object.fromEntries(new URLSearchParams(body.toString()))]);
    const app = { client_id: appId, client_secret: appSecret };
    expect(exchanges.slice(0, 2)).toEqual([
      [
        '/v25.0/oauth/access_token',
        { ...app, grant_type: 'authorization_code', code: 'AQcode', redirect_uri: asked.redirectUri, code_verifier: asked.codeVerifier },
      ],
      ['/v25.0/oauth/access_token', { ...app, grant_type: 'fb_exchange_token', fb_exchange_token: 'EAAUtoken' }],
    ]);
    expect(platform.requests.map(({ path }) => path).join('\n')).not.toMatch(new RegExp(`${appSecret}|AQcode|EAApage`));
  });

  it('M-167: offers no page that nobody can see, or where the person may not do what is needed', async () => {
    const pages = [
      { ...page, is_published: false },
      { ...page, tasks: ['ANALYZE', 'MODERATE'] },
      { ...page, tasks: ['MESSAGING'] },
      { name: 'without a token' },
    ];
    const outcome = await (await logInAt({ '/me/accounts': ok({ data: pages }) })).logIn.complete(asked, returned, deadline());
    expect(outcome).toMatchObject({
      pages: [{ obstacle: 'not published' }, { obstacle: 'may not message' }, { obstacle: 'may not moderate' }],
    });
  });

  it('turns the pages of a long list by the cursor, never by an address that it is given', async () => {
    const { logIn, platform } = await logInAt();
    platform.script(({ path }) => {
      const more = { cursors: { after: 'c1' }, next: 'https://evil.example/' };
      if (path.includes('/me/accounts'))
        return ok(path.includes('after=c1') ? { data: [{ ...page, id: '2' }] } : { data: [page], paging: more });
      const [, answer] = Object.entries(answers).find(([part]) => path.includes(part))!;
      return answer;
    });
    expect(await logIn.complete(asked, returned, deadline())).toMatchObject({ pages: [{ pageId }, { pageId: '2' }] });
  });

  it.each<[string, Record<string, string>, Parameters<typeof platformThatAnswers>[0], string]>([
    ['it was cancelled', { error: 'access_denied', error_reason: 'user_denied', state: asked.state }, {}, 'cancelled'],
    ['Facebook says no', { error: 'server_error', error_description: 'Later', state: asked.state }, {}, 'log-in-refused'],
    ['the state is another', { ...returned, state: 'of another' }, {}, 'log-in-not-understood'],
    ['there is no code', { state: asked.state }, {}, 'log-in-not-understood'],
    [
      'the code was used',
      returned,
      { '/oauth/access_token': { status: 400, body: graphError(100, 36009, `used AQcode ${appSecret}`) } },
      'log-in-refused',
    ],
    ['the answer is none', returned, { '/oauth/access_token': { status: 200, body: '<html>' } }, 'log-in-not-understood'],
    ['Facebook lists nothing', returned, { '/me/accounts': { status: 500, body: '{}' } }, 'pages-not-read'],
    ['Facebook tells nothing of the token', returned, { '/debug_token': { status: 500, body: '{}' } }, 'pages-not-read'],
  ])('says so, and what to do, when %s', async (_, came, more, code) => {
    const { logIn } = await logInAt(more);
    const outcome = await logIn.complete(asked, came, deadline());
    expect(outcome).toMatchObject({ outcome: 'refused', code, reason: expect.any(String), remedy: expect.stringContaining('anew') });
    expect(JSON.stringify(outcome)).not.toMatch(new RegExp(`${appSecret}|AQcode|EAAU`));
  });

  it('says so when nobody answers', async () => {
    const logIn = messengerChannel({ api: 'http://127.0.0.1:1' }).pageLogIn!;
    expect(await logIn.complete(asked, returned, deadline())).toMatchObject({ outcome: 'refused', code: 'facebook-not-reached' });
  });
});
