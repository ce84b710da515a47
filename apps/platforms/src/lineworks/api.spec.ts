import { CREDENTIALS, HANA, KEN, LineWorksUnderTest, WEBHOOK } from '../testing/lineworks-account.js';
import { PUBLIC_HOST } from '../testing/stand-ins.js';

describe('LINE WORKS, www.worksapis.com', () => {
  let lineworks: LineWorksUnderTest;
  beforeAll(async () => {
    lineworks = await LineWorksUnderTest.start();
  });
  afterAll(() => lineworks.standIns.stop());
  afterEach(() => lineworks.tidy());

  describe('access', () => {
    it('refuses a call without, with a malformed and with an unknown token', async () => {
      const token = await lineworks.renewToken();
      for (const authorization of ['', token, `Bearer  ${token}`, `bearer ${token}`, 'Bearer wrong']) {
        expect(await lineworks.call('GET', '/bots/2000001', undefined, { authorization })).toMatchObject({
          status: 401,
          json: { code: 'UNAUTHORIZED' },
        });
      }
    });

    it('knows each call at its own host only', async () => {
      const headers = { authorization: `Bearer ${await lineworks.renewToken()}` };
      expect((await lineworks.standIns.call('lineworksFiles', '/v1.0/bots/2000001', { headers })).status).toBe(404);
      expect((await lineworks.standIns.call('lineworksAuth', '/v1.0/bots/2000001', { headers })).status).toBe(404);
      expect((await lineworks.standIns.call('lineworksApi', '/oauth2/v2.0/token', { method: 'POST' })).status).toBe(404);
    });

    it('refuses another bot, a missing one, and a call beyond the scope', async () => {
      await lineworks.standIns.control('POST', '/accounts', {
        platform: 'lineworks',
        credentials: { privateKey: CREDENTIALS.privateKey, botId: '2000009' },
      });
      expect(await lineworks.call('GET', '/bots/2000009')).toMatchObject({
        status: 403,
        json: { code: 'ACCESS_DENIED', description: 'Access is denied for bot.' },
      });
      expect(await lineworks.call('GET', '/bots/2000008')).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } });
      await lineworks.renewToken('user.profile.read');
      expect(await lineworks.send({ type: 'text', text: 'a' })).toMatchObject({ status: 403, json: { code: 'FORBIDDEN' } });
      await lineworks.renewToken();
    });

    it('refuses bodies that are no JSON, or too long', async () => {
      const path = `/bots/2000001/users/${HANA}/messages`;
      const refused = { status: 400, json: { code: 'INVALID_PARAMETER', description: 'Request body cannot be parsed.' } };
      expect(await lineworks.call('POST', path, '{"content":')).toMatchObject(refused);
      expect(await lineworks.call('POST', path, '{}', { 'content-type': 'multipart/form-data; boundary=x' })).toMatchObject(refused);
      expect((await lineworks.call('POST', path, `"${'x'.repeat(1_100_000)}"`)).status).toBe(413);
    });

    it('counts calls of one kind by the minute, and tells about it', async () => {
      await lineworks.account.settings({ callsPerMinute: 2 });
      // At the beginning of a minute, so that it does not end meanwhile.
      await lineworks.standIns.advance(60_000 - ((await lineworks.now()) % 60_000));
      const calls = [await lineworks.bot('GET'), await lineworks.bot('GET'), await lineworks.bot('GET')];
      expect(calls.map(({ status }) => status)).toEqual([200, 200, 429]);
      expect(calls[2]!.json).toEqual({ code: 'TOO_MANY_REQUESTS', description: 'API rate limit exceeded' });
      expect(calls.map(({ headers }) => [headers.get('ratelimit-limit'), headers.get('ratelimit-remaining')])).toEqual([
        ['2', '1'],
        ['2', '0'],
        ['2', '0'],
      ]);
      const seconds = Number(calls[2]!.headers.get('RateLimit-Reset'));
      expect(seconds).toBeGreaterThan(0);
      expect(seconds).toBeLessThanOrEqual(60);
      // Another kind has its own count.
      expect((await lineworks.bot('GET', '/domains')).status).toBe(200);
      await lineworks.standIns.advance(seconds * 1_000);
      expect((await lineworks.bot('GET')).status).toBe(200);
      await lineworks.account.settings({ callsPerMinute: 240 });
    });
  });

  describe('the bot', () => {
    it('is told whole, without its secret', async () => {
      const { json } = await lineworks.bot('GET');
      expect(json).toMatchObject({
        botId: 2000001,
        botName: '人事相談',
        enableCallback: true,
        callbackUrl: WEBHOOK,
        channelEvents: ['message', 'join', 'leave', 'joined', 'left', 'postback'],
        enableGroupJoin: false,
      });
      expect(JSON.stringify(json)).not.toContain(CREDENTIALS.botSecret);
    });

    it('is changed in part', async () => {
      const events = { callbackEvents: ['text', 'image'], channelEvents: ['message', 'begin'] };
      expect((await lineworks.bot('PATCH', '', events)).json).toMatchObject({ ...events, botName: '人事相談', callbackUrl: WEBHOOK });
      expect((await lineworks.bot('PATCH', '', { callbackUrl: '' })).json).toMatchObject({ callbackUrl: '', enableCallback: true });
      await lineworks.bot('PATCH', '', {
        callbackUrl: WEBHOOK,
        callbackEvents: ['text', 'location', 'sticker', 'image', 'file', 'audio', 'video'],
        channelEvents: ['message', 'postback'],
      });
    });

    it.each([
      { callbackUrl: 'http://hooks.example/x' },
      { callbackUrl: 'https://127.0.0.1/x' },
      { callbackUrl: 'https://unknown.example/x' },
      { callbackUrl: `https://${PUBLIC_HOST}/${'x'.repeat(1_000)}` },
      { callbackEvents: ['telepathy'] },
      { callbackEvents: 'text' },
      { channelEvents: ['message', 'message'] },
      { enableCallback: 'yes' },
      { botName: '' },
      { botName: 'x'.repeat(101) },
      { administrators: [] },
      { color: 'green' },
    ])('is not changed to %j', async (change) => {
      expect(await lineworks.bot('PATCH', '', change)).toMatchObject({ status: 400, json: { code: 'INVALID_PARAMETER' } });
    });

    it('gets a new secret, with which callbacks are signed from then on', async () => {
      const { secret } = (await lineworks.bot('POST', '/secret')).json;
      expect(secret).not.toBe(CREDENTIALS.botSecret);
      expect((await lineworks.account.view()).credentials['botSecret']).toBe(secret);
    });

    it('is in domains, visible or not', async () => {
      const { json } = await lineworks.bot('GET', '/domains?count=1');
      expect(json).toEqual({
        domains: [{ domainId: 10000001, visible: true, allowToSelectedMember: false }],
        responseMetaData: { nextCursor: '' },
      });
      expect(await lineworks.bot('POST', '/domains/10000002', { visible: true })).toMatchObject({ status: 403 });
      await lineworks.bot('PATCH', '', { allowDomains: [10000001, 10000002] });
      expect(await lineworks.bot('POST', '/domains/10000002', {})).toMatchObject({
        status: 201,
        json: { domainId: 10000002, visible: false },
      });
      expect((await lineworks.bot('PATCH', '/domains/10000002', { visible: true })).json).toMatchObject({ visible: true });
      expect((await lineworks.bot('PATCH', '/domains/10000003', { visible: true })).status).toBe(404);
      const { domains, responseMetaData } = (await lineworks.bot('GET', '/domains?count=1')).json;
      expect([domains.length, responseMetaData.nextCursor]).toEqual([1, '1']);
      expect((await lineworks.bot('GET', '/domains?count=1&cursor=1')).json.domains).toMatchObject([{ domainId: 10000002 }]);
    });
  });

  describe('bots that the ClientApp makes', () => {
    const profile = {
      botName: '経理相談',
      description: '経費のことはこちらへ',
      photoUrl: 'https://storage.worksmobile.com/keiri.png',
      administrators: [HANA],
    };
    const make = async (more: object = {}) =>
      (await lineworks.call('POST', '/bots', { ...profile, allowDomains: [10000001], callbackUrl: WEBHOOK, enableCallback: true, ...more }))
        .json as { readonly botId: number };

    it.each([
      { botName: undefined },
      { administrators: [] },
      { administrators: ['a', 'b', 'c', 'd'] },
      { photoUrl: 'http://storage.worksmobile.com/keiri.png' },
      { photoUrl: undefined },
      { description: 'x'.repeat(101) },
      { callbackUrl: 'https://127.0.0.1/x' },
      { visible: true },
    ])('are not made with %j', async (wrong) => {
      expect(await lineworks.call('POST', '/bots', { ...profile, ...wrong })).toMatchObject({
        status: 400,
        json: { code: 'INVALID_PARAMETER' },
      });
    });

    it('are used by nobody until their domain has them, and by selected members where it says so', async () => {
      const { botId } = await make();
      const own = lineworks.standIns.at('lineworks', String(botId));
      expect((await lineworks.call('GET', '/bots?count=1')).json).toMatchObject({ bots: [{}], responseMetaData: { nextCursor: '1' } });
      expect((await lineworks.call('GET', '/bots')).json.bots).toContainEqual({
        botId,
        botName: '経理相談',
        photoUrl: profile.photoUrl,
      });
      const write = () => lineworks.call('POST', `/bots/${botId}/users/${HANA}/messages`, { content: { type: 'text', text: 'a' } });
      const add = () => own.post(`/customers/${HANA}/messages`, { type: 'follow' });
      expect((await write()).status).toBe(403);
      expect((await add()).json.code).toBe('not in the list');
      const domain = `/bots/${botId}/domains/10000001`;
      expect((await lineworks.call('POST', domain, { visible: true, allowToSelectedMember: true })).status).toBe(201);
      expect((await write()).status).toBe(403);
      expect((await lineworks.call('POST', `${domain}/members`, { userId: 'nobody' })).status).toBe(404);
      expect((await lineworks.call('POST', `${domain}/members`, { userId: HANA })).status).toBe(201);
      expect((await add()).status).toBe(201);
      expect((await write()).status).toBe(201);
      await lineworks.call('PATCH', domain, { allowToSelectedMember: false });
      expect((await lineworks.call('POST', `${domain}/members`, { userId: KEN })).status).toBe(400);
    });

    it('sign with a secret of their own, are deleted, and leave the ClientApp as it was', async () => {
      const { botId } = await make();
      const { secret } = (await lineworks.call('POST', `/bots/${botId}/secret`)).json;
      expect(secret).not.toBe((await lineworks.account.view()).credentials['botSecret']);
      expect((await lineworks.call('DELETE', `/bots/${botId}`)).status).toBe(204);
      expect((await lineworks.call('DELETE', `/bots/${botId}`)).status).toBe(404);
      expect((await lineworks.call('GET', `/bots/${botId}`)).status).toBe(404);
      expect((await lineworks.bot('GET')).status).toBe(200);
    });

    it('speak in a room only when they are in it', async () => {
      const { botId } = await make({ enableGroupJoin: true });
      await lineworks.call('POST', `/bots/${botId}/domains/10000001`, { visible: true });
      const own = lineworks.standIns.at('lineworks', String(botId));
      const say = () => lineworks.call('POST', `/bots/${botId}/channels/room-1/messages`, { content: { type: 'text', text: 'a' } });
      expect((await say()).status).toBe(404);
      await own.post(`/customers/${HANA}/messages`, { type: 'follow' });
      await own.post(`/customers/${HANA}/messages`, { type: 'text', text: 'hello', group: { id: 'room-1', name: 'Room' } });
      expect((await say()).status).toBe(201);
    });
  });

  it('tells names only under the scope for them', async () => {
    expect((await lineworks.call('GET', `/users/${HANA}`)).status).toBe(403);
    await lineworks.renewToken('user.profile.read');
    expect((await lineworks.call('GET', `/users/${HANA}`)).json).toMatchObject({
      userId: HANA,
      userName: { lastName: '田中', firstName: '花' },
    });
    expect((await lineworks.call('GET', '/users/somebody')).status).toBe(404);
    await lineworks.renewToken();
  });

  it('has accounts only with what LINE WORKS would issue', async () => {
    const refused = async (credentials: object) =>
      (await lineworks.standIns.control('POST', '/accounts', { platform: 'lineworks', credentials })).json.code as string;
    expect(await refused({ botId: 'bot' })).toBe('bad credential');
    expect(await refused({ privateKey: '-----BEGIN PRIVATE KEY-----\nno key' })).toBe('bad credential');
    expect(await refused({ ...CREDENTIALS, botId: '2000007' })).toBe('client exists');
    expect(await refused({ ...CREDENTIALS, clientId: 'another-client' })).toBe('account exists');
    expect((await lineworks.account.settings({ redelivery: true })).json.code).toBe('bad setting');
    expect((await lineworks.account.post('/customers', { id: 'somebody', name: 'x' })).json.code).toBe('bad customer');
  });
});
