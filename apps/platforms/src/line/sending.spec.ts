import { randomUUID } from 'node:crypto';
import { GROUP, HANA, KEN, LineUnderTest, STRANGER, textMessage } from '../testing/line-account.js';
import { atOneMoment, PUBLIC_HOST, until } from '../testing/stand-ins.js';

describe('LINE, sending', () => {
  let line: LineUnderTest;
  beforeAll(async () => {
    line = await LineUnderTest.start();
  });
  afterAll(() => line.standIns.stop());
  afterEach(() => line.tidy());

  describe('messages', () => {
    it('shows the customer what was pushed, in order, and gives ids in the same order', async () => {
      const { status, json } = await line.push([textMessage('一'), { type: 'sticker', packageId: '446', stickerId: '1988' }]);
      expect(status).toBe(200);
      expect(json.sentMessages).toEqual([
        { id: expect.stringMatching(/^\d{18}$/), quoteToken: expect.any(String) },
        { id: expect.any(String), quoteToken: expect.any(String) },
      ]);
      const chat = await line.account.chat(HANA);
      expect(chat.slice(-2).map(({ id, kind }) => ({ id, kind }))).toEqual([
        { id: json.sentMessages[0].id, kind: 'text' },
        { id: json.sentMessages[1].id, kind: 'sticker' },
      ]);
    });

    it.each([
      ['no message', [], 'messages', 'Size must be between 1 and 5'],
      ['six messages', Array.from({ length: 6 }, () => textMessage('x')), 'messages', 'Size must be between 1 and 5'],
      ['an empty text', [textMessage('')], 'messages[0].text', 'May not be empty'],
      ['5001 UTF-16 units', [textMessage('𠮷'.repeat(2_500) + 'x')], 'messages[0].text', 'Length must be between 0 and 5000'],
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
            ...textMessage('x'),
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
        [
          {
            ...textMessage('x'),
            quickReply: { items: [{ type: 'action', action: { type: 'message', label: '👨‍👩‍👧'.repeat(21), text: 'a' } }] },
          },
        ],
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
      const before = (await line.account.chat(HANA)).length;
      const answer = await line.push(messages);
      expect(answer).toMatchObject({ status: 400, json: { message: 'The request body has 1 error(s)' } });
      expect(answer.json.details).toEqual([{ property, message: typeof message === 'string' ? message : expect.stringMatching(message) }]);
      expect(await line.account.chat(HANA)).toHaveLength(before);
    });

    it('takes 5000 UTF-16 units and a label of 20 composed characters', async () => {
      const quickReply = { items: [{ type: 'action', action: { type: 'message', label: '👨‍👩‍👧'.repeat(20), text: 'a' } }] };
      expect((await line.push([{ ...textMessage('𠮷'.repeat(2_500)), quickReply }])).status).toBe(200);
      expect((await line.call('POST', '/v2/bot/message/validate/push', { messages: [textMessage('x')] })).json).toEqual({});
    });

    it('refuses a recipient of another shape, one it does not know, and one who is neither friend nor wrote within a week', async () => {
      expect((await line.push([textMessage('x')], {}, 'somebody')).json.message).toBe(
        'The property, to, in the request body is invalid (line: -, column: -)',
      );
      expect((await line.push([textMessage('x')], {}, `U${'9'.repeat(32)}`)).json).toEqual({ message: 'Failed to send messages' });
      expect((await line.push([textMessage('x')], {}, STRANGER)).json).toEqual({ message: 'Failed to send messages' });
      await line.account.act(STRANGER, { type: 'text', text: 'hello' });
      expect((await line.push([textMessage('x')], {}, STRANGER)).status).toBe(200);
      await line.standIns.advance(7 * 86_400_000 + 1_000);
      expect((await line.push([textMessage('x')], {}, STRANGER)).status).toBe(400);
    });

    it('accepts what goes to somebody who blocked the account, and delivers nothing', async () => {
      await line.account.act(KEN, { type: 'block' });
      const before = (await line.account.chat(KEN)).length;
      const { status, json } = await line.push([textMessage('are you there')], {}, KEN);
      expect(status).toBe(200);
      expect(await line.account.chat(KEN)).toHaveLength(before);
      const entry = (await line.account.journal()).entries.at(-1);
      expect(entry).toMatchObject({
        kind: 'call',
        call: 'push',
        accepted: true,
        messages: [{ chat: KEN, id: json.sentMessages[0].id, delivered: false }],
      });
      await line.account.act(KEN, { type: 'follow' });
    });

    it('sends to many, and to a group', async () => {
      expect((await line.call('POST', '/v2/bot/message/multicast', { to: [HANA, KEN], messages: [textMessage('news')] })).json).toEqual({});
      expect((await line.lastInChat(KEN)).text).toBe('news');
      expect(
        (await line.call('POST', '/v2/bot/message/multicast', { to: [HANA, 'x'], messages: [textMessage('news')] })).json.message,
      ).toBe('The property, to[1], in the request body is invalid (line: -, column: -)');
      await line.account.act(HANA, { type: 'text', text: 'みんな', group: { id: GROUP } });
      expect((await line.push([textMessage('all')], {}, GROUP)).status).toBe(200);
      expect((await line.lastInChat(GROUP)).text).toBe('all');
    });

    it('counts pushes against the monthly quota, replies not, and refuses beyond it', async () => {
      const used = (await line.call('GET', '/v2/bot/message/quota/consumption')).json.totalUsage as number;
      await line.account.settings({ monthlyQuota: used + 1 });
      expect((await line.call('GET', '/v2/bot/message/quota')).json).toEqual({ type: 'limited', value: used + 1 });
      expect((await line.reply(await line.replyTokenOf())).status).toBe(200);
      expect((await line.push([textMessage('1'), textMessage('2')])).status).toBe(200);
      expect(await line.push([textMessage('3')])).toMatchObject({ status: 429, json: { message: 'You have reached your monthly limit.' } });
      await line.account.settings({ monthlyQuota: null });
    });

    it('has a rate, and forgets about it when time passes', async () => {
      const start = (count: number) =>
        Promise.all(Array.from({ length: count }, () => line.call('POST', '/v2/bot/channel/webhook/test', {})));
      const statuses = (await start(61)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 429)).toHaveLength(1);
      await line.standIns.advance(3_600_000);
      expect((await start(1))[0]!.status).toBe(200);
    });
  });

  describe('pictures', () => {
    const image = { type: 'image', originalContentUrl: `https://${PUBLIC_HOST}/a.jpg`, previewImageUrl: `https://${PUBLIC_HOST}/p.jpg` };
    const pictureShown = async () => {
      await until(
        async () => Object.keys((await line.lastInChat()).media ?? {}).length > 0,
        () => 'no picture came',
      );
      return (await line.lastInChat()).media!;
    };
    let jpeg: Buffer;

    beforeAll(async () => {
      const { messageId } = await line.account.act(HANA, { type: 'image' });
      const response = await line.data(`/v2/bot/message/${messageId}/content`);
      jpeg = Buffer.from(await response.arrayBuffer());
    });

    it('loads original and preview from the public address and shows them', async () => {
      line.standIns.receiver.files.set('/a.jpg', { type: 'image/jpeg', bytes: jpeg });
      line.standIns.receiver.files.set('/p.jpg', { type: 'image/jpeg', bytes: jpeg });
      expect((await line.push([image])).status).toBe(200);
      const { url, mimeType } = await pictureShown();
      expect(mimeType).toBe('image/jpeg');
      const shown = await fetch(line.standIns.address('play') + url);
      expect(Buffer.from(await shown.arrayBuffer()).equals(jpeg)).toBe(true);
    });

    it('shows a broken picture for what is no JPEG or PNG, too big a preview, a missing file and an unknown host', async () => {
      line.standIns.receiver.files.set('/a.jpg', { type: 'image/jpeg', bytes: Buffer.from('<svg/>') });
      await line.push([image]);
      expect((await pictureShown()).problem).toBe('originalContentUrl is not JPEG or PNG');

      line.standIns.receiver.files.set('/a.jpg', { type: 'image/jpeg', bytes: jpeg });
      await line.push([image]);
      expect((await pictureShown()).problem).toBe('previewImageUrl answered 404');

      line.standIns.receiver.files.set('/p.jpg', { type: 'image/jpeg', bytes: Buffer.concat([jpeg, Buffer.alloc(1024 * 1024)]) });
      await line.push([image]);
      expect((await pictureShown()).problem).toContain('more than 1048576 bytes');

      await line.push([{ ...image, originalContentUrl: 'https://nowhere.example/a.jpg' }]);
      expect((await pictureShown()).problem).toBe('nowhere.example cannot be resolved');
    });
  });

  describe('reply tokens', () => {
    it('answers with a token once', async () => {
      const token = await line.replyTokenOf();
      expect((await line.reply(token)).json.sentMessages).toHaveLength(1);
      expect(await line.reply(token)).toMatchObject({ status: 400, json: { message: 'Invalid reply token' } });
      expect((await line.lastInChat()).text).toBe('はい');
    });

    it('keeps the token when the call was refused for its body', async () => {
      const token = await line.replyTokenOf();
      expect((await line.reply(token, [])).status).toBe(400);
      expect((await line.reply(token)).status).toBe(200);
    });

    it('forgets the token after a minute', async () => {
      await atOneMoment(async () => {
        const young = await line.replyTokenOf();
        await line.standIns.advance(59_000);
        expect((await line.reply(young)).status).toBe(200);
      });
      const old = await line.replyTokenOf();
      await line.standIns.advance(61_000);
      expect((await line.reply(old)).json).toEqual({ message: 'Invalid reply token' });
      expect((await line.reply('made-up')).status).toBe(400);
    });

    it('gives a minute again with a redelivery, but none after 20 minutes', async () => {
      const { eventIds } = await line.account.act(HANA, { type: 'text', text: 'もう一度' });
      await line.standIns.requests(1);
      const { replyToken } = (line.standIns.receiver.requests[0]!.json['events'] as { replyToken: string }[])[0]!;
      await line.standIns.advance(10 * 60_000);
      await line.account.post('/redeliver', { eventId: eventIds[0] });
      await line.standIns.requests(2);
      expect((await line.reply(replyToken)).status).toBe(200);

      const second = await line.account.act(HANA, { type: 'text', text: 'まだ' });
      await line.standIns.requests(3);
      const late = (line.standIns.receiver.requests[2]!.json['events'] as { replyToken: string }[])[0]!.replyToken;
      await line.standIns.advance(21 * 60_000);
      await line.account.post('/redeliver', { eventId: second.eventIds[0] });
      await line.standIns.requests(4);
      expect((await line.reply(late)).status).toBe(400);
    });

    it('refuses a retry key on a reply', async () => {
      const token = await line.replyTokenOf();
      expect((await line.reply(token, [textMessage('x')], { 'x-line-retry-key': randomUUID() })).status).toBe(400);
      expect((await line.reply(token)).status).toBe(200);
    });
  });

  describe('retry keys', () => {
    it('refuses a key that is no UUID', async () => {
      expect((await line.push([textMessage('x')], { 'x-line-retry-key': 'again' })).status).toBe(400);
    });

    it('answers 409 with the first answer to the same key, sends nothing more, and starts afresh after 24 hours', async () => {
      const headers = { 'x-line-retry-key': randomUUID() };
      const first = await line.push([textMessage('only once')], headers);
      const chat = await line.account.chat(HANA);
      const again = await line.push([textMessage('only once')], headers);
      expect(again.status).toBe(409);
      expect(again.json).toEqual({ message: 'The retry key is already accepted', sentMessages: first.json.sentMessages });
      expect(again.headers.get('x-line-accepted-request-id')).toBe(first.headers.get('x-line-request-id'));
      expect(again.headers.get('x-line-request-id')).not.toBe(first.headers.get('x-line-request-id'));
      expect((await line.push([textMessage('another body')], headers)).status).toBe(409);
      expect(await line.account.chat(HANA)).toEqual(chat);
      await line.standIns.advance(24 * 3_600_000 + 1_000);
      expect((await line.push([textMessage('only once')], headers)).status).toBe(200);
    });

    it('does not count a refused call', async () => {
      const headers = { 'x-line-retry-key': randomUUID() };
      expect((await line.push([textMessage('')], headers)).status).toBe(400);
      await line.account.fault({ on: 'call', kind: 'rate-limit', call: 'push' });
      expect((await line.push([textMessage('x')], headers)).status).toBe(429);
      expect((await line.push([textMessage('x')], headers)).status).toBe(200);
    });

    it('tells after a reset that the first call had been accepted', async () => {
      const headers = { 'x-line-retry-key': randomUUID() };
      await line.account.fault({ on: 'call', kind: 'accept-then-reset', call: 'push' });
      await expect(line.push([textMessage('in doubt')], headers)).rejects.toThrow();
      expect((await line.push([textMessage('in doubt')], headers)).status).toBe(409);
      expect((await line.account.chat(HANA)).filter((entry) => entry.text === 'in doubt')).toHaveLength(1);
    });
  });
});
