import { readFileSync } from 'node:fs';
import { HANA, KEN, LineWorksUnderTest, STRANGER } from '../testing/lineworks-account.js';
import { PUBLIC_HOST, until } from '../testing/stand-ins.js';

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url));
const say = { type: 'message', label: '人事', text: '人事です', postback: 'd=hr' };

describe('LINE WORKS, sending', () => {
  let lineworks: LineWorksUnderTest;
  beforeAll(async () => {
    lineworks = await LineWorksUnderTest.start();
  });
  afterAll(() => lineworks.standIns.stop());
  afterEach(() => lineworks.tidy());

  it('answers 201 with nothing: no id, no receipt', async () => {
    const { status, json, headers } = await lineworks.send({ type: 'text', text: 'お待ちください' });
    expect([status, json, headers.get('ratelimit-limit')]).toEqual([201, '', '240']);
    expect(await lineworks.lastInChat()).toMatchObject({ from: 'account', senderName: '人事相談', kind: 'text', text: 'お待ちください' });
    expect((await lineworks.account.journal()).entries.at(-1)).toMatchObject({
      kind: 'call',
      call: 'send',
      accepted: true,
      answered: 201,
      messages: [{ chat: HANA, id: (await lineworks.lastInChat()).id, delivered: true }],
    });
  });

  it.each([
    ['a sticker', { type: 'sticker', packageId: '18', stickerId: '310' }, { kind: 'sticker' }],
    [
      'a place',
      { type: 'location', title: '本社', address: '東京都', latitude: 35.6, longitude: 139.7 },
      { kind: 'location', text: '本社\n東京都' },
    ],
    [
      'a link',
      { type: 'link', contentText: '詳細', linkText: '開く', link: 'https://example.net/' },
      { text: '詳細', buttons: [{ label: '開く', url: 'https://example.net/' }] },
    ],
    [
      'buttons',
      { type: 'button_template', contentText: 'どれ', actions: [say] },
      { text: 'どれ', buttons: [{ label: '人事', data: 'd=hr', text: '人事です' }] },
    ],
    [
      'a list',
      { type: 'list_template', coverData: { title: '部署' }, elements: [{ title: '人事', subtitle: '休暇', action: say }] },
      { text: '部署\n人事: 休暇', buttons: [{ label: '人事', data: 'd=hr' }] },
    ],
    [
      'a carousel',
      { type: 'carousel', columns: [{ text: '一', actions: [{ type: 'postback', label: '選ぶ', data: 'a' }] }] },
      { text: '一', buttons: [{ label: '選ぶ', data: 'a' }] },
    ],
    [
      'quick replies',
      {
        type: 'text',
        text: '?',
        quickReply: { items: [{ action: say }, { action: { type: 'postback', label: 'b', data: 'b', displayText: 'B' } }] },
      },
      {
        text: '?',
        buttons: [
          { label: '人事', data: 'd=hr', text: '人事です' },
          { label: 'b', data: 'b' },
        ],
      },
    ],
    ['translations', { type: 'text', text: 'hello', i18nTexts: [{ language: 'ja_JP', text: 'こんにちは' }] }, { text: 'hello' }],
    ['a flexible message', { type: 'flex', altText: 'ご案内', contents: { type: 'bubble' } }, { text: 'ご案内' }],
  ])('shows %s', async (_what, content, shown) => {
    expect((await lineworks.send(content)).status).toBe(201);
    expect(await lineworks.lastInChat()).toMatchObject(shown);
  });

  const many = (count: number, entry: unknown) => Array.from({ length: count }, () => entry);
  it.each([
    ['no content', undefined, 'content is required'],
    ['an unknown type', { type: 'video_note' }, 'content.type is invalid'],
    ['no text', { type: 'text', text: '' }, 'content.text is required'],
    ['2001 UTF-16 units', { type: 'text', text: '𠮷'.repeat(1_000) + 'x' }, 'content.text must be at most 2000 characters'],
    ['what is not documented', { type: 'text', text: 'a', altText: 'b' }, 'content.altText is not allowed'],
    [
      'a language that is none',
      { type: 'text', text: 'a', i18nTexts: [{ language: 'ja', text: 'a' }] },
      'content.i18n[0].language is invalid',
    ],
    ['an image with neither', { type: 'image' }, 'content must have either previewImageUrl and originalContentUrl or fileId'],
    [
      'an image with both',
      { type: 'image', fileId: 'x', originalContentUrl: 'https://a.example/a.png', previewImageUrl: 'https://a.example/a.png' },
      'content must have either previewImageUrl and originalContentUrl or fileId',
    ],
    ['an image without preview', { type: 'image', originalContentUrl: 'https://a.example/a.png' }, 'content.previewImageUrl is required'],
    ['a file over http', { type: 'file', originalContentUrl: 'http://a.example/a.pdf' }, 'content.originalContentUrl is not a valid URL'],
    ['a file that was not uploaded', { type: 'file', fileId: 'jp1.1.1.1.1.0.0.0' }, 'content.fileId content is invalid'],
    ['a place without address', { type: 'location', title: 'a', latitude: 1, longitude: 1 }, 'content.address is required'],
    ['a place beyond the pole', { type: 'location', title: 'a', address: 'b', latitude: 91, longitude: 1 }, 'content.latitude is invalid'],
    ['eleven buttons', { type: 'button_template', contentText: 'a', actions: many(11, say) }, 'content.actions must have 1 to 10 entries'],
    [
      'a postback action on a button',
      { type: 'button_template', contentText: 'a', actions: [{ type: 'postback', label: 'a', data: 'a' }] },
      'content.actions[0].type is not allowed in a button template',
    ],
    [
      'a label of 21 characters',
      { type: 'button_template', contentText: 'a', actions: [{ ...say, label: 'x'.repeat(21) }] },
      'content.actions[0].label must be at most 20 characters',
    ],
    [
      'a button that does nothing',
      { type: 'button_template', contentText: 'a', actions: [{ type: 'message', label: 'a' }] },
      'content.actions[0].text is required',
    ],
    [
      'a property that no action has',
      { type: 'button_template', contentText: 'a', actions: [{ ...say, data: 'a' }] },
      'content.actions[0].data is not allowed',
    ],
    ['five rows', { type: 'list_template', elements: many(5, { title: 'a' }) }, 'content.elements must have 1 to 4 entries'],
    ['a row without title', { type: 'list_template', elements: [{ action: say }] }, 'content.elements[0].title is required'],
    [
      'columns that differ',
      {
        type: 'carousel',
        columns: [
          { text: 'a', actions: [say] },
          { text: 'b', actions: [say, say] },
        ],
      },
      'content.columns must have the same number of actions',
    ],
    [
      '14 quick replies',
      { type: 'text', text: 'a', quickReply: { items: many(14, { action: say }) } },
      'content.quickReply.items must have 1 to 13 entries',
    ],
    [
      'a quick reply that says nothing',
      { type: 'text', text: 'a', quickReply: { items: [{ action: { type: 'postback', label: 'a', data: 'a' } }] } },
      'content.quickReply.items[0].action.displayText is required',
    ],
  ])('refuses %s', async (_what, content, description) => {
    const before = (await lineworks.account.chat(HANA)).length;
    expect(await lineworks.send(content)).toMatchObject({ status: 400, json: { code: 'INVALID_PARAMETER', description } });
    expect(await lineworks.account.chat(HANA)).toHaveLength(before);
  });

  it('refuses members whom it does not know, and those for whom the bot is not there', async () => {
    expect(await lineworks.send({ type: 'text', text: 'a' }, 'dddddddd-0000-4e5f-8a9b-0123456789ab')).toMatchObject({
      status: 404,
      json: { code: 'NOT_FOUND' },
    });
    expect(await lineworks.send({ type: 'text', text: 'a' }, STRANGER)).toMatchObject({ status: 403, json: { code: 'ACCESS_DENIED' } });
  });

  it('opens the talk again with a member who had gone out of it', async () => {
    await lineworks.bot('PATCH', '', { channelEvents: ['message', 'begin', 'end'] });
    await lineworks.account.act(KEN, { type: 'block' });
    expect((await lineworks.send({ type: 'text', text: 'まだいますか' }, KEN)).status).toBe(201);
    await lineworks.standIns.requests(2);
    expect(lineworks.events().map(({ type }) => type)).toEqual(['end', 'begin']);
    await lineworks.bot('PATCH', '', { channelEvents: ['message', 'postback'] });
  });

  describe('files', () => {
    const shownBytes = async () => {
      await until(
        async () => Object.keys((await lineworks.lastInChat()).media ?? {}).length > 0,
        () => 'no file came',
      );
      const { media } = await lineworks.lastInChat();
      if (media?.problem !== undefined) return media.problem;
      return Buffer.from(await (await fetch(lineworks.standIns.address('play') + media!.url)).arrayBuffer());
    };

    it('are uploaded in two steps, and sent by their id', async () => {
      const fileId = await lineworks.upload('規程.pdf', sample('document.pdf'), 'application/pdf');
      expect(fileId).toMatch(/^jp1\.\d{19}\.\d{10}\.1\.10000001\.0\.0\.0$/);
      expect((await lineworks.send({ type: 'file', fileId })).status).toBe(201);
      expect(await shownBytes()).toEqual(sample('document.pdf'));
      expect((await lineworks.lastInChat()).media).toMatchObject({ fileName: '規程.pdf', mimeType: 'application/pdf' });
    });

    it('are taken once, within a day, with the access token, as a part named Filedata', async () => {
      const { fileId, uploadUrl } = (await lineworks.bot('POST', '/attachments', { fileName: 'a.png' })).json;
      const form = (name: string) => {
        const body = new FormData();
        body.set(name, new Blob([new Uint8Array(sample('photo.jpg'))], { type: 'image/jpeg' }), 'a.png');
        return { method: 'POST', body };
      };
      expect((await fetch(uploadUrl, form('Filedata'))).status).toBe(401);
      expect((await lineworks.storage(uploadUrl, form('file'))).status).toBe(400);
      expect((await lineworks.storage(uploadUrl, { method: 'POST', body: 'x' })).status).toBe(400);
      const taken = await lineworks.storage(uploadUrl, form('Filedata'));
      expect([taken.status, await taken.json()]).toEqual([201, { fileId, fileName: 'a.png', fileSize: sample('photo.jpg').length }]);
      expect((await lineworks.storage(uploadUrl, form('Filedata'))).status).toBe(404);
      expect((await lineworks.send({ type: 'image', fileId })).status).toBe(201);
      await lineworks.standIns.advance(86_400_000);
      await lineworks.renewToken();
      expect((await lineworks.send({ type: 'image', fileId })).json.description).toBe('content.fileId content is invalid');
    });

    it('are refused as what they are not, or beyond 1 MB as something to be played, or with an ending that is blocked', async () => {
      const text = await lineworks.upload('a.png', Buffer.from('no picture'), 'image/png');
      expect((await lineworks.send({ type: 'image', fileId: text })).json.description).toBe('content.fileId content is invalid');
      const large = await lineworks.upload('a.mp4', Buffer.alloc(1024 * 1024 + 1), 'video/mp4');
      expect((await lineworks.send({ type: 'video', fileId: large })).json.description).toBe('content.fileId content is too large');
      expect((await lineworks.send({ type: 'file', fileId: large })).status).toBe(201);
      const program = await lineworks.upload('setup.exe', Buffer.from('MZ'), 'application/octet-stream');
      expect((await lineworks.send({ type: 'file', fileId: program })).json.description).toBe(
        'content.fileId file extension is not allowed',
      );
    });

    it('are loaded from a public address after the call; what is wrong with it the member sees', async () => {
      const image = (name: string) => ({
        type: 'image',
        originalContentUrl: `https://${PUBLIC_HOST}/${name}`,
        previewImageUrl: `https://${PUBLIC_HOST}/${name}`,
      });
      lineworks.standIns.receiver.files.set('/a.jpg', { type: 'image/jpeg', bytes: sample('photo.jpg') });
      expect((await lineworks.send(image('a.jpg'))).status).toBe(201);
      expect(await shownBytes()).toEqual(sample('photo.jpg'));
      expect((await lineworks.send(image('b.jpg'))).status).toBe(201);
      expect(await shownBytes()).toBe('originalContentUrl answered 404');
    });
  });

  it('misbehaves on order', async () => {
    await lineworks.account.fault({ on: 'call', kind: 'rate-limit', call: 'send', retryAfter: 7 });
    const limited = await lineworks.send({ type: 'text', text: 'a' });
    expect([limited.status, limited.json.code, limited.headers.get('rateLimit-reset')]).toEqual([429, 'TOO_MANY_REQUESTS', '7']);
    await lineworks.account.fault({ on: 'call', kind: 'accept-then-reset', call: 'send' });
    await expect(lineworks.send({ type: 'text', text: 'in doubt' })).rejects.toThrow();
    expect((await lineworks.lastInChat()).text).toBe('in doubt');
    await lineworks.account.fault({ on: 'call', kind: 'fail', call: 'token', status: 503 });
    expect((await lineworks.askForToken()).status).toBe(503);
  });
});
