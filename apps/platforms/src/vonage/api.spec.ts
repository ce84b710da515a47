import { generateKeyPairSync } from 'node:crypto';
import { APPLICATION, HANA, KEN, KEY, NUMBER, SIGNATURE_SECRET, VonageUnderTest, WEBHOOK } from '../testing/vonage-account.js';

describe("Vonage's calls about account, number and application", () => {
  let vonage: VonageUnderTest;
  beforeAll(async () => {
    vonage = await VonageUnderTest.start();
  });
  afterAll(() => vonage.standIns.stop());
  afterEach(() => vonage.tidy());

  const rest = (method: string, path: string, fields?: Readonly<Record<string, string>>) => vonage.call('vonageRest', method, path, fields);
  const application = (method: string, body?: object) =>
    vonage.call('vonageApi', method, `/v2/applications/${APPLICATION}`, body && JSON.stringify(body));

  it('are made by whoever knows key and secret', async () => {
    expect((await rest('GET', '/account/get-balance')).json).toEqual({ value: 100, autoReload: false });
    expect(await vonage.call('vonageRest', 'GET', '/account/get-balance', undefined, 'wrong')).toMatchObject({
      status: 401,
      json: { 'error-code': '401', 'error-code-label': 'authentication failed' },
    });
    expect(await vonage.call('vonageApi', 'GET', `/v2/applications/${APPLICATION}`, undefined, 'wrong')).toMatchObject({
      status: 401,
      json: { title: 'Unauthorized' },
    });
    expect((await vonage.standIns.call('vonageRest', '/account/get-balance')).status).toBe(401);
  });

  it('are not answered by the other host', async () => {
    expect((await vonage.call('vonageApi', 'GET', '/account/get-balance')).status).toBe(404);
    expect((await vonage.call('vonageRest', 'GET', `/v2/applications/${APPLICATION}`)).status).toBe(404);
  });

  it('take an address for SMS only when it answers 200 to a request without parameters', async () => {
    const url = `${WEBHOOK}/new`;
    expect((await rest('POST', '/account/settings', { moCallBackUrl: url })).json).toEqual({
      'error-code': '420',
      'error-code-label': 'Invalid callback URL',
    });
    vonage.standIns.receiver.takesGet = true;
    expect((await rest('POST', '/account/settings', { moCallBackUrl: url })).json).toMatchObject({
      'mo-callback-url': url,
      'dr-callback-url': WEBHOOK,
    });
    expect(vonage.standIns.receiver.requests.map(({ method, path, body }) => [method, path, body.length])).toEqual([
      ['GET', '/vonage/new', 0],
    ]);
    for (const bad of ['http://hooks.example/', 'https://127.0.0.1/', 'x']) {
      expect((await rest('POST', '/account/settings', { drCallBackUrl: bad })).status).toBe(420);
    }
    expect((await rest('POST', '/account/settings', { moCallBackUrl: '' })).json).toMatchObject({ 'mo-callback-url': '' });
    expect((await rest('POST', '/account/settings', {})).json).toMatchObject({ 'mo-callback-url': '', 'dr-callback-url': WEBHOOK });
  });

  it('tell the number, and take away what an update leaves out', async () => {
    const numbers = async (pattern: string) => (await rest('GET', `/account/numbers?pattern=${pattern}`)).json;
    expect(await numbers('8150')).toMatchObject({
      count: 1,
      numbers: [{ country: 'JP', msisdn: NUMBER, moHttpUrl: WEBHOOK, app_id: APPLICATION }],
    });
    expect(await numbers('999')).toEqual({});
    expect((await rest('POST', '/number/update', { country: 'JP', msisdn: NUMBER, app_id: APPLICATION })).json).toMatchObject({
      'error-code': '200',
    });
    expect((await numbers(NUMBER)).numbers[0]).not.toHaveProperty('moHttpUrl');
    for (const wrong of [
      { country: 'US', msisdn: NUMBER },
      { country: 'JP', msisdn: '81000' },
      { country: 'JP', msisdn: NUMBER, app_id: 'x' },
    ]) {
      expect((await rest('POST', '/number/update', wrong as Record<string, string>)).status).toBe(420);
    }
  });

  it('replace the whole application by what they are sent', async () => {
    const { json: before } = await application('GET');
    expect(before).toMatchObject({ id: APPLICATION, name: '窓口', keys: { public_key: vonage.publicKey } });
    const { json: after } = await application('PUT', { name: 'desk' });
    expect(after).toMatchObject({ name: 'desk', capabilities: {}, keys: { public_key: vonage.publicKey } });
    expect(await application('PUT', before)).toMatchObject({ status: 200, json: before });
  });

  it.each([
    ['without a name', {}],
    ['with a key that is none', { name: 'x', keys: { public_key: 'x' } }],
    [
      'with an address over http',
      { name: 'x', capabilities: { messages: { webhooks: { inbound_url: { address: 'http://hooks.example', http_method: 'POST' } } } } },
    ],
    [
      'that delivers by GET',
      { name: 'x', capabilities: { messages: { webhooks: { status_url: { address: WEBHOOK, http_method: 'GET' } } } } },
    ],
    ['with something unknown', { name: 'x', something: 1 }],
  ])('refuse an application %s', async (_what, body) => {
    expect(await application('PUT', body)).toMatchObject({ status: 422, json: { invalid_parameters: [{ reason: expect.any(String) }] } });
  });

  it('refuse what is no JSON', async () => {
    expect((await vonage.call('vonageApi', 'PUT', `/v2/applications/${APPLICATION}`, '[')).status).toBe(422);
    expect((await vonage.call('vonageApi', 'PUT', `/v2/applications/${APPLICATION}`, { name: 'x' })).status).toBe(415);
  });

  it('give a file of a customer to the application, for 48 hours', async () => {
    await vonage.account.act(KEN, { type: 'file', file: { name: '見積.pdf', mimeType: 'application/pdf', base64: 'AAEC' } });
    const [webhook] = await vonage.arrived(1);
    const { pathname, origin } = new URL(webhook!['file'].url);
    expect(origin).toBe('https://api-ap.nexmo.com');
    const fetched = async (headers: Record<string, string>) => fetch(vonage.standIns.address('vonageApi') + pathname, { headers });
    expect((await fetched({})).status).toBe(401);
    const authorization = `Bearer ${await vonage.token()}`;
    const file = await fetched({ authorization });
    expect([file.status, file.headers.get('content-type'), Buffer.from(await file.arrayBuffer())]).toEqual([
      200,
      'application/pdf',
      Buffer.from([0, 1, 2]),
    ]);
    await vonage.standIns.advance(48 * 3_600_000);
    expect((await fetched({ authorization: `Bearer ${await vonage.token()}` })).status).toBe(404);
  });
});

describe('a Vonage account at the stand-in', () => {
  let vonage: VonageUnderTest;
  beforeAll(async () => {
    vonage = await VonageUnderTest.start();
  });
  afterAll(() => vonage.standIns.stop());

  it('is made with credentials of its own, a pair of keys among them', async () => {
    const { status, json } = await vonage.standIns.control('POST', '/accounts', { platform: 'vonage', customers: [{ name: 'Hana' }] });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      credentials: {
        apiKey: expect.stringMatching(/^[0-9a-f]{8}$/),
        applicationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        privateKey: expect.stringContaining('BEGIN PRIVATE KEY'),
        number: expect.stringMatching(/^8150\d{8}$/),
      },
      settings: { webhookUrl: null, smsApi: 'messages', signed: true },
    });
    expect((await vonage.standIns.control('GET', `/vonage/${json.account}/customers`)).json).toMatchObject([
      { id: expect.stringMatching(/^8190\d{8}$/) },
    ]);
  });

  it('keeps what it is given', async () => {
    const { credentials, settings } = await vonage.account.view();
    expect(credentials).toMatchObject({ apiKey: KEY, signatureSecret: SIGNATURE_SECRET, applicationId: APPLICATION, number: NUMBER });
    expect(settings).toEqual({
      webhookUrl: WEBHOOK,
      smsApi: 'messages',
      webhookFormat: 'POST-JSON',
      signed: true,
      signatureMethod: 'md5hash',
      balance: 100,
    });
  });

  it.each([
    ['a key of a wrong shape', { apiKey: '1' }],
    ['a number with a plus', { number: '+815098765432' }],
    ['a private key that is none', { privateKey: 'x' }],
  ])('is not made with %s', async (_what, credentials) => {
    const { status, json } = await vonage.standIns.control('POST', '/accounts', { platform: 'vonage', credentials });
    expect([status, json.code]).toEqual([400, 'bad credential']);
  });

  it('takes a private key that was made elsewhere', async () => {
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const { json } = await vonage.standIns.control('POST', '/accounts', { platform: 'vonage', credentials: { privateKey } });
    expect(json.credentials.privateKey).toBe(privateKey);
  });

  it.each([
    ['a setting of another platform', { redelivery: true }],
    ['a webhook over http', { webhookUrl: 'http://hooks.example/' }],
    ['a webhook inside', { webhookUrl: 'https://10.0.0.1/' }],
  ])('has not %s', async (_what, settings) => {
    expect((await vonage.account.settings(settings)).json.code).toBe('bad setting');
  });

  it.each([
    [HANA, { type: 'image' }],
    [HANA, { type: 'reaction', messageId: 'x', emoji: '👍' }],
    [HANA, { type: 'text', text: 'x', replyTo: 'y' }],
    [HANA, { type: 'text', text: 'x', group: { id: 'g' } }],
    [KEN, { type: 'block' }],
  ] as const)('has customers who cannot do everything (%s, %j)', async (customer, action) => {
    expect((await vonage.account.post(`/customers/${customer}/messages`, action)).json.code).toBe('not on this platform');
  });

  it('has customers with numbers', async () => {
    for (const id of ['hana', '+819012345678', 'telegram:819012345678'])
      expect((await vonage.account.post('/customers', { id, name: 'x' })).json.code).toBe('bad customer');
  });
});
