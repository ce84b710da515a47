import { atOneMoment } from '../testing/stand-ins.js';
import { GROUP, HANA, KEN, SECRET, STRANGER, TelegramUnderTest, TOKEN, WEBHOOK } from '../testing/telegram-account.js';

describe('Telegram, api.telegram.org', () => {
  let telegram: TelegramUnderTest;
  beforeAll(async () => {
    telegram = await TelegramUnderTest.start();
  });
  afterAll(() => telegram.standIns.stop());
  afterEach(() => telegram.tidy());

  const refusal = (code: number, description: string) => ({ status: code, json: { ok: false, error_code: code, description } });

  describe('access', () => {
    it('knows the bot by its token, whatever the case of the method and the way of the arguments', async () => {
      expect((await telegram.call('getMe')).json).toMatchObject({
        ok: true,
        result: { id: 7000000001, is_bot: true, username: 'madoguchi_bot' },
      });
      const get = await telegram.standIns.call('telegramApi', `/bot${TOKEN}/SENDMESSAGE?chat_id=${HANA}&text=by%20address`);
      expect(get.json.result.text).toBe('by address');
      const form = await telegram.standIns.call('telegramApi', `/bot${TOKEN}/sendmessage`, {
        method: 'POST',
        body: new URLSearchParams({ chat_id: HANA, text: 'as a form' }),
      });
      expect(form.json.result.text).toBe('as a form');
      expect((await telegram.upload('sendMessage', { chat_id: HANA, text: 'multipart' })).json.result.text).toBe('multipart');
    });

    it('refuses tokens that are malformed or not known, and what is no call at all', async () => {
      expect(await telegram.call('getMe', {}, 'nonsense')).toMatchObject(refusal(401, 'Unauthorized: invalid token specified'));
      expect(await telegram.call('getMe', {}, '7000000001:AAanother')).toMatchObject(refusal(401, 'Unauthorized'));
      expect(await telegram.call('sendPigeon')).toMatchObject(refusal(404, 'Not Found: method not found'));
      expect(await telegram.standIns.call('telegramApi', '/')).toMatchObject(refusal(404, 'Not Found'));
      const broken = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"chat_id":' };
      expect(await telegram.standIns.call('telegramApi', `/bot${TOKEN}/sendMessage`, broken)).toMatchObject({ status: 400 });
    });
  });

  describe('setWebhook', () => {
    it.each([
      ['http', 'http://hooks.example/x', {}, 'bad webhook: An HTTPS URL must be provided for webhook'],
      [
        'a port of its own choice',
        'https://hooks.example:9443/x',
        {},
        'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
      ],
      ['a private address', 'https://192.168.1.4/x', {}, 'bad webhook: IP address 192.168.1.4 is reserved'],
      ['an IPv6 address', 'https://[::1]/x', {}, 'bad webhook: IPv6-only addresses are not allowed'],
      ['a host that nobody knows', 'https://unknown.example/x', {}, 'bad webhook: Failed to resolve host: Name or service not known'],
      ['a secret with a space', WEBHOOK, { secret_token: 'a b' }, 'secret token contains unallowed characters'],
      ['a secret of 257 characters', WEBHOOK, { secret_token: 'x'.repeat(257) }, 'secret token is too long'],
    ])('refuses %s', async (_what, url, more, reason) => {
      await telegram.standIns.advance(1_000);
      expect(await telegram.call('setWebhook', { url, ...more })).toMatchObject(refusal(400, `Bad Request: ${reason}`));
    });

    it('is set once a second, says when it is the same, is shown without its secret, and is deleted', async () => {
      const wanted = { url: `${WEBHOOK}?x=1`, secret_token: SECRET, allowed_updates: ['message'], max_connections: 7 };
      const [set, tooSoon] = await atOneMoment(
        async () => [await telegram.call('setWebhook', wanted), await telegram.call('setWebhook', wanted)] as const,
      );
      expect(set.json).toEqual({ ok: true, result: true, description: 'Webhook was set' });
      expect(tooSoon).toMatchObject({ status: 429, json: { parameters: { retry_after: 1 } } });
      expect(tooSoon.headers.get('retry-after')).toBe('1');
      await telegram.standIns.advance(1_000);
      expect((await telegram.call('setWebhook', wanted)).json.description).toBe('Webhook is already set');
      const { result } = (await telegram.call('getWebhookInfo')).json;
      expect(result).toEqual({
        url: `${WEBHOOK}?x=1`,
        has_custom_certificate: false,
        pending_update_count: 0,
        max_connections: 7,
        ip_address: expect.any(String),
        allowed_updates: ['message'],
      });
      expect((await telegram.call('getUpdates')).status).toBe(409);
      expect((await telegram.call('deleteWebhook')).json.description).toBe('Webhook was deleted');
      expect((await telegram.call('deleteWebhook')).json.description).toBe('Webhook is already deleted');
      expect((await telegram.call('getWebhookInfo')).json.result.url).toBe('');
    });

    it('keeps the wanted kinds when they are left out, and what is pending unless told to drop it', async () => {
      await telegram.setWebhook({ allowed_updates: ['message', 'edited_message'] });
      await telegram.setWebhook({ allowed_updates: undefined });
      expect((await telegram.call('getWebhookInfo')).json.result.allowed_updates).toEqual(['message', 'edited_message']);
      await telegram.call('deleteWebhook');
      await telegram.account.act(HANA, { type: 'text', text: 'waiting' });
      await telegram.setWebhook();
      await telegram.standIns.requests(1);
      expect(telegram.updates()[0]!['message'].text).toBe('waiting');
      await telegram.call('deleteWebhook');
      await telegram.account.act(HANA, { type: 'text', text: 'dropped' });
      await telegram.setWebhook({ drop_pending_updates: true });
      expect((await telegram.call('getWebhookInfo')).json.result.pending_update_count).toBe(0);
    });
  });

  describe('sendMessage', () => {
    it('shows the message to the customer and returns it', async () => {
      const { json } = await telegram.call('sendMessage', { chat_id: Number(HANA), text: ' はい、承ります ' });
      expect(json.result).toEqual({
        message_id: expect.any(Number),
        from: { id: 7000000001, is_bot: true, first_name: '窓口', username: 'madoguchi_bot' },
        chat: { id: Number(HANA), first_name: 'Hana', type: 'private' },
        date: expect.any(Number),
        text: 'はい、承ります',
      });
      expect(await telegram.lastInChat()).toMatchObject({ id: String(json.result.message_id), from: 'account', text: 'はい、承ります' });
    });

    it.each([
      ['no text', { text: '  ' }, 'message text is empty'],
      ['4097 UTF-16 units', { text: 'x'.repeat(4097) }, 'message is too long'],
      ['no chat', { chat_id: '' }, 'chat_id is empty'],
      ['an unknown chat', { chat_id: 1 }, 'chat not found'],
      ['somebody who never started the bot', { chat_id: STRANGER }, 'chat not found'],
      ['a group the bot is not in', { chat_id: -1009999999999 }, 'chat not found'],
      ['markup of an unknown kind', { parse_mode: 'RTF' }, 'unsupported parse_mode'],
      [
        'a tag that is not closed',
        { text: '<b>x', parse_mode: 'HTML' },
        'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
      ],
      [
        'a tag that does not exist',
        { text: 'あ<x>', parse_mode: 'HTML' },
        'can\'t parse entities: Unsupported start tag "x" at byte offset 3',
      ],
      [
        'a button with 65 bytes of data',
        { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: '料'.repeat(22) }]] } },
        'BUTTON_DATA_INVALID',
      ],
      ['a button to nowhere', { reply_markup: { inline_keyboard: [[{ text: 'a', url: 'javascript:alert(1)' }]] } }, 'BUTTON_URL_INVALID'],
      ['an answer to a message that is not there', { reply_parameters: { message_id: 999_999 } }, 'message to be replied not found'],
    ])('refuses %s', async (_what, args, reason) => {
      const before = (await telegram.account.chat(HANA)).length;
      expect(await telegram.call('sendMessage', { chat_id: HANA, text: 'x', ...args })).toMatchObject(
        refusal(400, `Bad Request: ${reason}`),
      );
      expect(await telegram.account.chat(HANA)).toHaveLength(before);
    });

    it('refuses what goes to somebody who blocked the bot', async () => {
      await telegram.account.act(KEN, { type: 'block' });
      expect(await telegram.call('sendMessage', { chat_id: KEN, text: 'x' })).toMatchObject(
        refusal(403, 'Forbidden: bot was blocked by the user'),
      );
      await telegram.account.act(KEN, { type: 'follow' });
      expect((await telegram.call('sendMessage', { chat_id: KEN, text: 'x' })).status).toBe(200);
    });

    it('takes 4096 units, HTML, buttons and an answer to a message', async () => {
      expect((await telegram.call('sendMessage', { chat_id: HANA, text: '𠮷'.repeat(2048) })).status).toBe(200);
      const html = await telegram.call('sendMessage', {
        chat_id: HANA,
        text: '<b>確認</b> &amp; <a href="https://example.net/">発送</a>',
        parse_mode: 'HTML',
      });
      expect(html.json.result).toMatchObject({
        text: '確認 & 発送',
        entities: [
          { type: 'bold', offset: 0, length: 2 },
          { type: 'text_link', offset: 5, length: 2, url: 'https://example.net/' },
        ],
      });
      const { messageId } = await telegram.account.act(HANA, { type: 'text', text: '質問' });
      const answer = await telegram.call('sendMessage', {
        chat_id: HANA,
        text: '選択してください',
        reply_parameters: { message_id: Number(messageId) },
        reply_markup: { inline_keyboard: [[{ text: '料金', callback_data: 'q=price' }]] },
      });
      expect(answer.json.result.reply_to_message.text).toBe('質問');
      expect(await telegram.lastInChat()).toMatchObject({ replyTo: messageId, buttons: [{ label: '料金', data: 'q=price' }] });
    });

    it('writes to a group that the bot is in', async () => {
      await telegram.account.act(HANA, { type: 'text', text: 'みんな', group: { id: GROUP, name: '家族' } });
      const { json } = await telegram.call('sendMessage', { chat_id: GROUP, text: 'はい' });
      expect(json.result.chat).toEqual({ id: Number(GROUP), title: '家族', type: 'supergroup' });
    });
  });

  describe('what can be done with messages', () => {
    it('edits and deletes its own messages only', async () => {
      const sent = (await telegram.call('sendMessage', { chat_id: HANA, text: 'first' })).json.result.message_id as number;
      const edit = { chat_id: HANA, message_id: sent, text: 'second' };
      expect((await telegram.call('editMessageText', edit)).json.result).toMatchObject({ text: 'second', edit_date: expect.any(Number) });
      expect((await telegram.call('editMessageText', edit)).json.description).toContain('message is not modified');
      expect(await telegram.lastInChat()).toMatchObject({ text: 'second', edited: true });
      const { messageId } = await telegram.account.act(HANA, { type: 'text', text: 'mine' });
      expect((await telegram.call('editMessageText', { ...edit, message_id: Number(messageId) })).json.description).toContain(
        "can't be edited",
      );
      expect((await telegram.call('deleteMessage', { chat_id: HANA, message_id: sent })).json.result).toBe(true);
      expect((await telegram.call('deleteMessage', { chat_id: HANA, message_id: sent })).json.description).toContain(
        'message to delete not found',
      );
    });

    it('answers a callback query in time, and shows typing', async () => {
      await telegram.setWebhook();
      await telegram.account.act(HANA, { type: 'postback', data: 'q=price' });
      await telegram.standIns.requests(1);
      const { id } = telegram.updates()[0]!['callback_query'];
      expect((await telegram.call('answerCallbackQuery', { callback_query_id: id })).json.result).toBe(true);
      await telegram.standIns.advance(151_000);
      expect((await telegram.call('answerCallbackQuery', { callback_query_id: id })).json.description).toContain('query is too old');
      expect((await telegram.call('sendChatAction', { chat_id: HANA, action: 'typing' })).json.result).toBe(true);
      expect((await telegram.call('sendChatAction', { chat_id: HANA, action: 'dancing' })).status).toBe(400);
    });

    it('tells about chats', async () => {
      expect((await telegram.call('getChat', { chat_id: HANA })).json.result).toEqual({
        id: Number(HANA),
        first_name: 'Hana',
        type: 'private',
      });
      expect((await telegram.call('getUserProfilePhotos', { user_id: HANA })).json.result.total_count).toBe(0);
    });
  });

  describe('faults', () => {
    it('limits the rate with the seconds in body and header', async () => {
      await telegram.account.fault({ on: 'call', kind: 'rate-limit', call: 'sendMessage', times: 2, retryAfter: 7 });
      for (let call = 0; call < 2; call += 1) {
        const { status, headers, json } = await telegram.call('sendMessage', { chat_id: HANA, text: 'x' });
        expect([status, headers.get('retry-after')]).toEqual([429, '7']);
        expect(json).toEqual({
          ok: false,
          error_code: 429,
          description: 'Too Many Requests: retry after 7',
          parameters: { retry_after: 7 },
        });
      }
      expect((await telegram.call('sendMessage', { chat_id: HANA, text: 'x' })).status).toBe(200);
    });

    it('fails with and without having done it', async () => {
      await telegram.account.fault({ on: 'call', kind: 'fail', call: 'sendMessage', status: 502 });
      await telegram.account.fault({ on: 'call', kind: 'accept-then-fail', call: 'sendMessage' });
      expect((await telegram.call('sendMessage', { chat_id: HANA, text: 'not sent' })).status).toBe(502);
      expect((await telegram.call('sendMessage', { chat_id: HANA, text: 'sent after all' })).status).toBe(500);
      const texts = (await telegram.account.chat(HANA)).map(({ text }) => text);
      expect(texts).not.toContain('not sent');
      expect(texts).toContain('sent after all');
      const [failed, accepted] = (await telegram.account.journal()).entries.slice(-2);
      expect(failed).toMatchObject({ fault: 'fail', accepted: false, answered: 502, messages: [] });
      expect(accepted).toMatchObject({
        fault: 'accept-then-fail',
        accepted: true,
        answered: 500,
        messages: [{ chat: HANA, delivered: true }],
      });
    });
  });
});
