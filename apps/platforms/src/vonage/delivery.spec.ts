import { createHash } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { AMY, APPLICATION, HANA, KEN, KEY, NUMBER, SIGNATURE_SECRET, smsTo, VonageUnderTest, WEBHOOK } from '../testing/vonage-account.js';
import { until } from '../testing/stand-ins.js';
import { signatureOf } from './signatures.js';
import { SIGNATURE_METHODS } from './state.js';

describe("Vonage's webhooks", () => {
  let vonage: VonageUnderTest;
  beforeAll(async () => {
    vonage = await VonageUnderTest.start();
  });
  afterAll(() => vonage.standIns.stop());
  afterEach(() => vonage.tidy());

  const texts = () => vonage.webhooks().map(({ text }) => text as string);

  describe('of the Messages API', () => {
    it('are signed with the signature secret, over the hash of the body', async () => {
      const { messageId, eventIds } = await vonage.account.act(HANA, { type: 'text', text: '予約したい' });
      const [webhook] = await vonage.arrived(1);
      const { headers, body } = vonage.standIns.receiver.requests[0]!;
      const token = headers.authorization!.replace('Bearer ', '');
      expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', typ: 'JWT' });
      const { payload } = await jwtVerify(token, Buffer.from(SIGNATURE_SECRET));
      expect(payload).toEqual({
        iss: 'Vonage',
        iat: expect.any(Number),
        jti: expect.any(String),
        api_key: KEY,
        application_id: APPLICATION,
        payload_hash: createHash('sha256').update(body).digest('hex'),
      });
      expect(webhook).toEqual({
        channel: 'sms',
        message_uuid: messageId,
        to: NUMBER,
        from: HANA,
        timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
        message_type: 'text',
        text: '予約したい',
        sms: { num_messages: '1', total_count: '1', keyword: '予約したい' },
      });
      expect(eventIds).toEqual([messageId]);
    });

    it('bring a long SMS in one piece', async () => {
      await vonage.account.act(HANA, { type: 'text', text: '長'.repeat(100) });
      expect(await vonage.arrived(1)).toMatchObject([{ text: '長'.repeat(100), sms: { num_messages: '2' } }]);
    });

    it('bring what customers do on WhatsApp', async () => {
      const { json } = await vonage.messages({ channel: 'whatsapp', message_type: 'text', to: KEN.slice(9), from: NUMBER, text: 'はい' });
      await vonage.standIns.requests(2);
      vonage.standIns.receiver.reset();
      const about = json.message_uuid as string;
      await vonage.account.act(KEN, { type: 'text', text: 'a', replyTo: about });
      await vonage.account.act(KEN, { type: 'image', caption: '図' });
      await vonage.account.act(KEN, { type: 'sticker' });
      await vonage.account.act(KEN, { type: 'location', latitude: 35.5, longitude: 139.5, title: '駅' });
      await vonage.account.act(KEN, { type: 'postback', data: 'YES', messageId: about });
      await vonage.account.act(KEN, { type: 'order' });
      await vonage.account.act(KEN, { type: 'referral' });
      await vonage.account.act(KEN, { type: 'reaction', messageId: about, emoji: '👍' });
      await vonage.account.act(KEN, { type: 'reaction', messageId: about, emoji: null });
      await vonage.account.act(KEN, { type: 'unknown' });
      const url = expect.stringMatching(/^https:\/\/api-ap\.nexmo\.com\/v3\/media\//);
      const context = { message_uuid: about };
      expect(await vonage.arrived(10)).toMatchObject([
        { message_type: 'text', text: 'a', context, profile: { name: 'Ken' } },
        { message_type: 'image', image: { url, caption: '図' } },
        { message_type: 'sticker', sticker: { url } },
        { message_type: 'location', location: { lat: 35.5, long: 139.5, name: '駅' } },
        { message_type: 'button', button: { payload: 'YES' }, context },
        { message_type: 'order', order: { product_items: [{ quantity: '2' }] } },
        { message_type: 'text', whatsapp: { referral: { source_type: 'ad' } } },
        { message_type: 'reaction', reaction: { action: 'react', emoji: '👍' }, context },
        { message_type: 'reaction', reaction: { action: 'unreact' }, context },
        { message_type: 'hologram' },
      ]);
      expect((await vonage.account.chat(KEN)).find(({ id }) => id === about)?.reactions).toEqual([]);
    });

    it('bring files by MMS in North America', async () => {
      await vonage.account.act(AMY, { type: 'image' });
      expect(await vonage.arrived(1)).toMatchObject([{ channel: 'mms', message_type: 'image', from: AMY }]);
    });

    it('go nowhere while the number is not linked to the application', async () => {
      await vonage.call('vonageRest', 'POST', '/number/update', { country: 'JP', msisdn: NUMBER });
      await vonage.account.act(HANA, { type: 'text', text: 'lost' });
      await until(
        async () => (await vonage.account.view()).pending === 0,
        () => 'still under way',
      );
      expect((await vonage.account.journal()).entries.at(-1)).toMatchObject({
        kind: 'webhook',
        url: null,
        status: null,
        problem: 'No webhook is set',
      });
      expect(vonage.webhooks()).toEqual([]);
    });
  });

  describe('of the SMS API', () => {
    beforeEach(async () => {
      await vonage.account.settings({ smsApi: 'sms' });
    });

    it.each(['POST-JSON', 'POST', 'GET'])('bring the same parameters in each format (%s)', async (webhookFormat) => {
      vonage.standIns.receiver.takesGet = true;
      await vonage.account.settings({ webhookFormat });
      const { messageId } = await vonage.account.act(HANA, { type: 'text', text: 'help A&B=1 円' });
      const [webhook] = await vonage.arrived(1);
      const { sig, ...signed } = webhook as Record<string, string>;
      expect(signed).toEqual({
        'api-key': KEY,
        msisdn: HANA,
        to: NUMBER,
        messageId,
        text: 'help A&B=1 円',
        type: 'unicode',
        keyword: 'HELP',
        'message-timestamp': expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
        timestamp: expect.stringMatching(/^\d{10}$/),
        nonce: expect.any(String),
      });
      expect(sig).toBe(signatureOf(signed, 'md5hash', SIGNATURE_SECRET));
      expect(vonage.standIns.receiver.requests[0]!.headers).not.toHaveProperty('authorization');
    });

    it.each(SIGNATURE_METHODS)('are signed as the account is set to (%s)', async (signatureMethod) => {
      await vonage.account.settings({ signatureMethod });
      await vonage.account.act(HANA, { type: 'text', text: 'a' });
      const [webhook] = await vonage.arrived(1);
      expect(webhook!['sig']).toBe(signatureOf(webhook as Record<string, string>, signatureMethod, SIGNATURE_SECRET));
    });

    it('are not signed until that was switched on', async () => {
      await vonage.account.settings({ signed: false });
      await vonage.account.act(HANA, { type: 'text', text: 'a' });
      const [webhook] = await vonage.arrived(1);
      for (const name of ['sig', 'nonce', 'timestamp']) expect(webhook).not.toHaveProperty(name);
    });

    it('bring a long text in parts that bear one reference', async () => {
      const { eventIds } = await vonage.account.act(HANA, { type: 'text', text: '長'.repeat(134) + '😀' });
      const parts = await vonage.arrived(3);
      expect(eventIds).toEqual(parts.map(({ messageId }) => messageId));
      expect(parts.map((part) => [part['concat'], part['concat-total'], part['concat-part']])).toEqual(
        ['1', '2', '3'].map((part) => ['true', '3', part]),
      );
      expect(new Set(parts.map((part) => part['concat-ref'])).size).toBe(1);
      expect(texts().join('')).toBe('長'.repeat(134) + '😀');
      expect((await vonage.account.chat(HANA)).at(-1)).toMatchObject({ text: '長'.repeat(134) + '😀' });
    });

    it('bring bytes where nobody knows what they are', async () => {
      await vonage.account.act(HANA, { type: 'unknown' });
      expect(await vonage.arrived(1)).toMatchObject([{ type: 'binary', data: '0011FF7A', udh: '06050415811581' }]);
    });

    it('go to the address of the number, else to that of the key', async () => {
      await vonage.call('vonageRest', 'POST', '/number/update', { country: 'JP', msisdn: NUMBER, moHttpUrl: `${WEBHOOK}/number` });
      await vonage.account.act(HANA, { type: 'text', text: 'a' });
      await vonage.call('vonageRest', 'POST', '/number/update', { country: 'JP', msisdn: NUMBER });
      await vonage.standIns.requests(1);
      await vonage.account.act(HANA, { type: 'text', text: 'b' });
      await vonage.standIns.requests(2);
      expect(vonage.standIns.receiver.requests.map(({ path }) => path)).toEqual(['/vonage/number', '/vonage']);
    });
  });

  describe('come again', () => {
    it.each([500, 503, 429])('after %i, until they are taken', async (status) => {
      await vonage.standIns.control('POST', '/clock', { delayScale: 0.001 });
      vonage.standIns.receiver.answerStatus(status);
      await vonage.account.act(HANA, { type: 'text', text: 'a' });
      await vonage.standIns.requests(3);
      expect(new Set(vonage.webhooks().map(({ message_uuid: uuid }) => uuid)).size).toBe(1);
      vonage.standIns.receiver.answerStatus(200);
      await until(
        async () => (await vonage.account.view()).pending === 0,
        () => 'still under way',
      );
      const { entries } = await vonage.account.journal();
      expect(entries.at(-1)).toMatchObject({ kind: 'webhook', status: 200, redelivery: true });
    });

    it('after no answer, with a token of their own', async () => {
      await vonage.standIns.control('POST', '/clock', { delayScale: 0.001 });
      vonage.standIns.receiver.answerWith((_request, response) => response.destroy());
      await vonage.account.act(HANA, { type: 'text', text: 'a' });
      await vonage.standIns.requests(2);
      expect(new Set(vonage.standIns.receiver.requests.map(({ headers }) => headers.authorization)).size).toBeGreaterThan(1);
      vonage.standIns.receiver.answerStatus(200);
    });

    it.each([401, 404, 413])('never after %i: the message is lost', async (status) => {
      vonage.standIns.receiver.answerStatus(status);
      await vonage.account.act(HANA, { type: 'text', text: 'a' });
      await until(
        async () => (await vonage.account.view()).pending === 0,
        () => 'still under way',
      );
      expect(vonage.standIns.receiver.requests).toHaveLength(1);
    });

    it('each alone: those behind do not wait', async () => {
      vonage.standIns.receiver.answerWith((request, response) => response.writeHead(request.json['text'] === 'a' ? 500 : 200).end());
      await vonage.account.act(HANA, { type: 'text', text: 'a' });
      await vonage.account.act(HANA, { type: 'text', text: 'b' });
      await vonage.standIns.requests(2);
      expect(texts()).toEqual(['a', 'b']);
      await until(
        async () => (await vonage.account.view()).pending === 1,
        () => 'nothing waits',
      );
      vonage.standIns.receiver.answerStatus(200);
      await vonage.standIns.advance(5_000);
      await vonage.standIns.requests(3);
    });

    it('on order, as they were', async () => {
      const { eventIds } = await vonage.account.act(HANA, { type: 'text', text: 'again' });
      await vonage.standIns.requests(1);
      await vonage.account.post('/redeliver', { eventId: eventIds[0] });
      const [first, second] = await vonage.arrived(2);
      expect(second).toEqual(first);
      expect((await vonage.account.post('/redeliver', { eventId: 'x' })).status).toBe(404);
    });
  });

  describe('misbehave on order', () => {
    it('come twice', async () => {
      await vonage.account.fault({ on: 'webhook', kind: 'twice', times: 1 });
      await vonage.account.act(HANA, { type: 'text', text: 'a' });
      const [first, second] = await vonage.arrived(2);
      expect(second).toEqual(first);
    });

    it('come in another order, and when they are let go', async () => {
      await vonage.account.fault({ on: 'webhook', kind: 'shuffled', times: 3 });
      for (const text of ['1', '2', '3']) await vonage.account.act(HANA, { type: 'text', text });
      await vonage.standIns.requests(3);
      expect(texts()).not.toEqual(['1', '2', '3']);
      expect([...texts()].sort()).toEqual(['1', '2', '3']);
      await vonage.account.fault({ on: 'webhook', kind: 'shuffled', times: 9 });
      await vonage.account.act(HANA, { type: 'text', text: '4' });
      expect((await vonage.account.view()).pending).toBe(1);
      await vonage.account.endFaults();
      await vonage.standIns.requests(4);
    });

    it('bring something that nobody knows first', async () => {
      await vonage.account.fault({ on: 'webhook', kind: 'unknown', times: 1 });
      await vonage.account.act(HANA, { type: 'text', text: 'a' });
      const [unknown, known] = await vonage.arrived(2);
      expect(unknown).toHaveProperty('something_new');
      expect(known).toMatchObject({ text: 'a' });
    });

    it('have no batches', async () => {
      expect((await vonage.account.post('/faults', { on: 'webhook', kind: 'batch', times: 2 })).json.code).toBe('no batches');
    });
  });

  it('bring what is told raw, from any channel', async () => {
    const event = { channel: 'messenger', to: '1', from: '2', message_type: 'unsupported', timestamp: '2026-11-20T01:16:00Z' };
    const { eventIds } = await vonage.account.act(HANA, { type: 'raw', event });
    expect(await vonage.arrived(1)).toEqual([{ message_uuid: eventIds[0], ...event }]);
    await vonage.account.act(HANA, { type: 'raw', event: { messageId: '1A', type: 'wappush' } });
    expect((await vonage.arrived(2))[1]).toMatchObject({ messageId: '1A', type: 'wappush', msisdn: HANA });
  });

  it('are told of a message sent before the caller has its answer, when that is late', async () => {
    await vonage.account.fault({ on: 'call', kind: 'late', call: 'messages', delayMs: 300 });
    const sending = vonage.messages(smsTo('a'));
    expect((await vonage.arrived(2)).map(({ status }) => status)).toEqual(['submitted', 'delivered']);
    expect((await sending).status).toBe(202);
  });
});
