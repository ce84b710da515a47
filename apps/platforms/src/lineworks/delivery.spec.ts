import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CREDENTIALS, HANA, KEN, LineWorksUnderTest } from '../testing/lineworks-account.js';
import { until } from '../testing/stand-ins.js';

const ROOM = '0f0e0d0c-1111-2222-3333-444455556666';

describe('LINE WORKS, callbacks', () => {
  let lineworks: LineWorksUnderTest;
  beforeAll(async () => {
    lineworks = await LineWorksUnderTest.start();
  });
  afterAll(() => lineworks.standIns.stop());
  afterEach(() => lineworks.tidy());

  const write = (text: string, customer = HANA) => lineworks.account.act(customer, { type: 'text', text });
  const texts = () => lineworks.events().map(({ content }) => content?.['text']);
  const allEvents = ['message', 'join', 'leave', 'joined', 'left', 'postback', 'begin', 'end'];
  const policy = (change: object) => lineworks.bot('PATCH', '', change);

  it('signs the exact bytes with the bot secret, names the bot, and sends one event a request', async () => {
    await write('有給の残りは?');
    await lineworks.standIns.requests(1);
    const { headers, body, json, path } = lineworks.standIns.receiver.requests[0]!;
    expect(path).toBe('/lineworks');
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=UTF-8',
      'x-works-botid': '2000001',
      'x-works-signature': createHmac('sha256', CREDENTIALS.botSecret).update(body).digest('base64'),
    });
    expect(Object.keys(json)).toEqual(['type', 'source', 'issuedTime', 'content']);
    expect(json).toEqual({
      type: 'message',
      source: { userId: HANA, domainId: 10000001 },
      issuedTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      content: { type: 'text', text: '有給の残りは?' },
    });
  });

  it('signs the way of the published vector', () => {
    const body =
      '{"type":"message","source":{"userId":"a1b2c3d4-0000-4e5f-8a9b-0123456789ab","domainId":10000001},"issuedTime":"2026-11-20T01:23:45.678Z","content":{"type":"text","text":"有給の残りは?"}}';
    expect(createHmac('sha256', CREDENTIALS.botSecret).update(body).digest('base64')).toBe('EzoglpqSB6esqOeGE+kpBWAq+OXIZ07M5DsZJdz862E=');
  });

  it('tells of everything that a member can do; begin and end only where they are asked for', async () => {
    const { account } = lineworks;
    expect((await account.act(KEN, { type: 'block' })).eventIds).toEqual([]);
    await policy({ channelEvents: allEvents });
    await account.act(KEN, { type: 'follow' });
    for (const type of ['image', 'video', 'audio', 'voice', 'file', 'sticker', 'unknown'] as const) await account.act(KEN, { type });
    await account.act(KEN, { type: 'location', latitude: 35.658, longitude: 139.701 });
    await account.act(KEN, { type: 'postback', data: 'action=leave_request' });
    await account.act(KEN, { type: 'block' });
    await lineworks.standIns.requests(12);
    const events = lineworks.events();
    expect(events.map(({ type, content }) => content?.['type'] ?? type)).toEqual([
      ...['begin', 'text', 'image', 'video', 'audio', 'audio', 'file', 'sticker', 'hologram', 'location', 'postback', 'end'],
    ]);
    expect(events[1]!.content).toEqual({ type: 'text', text: '利用開始', postback: 'start' });
    expect(events[2]!.content).toEqual({ type: 'image', fileId: expect.stringMatching(/^jp1\./) });
    expect(events[7]!.content).toEqual({ type: 'sticker', packageId: '18', stickerId: '310' });
    expect(events[10]).toMatchObject({ data: 'action=leave_request', source: { userId: KEN, channelId: expect.any(String) } });
    expect(events.filter(({ source }) => source['channelId'] !== undefined).map(({ type }) => type)).toEqual(['begin', 'postback', 'end']);
    const times = events.map(({ issuedTime }) => issuedTime);
    expect(times).toEqual([...new Set(times)].sort());
    await account.act(KEN, { type: 'follow' });
    await policy({ channelEvents: ['message', 'postback'] });
  });

  it('lets members send only what the bot takes', async () => {
    await policy({ callbackEvents: ['text', 'sticker', 'image', 'file', 'audio', 'video'] });
    await expect(lineworks.account.act(HANA, { type: 'location', latitude: 1, longitude: 1 })).rejects.toThrow(/not offered/);
    await policy({ callbackEvents: ['text', 'location', 'sticker', 'image', 'file', 'audio', 'video'] });
  });

  it('keeps the bot out of rooms of several people unless its policy says otherwise', async () => {
    const inRoom = { type: 'text', text: 'みんな', group: { id: ROOM, name: '部屋' } } as const;
    await expect(lineworks.account.act(HANA, inRoom)).rejects.toThrow(/one to one only/);
    await policy({ enableGroupJoin: true, channelEvents: allEvents });
    await lineworks.account.act(HANA, inRoom);
    await lineworks.standIns.requests(2);
    expect(lineworks.events()).toMatchObject([
      { type: 'join', source: { channelId: ROOM, domainId: 10000001 } },
      { type: 'message', source: { userId: HANA, channelId: ROOM, domainId: 10000001 } },
    ]);
    expect((await lineworks.lastInChat(ROOM)).text).toBe('みんな');
    await policy({ enableGroupJoin: false, channelEvents: ['message', 'postback'] });
  });

  it('brings back what was pressed: words with what stands behind them, or a postback without', async () => {
    const say = { type: 'message', label: '人事', text: '人事です', postback: 'd=hr' };
    const silent = { type: 'postback', label: '戻る', data: 'back', displayText: '戻る' };
    await lineworks.send({ type: 'text', text: '?', quickReply: { items: [{ action: say }, { action: silent }] } });
    const { id } = await lineworks.lastInChat();
    await lineworks.account.act(HANA, { type: 'choose', messageId: id, choice: 'd=hr' });
    await lineworks.account.act(HANA, { type: 'choose', messageId: id, choice: 'back' });
    await lineworks.standIns.requests(2);
    expect(lineworks.events()).toMatchObject([
      { content: { type: 'text', text: '人事です', postback: 'd=hr' } },
      { type: 'postback', data: 'back' },
    ]);
    await expect(lineworks.account.act(HANA, { type: 'choose', messageId: id, choice: 'x' })).rejects.toThrow(/no such choice/);
  });

  it('says nothing to a bot that a member has left, until the talk begins again', async () => {
    await lineworks.account.act(HANA, { type: 'block' });
    await expect(write('a')).rejects.toThrow(/blocked/);
    await lineworks.account.act(HANA, { type: 'follow' });
    await write('b');
    await lineworks.standIns.requests(2);
    expect(texts()).toEqual(['利用開始', 'b']);
  });

  it('sends raw events as they stand', async () => {
    await lineworks.account.act(HANA, {
      type: 'raw',
      event: { type: 'left', source: { channelId: ROOM }, members: [HANA], issuedTime: '2026-11-20T01:24:01Z' },
    });
    await lineworks.standIns.requests(1);
    expect(lineworks.events()[0]).toEqual({
      type: 'left',
      source: { channelId: ROOM },
      issuedTime: '2026-11-20T01:24:01Z',
      members: [HANA],
    });
  });

  it('never sends again what was not taken', async () => {
    lineworks.standIns.receiver.answerStatus(500);
    const { eventIds } = await write('lost');
    await lineworks.standIns.requests(1);
    await lineworks.standIns.advance(86_400_000);
    await lineworks.renewToken();
    expect(lineworks.standIns.receiver.requests).toHaveLength(1);
    expect((await lineworks.account.view()).pending).toBe(0);
    const { entries } = await lineworks.account.journal();
    expect(entries.filter((entry) => entry.kind === 'webhook' && entry.eventIds[0] === eventIds[0])).toMatchObject([
      { status: 500, attempt: 1 },
    ]);
  });

  it('waits two seconds for an answer', async () => {
    lineworks.standIns.receiver.answerWith(() => {});
    const { eventIds } = await write('slow');
    const ended = async () =>
      (await lineworks.account.journal()).entries.find((entry) => entry.kind === 'webhook' && entry.eventIds[0] === eventIds[0]);
    await until(
      async () => (await ended()) !== undefined,
      () => 'no end came',
    );
    expect(await ended()).toMatchObject({ status: null, problem: 'No answer within 2000 ms' });
  });

  it('sends nothing while the callback URL is off', async () => {
    await lineworks.account.settings({ useWebhook: false });
    const { eventIds } = await write('nobody hears');
    await until(
      async () =>
        (await lineworks.account.journal()).entries.some(
          (entry) => entry.kind === 'webhook' && entry.eventIds[0] === eventIds[0] && entry.problem === 'The callback URL is off',
        ),
      () => 'no entry',
    );
    expect(lineworks.standIns.receiver.requests).toHaveLength(0);
    await lineworks.account.settings({ useWebhook: true });
  });

  it('keeps the order of each member as long as nothing disturbs it', async () => {
    const wanted = Array.from({ length: 10 }, (_, index) => `${index}`);
    for (const text of wanted) for (const member of [HANA, KEN]) await write(text, member);
    await lineworks.standIns.requests(20);
    for (const member of [HANA, KEN]) {
      const arrived = lineworks.events().filter(({ source }) => source['userId'] === member);
      expect(arrived.map(({ content }) => content?.['text'])).toEqual(wanted);
    }
  });

  describe('disturbed', () => {
    it('delivers twice, byte for byte', async () => {
      await lineworks.account.fault({ on: 'webhook', kind: 'twice', times: 1 });
      await write('a');
      await lineworks.standIns.requests(2);
      const [first, second] = lineworks.standIns.receiver.requests;
      expect(second!.body.equals(first!.body)).toBe(true);
    });

    it('delivers in another order, late, and beside events that nobody knows', async () => {
      await lineworks.account.fault({ on: 'webhook', kind: 'shuffled', times: 4 });
      for (const text of ['a', 'b', 'c', 'd']) await write(text);
      await lineworks.standIns.requests(4);
      expect(texts()).not.toEqual(['a', 'b', 'c', 'd']);
      await lineworks.account.fault({ on: 'webhook', kind: 'late', times: 1, delayMs: 3_600_000 });
      await write('late');
      await lineworks.account.fault({ on: 'webhook', kind: 'unknown', times: 1 });
      await write('known');
      await lineworks.standIns.requests(6);
      expect(
        lineworks
          .events()
          .slice(4)
          .map(({ type }) => type),
      ).toEqual(['somethingNew', 'message']);
      await lineworks.standIns.advance(3_600_000);
      await lineworks.standIns.requests(7);
      expect(texts().at(-1)).toBe('late');
    });

    it('knows no batches', async () => {
      expect((await lineworks.account.post('/faults', { on: 'webhook', kind: 'batch', times: 2 })).json.code).toBe('no batches');
    });

    it('lets go what it holds when the faults are ended, and delivers an old one again on request', async () => {
      await lineworks.account.fault({ on: 'webhook', kind: 'shuffled', times: 3 });
      const { eventIds } = await write('a');
      expect((await lineworks.account.view()).pending).toBe(1);
      await lineworks.account.endFaults();
      await lineworks.standIns.requests(1);
      expect((await lineworks.account.post('/redeliver', { eventId: eventIds[0] })).status).toBe(202);
      await lineworks.standIns.requests(2);
      const [first, second] = lineworks.standIns.receiver.requests;
      expect(second!.body.equals(first!.body)).toBe(true);
      expect((await lineworks.account.post('/redeliver', { eventId: 'x' })).status).toBe(404);
    });
  });

  describe('content', () => {
    const fileIdOf = async () => {
      await lineworks.account.act(HANA, { type: 'image' });
      await lineworks.standIns.requests(1);
      return lineworks.events()[0]!.content!['fileId'] as string;
    };

    it('lies where the API says, and both want the access token', async () => {
      const redirect = await lineworks.bot('GET', `/attachments/${await fileIdOf()}`);
      const location = redirect.headers.get('location')!;
      expect([redirect.status, redirect.headers.get('ratelimit-limit')]).toEqual([302, null]);
      expect(location).toMatch(new RegExp(`^${lineworks.standIns.address('lineworksFiles')}/k/emsg/r/jp1/`));
      expect((await fetch(location)).status).toBe(401);
      const file = await lineworks.storage(location);
      expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
        200,
        'image/jpeg',
        "attachment; filename*=UTF-8''photo.jpg",
      ]);
      expect(Buffer.from(await file.arrayBuffer()).equals(readFileSync(new URL('../../samples/photo.jpg', import.meta.url)))).toBe(true);
    });

    it('is not there under an id that was never told', async () => {
      expect((await lineworks.bot('GET', '/attachments/jp1.1.1.1.1.0.0.0')).status).toBe(404);
      expect((await lineworks.storage(`${lineworks.standIns.address('lineworksFiles')}/k/emsg/r/jp1/x/y`)).status).toBe(404);
    });
  });
});
