import { decodeProtectedHeader, importSPKI, jwtVerify } from 'jose';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { vonageChannel } from './index.js';
import { applicationKeys, messagesRefusal, smsCredentials, vonageCredentials, vonageSetup } from './testing/vonage-setup.js';

const { request, accepted } = vonageSetup.sending;
const credentials = { ...vonageCredentials, number: smsCredentials.number };
const media = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } as const;
const mediaUrl = 'https://desk.example/media/abc';
const mediaFile = { bytes: Buffer.from([1]), fileName: '見積.pdf', mimeType: 'image/png' };
const now = new Date('2026-11-20T01:00:00.000Z');

const sent = async (more: Partial<typeof request>, { answer = accepted, as = credentials as Record<string, string> } = {}) => {
  const platform = await platformThatAnswers({ '/v1/messages': answer });
  const channel = vonageChannel({ rest: 'http://127.0.0.1:9', api: platform.url }, () => now);
  const outcome = await channel.send({ ...request, recipient: '819012345678', ...more }, as, deadline());
  const [call] = platform.requests;
  return { outcome, call, body: call && (JSON.parse(call.body.toString()) as unknown) };
};

describe('sending by the Messages API', () => {
  afterEach(stopPlatforms);

  it('goes out as SMS, in the name of the application', async () => {
    const { call, body } = await sent({});
    expect(call).toMatchObject({ method: 'POST', path: '/v1/messages', headers: { 'content-type': 'application/json' } });
    expect(body).toEqual({
      channel: 'sms',
      message_type: 'text',
      to: '819012345678',
      from: '815098765432',
      text: 'こんにちは 😀',
      sms: { encoding_type: 'auto' },
    });
    const token = (call?.headers.authorization ?? '').replace('Bearer ', '');
    const { payload } = await jwtVerify(token, await importSPKI(applicationKeys.publicKey, 'RS256'), { currentDate: now });
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'RS256', typ: 'JWT' });
    const issued = now.getTime() / 1000;
    expect(payload).toEqual({
      application_id: credentials.applicationId,
      iat: issued,
      exp: issued + 900,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('goes out from the number that the customer wrote to', async () => {
    expect((await sent({ recipient: '819012345678@815011112222' })).body).toMatchObject({ to: '819012345678', from: '815011112222' });
    expect((await sent({ recipient: '819012345678@815011112222' }, { as: vonageCredentials })).body).toMatchObject({
      from: '815011112222',
    });
  });

  it.each([
    ['image', '写真です', `写真です\n${mediaUrl}`],
    ['file', undefined, mediaUrl],
    ['audio', undefined, mediaUrl],
    ['video', undefined, mediaUrl],
  ] as const)('sends a link in the place of a file, which no SMS takes (%s)', async (type, caption, text) => {
    const { body } = await sent({ content: { type, media, caption }, mediaUrl, mediaFile });
    expect(body).toMatchObject({ channel: 'sms', message_type: 'text', text });
  });

  it.each([
    ['whatsapp:819012345678', { type: 'text', text: 'はい' }, { channel: 'whatsapp', message_type: 'text', text: 'はい' }],
    [
      'whatsapp:819012345678',
      { type: 'image', media, caption: 'ご案内' },
      { channel: 'whatsapp', message_type: 'image', image: { url: mediaUrl, caption: 'ご案内' } },
    ],
    ['whatsapp:819012345678', { type: 'video', media }, { channel: 'whatsapp', message_type: 'video', video: { url: mediaUrl } }],
    ['whatsapp:819012345678', { type: 'audio', media }, { channel: 'whatsapp', message_type: 'audio', audio: { url: mediaUrl } }],
    [
      'whatsapp:819012345678',
      { type: 'audio', media, caption: '声' },
      { channel: 'whatsapp', message_type: 'text', text: `声\n${mediaUrl}` },
    ],
    [
      'whatsapp:819012345678',
      { type: 'file', media },
      { channel: 'whatsapp', message_type: 'file', file: { url: mediaUrl, name: '見積.pdf' } },
    ],
    [
      'messenger:5012345678901234@107766554433',
      { type: 'text', text: 'はい' },
      { channel: 'messenger', message_type: 'text', text: 'はい', from: '107766554433', messenger: { category: 'response' } },
    ],
    [
      'messenger:5012345678901234@107766554433',
      { type: 'file', media },
      { channel: 'messenger', message_type: 'file', file: { url: mediaUrl } },
    ],
    [
      'messenger:5012345678901234@107766554433',
      { type: 'image', media, caption: '図' },
      { channel: 'messenger', message_type: 'text', text: `図\n${mediaUrl}` },
    ],
    [
      'viber_service:819012345678@98765',
      { type: 'image', media },
      {
        channel: 'viber_service',
        message_type: 'image',
        image: { url: mediaUrl },
        viber_service: { category: 'transaction', ttl: 259_200 },
      },
    ],
    [
      'viber_service:819012345678@98765',
      { type: 'video', media },
      { channel: 'viber_service', message_type: 'text', text: mediaUrl, viber_service: { category: 'transaction', ttl: 259_200 } },
    ],
    [
      'rcs:819012345678@Madoguchi',
      { type: 'text', text: 'はい' },
      { channel: 'rcs', message_type: 'text', text: 'はい', from: 'Madoguchi' },
    ],
  ] as const)('answers where the customer wrote (%s, %j)', async (recipient, content, body) => {
    expect((await sent({ recipient, content, mediaUrl, mediaFile })).body).toMatchObject(body);
  });

  it('asks everybody who writes under the account to wait when it was too fast', async () => {
    const { outcome } = await sent({}, { answer: messagesRefusal(429, 1000, 'Throttled', { 'retry-after': '3' }) });
    expect(outcome).toMatchObject({ outcome: 'retry', afterMs: 3_000, holds: 'account', reason: expect.stringContaining('Throttled') });
    expect((await sent({}, { answer: messagesRefusal(422, 1180) })).outcome).not.toHaveProperty('holds');
  });

  it.each([
    [messagesRefusal(422, 1120, 'Invalid sender'), 'sender-refused'],
    [messagesRefusal(422, 1170), 'recipient-unreachable'],
    [messagesRefusal(422, 1240), 'recipient-opted-out'],
    [messagesRefusal(422, 1340), 'window-closed'],
    [messagesRefusal(402, 1070), 'balance-missing'],
    [{ status: 402, body: '' }, 'balance-missing'],
    [{ status: 401, body: '{"title":"Unauthorized"}' }, 'credentials-refused'],
    [{ status: 403, body: '' }, 'not-allowed'],
    [{ status: 422, body: '{"title":"Invalid params","detail":"to"}' }, 'content-refused'],
  ])('says what a refusal means (%j)', async (answer, code) => {
    expect((await sent({}, { answer })).outcome).toMatchObject({ outcome: 'rejected', code });
  });

  it('has no key: what became of a lost answer is for a person to find out', () => {
    const channel = vonageChannel({ rest: 'a', api: 'b' });
    expect(channel.repeatAfterUnknown({ kind: 'push' })).toBe('never');
    expect(channel.chooseRoute({ token: 'a', expiresAt: '2999-01-01T00:00:00.000Z' }, new Date(0))).toEqual({ kind: 'push' });
  });

  it.each([
    ['a file without an address', { content: { type: 'image', media } } as const, credentials, 'media-missing'],
    [
      'a caption and link of more than six SMS',
      { content: { type: 'image', media, caption: '写'.repeat(160) }, mediaUrl: `https://x.example/${'y'.repeat(240)}` } as const,
      credentials,
      'text-too-long',
    ],
    ['a sticker', { content: { type: 'sticker', stickerId: 'a' } } as const, credentials, 'type-not-supported'],
    [
      'more than Messenger takes',
      { recipient: 'messenger:50@10', content: { type: 'text', text: 'x'.repeat(641) } } as const,
      credentials,
      'text-too-long',
    ],
    ['to a channel that is not there', { recipient: 'telepathy:1' }, credentials, 'recipient-unreachable'],
    ['to nobody', { recipient: '' }, credentials, 'recipient-unreachable'],
    ['from nobody', {}, vonageCredentials, 'sender-missing'],
    ['with a key that is none', {}, { ...credentials, privateKey: 'x' }, 'credentials-refused'],
    ['to WhatsApp without an application', { recipient: 'whatsapp:819012345678' }, smsCredentials, 'application-missing'],
  ])('does not try what cannot succeed: %s', async (_, more, as, code) => {
    const { outcome, call } = await sent(more, { as });
    expect(outcome).toMatchObject({ outcome: 'rejected', code, remedy: expect.stringMatching(/\w{4}/) });
    expect(call).toBeUndefined();
  });
});
