import { generateKeyPairSync } from 'node:crypto';
import { channelsFrom } from '../registry.js';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { vonageChannel } from './index.js';
import { applicationKeys, smsCredentials, vonageCredentials } from './testing/vonage-setup.js';

const url = 'https://desk.example/webhooks/vonage/ab12';
const ok = (body: unknown) => ({ status: 200, body: JSON.stringify(body) });
const unauthorized = { status: 401, body: '{"error-code":"401","error-code-label":"authentication failed"}' };
const basic = `Basic ${Buffer.from(`${smsCredentials.apiKey}:${smsCredentials.apiSecret}`).toString('base64')}`;
const credentials = { ...vonageCredentials, number: smsCredentials.number };
const { applicationId } = vonageCredentials;

const hook = (address: string) => ({ address, http_method: 'POST' });
const application = {
  id: applicationId,
  name: '窓口',
  keys: { public_key: applicationKeys.publicKey },
  capabilities: {
    voice: { webhooks: { answer_url: { address: 'https://voice.example/answer', http_method: 'GET' } } },
    messages: { webhooks: { inbound_url: hook(url), status_url: hook(url) }, version: 'v1', authenticate_inbound_media: true },
  },
  privacy: { improve_ai: false },
  _links: { self: { href: '/v2/applications' } },
};
const number = {
  country: 'JP',
  msisdn: '815098765432',
  moHttpUrl: url,
  type: 'mobile-lvn',
  features: ['SMS'],
  app_id: applicationId,
  voiceCallbackType: 'tel',
  voiceCallbackValue: '815011112222',
};
const settings = { 'mo-callback-url': url, 'dr-callback-url': url, 'max-outbound-request': 30, 'max-inbound-request': 30 };

const healthy = {
  '/account/get-balance': ok({ value: 10.17, autoReload: false }),
  '/account/numbers': ok({ count: 1, numbers: [{ country: 'JP', msisdn: '815000000000' }, number] }),
  '/account/settings': ok(settings),
  '/number/update': ok({ 'error-code': '200', 'error-code-label': 'success' }),
  '/v2/applications': ok(application),
};
type Answers = Parameters<typeof platformThatAnswers>[0];

const platformAt = async (answers: Answers = {}) => {
  const platform = await platformThatAnswers({ ...healthy, ...answers });
  return { platform, channel: vonageChannel({ rest: platform.url, api: platform.url }) };
};
const tested = async (answers: Answers, as: Record<string, string> = credentials) => {
  const { channel, platform } = await platformAt(answers);
  return { checks: await channel.testConnection(as, deadline(), url), platform };
};
const registered = async (answers: Answers, as: Record<string, string> = smsCredentials) => {
  const { channel, platform } = await platformAt(answers);
  const checks = await channel.registerWebhook(url, as, deadline());
  return {
    checks,
    sent: platform.requests.filter(({ method }) => method !== 'GET').map(({ path, body }) => ({ path, body: body.toString() })),
  };
};
const names = (checks: readonly { readonly check: string; readonly ok: boolean }[]) => checks.map(({ check, ok: good }) => [check, good]);

describe('testing the connection to Vonage', () => {
  afterEach(stopPlatforms);

  it('M-116: asks for balance and number, with key and secret and without a change', async () => {
    const { checks, platform } = await tested({}, smsCredentials);
    expect(names(checks)).toEqual(['token', 'balance', 'secret', 'account matches', 'webhook', 'receipts'].map((check) => [check, true]));
    expect(platform.requests.map(({ method, path, body }) => `${method} ${path} ${body}`.trim())).toEqual([
      'GET /account/get-balance',
      'GET /account/numbers?pattern=815098765432&search_pattern=0&size=100',
      // Settings are read by a change of none of them.
      'POST /account/settings',
    ]);
    for (const { headers, path } of platform.requests) {
      expect(headers.authorization).toBe(basic);
      expect(path).not.toContain(smsCredentials.apiSecret);
    }
  });

  it('checks the application too, where there is one', async () => {
    const { checks, platform } = await tested({});
    expect(names(checks)).toEqual(
      ['token', 'balance', 'secret', 'account matches', 'application', 'number connected', 'webhook'].map((check) => [check, true]),
    );
    expect(platform.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('asks for no number where the sender is a name, and for no webhook where none is to be compared', async () => {
    expect(names((await tested({}, { ...credentials, number: 'Madoguchi' })).checks).map(([check]) => check)).not.toContain(
      'account matches',
    );
    const { channel } = await platformAt();
    expect(names(await channel.testConnection(smsCredentials, deadline())).map(([check]) => check)).not.toContain('webhook');
  });

  it('is asked at the hosts that the environment names', async () => {
    const [rest, api] = [await platformThatAnswers(healthy), await platformThatAnswers(healthy)];
    const channels = channelsFrom({ MADOGUCHI_VONAGE_REST: rest.url, MADOGUCHI_VONAGE_API: api.url });
    await channels.get('vonage')?.testConnection(credentials, deadline(), url);
    expect(rest.requests.map(({ path }) => path.split('?')[0])).toEqual(['/account/get-balance', '/account/numbers']);
    expect(api.requests.map(({ path }) => path)).toEqual([`/v2/applications/${applicationId}`]);
  });

  it('stops after the key when that is refused', async () => {
    const { checks, platform } = await tested({ '/account/get-balance': unauthorized });
    expect(checks).toMatchObject([
      {
        check: 'token',
        ok: false,
        reason: expect.stringContaining('authentication failed'),
        remedy: expect.stringContaining('API secret'),
      },
    ]);
    expect(platform.requests).toHaveLength(1);
  });

  const otherKeys = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' });
  const withMessages = (messages: object) =>
    ok({ ...application, capabilities: { messages: { ...application.capabilities.messages, ...messages } } });

  it.each<[string, Answers, Record<string, string>, string, RegExp]>([
    ['Vonage has a fault', { '/account/get-balance': { status: 503, body: '' } }, credentials, 'token', /503/],
    ['the credit is used up', { '/account/get-balance': ok({ value: 0, autoReload: false }) }, credentials, 'balance', /credit/],
    ['no signature secret is set', {}, { ...credentials, signatureSecret: '' }, 'secret', /every webhook is refused/],
    [
      'no signature secret is set and unsigned SMS would do',
      {},
      { ...credentials, signatureSecret: '', allowUnsigned: 'yes' },
      'secret',
      /refused/,
    ],
    ['the key does not own the number', { '/account/numbers': ok({}) }, credentials, 'account matches', /815098765432/],
    ['numbers cannot be asked for', { '/account/numbers': { status: 420, body: '{}' } }, credentials, 'account matches', /420/],
    [
      'there is no such application',
      { '/v2/applications': { status: 404, body: '{"title":"Not Found"}' } },
      credentials,
      'application',
      /Not Found/,
    ],
    ['the application ID can be none', {}, { ...credentials, applicationId: '../x' }, 'application', /form/],
    [
      'the private key is of another application',
      { '/v2/applications': ok({ ...application, keys: { public_key: otherKeys } }) },
      credentials,
      'application',
      /does not belong/,
    ],
    ['the private key is missing', {}, { ...credentials, privateKey: '' }, 'application', /missing/],
    [
      'the number is not linked to the application',
      { '/account/numbers': ok({ numbers: [{ ...number, app_id: 'another' }] }) },
      credentials,
      'number connected',
      /not linked/,
    ],
    [
      'the application has no webhooks',
      { '/v2/applications': ok({ ...application, capabilities: {} }) },
      credentials,
      'webhook',
      /no inbound_url/,
    ],
    [
      'statuses go elsewhere',
      { '/v2/applications': withMessages({ webhooks: { inbound_url: hook(url), status_url: hook('https://other.example/secret') } }) },
      credentials,
      'webhook',
      /another address \(status_url: other\.example\)/,
    ],
    [
      'the application delivers by GET',
      { '/v2/applications': withMessages({ webhooks: { inbound_url: { address: url, http_method: 'GET' }, status_url: hook(url) } }) },
      credentials,
      'webhook',
      /by GET/,
    ],
    [
      'the application writes in the old version',
      { '/v2/applications': withMessages({ version: 'v0.1' }) },
      credentials,
      'webhook',
      /v0\.1/,
    ],
    [
      'receipts go elsewhere',
      { '/account/settings': ok({ ...settings, 'dr-callback-url': 'https://other.example/x' }) },
      smsCredentials,
      'receipts',
      /other\.example/,
    ],
    [
      'nothing is delivered',
      { '/account/settings': ok({}), '/account/numbers': ok({ numbers: [{ ...number, moHttpUrl: '' }] }) },
      smsCredentials,
      'webhook',
      /no address/,
    ],
  ])('says so, and what to do, when %s', async (_, answers, as, failing, reason) => {
    const failed = (await tested(answers, as)).checks.filter((check) => !check.ok);
    expect(failed).toContainEqual(
      expect.objectContaining({ check: failing, reason: expect.stringMatching(reason), remedy: expect.stringMatching(/\w{4}/) }),
    );
    // The rest of somebody's webhook address may be a secret.
    expect(JSON.stringify(failed)).not.toMatch(/other\.example\//);
  });

  it('needs no signature secret where unsigned SMS are allowed', async () => {
    const { checks } = await tested({}, { ...smsCredentials, signatureSecret: '', allowUnsigned: 'yes' });
    expect(checks.every((check) => check.ok)).toBe(true);
  });
});

describe('registering the webhook at Vonage', () => {
  afterEach(stopPlatforms);

  it('changes the messages of the application and sends everything else back as it was', async () => {
    const elsewhere = { ...application, capabilities: { ...application.capabilities, messages: { version: 'v0.1' } } };
    const platform = await platformThatAnswers(healthy);
    platform.script(({ method, path, body }) => {
      if (!path.includes('/v2/applications')) return Object.entries(healthy).find(([key]) => path.includes(key))?.[1] ?? { status: 404 };
      return method === 'PUT' ? ok({ id: applicationId, ...(JSON.parse(body.toString()) as object) }) : ok(elsewhere);
    });
    const channel = vonageChannel({ rest: platform.url, api: platform.url });
    expect(names(await channel.registerWebhook(url, credentials, deadline()))).toEqual([['webhook', true]]);
    const put = platform.requests.find(({ method }) => method === 'PUT');
    expect(put).toMatchObject({ path: `/v2/applications/${applicationId}`, headers: { authorization: basic } });
    const { id: _id, _links, ...kept } = application;
    expect(JSON.parse(put?.body.toString() ?? '')).toEqual(kept);
  });

  it('links the number to the application, and leaves what it has beside that', async () => {
    const unlinked = { ...number, app_id: undefined };
    const { checks, sent } = await registered({ '/account/numbers': ok({ numbers: [unlinked] }) }, credentials);
    expect(names(checks)).toEqual([
      ['webhook', true],
      ['number connected', true],
    ]);
    expect(Object.fromEntries(new URLSearchParams(sent.find(({ path }) => path === '/number/update')?.body))).toEqual({
      country: 'JP',
      msisdn: '815098765432',
      moHttpUrl: url,
      voiceCallbackType: 'tel',
      voiceCallbackValue: '815011112222',
      app_id: applicationId,
    });
  });

  it('without an application sends the SMS of the number to us, and of the key only the receipts', async () => {
    const answers = {
      '/account/numbers': ok({ numbers: [{ ...number, moHttpUrl: 'https://old.example' }] }),
      '/account/settings': ok({ ...settings, 'dr-callback-url': '' }),
    };
    const { sent } = await registered(answers);
    expect(sent.map(({ path }) => path)).toEqual(['/account/settings', '/number/update', '/account/settings']);
    expect(new URLSearchParams(sent[1]?.body).get('moHttpUrl')).toBe(url);
    expect(sent[2]?.body).toBe(new URLSearchParams({ drCallBackUrl: url }).toString());
  });

  it('sends the SMS of the whole key to us where the account has no number', async () => {
    const { number: _number, ...whole } = smsCredentials;
    const { checks, sent } = await registered({ '/account/settings': ok({ 'dr-callback-url': url }) }, whole);
    expect(sent.map(({ body }) => body)).toEqual(['', new URLSearchParams({ moCallBackUrl: url }).toString()]);
    // What Vonage answers is believed, not what it was asked for.
    expect(checks).toMatchObject([
      { check: 'webhook', ok: false, reason: expect.stringContaining('no address') },
      { check: 'receipts', ok: true },
    ]);
  });

  it('never overwrites the address of somebody else who shares the key, and says so', async () => {
    const { number: _number, ...whole } = smsCredentials;
    const shared = { 'mo-callback-url': 'https://other.example/a?b', 'dr-callback-url': 'https://other.example/c' };
    const { checks, sent } = await registered({ '/account/settings': ok(shared) }, whole);
    expect(sent.map(({ body }) => body)).toEqual(['']);
    expect(checks).toMatchObject([
      {
        check: 'webhook',
        ok: false,
        reason: expect.stringMatching(/share.*other\.example\. It was left/),
        remedy: expect.stringContaining('dashboard'),
      },
      { check: 'receipts', ok: false, reason: expect.stringMatching(/share.*other\.example\. It was left/) },
    ]);
    expect(JSON.stringify(checks)).not.toMatch(/other\.example\//);
  });

  it('is not done while every webhook would be refused', async () => {
    const { checks, sent } = await registered({}, { ...credentials, signatureSecret: '' });
    expect(checks).toMatchObject([{ check: 'webhook', ok: false, reason: expect.stringContaining('signature secret') }]);
    expect(sent).toEqual([]);
  });

  it('says why Vonage does not take an address', async () => {
    const answer = { status: 420, body: '{"error-code":"420","error-code-label":"Invalid callback URL"}' };
    const { checks } = await registered({ '/account/settings': answer });
    expect(checks).toMatchObject([{ check: 'webhook', ok: false, reason: expect.stringContaining('Invalid callback URL') }]);
    const refused = await registered(
      { '/v2/applications': { status: 422, body: '{"title":"Bad Request","detail":"address"}' } },
      credentials,
    );
    expect(refused.checks).toMatchObject([{ ok: false, reason: expect.stringContaining('Bad Request: address') }]);
  });
});
