import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PUBLIC_HOST, until } from '../testing/stand-ins.js';
import {
  APP_ID,
  BUSINESS_ID,
  HANA,
  NUMBER_ID,
  SECOND_NUMBER_ID,
  SECRET,
  TOKEN,
  WEBHOOK,
  WhatsAppUnderTest,
} from '../testing/whatsapp-account.js';

const MINUTE_MS = 60_000;
const VERIFY_TOKEN = 'a verify token of ours';

describe('WhatsApp, Graph API', () => {
  let whatsapp: WhatsAppUnderTest;
  beforeAll(async () => {
    whatsapp = await WhatsAppUnderTest.start();
  });
  afterAll(() => whatsapp.standIns.stop());
  afterEach(async () => {
    for (const account of [whatsapp.account, whatsapp.second]) await account.settings({ webhookUrl: WEBHOOK, registered: true });
    await whatsapp.tidy();
  });

  it('tells of a number what is asked for', async () => {
    const { json } = await whatsapp.call('GET', `${NUMBER_ID}?fields=id,display_phone_number,status,throughput,webhook_configuration`);
    expect(json).toEqual({
      display_phone_number: '+81 3-1234-5678',
      status: 'CONNECTED',
      throughput: { level: 'STANDARD' },
      webhook_configuration: { phone_number: WEBHOOK },
      id: NUMBER_ID,
    });
    expect((await whatsapp.call('GET', NUMBER_ID)).json).toMatchObject({
      verified_name: '窓口',
      code_verification_status: 'VERIFIED',
      quality_rating: 'GREEN',
    });
    expect((await whatsapp.call('GET', `${NUMBER_ID}?fields=colour`)).json.error.message).toMatch(/nonexisting field \(colour\)/);
  });

  it('tells of a business account, and of its numbers', async () => {
    expect((await whatsapp.call('GET', BUSINESS_ID)).json).toMatchObject({ id: BUSINESS_ID, name: '窓口' });
    const { json } = await whatsapp.call('GET', `${BUSINESS_ID}/phone_numbers?limit=100`);
    expect(json.data.map(({ id }: { id: string }) => id)).toEqual([NUMBER_ID, SECOND_NUMBER_ID]);
  });

  it.each([
    ['an object that nobody has', '123456789', 'GET', 400, 100],
    ['an edge that nobody has', `${NUMBER_ID}/horoscope`, 'GET', 400, 2500],
    ['a method that is not there', `${NUMBER_ID}/messages`, 'GET', 400, 2500],
  ])('refuses %s', async (_, path, method, status, code) => {
    expect(await whatsapp.call(method, path)).toMatchObject({ status, json: { error: { code, fbtrace_id: expect.any(String) } } });
  });

  it('refuses a version that is over, a body that is no JSON, and a wrong proof of the secret', async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    expect((await whatsapp.standIns.call('whatsappApi', `/v3.0/${NUMBER_ID}`, { headers })).json.error.code).toBe(2635);
    expect((await whatsapp.call('POST', `${NUMBER_ID}/messages`, '{"almost')).json.error.code).toBe(100);
    const proof = (secret: string) => createHmac('sha256', secret).update(TOKEN).digest('hex');
    expect((await whatsapp.call('GET', `${NUMBER_ID}?appsecret_proof=${proof(SECRET)}`)).status).toBe(200);
    expect((await whatsapp.call('GET', `${NUMBER_ID}?appsecret_proof=${proof('another')}`)).json.error.message).toMatch(
      /Invalid appsecret_proof/,
    );
  });

  it('does not show what another token sees', async () => {
    const { json: other } = await whatsapp.standIns.control('POST', '/accounts', { platform: 'whatsapp', name: 'Other' });
    expect((await whatsapp.call('GET', other.credentials.phoneNumberId)).json.error).toMatchObject({ code: 100, error_subcode: 33 });
    expect((await whatsapp.call('GET', NUMBER_ID, undefined, other.credentials.accessToken)).json.error.error_subcode).toBe(33);
    expect((await whatsapp.call('GET', other.credentials.phoneNumberId, undefined, other.credentials.accessToken)).status).toBe(200);
  });

  it('tells what a token is good for, and when it ends', async () => {
    const debug = async (token = TOKEN) => (await whatsapp.call('GET', `debug_token?input_token=${token}`)).json.data;
    expect(await debug()).toMatchObject({
      app_id: APP_ID,
      is_valid: true,
      expires_at: 0,
      scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'],
      granular_scopes: [{ target_ids: [BUSINESS_ID] }, { target_ids: [BUSINESS_ID] }],
    });
    await whatsapp.account.settings({ tokenExpiresAt: '2999-01-01T00:00:00Z' });
    expect((await debug()).expires_at).toBe(Date.parse('2999-01-01T00:00:00Z') / 1_000);
    await whatsapp.account.settings({ tokenExpiresAt: null });
    expect(await debug('EAAnobody')).toMatchObject({ is_valid: false });
  });

  describe('webhook addresses', () => {
    beforeEach(() => {
      whatsapp.standIns.receiver.verifyToken = VERIFY_TOKEN;
    });
    afterEach(() => {
      whatsapp.standIns.receiver.verifyToken = undefined;
    });

    it('of a number are asked for their challenge, then get its events', async () => {
      const url = `https://${PUBLIC_HOST}/own?a=1`;
      const set = { webhook_configuration: { override_callback_uri: url, verify_token: VERIFY_TOKEN } };
      expect((await whatsapp.call('POST', NUMBER_ID, set)).json).toEqual({ success: true });
      expect((await whatsapp.call('GET', `${NUMBER_ID}?fields=webhook_configuration`)).json.webhook_configuration).toEqual({
        phone_number: url,
      });
      await whatsapp.account.act(HANA, { type: 'text', text: 'a' });
      await whatsapp.standIns.requests(1);
      expect(whatsapp.standIns.receiver.requests[0]!.path).toBe('/own?a=1');
      expect((await whatsapp.account.journal()).entries.some((entry) => JSON.stringify(entry).includes(VERIFY_TOKEN))).toBe(false);
    });

    it.each([
      ['that nobody can find', 'https://nowhere.example/x', 2200, /cannot be resolved/],
      ['without https', `http://${PUBLIC_HOST}/own`, 100, /https/],
      ['inside of a network', 'https://127.0.0.1/own', 100, /public/],
      ['of more than 200 characters', `https://${PUBLIC_HOST}/${'x'.repeat(200)}`, 100, /200/],
    ])('are not taken: one %s', async (_, url, code, words) => {
      const { status, json } = await whatsapp.call('POST', NUMBER_ID, {
        webhook_configuration: { override_callback_uri: url, verify_token: VERIFY_TOKEN },
      });
      expect([status, json.error.code]).toEqual([400, code]);
      expect(json.error.message).toMatch(words);
      expect((await whatsapp.account.view()).settings.webhookUrl).toBe(WEBHOOK);
    });

    it('that do not know the verify token, or do not give the challenge back, are not taken', async () => {
      const set = (host: string, verifyToken: string) =>
        whatsapp.call('POST', NUMBER_ID, {
          webhook_configuration: { override_callback_uri: `https://${host}/own`, verify_token: verifyToken },
        });
      expect((await set(PUBLIC_HOST, 'another')).json.error.message).toMatch(/HTTP Status Code = 404/);
      const liar = createServer((_request, response) => response.end('ok'));
      await new Promise<void>((resolve) => liar.listen(0, '127.0.0.1', resolve));
      try {
        await whatsapp.standIns.control('POST', '/internet', {
          'liar.example': `http://127.0.0.1:${(liar.address() as AddressInfo).port}`,
        });
        expect((await set('liar.example', VERIFY_TOKEN)).json.error.message).toMatch(/challenge did not come back/);
      } finally {
        liar.closeAllConnections();
        await new Promise((resolve) => liar.close(resolve));
      }
    });

    it('of a business account go behind those of its numbers, and are taken away by subscribing again', async () => {
      const url = `https://${PUBLIC_HOST}/all`;
      await whatsapp.account.settings({ webhookUrl: null });
      await whatsapp.call('POST', `${BUSINESS_ID}/subscribed_apps`, { override_callback_uri: url, verify_token: VERIFY_TOKEN });
      expect((await whatsapp.call('GET', `${BUSINESS_ID}/subscribed_apps`)).json.data).toMatchObject([
        { whatsapp_business_api_data: { id: APP_ID }, override_callback_uri: url },
      ]);
      expect((await whatsapp.account.view()).settings.webhookUrl).toBe(url);
      expect((await whatsapp.second.view()).settings.webhookUrl).toBe(WEBHOOK);
      await whatsapp.call('POST', `${BUSINESS_ID}/subscribed_apps`);
      expect((await whatsapp.account.view()).settings.webhookUrl).toBeNull();
    });
  });

  describe('templates', () => {
    it('are listed in pages, with what is asked for', async () => {
      const { json: all } = await whatsapp.call('GET', `${BUSINESS_ID}/message_templates?fields=name,status,language&limit=100`);
      expect(all.data).toContainEqual({ id: expect.any(String), name: 'order_ready', status: 'APPROVED', language: 'ja' });
      expect(all.paging).not.toHaveProperty('next');
      const names: string[] = [];
      for (let after = '', next = true; next;) {
        const { json } = await whatsapp.call('GET', `${BUSINESS_ID}/message_templates?limit=4&after=${after}`.replace(/&after=$/, ''));
        names.push(...json.data.map(({ name }: { name: string }) => name));
        after = json.paging.cursors.after;
        next = json.paging.next !== undefined;
      }
      expect(names).toEqual(all.data.map(({ name }: { name: string }) => name));
      expect((await whatsapp.call('GET', `${BUSINESS_ID}/message_templates?name=hello_world`)).json.data).toHaveLength(1);
      expect((await whatsapp.call('GET', `${BUSINESS_ID}/message_templates?after=x`)).json.error.message).toMatch(/cursors/);
    });

    it('are made, looked at for a minute, and approved, which the webhook tells', async () => {
      const made = {
        name: 'shop_closed',
        language: 'ja',
        category: 'UTILITY',
        components: [{ type: 'BODY', text: '本日 {{1}} 時に閉店します。' }],
      };
      const { json } = await whatsapp.call('POST', `${BUSINESS_ID}/message_templates`, made);
      expect(json).toEqual({ id: expect.any(String), status: 'PENDING', category: 'UTILITY' });
      const send = () =>
        whatsapp.send({
          type: 'template',
          template: {
            name: 'shop_closed',
            language: { code: 'ja' },
            components: [{ type: 'body', parameters: [{ type: 'text', text: '18' }] }],
          },
        });
      expect((await send()).status).toBe(404);
      await whatsapp.standIns.advance(MINUTE_MS);
      const [told] = await whatsapp.arrived('message_template_status_update', 1);
      expect(told!.element).toMatchObject({ event: 'APPROVED', message_template_name: 'shop_closed', message_template_language: 'ja' });
      expect((await send()).status).toBe(200);
      expect((await whatsapp.call('POST', `${BUSINESS_ID}/message_templates`, made)).json.error.error_subcode).toBe(2388024);
      expect((await whatsapp.call('DELETE', `${BUSINESS_ID}/message_templates?name=shop_closed`)).json).toEqual({ success: true });
      expect((await send()).status).toBe(404);
    });

    it.each([
      ['a name with blanks', { name: 'Shop closed', language: 'ja', category: 'UTILITY', components: [{ type: 'BODY', text: 'a' }] }],
      ['no language', { name: 'a', category: 'UTILITY', components: [{ type: 'BODY', text: 'a' }] }],
      ['another category', { name: 'a', language: 'ja', category: 'FUN', components: [{ type: 'BODY', text: 'a' }] }],
      ['no body', { name: 'a', language: 'ja', category: 'UTILITY', components: [{ type: 'FOOTER', text: 'a' }] }],
    ])('are refused with %s', async (_, template) => {
      expect((await whatsapp.call('POST', `${BUSINESS_ID}/message_templates`, template)).json.error.code).toBe(100);
    });
  });

  describe('the control API', () => {
    const make = (credentials: object, more: object = {}) =>
      whatsapp.standIns.control('POST', '/accounts', { platform: 'whatsapp', credentials, ...more });

    it.each([
      ['phoneNumber', '0312345678'],
      ['phoneNumberId', 'abc'],
      ['appSecret', 'short'],
      ['accessToken', 'a b'],
    ])('takes no credential that Meta would not issue (%s)', async (name, value) => {
      expect(await make({ [name]: value })).toMatchObject({ status: 400, json: { code: 'bad credential' } });
    });

    it('knows an app by its secret, and refuses another one for the same app', async () => {
      const { json } = await make({ appSecret: SECRET });
      expect(json.credentials.appId).toBe(APP_ID);
      expect((await make({ appId: APP_ID, appSecret: '0'.repeat(32) })).status).toBe(409);
      expect((await make({ phoneNumberId: NUMBER_ID })).status).toBe(409);
    });

    it.each([
      [{ webhookUrl: 'http://x.example' }, /https/],
      [{ redelivery: true }, /redelivery/],
    ])('refuses the setting %j', async (settings, words) => {
      const { status, json } = await whatsapp.account.settings(settings);
      expect(status).toBe(400);
      expect(json.detail).toMatch(words);
    });

    it('makes people with numbers of their own, and refuses an id that is none', async () => {
      const { json } = await whatsapp.account.post('/customers', { name: 'Somebody' });
      expect(json).toEqual({ id: expect.stringMatching(/^8190\d{8}$/), name: 'Somebody', language: null, reachable: true, blocked: false });
      expect((await whatsapp.account.post('/customers', { id: 'hana', name: 'x' })).json.code).toBe('bad customer');
    });

    it.each([
      [{ type: 'text', text: 'x', group: { id: 'g' } }, /no groups/],
      [{ type: 'mail', text: 'x' }, /type must be one of/],
      [{ type: 'reaction', messageId: 'wamid.x', emoji: '👍' }, /no such message/],
      [{ type: 'edit', messageId: 'wamid.x', text: 'a' }, /no such message/],
    ])('refuses what a customer cannot do: %j', async (action, words) => {
      await expect(whatsapp.account.act(HANA, action as never)).rejects.toThrow(words);
    });

    it('names the calls of which the journal tells', async () => {
      const { json } = await whatsapp.standIns.control('GET', '/platforms');
      const { calls } = json.find(({ platform }: { platform: string }) => platform === 'whatsapp');
      await until(
        async () => (await whatsapp.account.journal()).entries.some(({ kind }) => kind === 'call'),
        () => 'no call',
      );
      const told = (await whatsapp.account.journal()).entries.flatMap((entry) => (entry.kind === 'call' ? [entry.call] : []));
      expect([...new Set(told)].filter((call) => !calls.includes(call))).toEqual([]);
    });
  });
});
