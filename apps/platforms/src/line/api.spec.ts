import { GROUP, HANA, KEN, LineUnderTest, SECRET, STRANGER, textMessage, TOKEN } from '../testing/line-account.js';
import { PUBLIC_HOST } from '../testing/stand-ins.js';

describe('LINE, api.line.me', () => {
  let line: LineUnderTest;
  beforeAll(async () => {
    line = await LineUnderTest.start();
  });
  afterAll(() => line.standIns.stop());
  afterEach(() => line.tidy());

  describe('access', () => {
    it('refuses a call without, with a malformed and with an unknown token, and gives each call an id', async () => {
      for (const authorization of [undefined, TOKEN, 'Bearer wrong']) {
        const { status, headers, json } = await line.standIns.call('lineApi', '/v2/bot/info', {
          headers: authorization ? { authorization } : {},
        });
        expect(status).toBe(401);
        expect(json.message).toMatch(/^Authentication failed due to the following reason: /);
        expect(headers.get('x-line-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      }
    });

    it('knows message content on api-data only, and everything else on api only', async () => {
      const { messageId } = await line.account.act(HANA, { type: 'image' });
      expect((await line.call('GET', `/v2/bot/message/${messageId}/content`)).status).toBe(404);
      expect((await line.standIns.call('lineData', '/v2/bot/info', { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(404);
    });

    it('refuses other content types, bodies that are no JSON and bodies over 2 MB', async () => {
      expect(await line.call('POST', '/v2/bot/message/push', 'x', { 'content-type': 'text/plain' })).toMatchObject({
        status: 415,
        json: { message: 'The content type, text/plain, is not supported' },
      });
      expect((await line.call('POST', '/v2/bot/message/push', '{"to":')).json.message).toMatch(
        /^The request body could not be parsed as JSON/,
      );
      expect((await line.push([textMessage('x'.repeat(2_200_000))])).status).toBe(413);
    });

    it('issues, verifies and revokes tokens', async () => {
      const form = (path: string, fields: Record<string, string>) =>
        line.standIns.call('lineApi', path, { method: 'POST', body: new URLSearchParams(fields) });
      const credentials = { grant_type: 'client_credentials', client_id: '1234567890', client_secret: SECRET };
      const stateless = await form('/oauth2/v3/token', credentials);
      expect(stateless.json).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
      expect((await line.call('GET', '/v2/bot/info', undefined, {}, stateless.json.access_token)).status).toBe(200);
      expect((await form('/v2/oauth/verify', { access_token: TOKEN })).json).toMatchObject({ client_id: '1234567890' });
      expect((await form('/v2/oauth/verify', { access_token: stateless.json.access_token })).status).toBe(400);
      expect(await line.standIns.call('lineApi', `/oauth2/v2.1/verify?access_token=${TOKEN}`)).toMatchObject({ status: 400 });
      expect(await form('/oauth2/v3/token', { ...credentials, client_secret: 'f'.repeat(32) })).toMatchObject({
        status: 400,
        json: { error: 'invalid_client', error_description: 'invalid client_secret' },
      });

      const issued = await form('/v2/oauth/accessToken', credentials);
      await form('/v2/oauth/revoke', { access_token: issued.json.access_token });
      expect((await line.call('GET', '/v2/bot/info', undefined, {}, issued.json.access_token)).status).toBe(401);
      expect((await form('/v2/oauth/verify', { access_token: issued.json.access_token })).status).toBe(400);

      await line.standIns.advance(901_000);
      expect((await line.call('GET', '/v2/bot/info', undefined, {}, stateless.json.access_token)).json.message).toContain('expired');
    });
  });

  describe('what it tells', () => {
    it('tells about the bot, people and groups', async () => {
      await line.account.act(HANA, { type: 'text', text: 'みんな', group: { id: GROUP, name: '家族' } });
      expect((await line.call('GET', '/v2/bot/info')).json).toMatchObject({ basicId: '@123abcde', displayName: '窓口', chatMode: 'chat' });
      expect((await line.call('GET', `/v2/bot/profile/${HANA}`)).json).toEqual({ userId: HANA, displayName: '田中 花', language: 'ja' });
      expect((await line.call('GET', `/v2/bot/group/${GROUP}/summary`)).json).toEqual({ groupId: GROUP, groupName: '家族' });
      expect((await line.call('GET', `/v2/bot/group/${GROUP}/member/${HANA}`)).json.displayName).toBe('田中 花');
    });

    it('tells nothing about somebody it does not know, who is no friend or who has blocked the account', async () => {
      expect((await line.call('GET', '/v2/bot/profile/somebody')).json.message).toBe("The value for the 'userId' parameter is invalid");
      expect(await line.call('GET', `/v2/bot/profile/U${'9'.repeat(32)}`)).toMatchObject({ status: 404, json: { message: 'Not found' } });
      expect((await line.call('GET', `/v2/bot/profile/${STRANGER}`)).status).toBe(404);
      await line.account.act(KEN, { type: 'block' });
      expect((await line.call('GET', `/v2/bot/profile/${KEN}`)).status).toBe(404);
      await line.account.act(KEN, { type: 'follow' });
      expect((await line.call('GET', `/v2/bot/profile/${KEN}`)).status).toBe(200);
    });
  });

  describe('webhook endpoint', () => {
    const endpoint = '/v2/bot/channel/webhook/endpoint';

    it('is set, read and tested', async () => {
      expect((await line.call('PUT', endpoint, { endpoint: `https://${PUBLIC_HOST}/line` })).json).toEqual({});
      expect((await line.call('GET', endpoint)).json).toEqual({ endpoint: `https://${PUBLIC_HOST}/line`, active: true });
      const { json } = await line.call('POST', '/v2/bot/channel/webhook/test', {});
      expect(json).toMatchObject({ success: true, statusCode: 200, reason: 'OK', detail: '200' });
      expect(line.standIns.receiver.requests.at(-1)!.json['events']).toEqual([]);
    });

    it('refuses what is no public https address that can be resolved', async () => {
      for (const address of [
        'http://hooks.example/x',
        'https://127.0.0.1/x',
        'https://localhost/x',
        'https://10.1.2.3/',
        'https://unknown.example/x',
        `https://${PUBLIC_HOST}/${'x'.repeat(500)}`,
        'x',
        undefined,
      ]) {
        expect(await line.call('PUT', endpoint, { endpoint: address })).toMatchObject({
          status: 400,
          json: { message: 'Invalid webhook endpoint URL' },
        });
      }
    });

    it('says why a test failed', async () => {
      line.standIns.receiver.answerStatus(500);
      expect((await line.call('POST', '/v2/bot/channel/webhook/test', {})).json).toMatchObject({
        success: false,
        statusCode: 500,
        reason: 'ERROR_STATUS_CODE',
      });
      line.standIns.receiver.answerWith((_request, response) => response.destroy());
      expect((await line.call('POST', '/v2/bot/channel/webhook/test', {})).json).toMatchObject({
        success: false,
        statusCode: 0,
        reason: 'COULD_NOT_CONNECT',
      });
      await line.account.settings({ webhookUrl: null });
      expect((await line.call('GET', endpoint)).json).toEqual({ message: 'Webhook endpoint not found' });
      expect((await line.call('POST', '/v2/bot/channel/webhook/test', {})).status).toBe(404);
      await line.account.settings({ webhookUrl: `https://${PUBLIC_HOST}/line` });
    });
  });

  describe('small calls', () => {
    it('shows that somebody is typing, within the limits', async () => {
      expect(await line.call('POST', '/v2/bot/chat/loading/start', { chatId: HANA, loadingSeconds: 20 })).toMatchObject({
        status: 202,
        json: {},
      });
      const { json } = await line.call('POST', '/v2/bot/chat/loading/start', { chatId: GROUP, loadingSeconds: 4 });
      expect(json.details).toHaveLength(3);
    });

    it('marks as read with a token of the webhook only', async () => {
      const read = await line.account.act(HANA, { type: 'text', text: '既読' });
      await line.standIns.requests(1);
      const later = await line.account.act(HANA, { type: 'audio' });
      const { message } = (line.standIns.receiver.requests[0]!.json['events'] as { message: { markAsReadToken: string } }[])[0]!;
      expect((await line.call('POST', '/v2/bot/chat/markAsRead', { markAsReadToken: message.markAsReadToken })).json).toEqual({});
      const seen = (await line.account.chat(HANA)).filter((entry) => entry.seen).map(({ id }) => id);
      expect(seen).toContain(read.messageId);
      expect(seen).not.toContain(later.messageId);
      for (const token of ['x', undefined, 7])
        expect((await line.call('POST', '/v2/bot/chat/markAsRead', { markAsReadToken: token })).status).toBe(400);
    });
  });
});
