import { createHmac } from 'node:crypto';
import { BOT, GROUP, HANA, KEN, LineUnderTest, SECRET } from '../testing/line-account.js';
import { until } from '../testing/stand-ins.js';

describe('LINE, webhooks', () => {
  let line: LineUnderTest;
  beforeAll(async () => {
    line = await LineUnderTest.start();
  });
  afterAll(() => line.standIns.stop());
  afterEach(async () => {
    await line.account.settings({ redelivery: false, useWebhook: true });
    await line.standIns.control('POST', '/clock', { delayScale: 1 });
    await line.tidy();
  });

  const write = (text: string, customer = HANA) => line.account.act(customer, { type: 'text', text });
  const texts = () => line.events().map(({ message }) => message?.text);

  it('signs the exact bytes with the channel secret and sends non-ASCII as it is', async () => {
    await write('こんにちは');
    await line.standIns.requests(1);
    const { headers, body, json, path } = line.standIns.receiver.requests[0]!;
    expect(path).toBe('/line');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['x-line-signature']).toBe(createHmac('sha256', SECRET).update(body).digest('base64'));
    expect(body.toString()).toContain('こんにちは');
    expect(json['destination']).toBe(BOT);
  });

  it('signs the way of the published vector', () => {
    const body = `{"destination":"${BOT}","events":[]}`;
    expect(createHmac('sha256', SECRET).update(body).digest('base64')).toBe('lyM+LIgEcdYGHsLikFI+QZSIUk1+ML2vZSDbcJ2WR5Y=');
  });

  it('tells of everything that a customer can do', async () => {
    const { account } = line;
    const { messageId } = await write('一');
    await account.act(HANA, { type: 'image', imageSet: { id: 'E1', index: 1, total: 2 } });
    await account.act(HANA, { type: 'video' });
    await account.act(HANA, { type: 'audio' });
    await account.act(HANA, { type: 'file' });
    await account.act(HANA, { type: 'sticker' });
    await account.act(HANA, { type: 'location', latitude: 35.6812, longitude: 139.7671 });
    await account.act(HANA, { type: 'postback', data: 'action=reserve' });
    await account.act(HANA, { type: 'unknown', kind: 'hologram' });
    await account.act(HANA, { type: 'unsend', messageId: messageId! });
    await account.act(HANA, { type: 'block' });
    await account.act(HANA, { type: 'follow' });
    await line.standIns.requests(12);
    const events = line.events();
    expect(events.map(({ type, message }) => (type === 'message' ? message['type'] : type))).toEqual([
      ...['text', 'image', 'video', 'audio', 'file', 'sticker', 'location', 'postback', 'hologram', 'unsend', 'unfollow', 'follow'],
    ]);
    expect(Object.keys(events[0]!)).toEqual([
      'type',
      'message',
      'webhookEventId',
      'deliveryContext',
      'timestamp',
      'source',
      'replyToken',
      'mode',
    ]);
    expect(events[0]).toMatchObject({
      message: { type: 'text', id: messageId, quoteToken: expect.any(String), markAsReadToken: expect.any(String), text: '一' },
      webhookEventId: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
      deliveryContext: { isRedelivery: false },
      source: { type: 'user', userId: HANA },
      mode: 'active',
    });
    expect(events[1]!.message).toMatchObject({ contentProvider: { type: 'line' }, imageSet: { id: 'E1', index: 1, total: 2 } });
    const file = {
      type: 'file',
      id: expect.any(String),
      markAsReadToken: expect.any(String),
      fileName: 'document.pdf',
      fileSize: expect.any(Number),
    };
    expect(events[4]!.message).toEqual(file);
    expect(events[9]).toMatchObject({ unsend: { messageId } });
    expect(events.filter(({ replyToken }) => replyToken === undefined).map(({ type }) => type)).toEqual(['unsend', 'unfollow']);
    expect(events[11]).toMatchObject({ follow: { isUnblocked: true } });
    const times = events.map(({ timestamp }) => timestamp);
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  });

  it('tells of groups, and of edits there only', async () => {
    const group = { id: GROUP, name: '家族' };
    const { messageId } = await line.account.act(HANA, { type: 'text', text: 'まちがい', group });
    await line.account.act(HANA, { type: 'edit', messageId: messageId!, text: '訂正', group });
    await line.standIns.requests(2);
    expect(line.events()[1]).toMatchObject({
      type: 'messageEdited',
      message: { id: messageId, text: '訂正' },
      source: { type: 'group', groupId: GROUP, userId: HANA },
    });
    const alone = await write('ひとり');
    await expect(line.account.act(HANA, { type: 'edit', messageId: alone.messageId!, text: 'x' })).rejects.toThrow(/not editable/);
  });

  it('sends raw events as they stand', async () => {
    await line.account.act(HANA, {
      type: 'raw',
      event: { type: 'beacon', beacon: { hwid: 'd41d8cd98f', type: 'enter' }, timestamp: 1_764_000_000_039 },
    });
    await line.standIns.requests(1);
    expect(line.events()[0]).toMatchObject({
      type: 'beacon',
      beacon: { hwid: 'd41d8cd98f' },
      timestamp: 1_764_000_000_039,
      webhookEventId: expect.any(String),
    });
  });

  it('does not come again unless redelivery is on', async () => {
    line.standIns.receiver.answerStatus(500);
    await write('once');
    await line.standIns.requests(1);
    await line.standIns.advance(3_600_000);
    expect((await line.account.view()).pending).toBe(0);
    expect(line.standIns.receiver.requests).toHaveLength(1);
  });

  it('comes again, marked and otherwise the same, after a status that is no 2xx', async () => {
    await line.account.settings({ redelivery: true });
    await line.standIns.control('POST', '/clock', { delayScale: 0.001 });
    line.standIns.receiver.answerStatus(503);
    const { eventIds } = await write('keep trying');
    await line.standIns.requests(3);
    line.standIns.receiver.answerStatus(204);
    await until(
      async () => (await line.account.view()).pending === 0,
      () => 'still pending',
    );
    const [first, second] = line.events();
    expect(second).toEqual({ ...first, deliveryContext: { isRedelivery: true } });
    const { entries } = await line.account.journal();
    const attempts = entries.filter((entry) => entry.kind === 'webhook' && entry.eventIds[0] === eventIds[0]);
    expect(attempts.at(-1)).toMatchObject({ status: 204, redelivery: true });
    expect(attempts.slice(0, -1).every((entry) => entry.kind === 'webhook' && entry.status === 503)).toBe(true);
  });

  it('waits two seconds for an answer, then counts it as failed', async () => {
    await line.account.settings({ redelivery: true });
    line.standIns.receiver.answerWith(() => {});
    const { eventIds } = await write('slow');
    await until(
      async () => (await line.account.journal()).entries.some((entry) => entry.kind === 'webhook' && entry.eventIds[0] === eventIds[0]),
      () => 'no end came',
    );
    const entry = (await line.account.journal()).entries.at(-1);
    expect(entry).toMatchObject({ status: null, problem: 'No answer within 2000 ms' });
    expect((await line.account.view()).pending).toBe(1);
    line.standIns.receiver.reset();
    await line.standIns.advance(10_000);
    await line.standIns.requests(1);
    expect(line.events()[0]!.deliveryContext).toEqual({ isRedelivery: true });
  });

  it('sends nothing while "Use webhook" is off', async () => {
    await line.account.settings({ useWebhook: false });
    await write('nobody hears');
    await until(
      async () =>
        (await line.account.journal()).entries.some((entry) => entry.kind === 'webhook' && entry.problem === '"Use webhook" is off'),
      () => 'no entry',
    );
    expect(line.standIns.receiver.requests).toHaveLength(0);
  });

  it('keeps the order of each customer as long as nothing disturbs it', async () => {
    const wanted = Array.from({ length: 20 }, (_, index) => `${index}`);
    for (const text of wanted) {
      await write(text);
      await write(text, KEN);
    }
    await line.standIns.requests(40);
    for (const customer of [HANA, KEN]) {
      const arrived = line.events().filter(({ source }) => source['userId'] === customer);
      expect(arrived.map(({ message }) => message.text)).toEqual(wanted);
    }
  });

  describe('disturbed', () => {
    it('delivers twice', async () => {
      await line.account.fault({ on: 'webhook', kind: 'twice', times: 1 });
      await write('a');
      await write('b');
      await line.standIns.requests(3);
      expect(texts()).toEqual(['a', 'a', 'b']);
      expect(line.events()[0]!.webhookEventId).toBe(line.events()[1]!.webhookEventId);
    });

    it('delivers in another order', async () => {
      await line.account.fault({ on: 'webhook', kind: 'shuffled', times: 4 });
      for (const text of ['a', 'b', 'c', 'd']) await write(text);
      await line.standIns.requests(4);
      expect(texts()).not.toEqual(['a', 'b', 'c', 'd']);
      expect(texts().sort()).toEqual(['a', 'b', 'c', 'd']);
    });

    it('delivers several events of several customers in one request', async () => {
      await line.account.fault({ on: 'webhook', kind: 'batch', times: 3 });
      await write('a');
      await write('b', KEN);
      expect(line.standIns.receiver.requests).toHaveLength(0);
      await write('c');
      await line.standIns.requests(1);
      expect(texts()).toEqual(['a', 'b', 'c']);
    });

    it('lets go what it holds when the faults are ended', async () => {
      await line.account.fault({ on: 'webhook', kind: 'batch', times: 3 });
      await write('a');
      expect((await line.account.view()).pending).toBe(1);
      await line.account.endFaults();
      await line.standIns.requests(1);
      expect(texts()).toEqual(['a']);
    });

    it('delivers late, by the platform clock', async () => {
      await line.account.fault({ on: 'webhook', kind: 'late', times: 1, delayMs: 3_600_000 });
      await write('a');
      await write('b');
      await line.standIns.requests(1);
      expect(texts()).toEqual(['b']);
      await line.standIns.advance(3_600_000);
      await line.standIns.requests(2);
      expect(texts()).toEqual(['b', 'a']);
    });

    it('puts events of a type that nobody knows in front', async () => {
      await line.account.fault({ on: 'webhook', kind: 'unknown', times: 1 });
      await write('a');
      await line.standIns.requests(1);
      expect(line.events().map(({ type }) => type)).toEqual(['somethingNew', 'message']);
    });

    it('delivers an old one again on request', async () => {
      const { eventIds } = await write('a');
      await line.standIns.requests(1);
      expect((await line.account.post('/redeliver', { eventId: eventIds[0] })).status).toBe(202);
      await line.standIns.requests(2);
      expect(line.events()[1]).toEqual({ ...line.events()[0], deliveryContext: { isRedelivery: true } });
      expect((await line.account.post('/redeliver', { eventId: 'x' })).status).toBe(404);
    });
  });

  describe('content', () => {
    it('gives the bytes with their type, and a preview of pictures only', async () => {
      const { messageId } = await line.account.act(HANA, {
        type: 'image',
        file: { name: 'dot.png', mimeType: 'image/png', base64: Buffer.from('not really').toString('base64') },
      });
      const content = await line.data(`/v2/bot/message/${messageId}/content`);
      expect([content.status, content.headers.get('content-type'), await content.text()]).toEqual([200, 'image/png', 'not really']);
      expect((await line.data(`/v2/bot/message/${messageId}/content/preview`)).status).toBe(200);
      const { messageId: textId } = await write('x');
      expect((await line.data(`/v2/bot/message/${textId}/content`)).status).toBe(404);
      const { messageId: fileId } = await line.account.act(HANA, { type: 'file' });
      expect((await line.data(`/v2/bot/message/${fileId}/content/preview`)).status).toBe(400);
      expect((await line.data(`/v2/bot/message/${fileId}/content/transcoding`)).status).toBe(400);
    });

    it('answers 202 while a video is prepared', async () => {
      await line.account.settings({ transcodingSeconds: 30 });
      const { messageId } = await line.account.act(HANA, { type: 'video' });
      const transcoding = async () => (await (await line.data(`/v2/bot/message/${messageId}/content/transcoding`)).json()) as unknown;
      expect((await line.data(`/v2/bot/message/${messageId}/content`)).status).toBe(202);
      expect(await transcoding()).toEqual({ status: 'processing' });
      await line.standIns.advance(31_000);
      expect(await transcoding()).toEqual({ status: 'succeeded' });
      expect((await line.data(`/v2/bot/message/${messageId}/content`)).headers.get('content-type')).toBe('video/mp4');
      await line.account.settings({ transcodingSeconds: 0 });
    });

    it('is gone after an unsend', async () => {
      const { messageId } = await line.account.act(HANA, { type: 'image' });
      await line.account.act(HANA, { type: 'unsend', messageId: messageId! });
      const gone = await line.data(`/v2/bot/message/${messageId}/content`);
      expect([gone.status, await gone.json()]).toEqual([410, { message: 'The content is gone' }]);
      expect((await line.lastInChat()).deleted).toBe(true);
      await expect(line.account.act(HANA, { type: 'unsend', messageId: messageId! })).rejects.toThrow(/unsent/);
    });
  });
});
