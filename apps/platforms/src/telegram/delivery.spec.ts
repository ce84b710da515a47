import { GROUP, HANA, KEN, SECRET, TelegramUnderTest } from '../testing/telegram-account.js';
import { atOneMoment, until } from '../testing/stand-ins.js';

describe('Telegram, webhooks', () => {
  let telegram: TelegramUnderTest;
  beforeAll(async () => {
    telegram = await TelegramUnderTest.start();
  });
  afterAll(() => telegram.standIns.stop());
  beforeEach(() => telegram.setWebhook());
  afterEach(() => telegram.tidy());

  const write = (text: string, customer = HANA) => telegram.account.act(customer, { type: 'text', text });
  const texts = () => telegram.updates().map(({ message }) => message?.text as string);
  const attemptsOf = async (eventId: string) =>
    (await telegram.account.journal()).entries.filter((entry) => entry.kind === 'webhook' && entry.eventIds[0] === eventId);

  it('sends one update per request with the secret header, everything outside of ASCII escaped', async () => {
    await write('こんにちは 👋');
    await telegram.standIns.requests(1);
    const { headers, body } = telegram.standIns.receiver.requests[0]!;
    expect(headers['x-telegram-bot-api-secret-token']).toBe(SECRET);
    expect(headers['content-type']).toBe('application/json');
    expect(body.toString()).toMatch(/^\{"update_id":\d+,\n"message":\{/);
    expect(body.toString()).toContain('\\u3053\\u3093\\u306b\\u3061\\u306f \\ud83d\\udc4b');
    expect(telegram.updates()[0]!['message']).toMatchObject({
      message_id: expect.any(Number),
      from: { id: Number(HANA), is_bot: false, first_name: 'Hana', language_code: 'ja' },
      chat: { id: Number(HANA), first_name: 'Hana', type: 'private' },
      text: 'こんにちは 👋',
    });
  });

  it('tells of everything that a customer can do', async () => {
    const { account } = telegram;
    await telegram.setWebhook({ allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction'] });
    const { messageId } = await write('/start campaign_42');
    await account.act(HANA, { type: 'image', caption: '破損', imageSet: { id: '139', index: 1, total: 2 } });
    for (const type of ['video', 'audio', 'voice', 'file', 'sticker'] as const) await account.act(HANA, { type });
    await account.act(HANA, { type: 'location', latitude: 35.6812, longitude: 139.7671, title: '東京駅', address: '丸の内1' });
    await account.act(HANA, { type: 'contact', name: 'Hana', phone: '+819000000000' });
    await account.act(HANA, { type: 'unknown', kind: 'hologram' });
    await account.act(HANA, { type: 'text', text: '返信', replyTo: messageId! });
    await account.act(HANA, { type: 'edit', messageId: messageId!, text: '訂正' });
    await account.act(HANA, { type: 'text', text: 'みんな', group: { id: GROUP, name: '家族' } });
    await telegram.standIns.requests(13);
    await account.act(HANA, { type: 'postback', data: 'q=price' });
    await account.act(HANA, { type: 'reaction', messageId: messageId!, emoji: '👍' });
    await account.act(HANA, { type: 'block' });
    await account.act(HANA, { type: 'follow' });
    await telegram.standIns.requests(17);

    const updates = telegram.updates();
    const byKey = (key: string) => updates.find((update) => update['message']?.[key] !== undefined)!['message'];
    expect(updates[0]!['message']).toMatchObject({ text: '/start campaign_42', entities: [{ type: 'bot_command', offset: 0, length: 6 }] });
    expect(byKey('photo')).toMatchObject({ caption: '破損', media_group_id: '139', photo: [{ width: 90 }, { width: 640, height: 480 }] });
    expect(byKey('video').video).toMatchObject({ mime_type: 'video/mp4', file_name: 'video.mp4' });
    expect(byKey('voice').voice).toMatchObject({ mime_type: 'audio/ogg', duration: 1 });
    expect(byKey('document').document).toMatchObject({ file_name: 'document.pdf', mime_type: 'application/pdf' });
    expect(byKey('sticker').sticker).toMatchObject({ type: 'regular', emoji: '👍' });
    expect(byKey('venue')).toMatchObject({ venue: { title: '東京駅' }, location: { latitude: 35.6812 } });
    expect(byKey('contact').contact).toEqual({ phone_number: '+819000000000', first_name: 'Hana' });
    expect(byKey('reply_to_message').reply_to_message).toMatchObject({ message_id: Number(messageId) });
    expect(updates.some((update) => update['message']?.hologram)).toBe(true);
    expect(updates.find((update) => update['edited_message'])!['edited_message']).toMatchObject({
      message_id: Number(messageId),
      text: '訂正',
      edit_date: expect.any(Number),
    });
    expect(updates.find((update) => update['message']?.chat.type === 'supergroup')!['message'].chat).toEqual({
      id: Number(GROUP),
      title: '家族',
      type: 'supergroup',
    });
    expect(updates.find((update) => update['callback_query'])!['callback_query']).toMatchObject({ data: 'q=price', message: { date: 0 } });
    expect(updates.find((update) => update['message_reaction'])!['message_reaction'].new_reaction).toEqual([
      { type: 'emoji', emoji: '👍' },
    ]);
    const members = updates.filter((update) => update['my_chat_member']).map((update) => update['my_chat_member'].new_chat_member.status);
    expect(members).toEqual(['kicked', 'member']);
    expect(new Set(updates.map(({ update_id }) => update_id)).size).toBe(17);
  });

  it('does not tell of kinds that the bot did not ask for', async () => {
    const { messageId } = await write('x');
    expect((await telegram.account.act(HANA, { type: 'reaction', messageId: messageId!, emoji: '👍' })).eventIds).toEqual([]);
    await telegram.setWebhook({ allowed_updates: ['message'] });
    expect((await telegram.account.act(HANA, { type: 'edit', messageId: messageId!, text: 'y' })).eventIds).toEqual([]);
  });

  it('sends the next of a chat only after a 2xx for the one before, while other chats go on', async () => {
    telegram.standIns.receiver.answerWith(({ json }, response) => {
      const { message } = json as { message: { text: string } };
      response.writeHead(message.text === 'stuck' ? 500 : 200).end();
    });
    const { eventIds } = await write('stuck');
    await write('behind');
    await write('beside', KEN);
    await until(
      () => texts().filter((text) => text === 'stuck').length >= 2 && texts().includes('beside'),
      () => `saw ${texts().join()}`,
    );
    expect(texts()).not.toContain('behind');
    const { result } = (await telegram.call('getWebhookInfo')).json;
    expect(result).toMatchObject({
      pending_update_count: 2,
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
      last_error_date: expect.any(Number),
    });

    telegram.standIns.receiver.answerStatus(200);
    await telegram.standIns.advance(2_000);
    await until(
      () => texts().includes('behind'),
      () => 'the queue stands still',
    );
    const attempts = await attemptsOf(eventIds[0]!);
    expect(attempts.map((entry) => entry.kind === 'webhook' && entry.status)).toEqual([500, 500, 200]);
  });

  it('tries again at once, then after 2, 4 and 8 seconds', async () => {
    telegram.standIns.receiver.answerStatus(503);
    const { eventIds } = await write('x');
    await until(
      async () => (await attemptsOf(eventIds[0]!)).length === 2,
      () => 'no second attempt',
    );
    for (const [attempts, seconds] of [
      [3, 2],
      [4, 4],
      [5, 8],
    ] as const) {
      // Half of the pause is not enough, all of it is.
      await atOneMoment(async () => {
        await telegram.standIns.advance((seconds * 1_000) / 2);
        expect(await attemptsOf(eventIds[0]!)).toHaveLength(attempts - 1);
      });
      await telegram.standIns.advance((seconds * 1_000) / 2);
      await until(
        async () => (await attemptsOf(eventIds[0]!)).length === attempts,
        () => `no attempt ${attempts}`,
      );
    }
  });

  it('waits as long as Retry-After says', async () => {
    telegram.standIns.receiver.answerStatus(429, { 'retry-after': '30' });
    const { eventIds } = await write('x');
    await until(
      async () => (await attemptsOf(eventIds[0]!)).length === 1,
      () => 'no attempt',
    );
    telegram.standIns.receiver.answerStatus(200);
    await telegram.standIns.advance(10_000);
    expect(await attemptsOf(eventIds[0]!)).toHaveLength(1);
    await telegram.standIns.advance(20_500);
    await until(
      async () => (await attemptsOf(eventIds[0]!)).length === 2,
      () => 'it was forgotten',
    );
  });

  it('gives up a callback query after 150 seconds', async () => {
    telegram.standIns.receiver.answerStatus(500, { 'retry-after': '200' });
    await telegram.account.act(HANA, { type: 'postback', data: 'q' });
    await until(
      async () => (await telegram.account.view()).pending === 0,
      () => 'still pending',
    );
    expect(telegram.standIns.receiver.requests).toHaveLength(1);
  });

  it('performs the call that a 2xx asks for', async () => {
    telegram.standIns.receiver.answerWith((_request, response) =>
      response
        .setHeader('content-type', 'application/json')
        .end(JSON.stringify({ method: 'sendMessage', chat_id: HANA, text: 'by answer' })),
    );
    await write('x');
    await until(
      async () => (await telegram.lastInChat()).text === 'by answer',
      () => 'nothing was sent',
    );
  });

  describe('disturbed', () => {
    it('delivers twice, and an old one again on request', async () => {
      await telegram.account.fault({ on: 'webhook', kind: 'twice', times: 1 });
      const { eventIds } = await write('a');
      await telegram.standIns.requests(2);
      await telegram.account.post('/redeliver', { eventId: eventIds[0] });
      await telegram.standIns.requests(3);
      expect(new Set(telegram.updates().map(({ update_id }) => update_id)).size).toBe(1);
    });

    it('shuffles chats, but never inside of a chat', async () => {
      await telegram.account.fault({ on: 'webhook', kind: 'shuffled', times: 6 });
      for (const text of ['1', '2', '3']) {
        await write(`hana ${text}`);
        await write(`ken ${text}`, KEN);
      }
      await telegram.standIns.requests(6);
      for (const who of ['hana', 'ken'])
        expect(texts().filter((text) => text.startsWith(who))).toEqual(['1', '2', '3'].map((text) => `${who} ${text}`));
    });

    it('puts an update of a kind that nobody knows in front, in a request of its own', async () => {
      await telegram.account.fault({ on: 'webhook', kind: 'unknown', times: 1 });
      await write('a');
      await telegram.standIns.requests(2);
      expect(telegram.updates().map((update) => Object.keys(update)[1])).toEqual(['something_new', 'message']);
    });

    it('has no batches', async () => {
      expect((await telegram.account.post('/faults', { on: 'webhook', kind: 'batch', times: 2 })).json.code).toBe('no batches');
    });
  });
});
