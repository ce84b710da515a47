import type { MessageContent } from '@madoguchi/conversation';
import { lineChoices, lineCredentials, lineSetup } from '../testing/line-setup.js';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { lineChannel } from './index.js';

const { request, accepted } = lineSetup.sending;
const image = { type: 'image', media: { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } } as const;
const now = new Date('2026-11-23T10:00:00Z');
const context = { now, lastCustomerMessageAt: now };
const reply = { kind: 'reply', token: 'rt11' } as const;

const film = { type: 'video', media: { ...image.media, fileName: '動画.mp4', mimeType: 'video/mp4' } } as const;
const withPicture = { status: 200, body: '{"userId":"U0","pictureUrl":"https://profile.example/p"}' };
const choices = (style: 'quick replies' | 'buttons' | 'list') => ({ type: 'choices', style, ...lineChoices }) as const;

const sent = async (more: Partial<typeof request>, answer = accepted, info = withPicture) => {
  const platform = await platformThatAnswers({ '/v2/bot/message/': answer, '/v2/bot/info': info });
  const outcome = await lineChannel({ api: platform.url, dataApi: 'http://127.0.0.1:9' }).send(
    { ...request, ...more },
    lineCredentials,
    deadline(),
  );
  const call = platform.requests.at(-1);
  return { outcome, path: call?.path, headers: call?.headers ?? {}, body: call && (JSON.parse(call.body.toString()) as object) };
};

describe('sending to LINE', () => {
  afterEach(stopPlatforms);

  it('pushes with the bearer token and the retry key', async () => {
    const { path, headers, body } = await sent({});
    expect(path).toBe('/v2/bot/message/push');
    expect(headers).toMatchObject({
      authorization: `Bearer ${lineCredentials.channelAccessToken}`,
      'x-line-retry-key': request.idempotencyKey,
      'content-type': 'application/json',
    });
    expect(body).toEqual({ to: request.recipient, messages: [{ type: 'text', text: 'こんにちは 😀' }] });
  });

  it('replies with the token and without a retry key, which LINE would refuse', async () => {
    const { path, headers, body } = await sent({ route: reply });
    expect(path).toBe('/v2/bot/message/reply');
    expect(headers).not.toHaveProperty('x-line-retry-key');
    expect(body).toEqual({ replyToken: 'rt11', messages: [{ type: 'text', text: 'こんにちは 😀' }] });
  });

  it.each<[MessageContent, object[]]>([
    [image, [{ type: 'image', originalContentUrl: 'https://x.example/a', previewImageUrl: 'https://x.example/a' }]],
    [
      { ...image, caption: '地図' },
      [
        { type: 'image', originalContentUrl: 'https://x.example/a', previewImageUrl: 'https://x.example/a' },
        { type: 'text', text: '地図' },
      ],
    ],
    [{ ...image, media: { ...image.media, size: 1_000_001, fileName: '店.jpg' } }, [{ type: 'text', text: '店.jpg\nhttps://x.example/a' }]],
    [film, [{ type: 'video', originalContentUrl: 'https://x.example/a', previewImageUrl: 'https://profile.example/p' }]],
    [
      { type: 'audio', media: { ...image.media, durationMs: 4_210 } },
      [{ type: 'audio', originalContentUrl: 'https://x.example/a', duration: 4_210 }],
    ],
    [{ type: 'audio', media: { ...image.media, fileName: '声.m4a' } }, [{ type: 'text', text: '声.m4a\nhttps://x.example/a' }]],
    [
      { type: 'file', media: { ...image.media, fileName: '見積書.pdf' }, caption: 'ご確認ください' },
      [
        { type: 'text', text: '見積書.pdf\nhttps://x.example/a' },
        { type: 'text', text: 'ご確認ください' },
      ],
    ],
    [
      choices('quick replies'),
      [
        {
          type: 'text',
          text: lineChoices.text,
          quickReply: {
            items: [
              { type: 'action', action: { type: 'postback', label: '料金', data: 'q=price', displayText: '料金' } },
              { type: 'action', action: { type: 'uri', label: 'サイト', uri: 'https://example.net/' } },
            ],
          },
        },
      ],
    ],
    [
      choices('buttons'),
      [
        {
          type: 'template',
          altText: lineChoices.text,
          template: {
            type: 'buttons',
            text: lineChoices.text,
            actions: [
              { type: 'postback', label: '料金', data: 'q=price', displayText: '料金' },
              { type: 'uri', label: 'サイト', uri: 'https://example.net/' },
            ],
          },
        },
      ],
    ],
    [
      choices('list'),
      [
        {
          type: 'flex',
          altText: lineChoices.text,
          contents: {
            type: 'bubble',
            body: {
              contents: [
                { type: 'text', text: lineChoices.text },
                {
                  action: { type: 'postback', label: '料金', data: 'q=price', displayText: '料金' },
                  contents: [{ text: '料金' }, { text: '見積もりと支払い' }],
                },
                { action: { type: 'uri', label: 'サイト', uri: 'https://example.net/' }, contents: [{ text: 'サイト' }] },
              ],
            },
          },
        },
      ],
    ],
    [{ type: 'sticker', packId: '446', stickerId: '1988' }, [{ type: 'sticker', packageId: '446', stickerId: '1988' }]],
    [
      { type: 'location', latitude: 35.5, longitude: 139.5, title: '本店', address: '東京都' },
      [{ type: 'location', title: '本店', address: '東京都', latitude: 35.5, longitude: 139.5 }],
    ],
    [
      { type: 'location', latitude: 35.5, longitude: 139.5 },
      [{ type: 'location', title: '35.5, 139.5', address: '35.5, 139.5', latitude: 35.5, longitude: 139.5 }],
    ],
  ])('puts %j into the objects that LINE knows', async (content, messages) => {
    const { outcome, body } = await sent({ content, mediaUrl: 'https://x.example/a' });
    expect(body).toMatchObject({ messages });
    expect(outcome.outcome).toBe('accepted');
  });

  it('takes 409 for what it is: accepted by an earlier attempt under the same key', async () => {
    const answer = {
      status: 409,
      headers: { 'x-line-accepted-request-id': 'a' },
      body: '{"message":"The retry key is already accepted","sentMessages":[{"id":"461230966842064897"}]}',
    };
    expect((await sent({}, answer)).outcome).toEqual({ outcome: 'accepted', providerMessageIds: ['461230966842064897'] });
  });

  it('goes on by push at once when the reply token is used up or too old', async () => {
    const { outcome } = await sent({ route: reply }, { status: 400, body: '{"message":"Invalid reply token"}' });
    expect(outcome).toMatchObject({ outcome: 'retry', afterMs: 0, useRoute: { kind: 'push' } });
  });

  it('takes the reply token while it lives, else the push, and repeats only the push', () => {
    const channel = lineChannel({ api: 'a', dataApi: 'b' });
    const handle = { token: 'rt11', expiresAt: '2026-01-01T00:00:50.000Z' };
    expect(channel.chooseRoute(handle, new Date('2026-01-01T00:00:49.999Z'))).toEqual(reply);
    expect(channel.chooseRoute(handle, new Date('2026-01-01T00:00:50.000Z'))).toEqual({ kind: 'push' });
    expect(channel.chooseRoute(undefined, new Date(0))).toEqual({ kind: 'push' });
    expect([channel.repeatAfterUnknown(reply), channel.repeatAfterUnknown({ kind: 'push' })]).toEqual(['never', 'same key']);
  });

  it.each([
    [
      { status: 401, body: '{"message":"Authentication failed due to the following reason: invalid token."}' },
      'credentials-refused',
      /access token/,
    ],
    [{ status: 429, body: '{"message":"You have reached your monthly limit."}' }, 'quota-used-up', /plan/],
    [{ status: 400, body: '{"message":"Failed to send messages"}' }, 'recipient-unreachable', /unknown to this LINE account/],
    [
      {
        status: 400,
        body: '{"message":"The request body has 1 error(s)","details":[{"message":"invalid uri scheme","property":"messages[0].originalContentUrl"}]}',
      },
      'content-refused',
      /./,
    ],
  ])('says what is wrong and what to do: %j', async (answer, code, remedy) => {
    const { outcome } = await sent({}, answer);
    expect(outcome).toMatchObject({ outcome: 'rejected', code, remedy: expect.stringMatching(remedy) });
  });

  it("repeats LINE's details, which name the property", async () => {
    const answer = {
      status: 400,
      body: '{"message":"The request body has 1 error(s)","details":[{"message":"May not be empty","property":"messages[0].text"}]}',
    };
    expect((await sent({}, answer)).outcome).toMatchObject({ reason: expect.stringContaining('messages[0].text: May not be empty') });
  });

  it('sends a video as a link when the account has no picture to show until it is played', async () => {
    for (const info of [
      { status: 200, body: '{"userId":"U0"}' },
      { status: 500, body: '' },
    ]) {
      const { body } = await sent({ content: film, mediaUrl: 'https://x.example/a' }, accepted, info);
      expect(body).toMatchObject({ messages: [{ type: 'text', text: '動画.mp4\nhttps://x.example/a' }] });
    }
  });

  it('quotes by the token of the message, with the text or sticker that is there', async () => {
    const replyTo = { providerMessageId: '500000000000000011', quoteToken: 'qtk-11' };
    expect((await sent({ replyTo })).body).toMatchObject({ messages: [{ type: 'text', quoteToken: 'qtk-11' }] });
    expect((await sent({ replyTo, content: choices('quick replies') })).body).toMatchObject({ messages: [{ quoteToken: 'qtk-11' }] });
    const captioned = { replyTo, content: { ...image, caption: '地図' }, mediaUrl: 'https://x.example/a' };
    expect((await sent(captioned)).body).toMatchObject({ messages: [{ type: 'image' }, { type: 'text', quoteToken: 'qtk-11' }] });
    const link = { replyTo, content: { ...captioned.content, type: 'file' } as const, mediaUrl: 'https://x.example/a' };
    const { messages } = (await sent(link)).body as { messages: readonly object[] };
    expect(messages.map((message) => 'quoteToken' in message)).toEqual([true, false]);
    expect(JSON.stringify((await sent({ replyTo, content: choices('buttons') })).body)).not.toContain('quoteToken');
    expect(JSON.stringify((await sent({ replyTo: { providerMessageId: '1' } })).body)).not.toContain('quoteToken');
  });

  it('makes the whole account wait when LINE says so, one customer when it speaks of one', async () => {
    const answer = (message: string) => ({ status: 429, body: JSON.stringify({ message }) });
    const all = await sent({}, answer('The API rate limit has been exceeded. Try again later.'));
    expect(all.outcome).toMatchObject({ outcome: 'retry', holds: 'account' });
    expect((await sent({}, answer('Too many messages to the same user'))).outcome).toMatchObject({ outcome: 'retry', holds: 'recipient' });
  });

  it.each<[string, MessageContent]>([
    ['image-type', { ...image, media: { ...image.media, mimeType: 'image/gif' } }],
    ['image-too-large', { ...image, media: { ...image.media, size: 10_000_001 } }],
    ['caption-too-long', { ...image, caption: 'x'.repeat(5_001) }],
    ['video-type', { ...film, media: { ...film.media, mimeType: 'video/quicktime' } }],
    ['audio-type', { ...image, type: 'audio', media: { ...image.media, mimeType: 'audio/ogg' } }],
    ['text-too-long', { ...choices('buttons'), text: 'x'.repeat(161) }],
    ['text-too-long', { ...choices('list'), text: 'x'.repeat(1_501) }],
    ['choice-id-too-long', { ...choices('quick replies'), options: [{ id: 'x'.repeat(301), label: 'a' }] }],
    ['choice-id-empty', { ...choices('quick replies'), options: [{ id: '', label: 'a' }] }],
    ['choice-too-long', { ...choices('quick replies'), options: [{ id: 'a', label: 'x'.repeat(21) }] }],
    ['choices-count', { ...choices('buttons'), options: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, label: id })) }],
    ['address-scheme', { ...choices('buttons'), options: [{ id: 'a', label: 'a', url: 'ftp://x.example' }] }],
    ['address-too-long', { ...choices('buttons'), options: [{ id: 'a', label: 'a', url: `https://x.example/${'a'.repeat(1_000)}` }] }],
    ['choices-too-large', { ...choices('list'), options: [{ id: 'a', label: 'a', description: 'x'.repeat(31_000) }] }],
    ['sticker-incomplete', { type: 'sticker', stickerId: '1988' }],
    ['title-too-long', { type: 'location', latitude: 0, longitude: 0, title: 'x'.repeat(101) }],
  ])('tells before sending what cannot go: %s', (code, content) => {
    expect(lineChannel({ api: 'a', dataApi: 'b' }).checkContent(content, context)).toMatchObject([{ code }]);
  });

  it('refuses an image that has no public address', async () => {
    expect((await sent({ content: image })).outcome).toMatchObject({ outcome: 'rejected', code: 'media-missing' });
  });
});
