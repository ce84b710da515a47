import { createHmac } from 'node:crypto';
import type { CustomerAction } from '../control-api.js';
import { HANA, KEN, MessengerUnderTest, OLGA, OTHER_PAGE, PAGE, SECRET, STRANGER, TOKEN } from '../testing/messenger-account.js';
import { until } from '../testing/stand-ins.js';

const HOUR_MS = 3_600_000;

describe('Messenger, webhooks', () => {
  let messenger: MessengerUnderTest;
  beforeAll(async () => {
    messenger = await MessengerUnderTest.start();
  });
  afterAll(() => messenger.standIns.stop());
  afterEach(() => messenger.tidy());

  const write = (text: string, customer = HANA) => messenger.account.act(customer, { type: 'text', text });
  const texts = () => messenger.events().map(({ message }) => message?.text as string);
  const arrived = (count: number) =>
    until(
      () => messenger.events().length >= count,
      () => `only ${JSON.stringify(messenger.events())}`,
    );

  it('signs what it sends: everything outside of ASCII, and slashes, escaped', async () => {
    const { messageId, eventIds } = await write('äöå 😀 /');
    await messenger.standIns.requests(1);
    const { headers, body, json, path } = messenger.standIns.receiver.requests[0]!;
    expect([path, headers['content-type'], eventIds]).toEqual(['/messenger', 'application/json', [messageId]]);
    expect(body.toString()).toContain(String.raw`"text":"\u00e4\u00f6\u00e5 \ud83d\ude00 \/"`);
    expect(headers['x-hub-signature-256']).toBe(`sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`);
    expect(json).toEqual({
      object: 'page',
      entry: [
        {
          id: PAGE,
          time: expect.any(Number),
          messaging: [
            { sender: { id: HANA }, recipient: { id: PAGE }, timestamp: expect.any(Number), message: { mid: messageId, text: 'äöå 😀 /' } },
          ],
        },
      ],
    });
  });

  it('signs the way of the published vector', () => {
    const body = '{"object":"page","entry":[]}';
    expect(createHmac('sha256', SECRET).update(body).digest('hex')).toBe(
      'bcf8428fb3de13f6c31b858f33ea408f2f05f8ed3a166c913e8c3659cfa8055b',
    );
  });

  it('tells of everything that a customer can do', async () => {
    const { account } = messenger;
    const { messageId } = await write('一 https://shop.example/p');
    const actions: CustomerAction[] = [
      { type: 'text', text: '二', replyTo: messageId! },
      { type: 'image', caption: '三' },
      { type: 'video' },
      { type: 'voice' },
      { type: 'file' },
      { type: 'sticker', emoji: '👍' },
      { type: 'location', latitude: 35.65, longitude: 139.74, title: 'Pinned' },
      { type: 'postback', data: 'HUMAN' },
      { type: 'unknown' },
      { type: 'edit', messageId: messageId!, text: '一一' },
      { type: 'reaction', messageId: messageId!, emoji: '❤️' },
      { type: 'reaction', messageId: messageId!, emoji: null },
      { type: 'unsend', messageId: messageId! },
      { type: 'read' },
      { type: 'order' },
      { type: 'referral', source: 'ADS', reference: 'spring' },
      { type: 'follow' },
    ];
    for (const action of actions) await account.act(HANA, action);
    await arrived(actions.length + 1);
    await account.act(STRANGER, { type: 'referral', reference: 'poster7' });
    await arrived(actions.length + 2);
    const attached = (type: string, payload: object) => ({
      message: { attachments: [{ type, payload: expect.objectContaining(payload) }] },
    });
    const url = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v\/\d+\/[^?]+\?oh=[0-9a-f]{32}&oe=[0-9a-f]{8}$/);
    expect(messenger.events()).toMatchObject([
      { message: { text: '一 https://shop.example/p', attachments: [{ type: 'fallback', payload: { url: 'https://shop.example/p' } }] } },
      { message: { text: '二', reply_to: { mid: messageId, is_self_reply: true } } },
      { message: { text: '三', attachments: [{ type: 'image', payload: { url } }] } },
      attached('video', { url }),
      attached('audio', { url }),
      attached('file', { url }),
      attached('sticker', { url, sticker_id: 369239263222822 }),
      { message: { attachments: [{ type: 'location', title: 'Pinned', payload: { coordinates: { lat: 35.65, long: 139.74 } } }] } },
      { postback: { mid: expect.any(String), title: 'HUMAN', payload: 'HUMAN' } },
      { message: { attachments: [{ type: 'hologram' }] } },
      { message_edit: { mid: messageId, text: '一一', num_edit: 1 } },
      { reaction: { mid: messageId, action: 'react', reaction: 'love', emoji: '❤️' } },
      { reaction: { mid: messageId, action: 'unreact' } },
      { message: { mid: messageId, is_deleted: true } },
      { read: { watermark: expect.any(Number) } },
      { order: { products: [{ retailer_id: 'SKU-9', quantity: 2 }] } },
      { referral: { ref: 'spring', source: 'ADS', ad_id: expect.any(String) } },
      { postback: { title: 'Get Started', payload: 'GET_STARTED' } },
      { postback: { title: 'Get Started', referral: { ref: 'poster7', source: 'SHORTLINK' } } },
    ]);
    const times = messenger.events().map(({ timestamp }) => timestamp as number);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });

  it('says nothing of a block, and has no groups and no sixth edit', async () => {
    const { account } = messenger;
    expect(await account.act(KEN, { type: 'block' })).toEqual({ messageId: null, eventIds: [] });
    await expect(write('x', KEN)).rejects.toThrow(/blocked/);
    expect((await account.act(KEN, { type: 'follow' })).eventIds).toEqual([]);
    await expect(account.act(HANA, { type: 'text', text: 'x', group: { id: '1' } })).rejects.toThrow(/no groups/);
    const { messageId } = await write('0');
    for (const text of ['1', '2', '3', '4', '5']) await account.act(HANA, { type: 'edit', messageId: messageId!, text });
    await expect(account.act(HANA, { type: 'edit', messageId: messageId!, text: '6' })).rejects.toThrow(/not editable/);
    await expect(account.act(KEN, { type: 'edit', messageId: messageId!, text: '6' })).rejects.toThrow(/no such message/);
  });

  it('tells only what page and app are subscribed to', async () => {
    await messenger.call('POST', `${PAGE}/subscribed_apps`, { subscribed_fields: 'messages' });
    await messenger.account.act(HANA, { type: 'read' });
    expect((await messenger.account.act(HANA, { type: 'read' })).eventIds).toEqual([]);
    await messenger.send({ text: 'はい' });
    await write('一');
    await arrived(1);
    expect(messenger.events('messaging', 'all')).toHaveLength(1);
  });

  it('comes as standby while another app has the conversation: messages, echoes, receipts and buttons without their payload', async () => {
    await messenger.account.settings({ standby: true });
    await write('注文は？');
    await messenger.account.act(HANA, { type: 'postback', data: 'TRACK' });
    await messenger.account.act(HANA, { type: 'read' });
    expect((await messenger.account.act(HANA, { type: 'order' })).eventIds).toEqual([]);
    await until(
      () => messenger.events('standby').length === 3,
      () => JSON.stringify(messenger.entries()),
    );
    expect(messenger.events()).toEqual([]);
    expect(messenger.events('standby')).toMatchObject([{ message: { text: '注文は？' } }, { postback: { title: 'TRACK' } }, { read: {} }]);
    expect(messenger.events('standby')[1]?.['postback']).not.toHaveProperty('payload');
  });

  it('delivers raw events, and whole entries, as they stand', async () => {
    await messenger.account.act(HANA, { type: 'raw', event: { optin: { ref: 'footer' }, timestamp: 1_795_000_063 } });
    const entry = [
      { id: OTHER_PAGE, time: 1, changes: [{ field: 'feed' }] },
      { id: PAGE, standby: [{ message: { mid: 'm_sb1', is_echo: true } }] },
    ];
    const { eventIds } = await messenger.account.act(HANA, { type: 'raw', event: { entry } });
    expect(eventIds).toHaveLength(1);
    await messenger.standIns.requests(2);
    expect(messenger.events()[0]).toMatchObject({
      sender: { id: HANA },
      recipient: { id: PAGE },
      optin: { ref: 'footer' },
      timestamp: 1_795_000_063,
    });
    expect(messenger.standIns.receiver.requests[1]?.json).toEqual({ object: 'page', entry });
  });

  it('brings several pages of one app in one request', async () => {
    for (const account of [messenger.account, messenger.other]) await account.fault({ on: 'webhook', kind: 'batch', times: 2 });
    await messenger.other.act(OLGA, { type: 'text', text: 'раз' });
    await write('一');
    await write('二', KEN);
    await messenger.standIns.requests(1);
    expect(messenger.entries().map(({ id, messaging }) => [id, messaging?.[0]?.['message'].text])).toEqual([
      [PAGE, '一'],
      [PAGE, '二'],
      [OTHER_PAGE, 'раз'],
    ]);
    const theirs = (await messenger.other.journal()).entries.at(-1);
    expect(theirs).toMatchObject({ kind: 'webhook', eventIds: [expect.any(String)] });
  });

  it('comes again until it is answered 200, at once and then more and more slowly', async () => {
    await messenger.standIns.control('POST', '/clock', { delayScale: 0.001 });
    messenger.standIns.receiver.answerStatus(503);
    const { eventIds } = await write('once more');
    await messenger.standIns.requests(3);
    expect((await messenger.account.view()).pending).toBe(1);
    messenger.standIns.receiver.answerStatus(200);
    await until(
      async () => (await messenger.account.view()).pending === 0,
      () => 'still pending',
    );
    const attempts = (await messenger.account.journal()).entries.filter(
      (entry) => entry.kind === 'webhook' && entry.eventIds[0] === eventIds[0],
    );
    expect(attempts.map((entry) => entry.kind === 'webhook' && [entry.attempt, entry.redelivery, entry.status]).slice(0, 2)).toEqual([
      [1, false, 503],
      [2, true, 503],
    ]);
    expect(attempts.at(-1)).toMatchObject({ status: 200 });
    expect(new Set(texts())).toEqual(new Set(['once more']));
  });

  it('unsubscribes who has not answered for an hour; what happens then is lost', async () => {
    messenger.standIns.receiver.answerStatus(500);
    await write('lost');
    await messenger.standIns.requests(2);
    await messenger.standIns.advance(HOUR_MS);
    await until(
      async () => (await messenger.account.view()).settings.webhookUrl === null,
      () => 'still subscribed',
    );
    expect((await messenger.call('GET', `${PAGE}/subscribed_apps`)).json).toEqual({ data: [] });
    expect((await write('lost too')).eventIds).toEqual([]);
    expect((await messenger.account.view()).pending).toBe(0);
  });

  it('can be disturbed: twice, unknown beside it, late, shuffled, and again on request', async () => {
    const disturb = (kind: string, more: object = {}) => messenger.account.fault({ on: 'webhook', kind, times: 1, ...more });
    await disturb('twice');
    const { eventIds } = await write('twice');
    await arrived(2);
    expect(texts()).toEqual(['twice', 'twice']);
    await disturb('unknown');
    await write('beside');
    await arrived(4);
    expect(messenger.events().slice(-2)).toMatchObject([{ something_new: {} }, { message: { text: 'beside' } }]);
    await disturb('late', { delayMs: 60_000 });
    await write('late');
    await write('early');
    await arrived(5);
    await messenger.standIns.advance(60_000);
    await arrived(6);
    expect(texts().slice(-2)).toEqual(['early', 'late']);
    await disturb('shuffled', { times: 2 });
    await write('one', HANA);
    await write('two', KEN);
    await arrived(8);
    expect(texts().slice(-2).sort()).toEqual(['one', 'two']);
    expect((await messenger.account.post('/redeliver', { eventId: eventIds[0] })).status).toBe(202);
    await arrived(9);
    expect(texts().at(-1)).toBe('twice');
    expect((await messenger.account.post('/redeliver', { eventId: 'm_none' })).status).toBe(404);
  });

  it('keeps the token of the page out of everything that it sends', async () => {
    await write('一');
    await messenger.standIns.requests(1);
    const { headers, body } = messenger.standIns.receiver.requests[0]!;
    expect(JSON.stringify(headers) + body.toString()).not.toContain(TOKEN);
  });
});
