import { readFileSync } from 'node:fs';
import { until } from '../testing/stand-ins.js';
import { HANA, KEN, TelegramUnderTest } from '../testing/telegram-account.js';

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url));
const blob = (bytes: Buffer, type: string) => new Blob([new Uint8Array(bytes)], { type });

describe('Telegram, choices, signs and what else a bot sends', () => {
  let telegram: TelegramUnderTest;
  beforeAll(async () => {
    telegram = await TelegramUnderTest.start();
  });
  afterAll(() => telegram.standIns.stop());
  beforeEach(() => telegram.setWebhook());
  afterEach(() => telegram.tidy());

  const sent = async (text: string, reply_markup?: object) => {
    const { json } = await telegram.call('sendMessage', { chat_id: HANA, text, ...(reply_markup && { reply_markup }) });
    if (!json.ok) throw new Error(json.description);
    return String(json.result.message_id);
  };
  const offeredBy = async (id: string) => (await telegram.account.chat(HANA)).find((entry) => entry.id === id)?.buttons ?? [];
  const choose = (messageId: string, choice: string) => telegram.account.act(HANA, { type: 'choose', messageId, choice });
  const refusal = (reason: string) => ({ status: 400, json: { description: `Bad Request: ${reason}` } });

  it('a button comes back as a callback query with its message, as often as it is pressed', async () => {
    const inline = { inline_keyboard: [[{ text: '料金', callback_data: 'q=price' }], [{ text: 'サイト', url: 'https://example.net/' }]] };
    const id = await sent('ご用件は', inline);
    await choose(id, 'q=price');
    await choose(id, 'q=price');
    await telegram.standIns.requests(2);
    expect(telegram.updates()[1]!['callback_query']).toMatchObject({
      data: 'q=price',
      message: { message_id: Number(id), text: 'ご用件は', reply_markup: inline },
    });
    expect(await choose(id, 'https://example.net/')).toEqual({ messageId: null, eventIds: [] });
    await expect(choose(id, 'q=nothing')).rejects.toThrow(/no such choice/);
  });

  it('an answer to the webhook may answer the callback query, and is written down', async () => {
    telegram.standIns.receiver.answerWith(({ json }, response) => {
      const { id } = json['callback_query'] as { id: string };
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ method: 'answerCallbackQuery', callback_query_id: id }));
    });
    await choose(await sent('ご用件は', { inline_keyboard: [[{ text: '料金', callback_data: 'q=price' }]] }), 'q=price');
    const answered = async () =>
      (await telegram.account.journal()).entries.filter((entry) => entry.kind === 'call' && entry.call === 'answerCallbackQuery');
    await until(
      async () => (await answered()).length > 0,
      () => 'nothing was answered',
    );
    expect(await answered()).toMatchObject([{ accepted: true, answered: 'nothing' }]);
  });

  it('a key of the keyboard sends its words; a keyboard for one tap goes with it, another one with the next', async () => {
    const keys = (...words: readonly string[]) => [words.map((text) => ({ text }))];
    const once = await sent('どれ?', { keyboard: keys('赤', '青'), one_time_keyboard: true, resize_keyboard: true });
    expect(await offeredBy(once)).toEqual([
      { label: '赤', text: '赤' },
      { label: '青', text: '青' },
    ]);
    await choose(once, '青');
    await telegram.standIns.requests(1);
    expect(telegram.updates()[0]!['message']).toMatchObject({ text: '青', from: { id: Number(HANA) } });
    expect(await offeredBy(once)).toEqual([]);

    const lasting = await sent('また?', { keyboard: keys('はい') });
    await choose(lasting, 'はい');
    expect(await offeredBy(lasting)).toHaveLength(1);
    await sent('ほか?', { keyboard: keys('いいえ') });
    expect(await offeredBy(lasting)).toEqual([]);
    const last = (await telegram.lastInChat()).id;
    await sent('終わり', { remove_keyboard: true });
    expect(await offeredBy(last)).toEqual([]);
  });

  it.each([
    [
      'a key without words',
      { keyboard: [[{ request_contact: true }]] },
      'can\'t parse keyboard button: Field "text" must be of type String',
    ],
    ['rows that are none', { keyboard: [{ text: 'a' }] }, 'field "keyboard" must be an Array of Arrays'],
    [
      'more than 100 buttons',
      { inline_keyboard: Array.from({ length: 101 }, (_, index) => [{ text: 'a', callback_data: String(index) }]) },
      'reply markup is too long',
    ],
    ['more than 10 kB', { inline_keyboard: [[{ text: 'x'.repeat(10_000), callback_data: 'a' }]] }, 'reply markup is too long'],
  ])('refuses a keyboard of %s', async (_what, reply_markup, reason) => {
    expect(await telegram.call('sendMessage', { chat_id: HANA, text: 'x', reply_markup })).toMatchObject(refusal(reason));
  });

  it('a reaction is shown at the message, and is taken back', async () => {
    const { messageId } = await telegram.account.act(HANA, { type: 'text', text: 'ありがとう' });
    const react = (reaction: unknown) => telegram.call('setMessageReaction', { chat_id: HANA, message_id: messageId, reaction });
    expect((await react([{ type: 'emoji', emoji: '❤' }])).json).toEqual({ ok: true, result: true });
    expect((await telegram.lastInChat()).reactions).toEqual(['❤']);
    await react([]);
    expect((await telegram.lastInChat()).reactions).toEqual([]);
    expect(await react([{ type: 'emoji', emoji: '❤️' }])).toMatchObject(refusal('REACTION_INVALID'));
    expect(await react([{ type: 'paid' }])).toMatchObject(refusal('REACTION_INVALID'));
    expect(await react(['👍', '👎'].map((emoji) => ({ type: 'emoji', emoji })))).toMatchObject(refusal('REACTIONS_TOO_MANY'));
    expect(await telegram.call('setMessageReaction', { chat_id: HANA, message_id: 999_999 })).toMatchObject(
      refusal('message to react not found'),
    );
    await telegram.account.act(KEN, { type: 'block' });
    expect((await telegram.call('setMessageReaction', { chat_id: KEN, message_id: 1 })).status).toBe(403);
    await telegram.account.act(KEN, { type: 'follow' });
  });

  it('a sticker goes as its file or by the id of one that was seen; no other file is one', async () => {
    const copy = await telegram.upload('sendSticker', { chat_id: HANA, sticker: blob(sample('sticker.webp'), 'image/webp') });
    expect(copy.json.result.sticker).toMatchObject({ type: 'regular', is_animated: false, is_video: false });
    expect((await telegram.lastInChat()).kind).toBe('sticker');
    await telegram.account.act(HANA, { type: 'sticker' });
    await telegram.standIns.requests(1);
    const { file_id } = telegram.updates()[0]!['message'].sticker;
    expect((await telegram.call('sendSticker', { chat_id: HANA, sticker: file_id })).json.ok).toBe(true);
    const wrong = await telegram.upload('sendSticker', { chat_id: HANA, sticker: blob(sample('document.pdf'), 'image/webp') });
    expect(wrong).toMatchObject(refusal('wrong file type'));
  });

  it('a place has a name and an address, or neither, and lies on this planet', async () => {
    const venue = { chat_id: HANA, latitude: 35.6812, longitude: 139.7671, title: '東京駅', address: '丸の内1' };
    expect((await telegram.call('sendVenue', venue)).json.result).toMatchObject({
      venue: { title: '東京駅', address: '丸の内1', location: { latitude: 35.6812 } },
      location: { longitude: 139.7671 },
    });
    expect(await telegram.lastInChat()).toMatchObject({ kind: 'location', text: '東京駅\n丸の内1' });
    expect(await telegram.call('sendVenue', { ...venue, address: '' })).toMatchObject(refusal('venue title or address is empty'));
    expect(await telegram.call('sendLocation', { ...venue, latitude: 91 })).toMatchObject(refusal('wrong location specified'));
  });

  it('an animation is a document as well', async () => {
    const { json } = await telegram.upload('sendAnimation', { chat_id: HANA, animation: blob(sample('video.mp4'), 'video/mp4') });
    expect(json.result.animation).toEqual(json.result.document);
  });

  it('a customer may come by a link', async () => {
    await telegram.account.act(HANA, { type: 'referral', reference: 'campaign_42' });
    await telegram.standIns.requests(1);
    expect(telegram.updates()[0]!['message']).toMatchObject({ text: '/start campaign_42', entities: [{ type: 'bot_command', length: 6 }] });
    await expect(telegram.account.act(HANA, { type: 'referral', reference: 'two words' })).rejects.toThrow(/bad reference/);
  });
});
