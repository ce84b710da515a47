import { createHmac } from 'node:crypto';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { whatsappChannel } from './index.js';
import { graphRefusal, whatsappCredentials } from './testing/whatsapp-setup.js';

const url = 'https://desk.example/webhooks/whatsapp/ab12';
const ok = (body: unknown) => ({ status: 200, body: JSON.stringify(body) });
const number = {
  id: '441100223300551',
  display_phone_number: '+81 3-1234-5678',
  verified_name: 'Madoguchi',
  quality_rating: 'GREEN',
  status: 'CONNECTED',
  code_verification_status: 'EXPIRED',
  platform_type: 'CLOUD_API',
  throughput: { level: 'STANDARD' },
  webhook_configuration: { application: 'https://app.example/hook', phone_number: url },
};
const app = { whatsapp_business_api_data: { id: '556677889900111', name: 'Desk', link: 'https://x.example' } };
/** In seconds. */
const soon = Math.floor(Date.now() / 1_000) + 86_400;
const proof = createHmac('sha256', whatsappCredentials.appSecret).update(whatsappCredentials.accessToken).digest('hex');

const token = {
  app_id: '556677889900111',
  is_valid: true,
  expires_at: 0,
  data_access_expires_at: 0,
  scopes: ['whatsapp_business_management', 'whatsapp_business_messaging', 'public_profile'],
};

/** By the part of the path that tells the calls apart; the number itself comes last because its id stands in no other. */
const healthy = {
  '/debug_token': ok({ data: token }),
  '/phone_numbers': ok({ data: [{ id: '441100223300999' }, { id: '441100223300551' }] }),
  '/subscribed_apps': ok({ data: [app] }),
  appsecret_proof: ok({ id: '441100223300551' }),
  '/441100223300551': ok(number),
};

type Answers = Parameters<typeof platformThatAnswers>[0];

const channelAt = async (answers: Answers) => {
  const platform = await platformThatAnswers({ ...healthy, ...answers });
  return { platform, channel: whatsappChannel({ api: platform.url }) };
};

const tested = async (answers: Answers, credentials = whatsappCredentials) => {
  const { channel } = await channelAt(answers);
  return channel.testConnection(credentials, deadline(), url);
};

describe('testing the connection to WhatsApp', () => {
  afterEach(stopPlatforms);

  it('checks token, number, its state, app secret, end and rights of the token, business account, subscription and webhook address', async () => {
    const { channel, platform } = await channelAt({});
    const checks = await channel.testConnection(whatsappCredentials, deadline(), url);
    expect(checks.map(({ check, ok: good }) => [check, good])).toEqual(
      [
        'token',
        'account matches',
        'number connected',
        'secret',
        'token expiry',
        'permissions',
        'business account',
        'subscription',
        'webhook',
      ].map((check) => [check, true]),
    );
    expect(platform.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(platform.requests.filter(({ path }) => path.includes(`appsecret_proof=${proof}`))).toHaveLength(1);
    // Meta takes the token that it is asked about nowhere else.
    const addresses = platform.requests.flatMap(({ path }) => (path.includes('/debug_token?') ? [] : [path])).join(' ');
    for (const secret of [whatsappCredentials.accessToken, whatsappCredentials.appSecret]) expect(addresses).not.toContain(secret);
  });

  it.each([
    ['the token is dead', { '/441100223300551': graphRefusal(401, 190, 'Session has expired') }, 'token', /Session has expired/],
    ['WhatsApp has a fault', { '/441100223300551': graphRefusal(500, 2, 'Service unavailable') }, 'token', /Service unavailable/],
    [
      'the token cannot see the number',
      { '/441100223300551': graphRefusal(400, 100, "Object with ID '441100223300551' does not exist") },
      'account matches',
      /does not exist/,
    ],
    [
      'the phone number ID is of another number',
      { '/441100223300551': ok({ ...number, display_phone_number: '+81 3-9999-0000' }) },
      'account matches',
      /\+81 3-9999-0000.*\+81312345678/,
    ],
    ['the number is not connected', { '/441100223300551': ok({ ...number, status: 'BANNED' }) }, 'number connected', /BANNED/],
    [
      'the app secret is of another app',
      { appsecret_proof: graphRefusal(400, 100, 'Invalid appsecret_proof provided in the API argument') },
      'secret',
      /appsecret_proof/,
    ],
    [
      'the business account is another',
      { '/phone_numbers': ok({ data: [{ id: '441100223300999' }] }) },
      'business account',
      /does not have/,
    ],
    [
      'the business account is unknown',
      { '/phone_numbers': graphRefusal(403, 200, 'Permissions error') },
      'business account',
      /Permissions/,
    ],
    ['no app is subscribed', { '/subscribed_apps': ok({ data: [] }) }, 'subscription', /No app.*nothing comes in/],
    [
      'another app is subscribed',
      { '/subscribed_apps': ok({ data: [{ whatsapp_business_api_data: { id: '1' } }] }) },
      'subscription',
      /Another app.*nothing comes in/,
    ],
    ['the token is about to end', { '/debug_token': ok({ data: { ...token, expires_at: soon } }) }, 'token expiry', /ends on \d{4}-/],
    ['the token has been taken back', { '/debug_token': ok({ data: { ...token, is_valid: false } }) }, 'token expiry', /not valid/],
    [
      'the token lacks a right',
      { '/debug_token': ok({ data: { ...token, scopes: ['whatsapp_business_management'] } }) },
      'permissions',
      /received nor sent/,
    ],
    [
      'another address has the webhooks of the number',
      { '/441100223300551': ok({ ...number, webhook_configuration: { phone_number: 'https://other.example/secret-path' } }) },
      'webhook',
      /other\.example$/,
    ],
    [
      'the webhooks go to the address of the app',
      { '/441100223300551': ok({ ...number, webhook_configuration: { application: 'https://app.example/hook' } }) },
      'webhook',
      /app\.example$/,
    ],
    [
      'nobody tells where the webhooks go',
      { '/441100223300551': ok({ ...number, webhook_configuration: undefined }) },
      'webhook',
      /does not tell/,
    ],
  ])('says so, and what to do, when %s', async (_, answers: Answers, failing, reason) => {
    const failed = (await tested(answers)).filter((check) => !check.ok);
    expect(failed).toMatchObject([{ check: failing, reason: expect.stringMatching(reason), remedy: expect.stringMatching(/\w{4}/) }]);
  });

  it.each([
    ['of the app', { webhook_configuration: { application: url } }, app],
    ['of the business account', { webhook_configuration: { application: 'https://app.example', whatsapp_business_account: url } }, app],
    ['of the business account, told by its subscription', { webhook_configuration: undefined }, { ...app, override_callback_uri: url }],
  ])('is content when our address is the one %s', async (_, more, subscribed) => {
    const answers = { '/441100223300551': ok({ ...number, ...more }), '/subscribed_apps': ok({ data: [subscribed] }) };
    expect((await tested(answers)).at(-1)).toMatchObject({ check: 'webhook', ok: true });
  });

  it('says nothing of a token that may not ask about itself', async () => {
    const checks = await tested({ '/debug_token': graphRefusal(400, 100, 'You must provide an app access token') });
    expect(checks.map(({ check }) => check)).not.toContain('token expiry');
    expect(checks.every((check) => check.ok)).toBe(true);
  });

  it('says that an account without an app secret can verify nothing', async () => {
    const checks = await tested({}, { ...whatsappCredentials, appSecret: '' });
    expect(checks.filter((check) => !check.ok)).toMatchObject([{ check: 'secret', remedy: expect.stringContaining('App settings') }]);
  });
});

describe('registering the webhook at WhatsApp', () => {
  afterEach(stopPlatforms);

  const registered = async (answers: Answers, credentials = whatsappCredentials) => {
    const { channel, platform } = await channelAt(answers);
    const checks = await channel.registerWebhook(url, credentials, deadline());
    const posts = platform.requests.filter(({ method }) => method === 'POST');
    return {
      checks,
      posts: posts.map(({ path, body }) => [path, body.length === 0 ? undefined : (JSON.parse(body.toString()) as unknown)]),
    };
  };

  const override = [
    '/v25.0/441100223300551',
    { webhook_configuration: { override_callback_uri: url, verify_token: whatsappCredentials.verifyToken } },
  ];

  it("gives the number our address, and leaves the business account's other numbers alone", async () => {
    const { checks, posts } = await registered({});
    expect(checks.map(({ check, ok: good }) => [check, good])).toEqual([
      ['subscription', true],
      ['webhook', true],
    ]);
    expect(posts).toEqual([override]);
  });

  it.each([
    ['none is', []],
    ["only somebody else's is", [{ whatsapp_business_api_data: { id: '1' } }]],
  ])('subscribes the app where %s', async (_, data) => {
    const { checks, posts } = await registered({ '/subscribed_apps': ok({ data, success: true }) });
    expect(posts).toEqual([['/v25.0/770011223344556/subscribed_apps', undefined], override]);
    // The platform here goes on saying that it is not subscribed, and that is told.
    expect(checks).toMatchObject([{ check: 'subscription', ok: false }]);
  });

  it('says why WhatsApp does not take an address', async () => {
    const { checks } = await registered({
      '/441100223300551': graphRefusal(400, 100, 'Callback verification failed: HTTP Status Code = 403'),
    });
    expect(checks).toMatchObject([
      { check: 'webhook', ok: false, reason: expect.stringContaining('403'), remedy: expect.stringContaining('challenge') },
    ]);
  });

  it('registers nothing without a verify token: the handshake would fail', async () => {
    const { checks, posts } = await registered({}, { ...whatsappCredentials, verifyToken: '' });
    expect(checks).toMatchObject([{ check: 'webhook', ok: false, remedy: expect.stringContaining('Generate') }]);
    expect(posts).toEqual([]);
  });
});
