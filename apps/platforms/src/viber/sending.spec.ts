import { HANA, KEN, STRANGER, TOKEN, ViberUnderTest } from '../testing/viber-account.js';
import { PUBLIC_HOST, until } from '../testing/stand-ins.js';

const text = (words: string) => ({ type: 'text', text: words });
const button = (more: object = {}) => ({
  Columns: 6,
  Rows: 1,
  ActionType: 'reply',
  ActionBody: 'yes',
  Text: 'はい',
  Silent: false,
  ...more,
});
const keyboard = (...buttons: object[]) => ({ Type: 'keyboard', DefaultHeight: false, Buttons: buttons });
const card = (rows: number, ...buttons: object[]) => ({
  type: 'rich_media',
  min_api_version: 2,
  rich_media: { Type: 'rich_media', ButtonsGroupColumns: 6, ButtonsGroupRows: rows, BgColor: '#FFFFFF', Buttons: buttons },
});

describe('Viber, sending', () => {
  let viber: ViberUnderTest;
  beforeAll(async () => {
    viber = await ViberUnderTest.start();
  });
  afterAll(() => viber.standIns.stop());
  afterEach(() => viber.tidy());

  const told = async (event: string, token: string) => {
    await until(
      () => viber.callbacks().some((callback) => callback.event === event && callback.message_token === token),
      () => `no ${event} came: ${JSON.stringify(viber.callbacks())}`,
    );
    return viber.callbacks().find((callback) => callback.event === event && callback.message_token === token)!;
  };

  it('shows the message to the customer, answers with 64 bits, and says when it is delivered', async () => {
    const { status, json } = await viber.send(text('承りました。'));
    expect([status, json]).toEqual([
      200,
      {
        status: 0,
        status_message: 'ok',
        message_token: expect.stringMatching(/^\d{19}$/),
        billing_status: 1,
        chat_hostname: expect.any(String),
      },
    ]);
    expect(String(Number(json.message_token))).not.toBe(json.message_token);
    expect(await viber.lastInChat()).toMatchObject({
      id: json.message_token,
      from: 'account',
      senderName: '予約窓口',
      text: '承りました。',
    });
    expect(await told('delivered', json.message_token)).toMatchObject({ user_id: HANA });
    const entry = (await viber.account.journal()).entries.findLast(({ kind }) => kind === 'call');
    expect(entry).toMatchObject({
      call: 'send_message',
      accepted: true,
      answered: 200,
      messages: [{ chat: HANA, id: json.message_token, delivered: true }],
    });
  });

  it('takes the token in the body too, and refuses an unknown one with a 200', async () => {
    const body = { receiver: HANA, sender: { name: 'a' }, ...text('x') };
    expect((await viber.call('send_message', { ...body, auth_token: TOKEN }, {})).json.status).toBe(0);
    for (const headers of [{}, { 'x-viber-auth-token': `${TOKEN}x` }] as Record<string, string>[]) {
      expect(await viber.call('send_message', body, headers)).toMatchObject({
        status: 200,
        json: { status: 2, status_message: 'invalidAuthToken' },
      });
    }
  });

  const media = `https://${PUBLIC_HOST}/a.png`;

  it.each<[string, object, number, RegExp]>([
    ['no type', {}, 4, /type/],
    ['an unknown type', { type: 'hologram' }, 3, /hologram/],
    ['no sender', { ...text('x'), sender: {} }, 4, /sender\.name/],
    ['a sender of 29 characters', { ...text('x'), sender: { name: 'x'.repeat(29) } }, 3, /28/],
    ['an empty text', text(''), 4, /text/],
    ['7,001 characters', text('x'.repeat(7_001)), 3, /7000/],
    ['30 KB', { ...text('あ'.repeat(7_000)), tracking_data: 'あ'.repeat(3_500) }, 3, /30 KB/],
    ['tracking data that is null', { ...text('x'), tracking_data: null }, 3, /tracking_data/],
    ['tracking data of 4,001 characters', { ...text('x'), tracking_data: 'x'.repeat(4_001) }, 3, /tracking_data/],
    ['a picture whose address has no ending', { type: 'picture', media: `https://${PUBLIC_HOST}/media/abc`, text: '' }, 3, /does not end/],
    ['a picture without an address', { type: 'picture', text: '' }, 4, /media/],
    ['a caption of 769 characters', { type: 'picture', media, text: 'x'.repeat(769) }, 3, /768/],
    ['a video without its size', { type: 'video', media: `https://${PUBLIC_HOST}/a.mp4` }, 4, /size/],
    ['a video of 26 MB and a byte', { type: 'video', media: `https://${PUBLIC_HOST}/a.mp4`, size: 27_262_977 }, 3, /size/],
    ['a file without a name', { type: 'file', media, size: 1 }, 4, /file_name/],
    ['a file without an ending', { type: 'file', media, size: 1, file_name: 'README' }, 3, /extension/],
    ['a program', { type: 'file', media, size: 1, file_name: 'setup.exe' }, 3, /exe/],
    ['a contact without a number', { type: 'contact', contact: { name: 'a' } }, 4, /phone_number/],
    ['a name of 29 characters', { type: 'contact', contact: { name: 'x'.repeat(29), phone_number: '1' } }, 3, /too long/],
    ['a place in words', { type: 'location', location: { lat: '35', lon: '139' } }, 4, /lat/],
    ['a sticker without a number', { type: 'sticker', sticker_id: '1' }, 4, /sticker_id/],
    ['a keyboard without its type', { ...text('x'), keyboard: { Buttons: [button()] } }, 3, /keyboard is not valid.*Type/],
    ['a keyboard in lower case', { ...text('x'), keyboard: keyboard({ ...button(), text: 'x' }) }, 3, /keyboard is not valid/],
    ['a button that does nothing', { ...text('x'), keyboard: keyboard(button({ ActionBody: '' })) }, 3, /ActionBody/],
    ['a button of 7 columns', { ...text('x'), keyboard: keyboard(button({ Columns: 7 })) }, 3, /Columns/],
    ['words of 251 characters', { ...text('x'), keyboard: keyboard(button({ Text: 'x'.repeat(251) })) }, 3, /250/],
    ['a card for clients of version 1', { ...card(1, button()), min_api_version: 1 }, 14, /incompatible/],
    ['a hidden input field for them', { ...text('x'), keyboard: { ...keyboard(button()), InputFieldState: 'hidden' } }, 14, /incompatible/],
    ['a card of 8 rows', card(8, button()), 3, /ButtonsGroupRows/],
    ['clients that nobody has', { ...text('x'), min_api_version: 11 }, 13, /apiVersionNotSupported/],
  ])('refuses %s', async (_what, message, status, words) => {
    const before = (await viber.account.chat(HANA)).length;
    expect((await viber.send(message)).json).toMatchObject({ status, status_message: expect.stringMatching(words) });
    expect(await viber.account.chat(HANA)).toHaveLength(before);
    expect((await viber.account.journal()).entries.findLast(({ kind }) => kind === 'call')).toMatchObject({
      accepted: false,
      answered: 200,
    });
  });

  it('takes 7,000 UTF-16 units, and what is no JSON not at all', async () => {
    expect((await viber.send(text('𠮷'.repeat(3_500)))).json.status).toBe(0);
    expect((await viber.call('send_message', '{"receiver":')).json).toMatchObject({ status: 3 });
    expect((await viber.call('broadcast_pigeon')).status).toBe(404);
  });

  it('writes to nobody it does not know, who has not subscribed or does not any more', async () => {
    expect((await viber.send(text('x'), 'somebody')).json).toMatchObject({ status: 5, status_message: 'receiverNotRegistered' });
    expect((await viber.send(text('x'), STRANGER)).json).toMatchObject({ status: 6, status_message: 'receiverNotSubscribed' });
    await viber.account.act(STRANGER, { type: 'text', text: 'hello' });
    expect((await viber.send(text('x'), STRANGER)).json.status).toBe(0);
    await viber.account.act(STRANGER, { type: 'block' });
    expect((await viber.send(text('x'), STRANGER)).json.status).toBe(6);
  });

  it('writes nothing while no webhook is set', async () => {
    await viber.account.settings({ webhookUrl: null });
    expect((await viber.send(text('x'))).json).toMatchObject({ status: 10, status_message: 'webhookNotSet' });
  });

  it('writes a hundred messages in a clock hour to somebody who does not answer', async () => {
    await viber.account.act(KEN, { type: 'text', text: 'hello' });
    const hour = 3_600_000;
    const now = Date.parse((await viber.standIns.control('GET', '/clock')).json.now as string);
    // The clock must not strike meanwhile.
    await viber.standIns.advance(hour - (now % hour) + 1_000);
    const send = async (count: number): Promise<number[]> => {
      const answers = await Promise.all(Array.from({ length: count }, () => viber.send(text('x'), KEN)));
      return answers.map(({ json }) => json.status as number);
    };
    expect(new Set(await send(100))).toEqual(new Set([0]));
    expect((await viber.send(text('x'), KEN)).json).toMatchObject({ status: 12, status_message: expect.stringContaining('without reply') });
    await viber.account.act(KEN, { type: 'text', text: 'はい' });
    expect(new Set(await send(100))).toEqual(new Set([0]));
    expect(await send(1)).toEqual([12]);
    await viber.standIns.advance(hour);
    expect(await send(1)).toEqual([0]);
  });

  describe('what can be tapped', () => {
    it('is shown as words, and said when it is tapped, with the tracking data of the last message', async () => {
      const keys = keyboard(
        button({ Text: '<b>はい</b> &amp; &lt;OK&gt;' }),
        button({ ActionType: 'open-url', ActionBody: 'https://x.example/', Text: '店舗', Silent: true }),
      );
      const { json } = await viber.send({ ...text('よろしいですか?'), keyboard: keys, tracking_data: 'conv:8f2a' });
      expect((await viber.lastInChat()).buttons).toEqual([
        { label: 'はい & <OK>', data: 'yes' },
        { label: '店舗', url: 'https://x.example/' },
      ]);
      const { messageId } = await viber.account.act(HANA, { type: 'choose', messageId: json.message_token, choice: 'yes' });
      const message = { type: 'text', text: 'yes', tracking_data: 'conv:8f2a' };
      expect(await told('message', messageId!)).toMatchObject({ message, silent: false });
      expect(await viber.lastInChat()).toMatchObject({ from: 'customer', text: 'yes' });
      const link = await viber.account.act(HANA, { type: 'choose', messageId: json.message_token, choice: 'https://x.example/' });
      expect(await told('message', link.messageId!)).toMatchObject({ message: { text: 'https://x.example/' }, silent: true });
      expect(await viber.lastInChat()).toMatchObject({ text: 'yes' });
    });

    it('ends with the next message when it is a keyboard, stays when it is a card', async () => {
      const first = await viber.send({ ...text('a'), keyboard: keyboard(button()), tracking_data: 'first' });
      const words = button({ Rows: 2, ActionType: 'none', ActionBody: 'none', Text: 'ご用件は?' });
      const second = await viber.send(card(3, words, button({ Silent: true })));
      expect((await viber.lastInChat()).text).toBe('ご用件は?');
      await viber.send(text('b'));
      await expect(viber.account.act(HANA, { type: 'choose', messageId: first.json.message_token, choice: 'yes' })).rejects.toThrow(
        /no button/,
      );
      const { messageId } = await viber.account.act(HANA, { type: 'choose', messageId: second.json.message_token, choice: 'yes' });
      expect(await told('message', messageId!)).toMatchObject({ message: { type: 'text', text: 'yes' }, silent: true });
      expect((await viber.lastInChat()).text).toBe('b');
    });

    it('that cannot be drawn fails on the phone, after an "ok", and is not shown', async () => {
      const before = (await viber.account.chat(HANA)).length;
      const { json } = await viber.send({ ...text('a'), keyboard: keyboard(button({ Text: 'a < b' })) });
      expect(json.status).toBe(0);
      expect(await told('failed', json.message_token)).toMatchObject({ user_id: HANA, desc: expect.stringContaining('HTML') });
      expect(await viber.account.chat(HANA)).toHaveLength(before);
      expect(viber.callbacks().some(({ event }) => event === 'delivered')).toBe(false);
    });
  });

  describe('files', () => {
    let png: Buffer;
    beforeAll(async () => {
      await viber.account.act(HANA, { type: 'image' });
      const shown = await fetch(viber.standIns.address('play') + (await viber.lastInChat()).media!.url);
      png = Buffer.from(await shown.arrayBuffer());
    });

    it('are loaded from their public address and shown, and then delivered', async () => {
      viber.standIns.receiver.files.set('/a.jpg', { type: 'image/jpeg', bytes: png });
      const { json } = await viber.send({ type: 'picture', media: `https://${PUBLIC_HOST}/a.jpg`, text: '地図' });
      await told('delivered', json.message_token);
      expect(await viber.lastInChat()).toMatchObject({ kind: 'image', text: '地図', media: { mimeType: 'image/jpeg', size: png.length } });
      const file = { type: 'file', media: `https://${PUBLIC_HOST}/a.jpg`, size: png.length, file_name: '写真.jpg' };
      const sent = await viber.send(file);
      await told('delivered', sent.json.message_token);
      expect((await viber.lastInChat()).media).toMatchObject({ fileName: '写真.jpg', size: png.length });
    });

    it.each<[string, object, string]>([
      ['is not there', { type: 'picture', media: `https://${PUBLIC_HOST}/none.jpg`, text: '' }, 'media answered 404'],
      [
        'is on no host that is known',
        { type: 'picture', media: 'https://nowhere.example/a.jpg', text: '' },
        'nowhere.example cannot be resolved',
      ],
      ['is no picture', { type: 'picture', media: `https://${PUBLIC_HOST}/text.jpg`, text: '' }, 'media is not JPEG, PNG or GIF'],
      ['is no video', { type: 'video', media: `https://${PUBLIC_HOST}/text.mp4`, size: 4 }, 'media is not MP4'],
      [
        'has another size',
        { type: 'file', media: `https://${PUBLIC_HOST}/text.txt`, size: 5, file_name: 'a.txt' },
        'size is 5, media has 4 bytes',
      ],
    ])('fail when the file %s', async (_what, message, problem) => {
      for (const ending of ['jpg', 'mp4', 'txt'])
        viber.standIns.receiver.files.set(`/text.${ending}`, { type: 'text/plain', bytes: Buffer.from('text') });
      const { json } = await viber.send(message);
      expect((await told('failed', json.message_token)).desc).toContain(problem);
      expect((await viber.lastInChat()).media).toMatchObject({ problem });
    });
  });

  describe('faults', () => {
    it('limits the rate in its own way, or as a gateway that names the seconds', async () => {
      await viber.account.fault({ on: 'call', kind: 'rate-limit', call: 'send_message' });
      expect(await viber.send(text('x'))).toMatchObject({ status: 200, json: { status: 12, status_message: 'tooManyRequests' } });
      await viber.account.fault({ on: 'call', kind: 'rate-limit', call: 'send_message', retryAfter: 7 });
      const { status, headers } = await viber.send(text('x'));
      expect([status, headers.get('retry-after')]).toEqual([429, '7']);
      expect((await viber.send(text('x'))).json.status).toBe(0);
    });

    it('fails with and without having done it', async () => {
      await viber.account.fault({ on: 'call', kind: 'fail', call: 'send_message', status: 502 });
      await viber.account.fault({ on: 'call', kind: 'accept-then-fail', call: 'send_message' });
      await viber.account.fault({ on: 'call', kind: 'accept-then-reset', call: 'send_message' });
      expect((await viber.send(text('not sent'))).status).toBe(502);
      expect((await viber.send(text('sent after all'))).status).toBe(500);
      await expect(viber.send(text('in doubt'))).rejects.toThrow();
      const texts = (await viber.account.chat(HANA)).map((entry) => entry.text);
      expect(texts).not.toContain('not sent');
      expect(texts.slice(-2)).toEqual(['sent after all', 'in doubt']);
      const calls = (await viber.account.journal()).entries.filter(({ kind }) => kind === 'call').slice(-3);
      expect(calls).toMatchObject([
        { fault: 'fail', accepted: false, answered: 502, messages: [] },
        { fault: 'accept-then-fail', accepted: true, answered: 500, messages: [{ chat: HANA }] },
        { fault: 'accept-then-reset', accepted: true, answered: 'reset', messages: [{ chat: HANA }] },
      ]);
    });
  });
});
