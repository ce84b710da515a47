import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { messengerChannel } from './index.js';
import { SUBSCRIBED_FIELDS } from './subscription.js';
import { graphError, messengerCredentials } from './testing/messenger-setup.js';

const url = 'https://desk.example/webhooks/messenger/ab12';
const now = new Date('2026-11-23T10:00:00.000Z');
const { appId, appSecret, pageId, verifyToken, pageAccessToken } = messengerCredentials;
const ok = (body: object) => ({ status: 200, body: JSON.stringify(body) });
const page = { id: pageId, name: 'Shop', username: 'Madoguchi.Shop' };
const token = {
  app_id: appId,
  type: 'PAGE',
  is_valid: true,
  expires_at: 0,
  data_access_expires_at: 0,
  scopes: ['pages_messaging', 'pages_manage_metadata', 'pages_show_list'],
};
const debugged = (more: object) => ({ '/debug_token': ok({ data: { ...token, ...more } }) });
const subscribedApp = { id: appId, name: 'Desk', link: 'https://x.example', subscribed_fields: SUBSCRIBED_FIELDS };
const subscription = {
  object: 'page',
  callback_url: url,
  active: true,
  fields: SUBSCRIBED_FIELDS.map((name) => ({ name, version: 'v25.0' })),
};
const healthy = {
  '/v25.0/me': ok(page),
  '/debug_token': ok({ data: token }),
  '/subscribed_apps': ok({ data: [{ id: '998877665544332', subscribed_fields: ['messages'] }, subscribedApp] }),
  '/subscriptions': ok({ data: [{ object: 'instagram', callback_url: 'https://other.example' }, subscription] }),
};

type Answers = Parameters<typeof platformThatAnswers>[0];

const channelAt = async (answers: Answers = {}) => {
  const platform = await platformThatAnswers({
    ...answers,
    ...Object.fromEntries(Object.entries(healthy).filter(([key]) => !(key in answers))),
  });
  return { platform, channel: messengerChannel({ api: platform.url }, () => now) };
};

const failedOf = async (answers: Answers, credentials = messengerCredentials) => {
  const { channel } = await channelAt(answers);
  return (await channel.testConnection(credentials, deadline(), url)).filter((check) => !check.ok);
};

describe('testing the connection to Messenger', () => {
  afterEach(stopPlatforms);

  it('M-32: checks token, page, user name, app secret, app, expiry, permissions and both subscriptions, and changes nothing', async () => {
    const { channel, platform } = await channelAt();
    const checks = await channel.testConnection(messengerCredentials, deadline(), url);
    expect(checks.map(({ check, ok: good }) => [check, good])).toEqual([
      ['token', true],
      ['account matches', true],
      ['page username', true],
      ['secret', true],
      ['app matches', true],
      ['token expiry', true],
      ['permissions', true],
      ['page subscription', true],
      ['webhook', true],
    ]);
    expect(new Set(platform.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });

  it('asks in the name of the page with its token, in the name of the app with its id and secret', async () => {
    const { channel, platform } = await channelAt();
    await channel.testConnection(messengerCredentials, deadline(), url);
    const askedAs = Object.fromEntries(platform.requests.map(({ path, headers }) => [path.split('?')[0], headers.authorization]));
    expect(askedAs).toEqual({
      '/v25.0/me': `Bearer ${pageAccessToken}`,
      '/v25.0/debug_token': `Bearer ${appId}|${appSecret}`,
      [`/v25.0/${pageId}/subscribed_apps`]: `Bearer ${pageAccessToken}`,
      [`/v25.0/${appId}/subscriptions`]: `Bearer ${appId}|${appSecret}`,
    });
    expect(platform.requests.map(({ path }) => path).join()).not.toContain(appSecret);
  });

  it.each<[string, Answers, string, RegExp]>([
    [
      'the token has expired',
      { '/v25.0/me': { status: 400, body: graphError(190, 463, 'Session has expired') } },
      'token',
      /Session has expired/,
    ],
    [
      'it is the token of a person',
      { '/v25.0/me': { status: 400, body: graphError(100, undefined, 'Tried accessing nonexisting field (username)') } },
      'token',
      /nonexisting/,
    ],
    [
      'the secret is that of another app',
      { '/v25.0/me': { status: 400, body: graphError(100, undefined, 'Invalid appsecret_proof provided in the API argument') } },
      'token',
      /appsecret_proof/,
    ],
    [
      'M-25: the token belongs to another page',
      { '/v25.0/me': ok({ ...page, id: '1029384756699' }) },
      'account matches',
      /1029384756699.*1029384756601/,
    ],
    [
      'M-22: the user name is another',
      { '/v25.0/me': ok({ ...page, username: 'other.shop' }) },
      'page username',
      /other\.shop.*madoguchi\.shop/,
    ],
    ['M-22: the page has no user name', { '/v25.0/me': ok({ id: pageId, name: 'Shop' }) }, 'page username', /no user name/],
    [
      'the app secret is wrong',
      { '/debug_token': { status: 400, body: graphError(190, undefined, 'Invalid OAuth access token signature.') } },
      'secret',
      /signature/,
    ],
    ['the token was issued by another app', debugged({ app_id: '998877665544332' }), 'app matches', /998877665544332.*556677889900111/],
    ['the token is no longer valid', debugged({ is_valid: false }), 'token expiry', /not valid/],
    [
      'M-27: the token ends within 14 days',
      debugged({ expires_at: Date.parse('2026-12-07T09:59:59Z') / 1000 }),
      'token expiry',
      /2026-12-07/,
    ],
    [
      'M-27: the access to data ends within 14 days',
      debugged({ data_access_expires_at: Date.parse('2026-11-30T00:00:00Z') / 1000 }),
      'token expiry',
      /2026-11-30/,
    ],
    [
      'M-169: a permission is missing',
      debugged({ scopes: ['pages_manage_metadata'] }),
      'permissions',
      /pages_messaging.*neither received nor sent/,
    ],
    ['the page is not subscribed', { '/subscribed_apps': ok({ data: [] }) }, 'page subscription', /not subscribed to this app/],
    [
      'M-46: the page lacks fields',
      {
        '/subscribed_apps': ok({
          data: [{ ...subscribedApp, subscribed_fields: SUBSCRIBED_FIELDS.filter((field) => field !== 'message_reads') }],
        }),
      },
      'page subscription',
      /message_reads/,
    ],
    [
      'the page may not be asked',
      { '/subscribed_apps': { status: 403, body: graphError(200, undefined, 'Requires pages_manage_metadata') } },
      'page subscription',
      /pages_manage_metadata/,
    ],
    ['the app has no webhook', { '/subscriptions': ok({ data: [] }) }, 'webhook', /no webhook/],
    [
      'M-180: the webhook is not ours',
      { '/subscriptions': ok({ data: [{ ...subscription, callback_url: 'https://other.example/x' }] }) },
      'webhook',
      /other\.example/,
    ],
    ['Meta has switched the webhook off', { '/subscriptions': ok({ data: [{ ...subscription, active: false }] }) }, 'webhook', /switched/],
    [
      'M-46: the app lacks fields',
      { '/subscriptions': ok({ data: [{ ...subscription, fields: ['messages'] }] }) },
      'webhook',
      /messaging_postbacks, message_deliveries/,
    ],
  ])('says so, and what to do, when %s', async (_, answers, failing, reason) => {
    expect(await failedOf(answers)).toMatchObject([
      { check: failing, reason: expect.stringMatching(reason), remedy: expect.stringMatching(/\w{4}/) },
    ]);
  });

  it('says nothing of a token that ends later, or never', async () => {
    expect(await failedOf(debugged({ expires_at: Date.parse('2026-12-07T10:00:01Z') / 1000 }))).toEqual([]);
  });

  it('M-22: takes the id of a page in place of a user name that it does not have', async () => {
    const { channel } = await channelAt({ '/v25.0/me': ok({ id: pageId, name: 'Shop' }) });
    const checks = await channel.testConnection({ ...messengerCredentials, pageUsername: pageId }, deadline(), url);
    expect(checks.find(({ check }) => check === 'page username')?.ok).toBe(true);
  });

  it.each([
    ['of another account of ours', 'https://desk.example/webhooks/messenger/cd34', true],
    ['of older guides for this page', `https://desk.example/clientweb/fb/webhook/${pageId}`, true],
    ['of older guides for another page', 'https://desk.example/clientweb/fb/webhook/1029384756699', false],
    ['of another house', 'https://desk.example.test/webhooks/messenger/ab12', false],
    ['that is none', 'nonsense', false],
  ])('M-43: an app has one address for all its pages; the one %s is %s: %s', async (_, address, good) => {
    const failed = await failedOf({ '/subscriptions': ok({ data: [{ ...subscription, callback_url: address }] }) });
    expect(failed.map(({ check }) => check)).toEqual(good ? [] : ['webhook']);
  });

  it('M-21: compares the user name as people paste it', async () => {
    expect(await failedOf({}, { ...messengerCredentials, pageUsername: 'https://m.me/madoguchi.shop' })).toEqual([]);
  });
});

describe('setting the webhook of Messenger', () => {
  afterEach(stopPlatforms);

  it('M-39, M-40, M-47: tells the app our address and verify token, subscribes the page, and reads both back', async () => {
    const { channel, platform } = await channelAt();
    platform.script(({ method, path }) =>
      method === 'POST'
        ? path.includes('/subscriptions')
          ? ok({ success: true })
          : ok({ success: 'true' })
        : path.includes('/subscriptions')
          ? healthy['/subscriptions']
          : healthy['/subscribed_apps'],
    );
    const checks = await channel.registerWebhook(url, messengerCredentials, deadline());
    expect(checks.map(({ check, ok: good }) => [check, good])).toEqual([
      ['webhook', true],
      ['page subscription', true],
    ]);
    const posted = platform.requests
      .filter(({ method }) => method === 'POST')
      .map(({ path, body }) => [path.split('?')[0], JSON.parse(body.toString()) as object]);
    expect(posted).toEqual([
      [
        `/v25.0/${appId}/subscriptions`,
        { object: 'page', callback_url: url, verify_token: verifyToken, fields: SUBSCRIBED_FIELDS.join(','), include_values: true },
      ],
      [`/v25.0/${pageId}/subscribed_apps`, { subscribed_fields: SUBSCRIBED_FIELDS.join(',') }],
    ]);
  });

  it('M-46: asks for the four fields of the guide, and for what a conversation needs besides', () => {
    expect(SUBSCRIBED_FIELDS).toEqual(
      expect.arrayContaining([
        'message_deliveries',
        'messages',
        'messaging_optins',
        'messaging_postbacks',
        'message_reads',
        'message_echoes',
        'message_edits',
        'message_reactions',
      ]),
    );
  });

  it('says why Meta does not take an address', async () => {
    const { channel } = await channelAt({
      '/subscriptions': { status: 400, body: graphError(2200, undefined, 'Callback verification failed') },
    });
    expect(await channel.registerWebhook(url, messengerCredentials, deadline())).toMatchObject([
      {
        check: 'webhook',
        ok: false,
        reason: expect.stringContaining('Callback verification failed'),
        remedy: expect.stringContaining('https'),
      },
    ]);
  });

  it('says why the page cannot be subscribed', async () => {
    const { channel } = await channelAt({
      '/subscriptions': ok({ success: true }),
      '/subscribed_apps': { status: 403, body: graphError(200, undefined, 'No permission') },
    });
    expect(await channel.registerWebhook(url, messengerCredentials, deadline())).toMatchObject([
      {
        check: 'page subscription',
        ok: false,
        reason: expect.stringContaining('No permission'),
        remedy: expect.stringContaining('pages_manage_metadata'),
      },
    ]);
  });

  it('sets no webhook without a verify token: Meta could not ask us back', async () => {
    const { channel, platform } = await channelAt();
    expect(await channel.registerWebhook(url, { ...messengerCredentials, verifyToken: '' }, deadline())).toMatchObject([
      { check: 'webhook', ok: false },
    ]);
    expect(platform.requests).toEqual([]);
  });
});

describe('what a page says of itself', () => {
  afterEach(stopPlatforms);

  it('M-172, M-180: its name, and whether it gives its messages to our app or to others; with what token that was asked', async () => {
    const { channel, platform } = await channelAt({ [`/${pageId}?fields=name`]: ok(page) });
    expect(await channel.readPage!(messengerCredentials, deadline())).toEqual({
      name: 'Shop',
      ours: true,
      others: [{ appId: '998877665544332', appName: undefined }],
    });
    expect(platform.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(await channel.readToken!(messengerCredentials, deadline())).toEqual({
      expiresAt: null,
      scopes: token.scopes,
      missingScopes: [],
    });
  });

  it('M-169: names what cannot be done without a permission, and nothing where Meta does not tell', async () => {
    const { channel } = await channelAt({
      ...debugged({ scopes: ['pages_messaging'], expires_at: 1_800_000_000 }),
      '/subscribed_apps': { status: 500, body: '{}' },
    });
    expect(await channel.readToken!(messengerCredentials, deadline())).toEqual({
      expiresAt: new Date(1_800_000_000_000).toISOString(),
      scopes: ['pages_messaging'],
      missingScopes: [{ scope: 'pages_manage_metadata', effect: 'the page cannot be subscribed to webhooks' }],
    });
    expect(await channel.readPage!(messengerCredentials, deadline())).toBeUndefined();
  });
});
