import { randomUUID } from 'node:crypto';
import { AccountUnderTest, PUBLIC_HOST, StandIns, until, type Answered } from '../testing/stand-ins.js';

const TOKEN = 'line-token-for-tests-0123456789';
const SECRET = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const HANA = `U${'a'.repeat(32)}`;
const KEN = `U${'b'.repeat(32)}`;
const STRANGER = `U${'c'.repeat(32)}`;
const GROUP = `C${'d'.repeat(32)}`;

const text = (words: string) => ({ type: 'text', text: words });

describe('LINE, api.line.me', () => {
  let standIns: StandIns;
  let account: AccountUnderTest;

  beforeAll(async () => {
    standIns = await StandIns.start([
      {
        platform: 'line',
        name: '窓口',
        credentials: { channelId: '1234567890', channelSecret: SECRET, basicId: '@123abcde', channelAccessToken: TOKEN },
        settings: { webhookUrl: `https://${PUBLIC_HOST}/line` },
        customers: [
          { id: HANA, name: '田中 花', language: 'ja' },
          { id: KEN, name: 'Ken' },
          { id: STRANGER, name: 'Stranger', reachable: false },
        ],
      },
    ]);
    account = standIns.at('line', '1234567890');
  });
  afterAll(() => standIns.stop());
  afterEach(async () => {
    await account.endFaults();
    standIns.receiver.reset();
  });

  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}, token = TOKEN): Promise<Answered> =>
    standIns.call('lineApi', path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  const push = (messages: unknown, headers: Record<string, string> = {}, to = HANA) =>
    call('POST', '/v2/bot/message/push', { to, messages }, headers);
  const reply = (replyToken: string, messages: unknown = [text('はい')], headers: Record<string, string> = {}) =>
    call('POST', '/v2/bot/message/reply', { replyToken, messages }, headers);
  const replyTokenOf = async (customer = HANA): Promise<string> => {
    const before = standIns.receiver.requests.length;
    await account.act(customer, { type: 'text', text: 'もしもし' });
    await standIns.requests(before + 1);
    return (standIns.receiver.requests[before]!.json['events'] as { replyToken: string }[])[0]!.replyToken;
  };
  const lastOf = async (customer = HANA) => (await account.chat(customer)).at(-1)!;

  describe('access', () => {
    it('refuses a call without, with a malformed and with an unknown token, and gives each call an id', async () => {
      for (const authorization of [undefined, TOKEN, 'Bearer wrong']) {
        const { status, headers, json } = await standIns.call('lineApi', '/v2/bot/info', {
          headers: authorization ? { authorization } : {},
        });
        expect(status).toBe(401);
        expect(json.message).toMatch(/^Authentication failed due to the following reason: /);
        expect(headers.get('x-line-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      }
    });

    it('knows message content on api-data only, and everything else on api only', async () => {
      const { messageId } = await account.act(HANA, { type: 'image' });
      expect((await call('GET', `/v2/bot/message/${messageId}/content`)).status).toBe(404);
      expect((await standIns.call('lineData', '/v2/bot/info', { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(404);
    });

    it('refuses other content types, bodies that are no JSON and bodies over 2 MB', async () => {
      expect(await call('POST', '/v2/bot/message/push', 'x', { 'content-type': 'text/plain' })).toMatchObject({
        status: 415,
        json: { message: 'The content type, text/plain, is not supported' },
      });
      expect((await call('POST', '/v2/bot/message/push', '{"to":')).json.message).toMatch(/^The request body could not be parsed as JSON/);
      expect((await push([text('x'.repeat(2_200_000))])).status).toBe(413);
    });

    it('issues, verifies and revokes tokens', async () => {
      const form = (path: string, fields: Record<string, string>) =>
        standIns.call('lineApi', path, { method: 'POST', body: new URLSearchParams(fields) });
      const credentials = { grant_type: 'client_credentials', client_id: '1234567890', client_secret: SECRET };
      const stateless = await form('/oauth2/v3/token', credentials);
      expect(stateless.json).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
      expect((await call('GET', '/v2/bot/info', undefined, {}, stateless.json.access_token)).status).toBe(200);
      expect((await form('/v2/oauth/verify', { access_token: TOKEN })).json).toMatchObject({ client_id: '1234567890' });
      expect(await form('/oauth2/v3/token', { ...credentials, client_secret: 'f'.repeat(32) })).toMatchObject({
        status: 400,
        json: { error: 'invalid_client', error_description: 'invalid client_secret' },
      });

      const issued = await form('/v2/oauth/accessToken', credentials);
      await form('/v2/oauth/revoke', { access_token: issued.json.access_token });
      expect((await call('GET', '/v2/bot/info', undefined, {}, issued.json.access_token)).status).toBe(401);
      expect((await form('/v2/oauth/verify', { access_token: issued.json.access_token })).status).toBe(400);

      await standIns.advance(901_000);
      expect((await call('GET', '/v2/bot/info', undefined, {}, stateless.json.access_token)).json.message).toContain('expired');
    });
  });

  describe('what it tells', () => {
    it('tells about the bot, people and groups', async () => {
      await account.act(HANA, { type: 'text', text: 'みんな', group: { id: GROUP, name: '家族' } });
      expect((await call('GET', '/v2/bot/info')).json).toMatchObject({ basicId: '@123abcde', displayName: '窓口', chatMode: 'bot' });
      expect((await call('GET', `/v2/bot/profile/${HANA}`)).json).toEqual({ userId: HANA, displayName: '田中 花', language: 'ja' });
      expect((await call('GET', `/v2/bot/group/${GROUP}/summary`)).json).toEqual({ groupId: GROUP, groupName: '家族' });
      expect((await call('GET', `/v2/bot/group/${GROUP}/member/${HANA}`)).json.displayName).toBe('田中 花');
    });

    it('tells nothing about somebody it does not know, who is no friend or who has blocked the account', async () => {
      expect((await call('GET', '/v2/bot/profile/somebody')).json.message).toBe("The value for the 'userId' parameter is invalid");
      expect(await call('GET', `/v2/bot/profile/U${'9'.repeat(32)}`)).toMatchObject({ status: 404, json: { message: 'Not found' } });
      expect((await call('GET', `/v2/bot/profile/${STRANGER}`)).status).toBe(404);
      await account.act(KEN, { type: 'block' });
      expect((await call('GET', `/v2/bot/profile/${KEN}`)).status).toBe(404);
      await account.act(KEN, { type: 'follow' });
      expect((await call('GET', `/v2/bot/profile/${KEN}`)).status).toBe(200);
    });
  });

  describe('sending', () => {
    it('shows the customer what was pushed, in order, and gives ids in the same order', async () => {
      const { status, json } = await push([text('一'), { type: 'sticker', packageId: '446', stickerId: '1988' }]);
      expect(status).toBe(200);
      expect(json.sentMessages).toEqual([
        { id: expect.stringMatching(/^\d{18}$/), quoteToken: expect.any(String) },
        { id: expect.any(String), quoteToken: expect.any(String) },
      ]);
      const chat = await account.chat(HANA);
      expect(chat.slice(-2).map(({ id, kind }) => ({ id, kind }))).toEqual([
        { id: json.sentMessages[0].id, kind: 'text' },
        { id: json.sentMessages[1].id, kind: 'sticker' },
      ]);
    });

    it.each([
      ['no message', [], 'messages', 'Size must be between 1 and 5'],
      ['six messages', Array.from({ length: 6 }, () => text('x')), 'messages', 'Size must be between 1 and 5'],
      ['an empty text', [text('')], 'messages[0].text', 'May not be empty'],
      ['5001 UTF-16 units', [text('𠮷'.repeat(2_500) + 'x')], 'messages[0].text', 'Length must be between 0 and 5000'],
      [
        'a file, which LINE does not have',
        [{ type: 'file', url: 'https://hooks.example/a.pdf' }],
        'messages[0].type',
        /^Must be one of the following values: \[text, /,
      ],
      [
        'a picture without preview',
        [{ type: 'image', originalContentUrl: 'https://hooks.example/a.jpg' }],
        'messages[0].previewImageUrl',
        'May not be empty',
      ],
      [
        'a picture over http',
        [{ type: 'image', originalContentUrl: 'http://hooks.example/a.jpg', previewImageUrl: 'https://hooks.example/p.jpg' }],
        'messages[0].originalContentUrl',
        'Must be a valid HTTPS URL',
      ],
      [
        '14 quick replies',
        [
          {
            ...text('x'),
            quickReply: {
              items: Array.from({ length: 14 }, () => ({ type: 'action', action: { type: 'message', label: 'a', text: 'a' } })),
            },
          },
        ],
        'messages[0].quickReply.items',
        'Size must be between 1 and 13',
      ],
      [
        'a label of 21 characters',
        [{ ...text('x'), quickReply: { items: [{ type: 'action', action: { type: 'message', label: '👨‍👩‍👧'.repeat(21), text: 'a' } }] } }],
        'messages[0].quickReply.items[0].action.label',
        'Length must be between 0 and 20',
      ],
      [
        'a confirm template with one action',
        [
          {
            type: 'template',
            altText: 'a',
            template: { type: 'confirm', text: 'ok?', actions: [{ type: 'message', label: 'a', text: 'a' }] },
          },
        ],
        'messages[0].template.actions',
        'Size must be 2',
      ],
      [
        'a location beyond the pole',
        [{ type: 'location', title: 'a', address: 'b', latitude: 91, longitude: 0 }],
        'messages[0].latitude',
        'Must be between -90 and 90',
      ],
    ])('refuses %s', async (_what, messages, property, message) => {
      const before = (await account.chat(HANA)).length;
      const answer = await push(messages);
      expect(answer).toMatchObject({ status: 400, json: { message: 'The request body has 1 error(s)' } });
      expect(answer.json.details).toEqual([{ property, message: typeof message === 'string' ? message : expect.stringMatching(message) }]);
      expect(await account.chat(HANA)).toHaveLength(before);
    });

    it('takes 5000 UTF-16 units and a label of 20 composed characters', async () => {
      const quickReply = { items: [{ type: 'action', action: { type: 'message', label: '👨‍👩‍👧'.repeat(20), text: 'a' } }] };
      expect((await push([{ ...text('𠮷'.repeat(2_500)), quickReply }])).status).toBe(200);
      expect((await call('POST', '/v2/bot/message/validate/push', { messages: [text('x')] })).json).toEqual({});
    });

    it('refuses a recipient of another shape, one it does not know, and one who is neither friend nor wrote within a week', async () => {
      expect((await push([text('x')], {}, 'somebody')).json.message).toBe(
        'The property, to, in the request body is invalid (line: -, column: -)',
      );
      expect((await push([text('x')], {}, `U${'9'.repeat(32)}`)).json).toEqual({ message: 'Failed to send messages' });
      expect((await push([text('x')], {}, STRANGER)).json).toEqual({ message: 'Failed to send messages' });
      await account.act(STRANGER, { type: 'text', text: 'hello' });
      expect((await push([text('x')], {}, STRANGER)).status).toBe(200);
      await standIns.advance(7 * 86_400_000 + 1_000);
      expect((await push([text('x')], {}, STRANGER)).status).toBe(400);
    });

    it('accepts what goes to somebody who blocked the account, and delivers nothing', async () => {
      await account.act(KEN, { type: 'block' });
      const before = (await account.chat(KEN)).length;
      const { status, json } = await push([text('are you there')], {}, KEN);
      expect(status).toBe(200);
      expect(await account.chat(KEN)).toHaveLength(before);
      const entry = (await account.journal()).entries.at(-1);
      expect(entry).toMatchObject({
        kind: 'call',
        call: 'push',
        accepted: true,
        messages: [{ chat: KEN, id: json.sentMessages[0].id, delivered: false }],
      });
      await account.act(KEN, { type: 'follow' });
    });

    it('sends to many, and to a group', async () => {
      expect((await call('POST', '/v2/bot/message/multicast', { to: [HANA, KEN], messages: [text('news')] })).json).toEqual({});
      expect((await lastOf(KEN)).text).toBe('news');
      expect((await call('POST', '/v2/bot/message/multicast', { to: [HANA, 'x'], messages: [text('news')] })).json.message).toBe(
        'The property, to[1], in the request body is invalid (line: -, column: -)',
      );
      await account.act(HANA, { type: 'text', text: 'みんな', group: { id: GROUP } });
      expect((await push([text('all')], {}, GROUP)).status).toBe(200);
      expect((await lastOf(GROUP)).text).toBe('all');
    });

    it('counts pushes against the monthly quota, replies not, and refuses beyond it', async () => {
      const used = (await call('GET', '/v2/bot/message/quota/consumption')).json.totalUsage as number;
      await account.settings({ monthlyQuota: used + 1 });
      expect((await call('GET', '/v2/bot/message/quota')).json).toEqual({ type: 'limited', value: used + 1 });
      expect((await reply(await replyTokenOf())).status).toBe(200);
      expect((await push([text('1'), text('2')])).status).toBe(200);
      expect(await push([text('3')])).toMatchObject({ status: 429, json: { message: 'You have reached your monthly limit.' } });
      await account.settings({ monthlyQuota: null });
    });

    it('has a rate, and forgets about it when time passes', async () => {
      const start = (count: number) => Promise.all(Array.from({ length: count }, () => call('POST', '/v2/bot/channel/webhook/test', {})));
      const statuses = (await start(61)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 429)).toHaveLength(1);
      await standIns.advance(3_600_000);
      expect((await start(1))[0]!.status).toBe(200);
    });
  });

  describe('pictures', () => {
    const image = { type: 'image', originalContentUrl: `https://${PUBLIC_HOST}/a.jpg`, previewImageUrl: `https://${PUBLIC_HOST}/p.jpg` };
    const pictureShown = async () => {
      await until(
        async () => Object.keys((await lastOf()).media ?? {}).length > 0,
        () => 'no picture came',
      );
      return (await lastOf()).media!;
    };
    let jpeg: Buffer;

    beforeAll(async () => {
      const { messageId } = await account.act(HANA, { type: 'image' });
      const response = await fetch(`${standIns.address('lineData')}/v2/bot/message/${messageId}/content`, {
        headers: { authorization: `Bearer ${TOKEN}` },
      });
      jpeg = Buffer.from(await response.arrayBuffer());
    });

    it('loads original and preview from the public address and shows them', async () => {
      standIns.receiver.files.set('/a.jpg', { type: 'image/jpeg', bytes: jpeg });
      standIns.receiver.files.set('/p.jpg', { type: 'image/jpeg', bytes: jpeg });
      expect((await push([image])).status).toBe(200);
      const { url, mimeType } = await pictureShown();
      expect(mimeType).toBe('image/jpeg');
      const shown = await fetch(standIns.address('play') + url);
      expect(Buffer.from(await shown.arrayBuffer()).equals(jpeg)).toBe(true);
    });

    it('shows a broken picture for what is no JPEG or PNG, too big a preview, a missing file and an unknown host', async () => {
      standIns.receiver.files.set('/a.jpg', { type: 'image/jpeg', bytes: Buffer.from('<svg/>') });
      await push([image]);
      expect((await pictureShown()).problem).toBe('originalContentUrl is not JPEG or PNG');

      standIns.receiver.files.set('/a.jpg', { type: 'image/jpeg', bytes: jpeg });
      await push([image]);
      expect((await pictureShown()).problem).toBe('previewImageUrl answered 404');

      standIns.receiver.files.set('/p.jpg', { type: 'image/jpeg', bytes: Buffer.concat([jpeg, Buffer.alloc(1024 * 1024)]) });
      await push([image]);
      expect((await pictureShown()).problem).toContain('more than 1048576 bytes');

      await push([{ ...image, originalContentUrl: 'https://nowhere.example/a.jpg' }]);
      expect((await pictureShown()).problem).toBe('nowhere.example cannot be resolved');
    });
  });

  describe('reply tokens', () => {
    it('answers with a token once', async () => {
      const token = await replyTokenOf();
      expect((await reply(token)).json.sentMessages).toHaveLength(1);
      expect(await reply(token)).toMatchObject({ status: 400, json: { message: 'Invalid reply token' } });
      expect((await lastOf()).text).toBe('はい');
    });

    it('keeps the token when the call was refused for its body', async () => {
      const token = await replyTokenOf();
      expect((await reply(token, [])).status).toBe(400);
      expect((await reply(token)).status).toBe(200);
    });

    it('forgets the token after a minute', async () => {
      const young = await replyTokenOf();
      await standIns.advance(59_000);
      expect((await reply(young)).status).toBe(200);
      const old = await replyTokenOf();
      await standIns.advance(61_000);
      expect((await reply(old)).json).toEqual({ message: 'Invalid reply token' });
      expect((await reply('made-up')).status).toBe(400);
    });

    it('gives a minute again with a redelivery, but none after 20 minutes', async () => {
      const { eventIds } = await account.act(HANA, { type: 'text', text: 'もう一度' });
      await standIns.requests(1);
      const { replyToken } = (standIns.receiver.requests[0]!.json['events'] as { replyToken: string }[])[0]!;
      await standIns.advance(10 * 60_000);
      await account.post('/redeliver', { eventId: eventIds[0] });
      await standIns.requests(2);
      expect((await reply(replyToken)).status).toBe(200);

      const second = await account.act(HANA, { type: 'text', text: 'まだ' });
      await standIns.requests(3);
      const late = (standIns.receiver.requests[2]!.json['events'] as { replyToken: string }[])[0]!.replyToken;
      await standIns.advance(21 * 60_000);
      await account.post('/redeliver', { eventId: second.eventIds[0] });
      await standIns.requests(4);
      expect((await reply(late)).status).toBe(400);
    });

    it('refuses a retry key on a reply', async () => {
      const token = await replyTokenOf();
      expect((await reply(token, [text('x')], { 'x-line-retry-key': randomUUID() })).status).toBe(400);
      expect((await reply(token)).status).toBe(200);
    });
  });

  describe('retry keys', () => {
    it('refuses a key that is no UUID', async () => {
      expect((await push([text('x')], { 'x-line-retry-key': 'again' })).status).toBe(400);
    });

    it('answers 409 with the first answer to the same key, sends nothing more, and starts afresh after 24 hours', async () => {
      const headers = { 'x-line-retry-key': randomUUID() };
      const first = await push([text('only once')], headers);
      const chat = await account.chat(HANA);
      const again = await push([text('only once')], headers);
      expect(again.status).toBe(409);
      expect(again.json).toEqual({ message: 'The retry key is already accepted', sentMessages: first.json.sentMessages });
      expect(again.headers.get('x-line-accepted-request-id')).toBe(first.headers.get('x-line-request-id'));
      expect(again.headers.get('x-line-request-id')).not.toBe(first.headers.get('x-line-request-id'));
      expect((await push([text('another body')], headers)).status).toBe(409);
      expect(await account.chat(HANA)).toEqual(chat);
      await standIns.advance(24 * 3_600_000 + 1_000);
      expect((await push([text('only once')], headers)).status).toBe(200);
    });

    it('does not count a refused call', async () => {
      const headers = { 'x-line-retry-key': randomUUID() };
      expect((await push([text('')], headers)).status).toBe(400);
      await account.fault({ on: 'call', kind: 'rate-limit', call: 'push' });
      expect((await push([text('x')], headers)).status).toBe(429);
      expect((await push([text('x')], headers)).status).toBe(200);
    });

    it('tells after a reset that the first call had been accepted', async () => {
      const headers = { 'x-line-retry-key': randomUUID() };
      await account.fault({ on: 'call', kind: 'accept-then-reset', call: 'push' });
      await expect(push([text('in doubt')], headers)).rejects.toThrow();
      expect((await push([text('in doubt')], headers)).status).toBe(409);
      expect((await account.chat(HANA)).filter((entry) => entry.text === 'in doubt')).toHaveLength(1);
    });
  });

  describe('webhook endpoint', () => {
    const endpoint = '/v2/bot/channel/webhook/endpoint';

    it('is set, read and tested', async () => {
      expect((await call('PUT', endpoint, { endpoint: `https://${PUBLIC_HOST}/line` })).json).toEqual({});
      expect((await call('GET', endpoint)).json).toEqual({ endpoint: `https://${PUBLIC_HOST}/line`, active: true });
      const { json } = await call('POST', '/v2/bot/channel/webhook/test', {});
      expect(json).toMatchObject({ success: true, statusCode: 200, reason: 'OK', detail: '200' });
      expect(standIns.receiver.requests.at(-1)!.json['events']).toEqual([]);
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
        expect(await call('PUT', endpoint, { endpoint: address })).toMatchObject({
          status: 400,
          json: { message: 'Invalid webhook endpoint URL' },
        });
      }
    });

    it('says why a test failed', async () => {
      standIns.receiver.answerStatus(500);
      expect((await call('POST', '/v2/bot/channel/webhook/test', {})).json).toMatchObject({
        success: false,
        statusCode: 500,
        reason: 'ERROR_STATUS_CODE',
      });
      standIns.receiver.answerWith((_request, response) => response.destroy());
      expect((await call('POST', '/v2/bot/channel/webhook/test', {})).json).toMatchObject({
        success: false,
        statusCode: 0,
        reason: 'COULD_NOT_CONNECT',
      });
      await account.settings({ webhookUrl: null });
      expect((await call('GET', endpoint)).json).toEqual({ message: 'Webhook endpoint not found' });
      expect((await call('POST', '/v2/bot/channel/webhook/test', {})).status).toBe(404);
      await account.settings({ webhookUrl: `https://${PUBLIC_HOST}/line` });
    });
  });

  describe('small calls', () => {
    it('shows that somebody is typing, within the limits', async () => {
      expect(await call('POST', '/v2/bot/chat/loading/start', { chatId: HANA, loadingSeconds: 20 })).toMatchObject({
        status: 202,
        json: {},
      });
      const { json } = await call('POST', '/v2/bot/chat/loading/start', { chatId: GROUP, loadingSeconds: 4 });
      expect(json.details).toHaveLength(3);
    });

    it('marks as read with a token of the webhook only', async () => {
      await account.act(HANA, { type: 'text', text: '既読' });
      await standIns.requests(1);
      const { message } = (standIns.receiver.requests[0]!.json['events'] as { message: { markAsReadToken: string } }[])[0]!;
      expect((await call('POST', '/v2/bot/chat/markAsRead', { markAsReadToken: message.markAsReadToken })).json).toEqual({});
      expect((await call('POST', '/v2/bot/chat/markAsRead', { markAsReadToken: 'x' })).status).toBe(400);
    });
  });
});
