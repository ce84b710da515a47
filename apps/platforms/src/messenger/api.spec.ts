import {
  APP,
  APP_TOKEN,
  HANA,
  MessengerUnderTest,
  OTHER_PAGE,
  OTHER_TOKEN,
  PAGE,
  PROOF,
  SECRET,
  TOKEN,
  VERIFY_TOKEN,
  WEBHOOK,
} from '../testing/messenger-account.js';
import { PUBLIC_HOST } from '../testing/stand-ins.js';

const error = (code: number, subcode?: number) => ({
  error: { code, ...(subcode === undefined ? {} : { error_subcode: subcode }), fbtrace_id: expect.any(String) },
});

describe('Messenger, the Graph API', () => {
  let messenger: MessengerUnderTest;
  beforeAll(async () => {
    messenger = await MessengerUnderTest.start();
  });
  afterAll(() => messenger.standIns.stop());
  afterEach(() => messenger.tidy());

  const raw = (path: string, headers: Record<string, string> = {}) => messenger.standIns.call('messengerApi', path, { headers });

  it('knows the page of a token, by its header or in the address', async () => {
    const page = { id: PAGE, name: '窓口', username: 'madoguchi.shop' };
    expect((await messenger.call('GET', 'me?fields=id,name,username')).json).toEqual(page);
    expect((await raw(`/v24.0/${PAGE}?fields=username&access_token=${TOKEN}`)).json).toEqual({ id: PAGE, username: 'madoguchi.shop' });
    expect((await messenger.call('GET', 'me?fields=messaging_feature_status')).json).toMatchObject({ messaging_feature_status: {} });
  });

  it.each<[string, () => Promise<unknown>, number, object]>([
    ['no token', () => raw('/v25.0/me'), 400, error(2500)],
    ['a token that was never given', () => messenger.call('GET', 'me', undefined, 'EAAwrong'), 401, error(190)],
    ['the token of the app where the page is asked', () => messenger.call('GET', 'me', undefined, APP_TOKEN), 401, error(190)],
    ['a field that a page does not have', () => messenger.call('GET', 'me?fields=shoe_size'), 400, error(100)],
    ['a version that is gone', () => raw('/v2.6/me', { authorization: `Bearer ${TOKEN}` }), 400, error(2500)],
    ['a path that is not there', () => raw('/nothing'), 400, error(2500)],
    ['another page', () => messenger.call('POST', `${OTHER_PAGE}/messages`, {}), 400, error(100, 33)],
    ['another page’s subscriptions', () => messenger.call('GET', `${PAGE}/subscribed_apps`, undefined, OTHER_TOKEN), 400, error(100, 33)],
    [
      'a body that is no JSON',
      () =>
        messenger.standIns.call('messengerApi', '/v25.0/me/messages', {
          method: 'POST',
          headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
          body: '{',
        }),
      400,
      error(100),
    ],
  ])('refuses %s', async (_, ask, status, json) => {
    expect(await ask()).toMatchObject({ status, json });
  });

  it('checks the proof of the app secret, and insists on it when told so', async () => {
    expect((await messenger.call('GET', `me?appsecret_proof=${PROOF}`)).status).toBe(200);
    const wrong = await messenger.call('GET', `me?appsecret_proof=${'0'.repeat(64)}`);
    expect([wrong.status, wrong.json.error.message]).toEqual([400, '(#100) Invalid appsecret_proof provided in the API argument']);
    await messenger.account.settings({ requireProof: true });
    expect((await messenger.call('GET', 'me')).json.error.message).toContain('require an appsecret_proof');
    expect((await messenger.call('GET', `me?appsecret_proof=${PROOF}`)).status).toBe(200);
  });

  it('lets a token end, and do no more than it is good for', async () => {
    await messenger.account.settings({ tokenExpiresAt: '2001-01-01T00:00:00Z' });
    expect(await messenger.call('GET', 'me')).toMatchObject({ status: 401, json: error(190, 463) });
    const debug = async () => (await messenger.call('GET', `debug_token?input_token=${TOKEN}`, undefined, APP_TOKEN)).json.data;
    expect(await debug()).toMatchObject({ is_valid: false, app_id: APP });
    await messenger.account.settings({ tokenExpiresAt: null, permissions: ['pages_show_list'] });
    expect(await debug()).toMatchObject({ is_valid: true, expires_at: 0, type: 'PAGE', profile_id: PAGE, scopes: ['pages_show_list'] });
    expect(await messenger.send({ text: 'a' })).toMatchObject({ status: 403, json: error(200) });
    expect(await messenger.call('GET', `${PAGE}/subscribed_apps`)).toMatchObject({ status: 403, json: error(200) });
  });

  it('tells about a token only to who knows the secret of its app', async () => {
    for (const token of [`${APP}|${SECRET.replace('7', '8')}`, `1|${SECRET}`, TOKEN])
      expect(await messenger.call('GET', `debug_token?input_token=${TOKEN}`, undefined, token)).toMatchObject({
        status: 401,
        json: error(190),
      });
    expect((await messenger.call('GET', 'debug_token?input_token=EAAwrong', undefined, APP_TOKEN)).json.data.is_valid).toBe(false);
  });

  it('subscribes pages to what there is, and says so', async () => {
    const path = `${PAGE}/subscribed_apps`;
    expect((await messenger.call('POST', `${path}?subscribed_fields=messages,message_reads`)).json).toEqual({ success: true });
    expect((await messenger.call('GET', path)).json.data).toEqual([
      { id: APP, name: expect.any(String), link: expect.any(String), subscribed_fields: ['messages', 'message_reads'] },
    ]);
    expect(await messenger.call('POST', path, { subscribed_fields: 'messages,telepathy' })).toMatchObject({
      status: 400,
      json: error(100),
    });
    expect(await messenger.call('POST', path, {})).toMatchObject({ status: 400 });
    expect((await messenger.call('DELETE', path)).json).toEqual({ success: true });
    expect((await messenger.call('GET', path)).json).toEqual({ data: [] });
  });

  describe('the address of an app', () => {
    const path = `${APP}/subscriptions`;
    const subscribe = (more: object = {}) =>
      messenger.call(
        'POST',
        path,
        {
          object: 'page',
          callback_url: `https://${PUBLIC_HOST}/m`,
          verify_token: VERIFY_TOKEN,
          fields: 'messages',
          include_values: true,
          ...more,
        },
        APP_TOKEN,
      );

    it('is taken when it gives the challenge back', async () => {
      messenger.standIns.receiver.verifyToken = VERIFY_TOKEN;
      expect((await subscribe()).json).toEqual({ success: true });
      expect((await messenger.call('GET', path, undefined, APP_TOKEN)).json.data).toEqual([
        { object: 'page', callback_url: `https://${PUBLIC_HOST}/m`, active: true, fields: [{ name: 'messages', version: 'v25.0' }] },
      ]);
      expect((await messenger.account.view()).settings.webhookUrl).toBe(`https://${PUBLIC_HOST}/m`);
      await messenger.call('DELETE', path, { object: 'page' }, APP_TOKEN);
      expect((await messenger.call('GET', path, undefined, APP_TOKEN)).json).toEqual({ data: [] });
    });

    it.each<[string, object, number]>([
      ['with another verify token', { verify_token: 'something else' }, 2200],
      ['where nobody answers', { callback_url: 'https://nowhere.example/' }, 2200],
      ['over http', { callback_url: `http://${PUBLIC_HOST}/m` }, 100],
      ['inside our own network', { callback_url: 'https://127.0.0.1/m' }, 100],
      ['for another object', { object: 'instagram' }, 100],
      ['for events that there are not', { fields: 'telepathy' }, 100],
      ['without a verify token', { verify_token: '' }, 100],
    ])('is not taken %s, and stays what it was', async (_, more, code) => {
      messenger.standIns.receiver.verifyToken = VERIFY_TOKEN;
      expect(await subscribe(more)).toMatchObject({ status: 400, json: error(code) });
      expect((await messenger.account.view()).settings.webhookUrl).toBe(WEBHOOK);
    });

    it('is the app’s alone', async () => {
      expect(await messenger.call('POST', path, {}, TOKEN)).toMatchObject({ status: 401, json: error(190) });
      expect(await messenger.call('GET', '998877665544332/subscriptions', undefined, APP_TOKEN)).toMatchObject({
        status: 400,
        json: error(100, 33),
      });
    });
  });

  it('knows who writes, as far as the page may know', async () => {
    const fields = 'first_name,last_name,name,profile_pic,locale';
    const { json } = await messenger.call('GET', `${HANA}?fields=${fields}`);
    expect(json).toMatchObject({ id: HANA, name: '森 花子', first_name: '森', last_name: '花子', locale: 'ja_JP' });
    const picture = await fetch(json.profile_pic);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    await messenger.account.settings({ profileAccess: false });
    expect(await messenger.call('GET', `${HANA}?fields=${fields}`)).toMatchObject({ status: 200, json: {} });
    expect((await messenger.call('GET', `${HANA}?fields=${fields}`)).json).toEqual({});
    expect(await messenger.call('GET', '1234567890')).toMatchObject({ status: 400, json: error(100, 33) });
  });

  it('keeps what a page shows beside its messages', async () => {
    const path = 'me/messenger_profile';
    expect((await messenger.call('POST', path, { get_started: { payload: 'HELLO' } })).json).toEqual({ result: 'success' });
    expect((await messenger.call('GET', `${path}?fields=get_started,greeting`)).json).toEqual({
      data: [{ get_started: { payload: 'HELLO' } }],
    });
    await messenger.account.act(HANA, { type: 'follow' });
    await messenger.standIns.requests(1);
    expect(messenger.events()).toMatchObject([{ postback: { payload: 'HELLO' } }]);
    expect(await messenger.call('POST', path, { shoe_size: 42 })).toMatchObject({ status: 400 });
    expect((await messenger.call('DELETE', path, { fields: ['get_started'] })).json).toEqual({ result: 'success' });
    expect((await messenger.call('GET', `${path}?fields=get_started`)).json).toEqual({ data: [] });
  });

  it('issues only what Meta would, and one secret to one app', async () => {
    const make = (credentials: object) => messenger.standIns.control('POST', '/accounts', { platform: 'messenger', credentials });
    const made = await make({});
    expect(made).toMatchObject({
      status: 201,
      json: { credentials: { pageId: expect.stringMatching(/^\d{15}$/), appSecret: expect.stringMatching(/^[0-9a-f]{32}$/) } },
    });
    expect((await make({ pageAccessToken: 'x' })).json.code).toBe('bad credential');
    expect((await make({ appId: APP })).json.code).toBe('bad credential');
    expect((await make({ pageId: PAGE, appId: APP, appSecret: SECRET })).status).toBe(409);
    expect((await messenger.account.settings({ monthlyQuota: 1 })).json.code).toBe('bad setting');
    expect((await messenger.account.settings({ webhookUrl: 'http://x.example' })).json.code).toBe('bad setting');
    expect((await messenger.account.settings({ tokenExpiresAt: 'tomorrow' })).json.code).toBe('bad setting');
  });
});
