import { HANA, KEN, STRANGER, TOKEN, ViberUnderTest, WEBHOOK } from '../testing/viber-account.js';
import { PUBLIC_HOST } from '../testing/stand-ins.js';

describe('Viber, chatapi.viber.com', () => {
  let viber: ViberUnderTest;
  beforeAll(async () => {
    viber = await ViberUnderTest.start();
  });
  afterAll(() => viber.standIns.stop());
  afterEach(() => viber.tidy());

  describe('set_webhook', () => {
    const wanted = ['delivered', 'seen', 'failed', 'conversation_started'];

    it('asks the address, signed, while it waits, and takes it with a 200', async () => {
      await viber.account.settings({ webhookUrl: null });
      const { json } = await viber.call('set_webhook', { url: WEBHOOK, event_types: ['seen'], send_name: true, send_photo: true });
      expect(json).toMatchObject({ status: 0, status_message: 'ok' });
      expect(json.event_types.sort()).toEqual(['action', 'client_status', 'message', 'seen', 'subscribed', 'unsubscribed', 'webhook']);
      expect(viber.callbacks()).toMatchObject([{ event: 'webhook', message_token: expect.stringMatching(/^\d{19}$/) }]);
      expect(viber.standIns.receiver.requests[0]!.headers['x-viber-content-signature']).toMatch(/^[0-9a-f]{64}$/);
      const info = (await viber.call('get_account_info')).json;
      expect(info).toMatchObject({ webhook: WEBHOOK, event_types: expect.arrayContaining(['message', 'seen']) });
    });

    it('tells of everything when nothing is named, and of the least when nothing is wanted', async () => {
      expect((await viber.call('set_webhook', { url: WEBHOOK })).json.event_types).toEqual(expect.arrayContaining(wanted));
      expect((await viber.call('set_webhook', { url: WEBHOOK, event_types: [] })).json.event_types).not.toContain('delivered');
    });

    it('keeps the webhook from before when the address does not answer 200', async () => {
      viber.standIns.receiver.answerStatus(404);
      expect((await viber.call('set_webhook', { url: `${WEBHOOK}/new` })).json).toMatchObject({
        status: 1,
        status_message: expect.stringContaining('Result is not 200: HTTP Status 404'),
      });
      viber.standIns.receiver.answerWith((_request, response) => response.destroy());
      expect((await viber.call('set_webhook', { url: `${WEBHOOK}/new` })).json.status).toBe(1);
      expect((await viber.call('get_account_info')).json.webhook).toBe(WEBHOOK);
    });

    it.each([
      ['http', `http://${PUBLIC_HOST}/x`, 1],
      ['a private address', 'https://192.168.1.4/x', 1],
      ['a host that nobody knows', 'https://unknown.example/x', 1],
      ['no address', undefined, 4],
    ])('refuses %s', async (_what, url, status) => {
      expect((await viber.call('set_webhook', { url })).json.status).toBe(status);
    });

    it('refuses events that do not exist, and names that are neither wanted nor not', async () => {
      expect((await viber.call('set_webhook', { url: WEBHOOK, event_types: ['telepathy'] })).json.status).toBe(3);
      expect((await viber.call('set_webhook', { url: WEBHOOK, send_name: 'yes' })).json.status).toBe(3);
    });

    it('is removed with an empty address', async () => {
      expect((await viber.call('set_webhook', { url: '' })).json.status).toBe(0);
      expect((await viber.call('get_account_info')).json).toMatchObject({ webhook: '', event_types: [] });
    });
  });

  it('tells about the bot', async () => {
    expect((await viber.call('get_account_info')).json).toMatchObject({
      status: 0,
      id: expect.stringMatching(/^pa:\d+$/),
      name: '予約窓口',
      uri: 'madoguchi',
      webhook: WEBHOOK,
      subscribers_count: 2,
    });
    expect((await viber.call('get_account_info', {}, { 'x-viber-auth-token': 'x' })).json).toMatchObject({ status: 2 });
  });

  it('tells about a subscriber twice in 12 hours', async () => {
    const details = async (id: unknown) => (await viber.call('get_user_details', { id })).json;
    expect(await details(HANA)).toMatchObject({ status: 0, user: { id: HANA, name: '佐藤 花', language: 'ja', country: 'JP' } });
    expect((await details(HANA)).status).toBe(0);
    expect(await details(HANA)).toMatchObject({ status: 12 });
    expect((await details(KEN)).status).toBe(0);
    await viber.standIns.advance(12 * 3_600_000);
    expect((await details(HANA)).status).toBe(0);
    expect([(await details('x')).status, (await details(STRANGER)).status, (await details(undefined)).status]).toEqual([5, 6, 4]);
  });

  it('tells who is there', async () => {
    expect((await viber.call('get_online', { ids: [HANA, 'x'] })).json.users).toMatchObject([
      { id: HANA, online_status: 0 },
      { id: 'x', online_status: 4 },
    ]);
    expect((await viber.call('get_online', { ids: Array(101).fill(HANA) })).json.status).toBe(3);
  });

  describe('accounts and people', () => {
    it('have ids of the shapes of Viber', async () => {
      const made = await viber.standIns.control('POST', '/accounts', { platform: 'viber' });
      expect(made.json.credentials).toEqual({
        botUsername: expect.stringMatching(/^madoguchi/),
        authToken: expect.stringMatching(/^[0-9a-f]{16}-[0-9a-f]{16}-[0-9a-f]{16}$/),
      });
      const person = await viber.standIns.control('POST', `/viber/${made.json.account}/customers`, { name: 'Mei' });
      expect(person.json).toMatchObject({ id: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/), reachable: false, blocked: false });
    });

    it('act also under ids with a slash', async () => {
      const id = 'a/b+c/d+e/f+g/h+i/j+k/==';
      await viber.standIns.control('POST', '/viber/madoguchi/customers', { id, name: 'Slash' });
      await viber.account.act(encodeURIComponent(id), { type: 'text', text: 'hello' });
      expect(await viber.account.chat(encodeURIComponent(id))).toMatchObject([{ text: 'hello' }]);
      await viber.standIns.requests(1);
      expect(viber.callbacks()[0]!.sender.id).toBe(id);
    });

    it.each([
      ['a name with a blank', { credentials: { botUsername: 'a b' } }, 'bad credential'],
      ['another token', { credentials: { authToken: 'secret' } }, 'bad credential'],
      ['a name twice', { credentials: { botUsername: 'madoguchi', authToken: TOKEN } }, 'account exists'],
      ['a secret of the webhook', { settings: { webhookSecret: 'x' } }, 'bad setting'],
      ['a webhook in the clear', { settings: { webhookUrl: `http://${PUBLIC_HOST}/` } }, 'bad setting'],
      ['a person without a real id', { customers: [{ id: 'x', name: 'X' }] }, 'bad customer'],
    ])('are not made with %s', async (_what, account, code) => {
      expect((await viber.standIns.control('POST', '/accounts', { platform: 'viber', ...account })).json.code).toBe(code);
    });
  });
});
