import { createHmac } from 'node:crypto';
import { HANA, KEN, STRANGER, TOKEN, ViberUnderTest, WEBHOOK } from '../testing/viber-account.js';

describe('Viber, callbacks', () => {
  let viber: ViberUnderTest;
  beforeAll(async () => {
    viber = await ViberUnderTest.start();
  });
  afterAll(() => viber.standIns.stop());
  afterEach(() => viber.tidy());

  const write = (text: string, customer = HANA) => viber.account.act(customer, { type: 'text', text });
  const texts = () => viber.callbacks().map(({ message }) => message?.text as string);
  const events = () => viber.callbacks().map(({ event }) => event);

  it('are signed over their exact bytes with the token, in lower-case hex', async () => {
    await write('こんにちは');
    await viber.standIns.requests(1);
    const { headers, body, path } = viber.standIns.receiver.requests[0]!;
    expect(path).toBe('/viber');
    expect(headers['x-viber-content-signature']).toBe(createHmac('sha256', TOKEN).update(body).digest('hex'));
    expect(body.toString()).toMatch(/^\{"event":"message","timestamp":\d{13},"chat_hostname":"[^"]+","message_token":\d{19},"sender":\{/);
    expect(body.toString()).toContain('こんにちは');
  });

  it('are signed in the way of the published vectors', () => {
    const body = '{"event":"message","text":"予約"}';
    expect(createHmac('sha256', TOKEN).update(body).digest('hex')).toBe('a575a4961542925f6fde5b50caa96c9f180944b5c10890c992e5c8fdd2a23900');
  });

  it('tell of everything that a customer can do', async () => {
    const { account } = viber;
    const { messageId, eventIds } = await write('一');
    expect(eventIds).toEqual([messageId]);
    await account.act(HANA, { type: 'image', caption: 'この部品です' });
    await account.act(HANA, { type: 'video' });
    await account.act(HANA, { type: 'file' });
    await account.act(HANA, { type: 'sticker' });
    await account.act(HANA, { type: 'location', latitude: 0, longitude: 139.7671 });
    await account.act(HANA, { type: 'contact', name: '鈴木 一郎', phone: '+819012345678' });
    await account.act(HANA, { type: 'unknown' });
    await account.act(HANA, { type: 'block' });
    await account.act(HANA, { type: 'follow' });
    await account.act(HANA, { type: 'referral', reference: 'campaign=autumn' });
    await account.act(HANA, { type: 'raw', event: { event: 'client_status', user: { id: HANA }, status: { type: 'payment', code: 0 } } });
    await viber.standIns.requests(12);
    const callbacks = viber.callbacks();
    expect(callbacks.map(({ event, message }) => message?.type ?? event)).toEqual([
      ...['text', 'picture', 'video', 'file', 'sticker', 'location', 'contact', 'hologram'],
      ...['unsubscribed', 'subscribed', 'conversation_started', 'client_status'],
    ]);
    expect(callbacks[0]).toMatchObject({
      message_token: messageId,
      sender: { id: HANA, name: '佐藤 花', language: 'ja', country: 'JP', api_version: 10 },
      silent: false,
    });
    const file = { media: expect.stringMatching(/^http.*Expires=\d+&Signature=/), size: expect.any(Number) };
    expect(callbacks[1]!.message).toMatchObject({ ...file, text: 'この部品です', file_name: 'photo.jpg' });
    expect(callbacks[2]!.message).toMatchObject({ ...file, duration: 2 });
    expect(callbacks[3]!.message).toMatchObject({ ...file, file_name: 'document.pdf' });
    expect(callbacks[4]!.message).toMatchObject({ sticker_id: 40126, media: expect.not.stringContaining('Expires') });
    expect(callbacks[5]!.message).toEqual({ type: 'location', location: { lat: 0, lon: 139.7671 } });
    expect(callbacks[6]!.message).toEqual({ type: 'contact', contact: { name: '鈴木 一郎', phone_number: '+819012345678' } });
    expect(callbacks[8]).toMatchObject({ user_id: HANA });
    expect(callbacks[10]).toMatchObject({ type: 'open', context: 'campaign=autumn', user: { id: HANA }, subscribed: true });
    const times = callbacks.map(({ timestamp }) => timestamp as number);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });

  it('tell of what bots do not hear of not at all', async () => {
    for (const action of [
      { type: 'edit', messageId: '1', text: 'x' },
      { type: 'reaction', messageId: '1', emoji: '👍' },
    ] as const)
      await expect(viber.account.act(HANA, action)).rejects.toThrow(/no such action/);
    await expect(viber.account.act(HANA, { type: 'text', text: 'x', group: { id: 'g' } })).rejects.toThrow(/no groups/);
  });

  it('name nobody unless names were asked for, and tell of nothing that was not asked for', async () => {
    await viber.call('set_webhook', { url: WEBHOOK, event_types: ['failed'] });
    await write('一');
    await viber.call('send_message', { receiver: HANA, sender: { name: 'a' }, type: 'text', text: 'x' });
    expect((await viber.account.act(HANA, { type: 'read' })).eventIds).toEqual([]);
    expect((await viber.account.act(KEN, { type: 'referral' })).eventIds).toEqual([]);
    await write('二');
    await viber.standIns.requests(3);
    expect(events()).toEqual(['webhook', 'message', 'message']);
    expect(viber.callbacks()[1]!.sender).not.toHaveProperty('name');
  });

  it('say "seen" once for all that was unread', async () => {
    const send = (text: string) => viber.call('send_message', { receiver: KEN, sender: { name: 'a' }, type: 'text', text });
    await send('a');
    const { json } = await send('b');
    const { eventIds } = await viber.account.act(KEN, { type: 'read' });
    expect((await viber.account.act(KEN, { type: 'read' })).eventIds).toEqual([]);
    await viber.standIns.requests(3);
    expect(eventIds).toEqual([`seen:${json.message_token}`]);
    expect(events()).toEqual(['delivered', 'delivered', 'seen']);
    expect(viber.callbacks()[2]).toMatchObject({ message_token: json.message_token, user_id: KEN });
  });

  describe('conversation_started', () => {
    const message = { sender: { name: '予約窓口' }, type: 'text', text: 'ようこそ' };
    const answerWith = (body: string, status = 200) =>
      viber.standIns.receiver.answerWith((_request, response) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(body),
      );

    it('may be answered with one message, also to somebody who has not subscribed', async () => {
      answerWith(JSON.stringify(message));
      await viber.account.act(STRANGER, { type: 'referral', reference: 'qr-1' });
      await viber.noMorePending();
      expect(viber.callbacks()[0]).toMatchObject({ context: 'qr-1', subscribed: false });
      expect(await viber.lastInChat(STRANGER)).toMatchObject({ from: 'account', text: 'ようこそ', senderName: '予約窓口' });
    });

    it('shows nothing of what is no message', async () => {
      for (const body of [
        '',
        '<html>',
        '[]',
        JSON.stringify({ ...message, type: 'hologram' }),
        JSON.stringify({ ...message, sender: {} }),
      ]) {
        answerWith(body);
        await viber.account.act(KEN, { type: 'referral' });
        await viber.noMorePending();
        expect(await viber.lastInChat(KEN)).toMatchObject({ kind: 'event' });
      }
    });

    it('alone is answered so', async () => {
      answerWith(JSON.stringify(message));
      await write('一', KEN);
      await viber.noMorePending();
      expect(await viber.lastInChat(KEN)).toMatchObject({ from: 'customer', text: '一' });
    });
  });

  it('come again, the same to the byte, until the answer is 200 and nothing else', async () => {
    await viber.standIns.control('POST', '/clock', { delayScale: 0.0001 });
    viber.standIns.receiver.answerStatus(204);
    const { eventIds } = await write('keep trying');
    await viber.standIns.requests(3);
    viber.standIns.receiver.answerStatus(200);
    await viber.noMorePending();
    const bodies = viber.standIns.receiver.requests.map(({ body }) => body.toString());
    expect(new Set(bodies).size).toBe(1);
    const attempts = (await viber.account.journal()).entries.filter(
      (entry) => entry.kind === 'webhook' && entry.eventIds[0] === eventIds[0],
    );
    expect(attempts.at(-1)).toMatchObject({ status: 200, redelivery: true });
    expect(attempts[0]).toMatchObject({ status: 204, redelivery: false, attempt: 1 });
  });

  it('are given up after about an hour', async () => {
    await viber.standIns.control('POST', '/clock', { delayScale: 0.0001 });
    viber.standIns.receiver.answerStatus(503);
    await write('in vain');
    await viber.noMorePending();
    expect(viber.standIns.receiver.requests).toHaveLength(9);
  });

  it('keep the order of each customer as long as nothing disturbs it', async () => {
    const wanted = Array.from({ length: 20 }, (_, index) => `${index}`);
    for (const text of wanted) {
      await write(text);
      await write(text, KEN);
    }
    await viber.standIns.requests(40);
    for (const customer of [HANA, KEN]) {
      const arrived = viber.callbacks().filter(({ sender }) => sender.id === customer);
      expect(arrived.map(({ message }) => message.text)).toEqual(wanted);
    }
  });

  describe('disturbed', () => {
    it('come twice', async () => {
      await viber.account.fault({ on: 'webhook', kind: 'twice', times: 1 });
      await write('a');
      await write('b');
      await viber.standIns.requests(3);
      expect(texts()).toEqual(['a', 'a', 'b']);
      expect(viber.callbacks()[0]!.message_token).toBe(viber.callbacks()[1]!.message_token);
    });

    it('come in another order, and are let go when the faults are ended', async () => {
      await viber.account.fault({ on: 'webhook', kind: 'shuffled', times: 4 });
      for (const text of ['a', 'b', 'c']) await write(text);
      expect((await viber.account.view()).pending).toBe(3);
      await viber.account.endFaults();
      await viber.standIns.requests(3);
      expect(texts()).not.toEqual(['a', 'b', 'c']);
      expect(texts().sort()).toEqual(['a', 'b', 'c']);
    });

    it('come late, by the clock of the platform', async () => {
      await viber.account.fault({ on: 'webhook', kind: 'late', times: 1, delayMs: 3_600_000 });
      await write('a');
      await write('b');
      await viber.standIns.requests(1);
      await viber.standIns.advance(3_600_000);
      await viber.standIns.requests(2);
      expect(texts()).toEqual(['b', 'a']);
    });

    it('come with a kind that nobody knows, and never several in one request', async () => {
      await viber.account.fault({ on: 'webhook', kind: 'unknown', times: 1 });
      await write('a');
      await viber.standIns.requests(2);
      expect(events()).toEqual(['something_new', 'message']);
      expect((await viber.account.post('/faults', { on: 'webhook', kind: 'batch', times: 2 })).json.code).toBe('no batches');
    });

    it('come again on request, receipts too', async () => {
      const { eventIds } = await write('a');
      const { json } = await viber.call('send_message', { receiver: HANA, sender: { name: 'a' }, type: 'text', text: 'x' });
      await viber.standIns.requests(2);
      expect((await viber.account.post('/redeliver', { eventId: eventIds[0] })).status).toBe(202);
      expect((await viber.account.post('/redeliver', { eventId: `delivered:${json.message_token}` })).status).toBe(202);
      await viber.standIns.requests(4);
      expect(events().slice(2).sort()).toEqual(['delivered', 'message']);
      expect((await viber.account.post('/redeliver', { eventId: 'x' })).status).toBe(404);
    });
  });

  describe('files', () => {
    it('lie on a host of their own for an hour, at an address that cannot be guessed', async () => {
      const sent = { name: 'dot.png', mimeType: 'image/png', base64: Buffer.from('not really').toString('base64') };
      await viber.account.act(HANA, { type: 'image', file: sent });
      await viber.account.act(HANA, { type: 'sticker' });
      await viber.standIns.requests(2);
      const [picture, sticker] = viber.callbacks().map(({ message }) => message.media as string);
      expect(new URL(picture!).origin).toBe(viber.standIns.address('viberFiles'));
      const file = await fetch(picture!);
      expect([file.status, file.headers.get('content-type'), await file.text()]).toEqual([200, 'image/png', 'not really']);
      expect((await fetch(picture!.replace(/Signature=.*/, 'Signature=x'))).status).toBe(403);
      expect((await fetch(`${viber.standIns.address('viberApi')}${new URL(picture!).pathname}`)).status).toBe(404);
      await viber.standIns.advance(3_601_000);
      expect((await fetch(picture!)).status).toBe(403);
      expect((await fetch(sticker!)).status).toBe(200);
    });
  });
});
