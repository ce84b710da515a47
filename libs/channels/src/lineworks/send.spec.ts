import type { MessageContent } from '@madoguchi/conversation';
import { deadline, stopPlatforms } from '../testing/scripted.js';
import { lineworksChannel } from './index.js';
import { json, lineworksThatAnswers } from './testing/lineworks-platform.js';
import { lineworksCredentials, lineworksFile, lineworksMember, lineworksSetup } from './testing/lineworks-setup.js';

const { request } = lineworksSetup.sending;
const media = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } as const;
const mediaFile = { bytes: Buffer.from([1, 2, 0, 255]), fileName: '規程 "1".pdf', mimeType: 'application/pdf' };
const problems = (content: MessageContent) => lineworksChannel({ auth: '', api: '' }).checkContent(content, { now: new Date(0) });

const sent = async (more: Partial<typeof request>, answers: Parameters<typeof lineworksThatAnswers>[0] = {}) => {
  const lineworks = await lineworksThatAnswers({ '/messages': { status: 201 }, ...answers });
  const outcome = await lineworks.channel.send({ ...request, ...more }, lineworksCredentials, deadline());
  return { outcome, ...lineworks };
};

const contentSent = async (content: MessageContent) => {
  const { apiCalls } = await sent({ content });
  return (JSON.parse(apiCalls().at(-1)?.body.toString() ?? '') as { content: unknown }).content;
};

describe('sending to LINE WORKS', () => {
  afterEach(stopPlatforms);

  it('goes to the member of the bot, in one call with the access token', async () => {
    const { apiCalls, outcome } = await sent({});
    expect(outcome).toEqual({ outcome: 'accepted', providerMessageIds: [] });
    expect(apiCalls()).toHaveLength(1);
    expect(apiCalls()[0]).toMatchObject({
      method: 'POST',
      path: `/v1.0/bots/2000001/users/${lineworksMember}/messages`,
      headers: { authorization: 'Bearer jp1AAAATokenOfTheTest', 'content-type': 'application/json' },
    });
    expect(JSON.parse(apiCalls()[0]?.body.toString() ?? '')).toEqual({
      content: { type: 'text', text: 'お問い合わせありがとうございます 😀' },
    });
  });

  // There is no package with the vendor's types: these are the bodies of its documentation, with nothing else in them.
  const yes = { id: 'ok=1', label: 'はい' };
  const say = (label: string, text: string, postback: string) => ({ type: 'message', label, text, postback });
  const documented: [string, MessageContent, unknown][] = [
    ['a sticker', { type: 'sticker', packId: '18', stickerId: '310' }, { type: 'sticker', packageId: '18', stickerId: '310' }],
    [
      'a place',
      { type: 'location', title: '本社', address: '東京都渋谷区1-2-3', latitude: 35.658, longitude: 139.701 },
      { type: 'location', title: '本社', address: '東京都渋谷区1-2-3', latitude: 35.658, longitude: 139.701 },
    ],
    [
      'a place without words',
      { type: 'location', latitude: 35.658, longitude: 139.701 },
      { type: 'location', title: '35.658, 139.701', address: '35.658, 139.701', latitude: 35.658, longitude: 139.701 },
    ],
    [
      'quick replies',
      { type: 'choices', style: 'quick replies', text: 'よろしいですか', options: [yes] },
      { type: 'text', text: 'よろしいですか', quickReply: { items: [{ action: say('はい', 'はい', 'ok=1') }] } },
    ],
    [
      'buttons',
      {
        type: 'choices',
        style: 'buttons',
        text: '選択してください',
        options: [
          { id: 'd=hr', label: '人事' },
          { id: 'faq', label: 'FAQ', url: 'https://example.net/faq' },
        ],
      },
      {
        type: 'button_template',
        contentText: '選択してください',
        actions: [say('人事', '人事', 'd=hr'), { type: 'uri', label: 'FAQ', uri: 'https://example.net/faq' }],
      },
    ],
    [
      'a single link',
      { type: 'choices', style: 'buttons', text: '詳細はこちら', options: [{ id: 'l', label: '開く', url: 'https://example.net/' }] },
      { type: 'link', contentText: '詳細はこちら', linkText: '開く', link: 'https://example.net/' },
    ],
    [
      'a list',
      {
        type: 'choices',
        style: 'list',
        text: 'どの部署ですか',
        buttonLabel: '選ぶ',
        options: [
          { id: 'd=hr', label: '人事', description: '休暇、給与' },
          { id: 'd=it', label: '情報システム' },
        ],
      },
      {
        type: 'list_template',
        coverData: { title: 'どの部署ですか' },
        elements: [
          { title: '人事', subtitle: '休暇、給与', action: say('選ぶ', '人事', 'd=hr') },
          { title: '情報システム', action: say('選ぶ', '情報システム', 'd=it') },
        ],
      },
    ],
  ];
  it.each(documented)('writes %s as documented', async (_, content, written) => {
    expect(problems(content)).toEqual([]);
    expect(await contentSent(content)).toEqual(written);
  });

  describe('a file', () => {
    const place = json({ fileId: lineworksFile, uploadUrl: 'replaced below' });
    const upload = async (
      type: 'image' | 'video' | 'audio' | 'file',
      file = mediaFile,
      answers: Parameters<typeof lineworksThatAnswers>[0] = {},
    ) => {
      const lineworks = await lineworksThatAnswers();
      lineworks.platform.script(({ path }) => {
        const answer = Object.entries(answers).find(([key]) => path.includes(key))?.[1];
        if (answer) return answer;
        if (path.includes('/oauth2/')) return lineworksSetupToken;
        if (path.endsWith('/attachments'))
          return json({ ...JSON.parse(place.body), uploadUrl: `${lineworks.platform.url}/k/emsg/r/jp1/file` });
        return { status: 201, body: path.endsWith('/messages') ? '' : JSON.stringify({ fileId: lineworksFile }) };
      });
      const outcome = await lineworks.channel.send(
        { ...request, content: { type, media }, mediaFile: file },
        lineworksCredentials,
        deadline(),
      );
      return { outcome, ...lineworks };
    };
    const lineworksSetupToken = json({ access_token: 't1', expires_in: '86400', scope: 'bot' });

    it('is uploaded in two steps, then sent by its id', async () => {
      const { outcome, apiCalls } = await upload('file');
      const [asked, put, message] = apiCalls();
      expect(outcome).toEqual({ outcome: 'accepted', providerMessageIds: [] });
      expect([asked?.path, JSON.parse(asked?.body.toString() ?? '')]).toEqual([
        '/v1.0/bots/2000001/attachments',
        { fileName: mediaFile.fileName },
      ]);
      expect(put).toMatchObject({ method: 'POST', path: '/k/emsg/r/jp1/file', headers: { authorization: 'Bearer t1' } });
      const form = await new Response(put?.body as never, { headers: { 'content-type': put?.headers['content-type'] ?? '' } }).formData();
      const file = form.get('Filedata') as File;
      expect(form.get('resourceName')).toBe(mediaFile.fileName);
      expect([file.name, file.type, Buffer.from(await file.arrayBuffer())]).toEqual([
        mediaFile.fileName,
        'application/pdf',
        mediaFile.bytes,
      ]);
      expect(JSON.parse(message?.body.toString() ?? '')).toEqual({ content: { type: 'file', fileId: lineworksFile } });
    });

    it.each([
      ['image', 2_000_000, 'image'],
      ['audio', 1_000_000, 'audio'],
      ['audio', 1_000_001, 'file'],
      ['video', 1_000_000, 'video'],
      ['video', 1_000_001, 'file'],
    ] as const)('is played by LINE WORKS up to 1 MB, and larger goes as a file: %s of %d bytes as %s', async (type, size, shown) => {
      const { apiCalls } = await upload(type, { ...mediaFile, bytes: Buffer.alloc(size) });
      expect(JSON.parse(apiCalls().at(-1)?.body.toString() ?? '')).toMatchObject({ content: { type: shown } });
    });

    it.each([
      ['again when LINE WORKS cannot say where it goes', { '/attachments': { status: 500 } }, { outcome: 'retry' }],
      ['again when the connection breaks while it goes there', { '/k/emsg/': 'reset' as const }, { outcome: 'retry' }],
      ['again when the storage has a fault', { '/k/emsg/': { status: 503 } }, { outcome: 'retry' }],
      [
        'again after the pause that is asked for',
        { '/attachments': { status: 429, headers: { 'RateLimit-Reset': '7' } } },
        { outcome: 'retry', afterMs: 7_000 },
      ],
      ['never when it is refused', { '/k/emsg/': { status: 413 } }, { outcome: 'rejected', code: 'file-too-large' }],
      ['never when the bot may not', { '/attachments': { status: 403 } }, { outcome: 'rejected', code: 'not-allowed' }],
    ])('is uploaded %s, because nobody has been sent it yet', async (_, answers, outcome) => {
      const result = await upload('file', mediaFile, answers);
      expect(result.outcome).toMatchObject(outcome);
      expect(result.calls('/messages')).toEqual([]);
    });

    it.each([
      'https://evil.example/upload',
      'http://169.254.169.254/latest',
      'https://worksmobile.com.evil.example/',
      'ftp://storage.worksmobile.com/x',
      '',
    ])('and the access token go to no other host: %s', async (uploadUrl) => {
      const { outcome, apiCalls } = await upload('file', mediaFile, { '/attachments': json({ fileId: lineworksFile, uploadUrl }) });
      expect(outcome).toMatchObject({ outcome: 'retry' });
      expect(apiCalls()).toHaveLength(1);
    });

    it('with an ending that LINE WORKS blocks is refused there; it is said what can be done', async () => {
      const { outcome } = await upload(
        'file',
        { ...mediaFile, fileName: 'setup.EXE' },
        { '/messages': { status: 400, body: '{"code":"INVALID_PARAMETER"}' } },
      );
      expect(outcome).toMatchObject({ outcome: 'rejected', code: 'content-refused', remedy: expect.stringContaining('File Security') });
    });
  });

  it('holds the account back while LINE WORKS asks to slow down', async () => {
    const { outcome } = await sent(
      {},
      { '/messages': { status: 429, headers: { 'rateLimit-reset': '31' }, body: '{"code":"TOO_MANY_REQUESTS"}' } },
    );
    expect(outcome).toMatchObject({ outcome: 'retry', afterMs: 31_000, holds: 'account' });
  });

  it('says who may not be written to, and what to look at', async () => {
    const { outcome } = await sent({}, { '/messages': json({ code: 'ACCESS_DENIED', description: 'Access is denied for bot.' }, 403) });
    expect(outcome).toMatchObject({
      outcome: 'rejected',
      code: 'not-allowed',
      reason: 'LINE WORKS answered 403: ACCESS_DENIED: Access is denied for bot.',
      remedy: expect.stringContaining('admin screen'),
    });
  });

  it.each(['taro@example.com', 'a/../b', 'id?x=1'])('writes a member’s id into the path as it is: %s', async (recipient) => {
    const { apiCalls } = await sent({ recipient });
    expect(apiCalls()[0]?.path).toBe(`/v1.0/bots/2000001/users/${encodeURIComponent(recipient)}/messages`);
  });

  it.each([
    [{ recipient: '..' }, 'recipient-unreachable'],
    [{ recipient: '' }, 'recipient-unreachable'],
    [{ content: { type: 'image', media } } as const, 'media-missing'],
    [{ content: { type: 'image', media, caption: '説明' }, mediaFile } as const, 'caption-not-shown'],
    [{ content: { type: 'image', media: { ...media, mimeType: 'image/webp' } }, mediaFile } as const, 'image-type'],
    [{ content: { type: 'sticker', stickerId: '310' } } as const, 'sticker-unknown'],
    [{ content: { type: 'contact', name: '田中' } } as const, 'type-not-supported'],
  ])('does not try what cannot succeed: %j', async (more, code) => {
    const { outcome, platform } = await sent(more);
    expect(outcome).toMatchObject({ outcome: 'rejected', code });
    expect(platform.requests).toEqual([]);
  });

  it.each([
    ['quick replies', { options: Array.from({ length: 14 }, (_, index) => ({ id: `${index}`, label: 'a' })) }, 'choices-count'],
    ['buttons', { options: Array.from({ length: 11 }, (_, index) => ({ id: `${index}`, label: 'a' })) }, 'choices-count'],
    ['list', { options: Array.from({ length: 5 }, (_, index) => ({ id: `${index}`, label: 'a' })) }, 'choices-count'],
    ['buttons', { options: [{ id: 'a', label: 'x'.repeat(21) }] }, 'choice-too-long'],
    ['buttons', { text: 'x'.repeat(1_001) }, 'text-too-long'],
    ['list', { text: 'x'.repeat(1_001) }, 'text-too-long'],
    ['list', { buttonLabel: 'x'.repeat(21) }, 'button-too-long'],
    ['list', { options: [{ id: 'a', label: 'a', description: 'x'.repeat(1_001) }] }, 'description-too-long'],
    ['buttons', { options: [{ id: 'x'.repeat(301), label: 'a' }] }, 'id-too-long'],
    ['buttons', { options: [{ id: 'a', label: 'a', url: `https://example.net/${'x'.repeat(1_000)}` }] }, 'link-too-long'],
    ['quick replies', { options: [{ id: 'start', label: '開始' }] }, 'choice-reserved'],
  ] as const)('tells before what LINE WORKS would refuse: %s %#', (style, more, code) => {
    const content: MessageContent = { type: 'choices', style, text: 'a', options: [{ id: 'a', label: 'a' }], ...more };
    expect(problems(content)).toMatchObject([{ code }]);
  });

  it('takes 2000 characters behind quick replies, and a link under the reserved id', () => {
    expect(problems({ type: 'choices', style: 'quick replies', text: 'x'.repeat(2_000), options: [{ id: 'a', label: 'a' }] })).toEqual([]);
    expect(
      problems({ type: 'choices', style: 'buttons', text: 'a', options: [{ id: 'start', label: 'a', url: 'https://example.net/' }] }),
    ).toEqual([]);
  });
});
