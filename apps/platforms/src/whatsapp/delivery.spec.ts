import { createHmac } from 'node:crypto';
import { PUBLIC_HOST, until } from '../testing/stand-ins.js';
import {
  BUSINESS_ID,
  HANA,
  KEN,
  NUMBER_ID,
  partsOf,
  SECOND_NUMBER_ID,
  SECRET,
  SORA,
  WEBHOOK,
  WhatsAppUnderTest,
} from '../testing/whatsapp-account.js';

const DAY_MS = 86_400_000;

describe('WhatsApp, webhooks', () => {
  let whatsapp: WhatsAppUnderTest;
  beforeAll(async () => {
    whatsapp = await WhatsAppUnderTest.start();
  });
  afterAll(() => whatsapp.standIns.stop());
  afterEach(async () => {
    await whatsapp.standIns.control('POST', '/clock', { delayScale: 1 });
    await whatsapp.tidy();
  });

  const write = (text: string, customer = HANA) => whatsapp.account.act(customer, { type: 'text', text });
  const texts = () => whatsapp.parts().map(({ element }) => element.text?.body as string | undefined);
  const lastAttempts = async (eventId: string) =>
    (await whatsapp.account.journal()).entries.filter((entry) => entry.kind === 'webhook' && entry.eventIds.includes(eventId));

  it('are signed over the exact bytes with the app secret, everything outside of ASCII escaped', async () => {
    await write('こんにちは 🙏');
    await whatsapp.standIns.requests(1);
    const { headers, body, json, path } = whatsapp.standIns.receiver.requests[0]!;
    expect(path).toBe('/whatsapp');
    expect(headers['content-type']).toBe('application/json');
    expect(headers['x-hub-signature-256']).toBe(`sha256=${createHmac('sha256', SECRET).update(body).digest('hex')}`);
    expect(body.toString()).toContain('\\u3053\\u3093\\u306b\\u3061\\u306f \\ud83d\\ude4f');
    expect(json['object']).toBe('whatsapp_business_account');
    expect(texts()).toEqual(['こんにちは 🙏']);
  });

  it('are signed in the way of the published vector', () => {
    const body = `{"object":"whatsapp_business_account","entry":[{"id":"${BUSINESS_ID}","changes":[]}]}`;
    expect(createHmac('sha256', SECRET).update(body).digest('hex')).toBe(
      '60eb8e111bf3dcfbc7042a380fbea552875d0f68dc1bf28eb7fa56ce98c6cf08',
    );
  });

  it('tell who wrote to which number', async () => {
    const { messageId, eventIds } = await write('一');
    const [part] = await whatsapp.arrived('messages', 1);
    expect(eventIds).toEqual([messageId]);
    expect(messageId).toMatch(/^wamid\.[A-Za-z0-9+/]+=*$/);
    expect(part).toMatchObject({
      businessAccountId: BUSINESS_ID,
      field: 'messages',
      phoneNumberId: NUMBER_ID,
      contacts: [{ profile: { name: '佐藤 花子' }, wa_id: HANA, user_id: expect.stringMatching(/^JP\.\d+$/) }],
      element: {
        from: HANA,
        from_user_id: part!.contacts[0].user_id,
        id: messageId,
        timestamp: expect.stringMatching(/^\d{10}$/),
        type: 'text',
      },
    });
  });

  it('tell no number of somebody who hides it', async () => {
    await write('hello', SORA);
    const [part] = await whatsapp.arrived('messages', 1);
    expect(part!.contacts).toEqual([{ profile: { name: 'Sora', username: '@sora' }, user_id: SORA }]);
    expect(part!.element).toMatchObject({ from_user_id: SORA });
    expect(part!.element).not.toHaveProperty('from');
  });

  it('tell of everything that a customer can do', async () => {
    const { account } = whatsapp;
    const { messageId } = await write('一');
    await account.act(HANA, { type: 'text', text: '二', replyTo: messageId! });
    await account.act(HANA, { type: 'image', caption: '写真' });
    await account.act(HANA, { type: 'video' });
    await account.act(HANA, { type: 'audio' });
    await account.act(HANA, { type: 'voice' });
    await account.act(HANA, { type: 'file' });
    await account.act(HANA, { type: 'sticker' });
    await account.act(HANA, { type: 'location', latitude: 35.6812, longitude: 139.7671, title: '東京駅' });
    await account.act(HANA, { type: 'contact', name: '伊藤 健', phone: '+81 90-3333-4444' });
    await account.act(HANA, { type: 'postback', data: 'CONFIRM_77' });
    await account.act(HANA, { type: 'order' });
    await account.act(HANA, { type: 'referral', reference: '42' });
    await account.act(HANA, { type: 'referral', source: 'product' });
    await account.act(HANA, { type: 'unknown', kind: 'hologram' });
    await account.act(HANA, { type: 'reaction', messageId: messageId!, emoji: '👍' });
    await account.act(HANA, { type: 'reaction', messageId: messageId!, emoji: null });
    await account.act(HANA, { type: 'edit', messageId: messageId!, text: '壱' });
    await account.act(HANA, { type: 'unsend', messageId: messageId! });
    const elements = (await whatsapp.arrived('messages', 19)).map(({ element }) => element);
    expect(elements.map(({ type }) => type)).toEqual([
      ...[
        'text',
        'text',
        'image',
        'video',
        'audio',
        'audio',
        'document',
        'sticker',
        'location',
        'contacts',
        'button',
        'order',
        'text',
        'text',
      ],
      ...['hologram', 'reaction', 'reaction', 'edit', 'revoke'],
    ]);
    expect(elements[1].context).toEqual({ from: HANA, id: messageId });
    expect(elements[2].image).toEqual({
      caption: '写真',
      mime_type: 'image/jpeg',
      sha256: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
      id: expect.stringMatching(/^\d{16}$/),
    });
    expect(elements[5].audio).toMatchObject({ mime_type: 'audio/ogg; codecs=opus', voice: true });
    expect(elements[6].document).toMatchObject({ filename: 'document.pdf', mime_type: 'application/pdf' });
    expect(elements[9].contacts[0]).toMatchObject({ name: { formatted_name: '伊藤 健' }, phones: [{ wa_id: '819033334444' }] });
    expect(elements[11].order.product_items[0]).toEqual({ product_retailer_id: 'SKU-9', quantity: 2, item_price: 4200, currency: 'JPY' });
    expect(elements[12].referral).toMatchObject({ source_type: 'ad', source_id: '42', headline: expect.any(String) });
    expect(elements[13].context.referred_product).toMatchObject({ product_retailer_id: 'SKU-9' });
    expect(elements[15].reaction).toEqual({ message_id: messageId, emoji: '👍' });
    expect(elements[16].reaction).toEqual({ message_id: messageId });
    expect(elements[17].edit).toEqual({ original_message_id: messageId, message: { type: 'text', text: { body: '壱' } } });
    expect(elements[18].revoke).toEqual({ original_message_id: messageId });
    const seconds = elements.map(({ timestamp }) => Number(timestamp));
    expect(seconds).toEqual([...new Set(seconds)].sort((a, b) => a - b));
  });

  it('tell nothing of a block, and of nothing that a blocked business cannot hear', async () => {
    expect((await whatsapp.account.act(KEN, { type: 'block' })).eventIds).toEqual([]);
    await expect(write('x', KEN)).rejects.toThrow(/blocked/);
    expect((await whatsapp.account.act(KEN, { type: 'follow' })).eventIds).toEqual([]);
    expect((await write('y', KEN)).eventIds).toHaveLength(1);
  });

  it('tell of an edit within a quarter of an hour only', async () => {
    const { messageId } = await write('a');
    await whatsapp.standIns.advance(15 * 60_000 + 1_000);
    await expect(whatsapp.account.act(HANA, { type: 'edit', messageId: messageId!, text: 'b' })).rejects.toThrow(/too late/);
  });

  it('can be anything that Meta tells: a change, an element, or whole entries of several numbers', async () => {
    const value = { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE' } };
    await whatsapp.account.act(HANA, { type: 'raw', event: { field: 'account_update', value } });
    await whatsapp.account.act(HANA, { type: 'raw', event: { type: 'system', system: { type: 'user_changed_number', body: 'x' } } });
    await whatsapp.arrived('messages', 1);
    expect(whatsapp.parts()).toMatchObject([
      { field: 'account_update', element: value },
      { list: 'messages', element: { from: HANA, type: 'system', id: expect.any(String) } },
    ]);
  });

  it('go nowhere when no app is subscribed: the classic "sends work, nothing comes in"', async () => {
    expect((await whatsapp.call('DELETE', `${BUSINESS_ID}/subscribed_apps`)).json).toEqual({ success: true });
    expect((await write('nobody hears')).eventIds).toEqual([]);
    expect((await whatsapp.call('POST', `${BUSINESS_ID}/subscribed_apps`)).json).toEqual({ success: true });
    expect((await write('somebody hears')).eventIds).toHaveLength(1);
  });

  it('keep the order of each customer as long as nothing disturbs it', async () => {
    const wanted = Array.from({ length: 20 }, (_, index) => `${index}`);
    for (const text of wanted) {
      await write(text);
      await write(text, KEN);
    }
    const parts = await whatsapp.arrived('messages', 40);
    for (const customer of [HANA, KEN]) {
      expect(parts.filter(({ element }) => element.from === customer).map(({ element }) => element.text.body)).toEqual(wanted);
    }
  });

  it.each([500, 204, 302])('come again, the same, after a %d: only 200 will do', async (status) => {
    await whatsapp.standIns.control('POST', '/clock', { delayScale: 0.001 });
    whatsapp.standIns.receiver.answerStatus(status);
    const { eventIds } = await write('keep trying');
    await whatsapp.standIns.requests(3);
    whatsapp.standIns.receiver.answerStatus(200);
    await until(
      async () => (await whatsapp.account.view()).pending === 0,
      () => 'still pending',
    );
    const [first, ...others] = whatsapp.standIns.receiver.requests;
    for (const { body } of others) expect(body.equals(first!.body)).toBe(true);
    const attempts = await lastAttempts(eventIds[0]!);
    expect(attempts.at(-1)).toMatchObject({ status: 200, redelivery: true });
    expect(attempts.slice(0, -1).every((entry) => entry.kind === 'webhook' && entry.status === status)).toBe(true);
  });

  it('come again ever less often, for seven days, then no more', async () => {
    whatsapp.standIns.receiver.answerStatus(500);
    const { eventIds } = await write('for a week');
    const attempts = async () => (await lastAttempts(eventIds[0]!)).length;
    for (let days = 0; (await whatsapp.account.view()).pending > 0; days += 0.25) {
      expect(days).toBeLessThan(9);
      const before = await attempts();
      await whatsapp.standIns.advance(DAY_MS / 4);
      await until(
        async () => (await whatsapp.account.view()).pending === 0 || (await attempts()) > before || days > 0.5,
        () => 'nothing happened',
      );
    }
    expect(await attempts()).toBeGreaterThan(8);
    expect(await attempts()).toBeLessThan(20);
  });

  it('that wait while a request is under way go together in the next one, also of several numbers', async () => {
    const held: (() => void)[] = [];
    whatsapp.standIns.receiver.answerWith((_request, response) => void held.push(() => response.end()));
    await write('first');
    await whatsapp.standIns.requests(1);
    await write('second');
    await whatsapp.second.act(HANA, { type: 'text', text: 'third' });
    await write('fourth', KEN);
    expect(whatsapp.standIns.receiver.requests).toHaveLength(1);
    whatsapp.standIns.receiver.answerWith((_request, response) => response.end());
    held[0]!();
    await whatsapp.standIns.requests(2);
    const parts = partsOf(whatsapp.standIns.receiver.requests[1]!.json);
    expect(parts.map(({ phoneNumberId, element }) => [phoneNumberId, element.text.body])).toEqual([
      [NUMBER_ID, 'second'],
      [SECOND_NUMBER_ID, 'third'],
      [NUMBER_ID, 'fourth'],
    ]);
    await until(
      async () => (await whatsapp.second.journal()).entries.some((entry) => entry.kind === 'webhook' && entry.body.includes('third')),
      () => 'the other number has it not in its journal',
    );
  });

  it('of one number go to its own address, also when another has the same app', async () => {
    const other = `https://${PUBLIC_HOST}/second`;
    await whatsapp.second.settings({ webhookUrl: other });
    await whatsapp.second.act(HANA, { type: 'text', text: 'a' });
    await write('b');
    await whatsapp.standIns.requests(2);
    expect(whatsapp.standIns.receiver.requests.map(({ path }) => path).sort()).toEqual(['/second', '/whatsapp']);
    await whatsapp.second.settings({ webhookUrl: WEBHOOK });
  });

  describe('disturbed', () => {
    it('come twice', async () => {
      await whatsapp.account.fault({ on: 'webhook', kind: 'twice', times: 1 });
      await write('a');
      await write('b');
      await whatsapp.arrived('messages', 3);
      expect(texts().filter((text) => text === 'a')).toHaveLength(2);
      expect(whatsapp.standIns.receiver.requests.length).toBeGreaterThan(1);
    });

    it('come in another order', async () => {
      await whatsapp.account.fault({ on: 'webhook', kind: 'shuffled', times: 4 });
      for (const text of ['a', 'b', 'c', 'd']) await write(text);
      await whatsapp.arrived('messages', 4);
      expect(texts()).not.toEqual(['a', 'b', 'c', 'd']);
      expect(texts().sort()).toEqual(['a', 'b', 'c', 'd']);
    });

    it('come several in one request, and are let go when the faults are ended', async () => {
      await whatsapp.account.fault({ on: 'webhook', kind: 'batch', times: 4 });
      for (const text of ['a', 'b', 'c']) await write(text);
      expect(whatsapp.standIns.receiver.requests).toHaveLength(0);
      expect((await whatsapp.account.view()).pending).toBe(3);
      await whatsapp.account.endFaults();
      await whatsapp.arrived('messages', 3);
      expect(whatsapp.standIns.receiver.requests).toHaveLength(1);
      expect(texts()).toEqual(['a', 'b', 'c']);
    });

    it('come late, by the platform clock', async () => {
      await whatsapp.account.fault({ on: 'webhook', kind: 'late', times: 1, delayMs: 3_600_000 });
      await write('a');
      await write('b');
      await whatsapp.arrived('messages', 1);
      expect(texts()).toEqual(['b']);
      await whatsapp.standIns.advance(3_600_000);
      await whatsapp.arrived('messages', 2);
      expect(texts()).toEqual(['b', 'a']);
    });

    it('come behind something that nobody knows, in the same request', async () => {
      await whatsapp.account.fault({ on: 'webhook', kind: 'unknown', times: 1 });
      await write('a');
      await whatsapp.arrived('messages', 1);
      expect(whatsapp.standIns.receiver.requests).toHaveLength(1);
      expect(JSON.stringify(whatsapp.standIns.receiver.requests[0]!.json)).toContain('something_new');
    });

    it('come again on request, also a week later', async () => {
      const { eventIds } = await write('a');
      await whatsapp.standIns.requests(1);
      await whatsapp.standIns.advance(7 * DAY_MS);
      expect((await whatsapp.account.post('/redeliver', { eventId: eventIds[0] })).status).toBe(202);
      await whatsapp.standIns.requests(2);
      const [first, again] = whatsapp.standIns.receiver.requests;
      expect(again!.body.equals(first!.body)).toBe(true);
      expect((await whatsapp.account.post('/redeliver', { eventId: 'x' })).status).toBe(404);
    });
  });
});
