import { telegramCredentials, telegramSetup } from '../testing/telegram-setup.js';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { telegramChannel } from './index.js';

const { request, accepted } = telegramSetup.sending;
const media = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } as const;
const mediaFile = { bytes: Buffer.from([1, 2, 0, 255]), fileName: '写真 "1".jpg', mimeType: 'image/jpeg' };

const sent = async (more: Partial<typeof request>, answer = accepted) => {
  const platform = await platformThatAnswers({ '/bot': answer });
  const outcome = await telegramChannel({ api: platform.url }).send({ ...request, ...more }, telegramCredentials, deadline());
  return { outcome, call: platform.requests[0] };
};

const bodyOf = (call: { readonly body: Buffer } | undefined) => JSON.parse(call?.body.toString() ?? 'null') as unknown;

const formOf = (call: { readonly body: Buffer; readonly headers: object } | undefined) =>
  new Response(call?.body as never, {
    headers: { 'content-type': (call?.headers as Record<string, string>)['content-type'] ?? '' },
  }).formData();

describe('sending to Telegram', () => {
  afterEach(stopPlatforms);

  it('sends a text as it is: no parse_mode, so that nothing in it is markup', async () => {
    const { call } = await sent({});
    expect(call).toMatchObject({ method: 'POST', path: `/bot${telegramCredentials.botToken}/sendMessage` });
    expect(bodyOf(call)).toEqual({ chat_id: 5550001001, text: 'こんにちは <b>😀</b>' });
  });

  it('quotes the message that is answered, and is sent also when that is gone', async () => {
    const { call } = await sent({ replyTo: { providerMessageId: '41' } });
    expect(bodyOf(call)).toMatchObject({ reply_parameters: { message_id: 41, allow_sending_without_reply: true } });
    expect(bodyOf((await sent({ replyTo: { providerMessageId: 'callback-1' } })).call)).not.toHaveProperty('reply_parameters');
  });

  it.each([
    ['image', 'sendPhoto', 'photo'],
    ['video', 'sendVideo', 'video'],
    ['audio', 'sendAudio', 'audio'],
    ['file', 'sendDocument', 'document'],
  ] as const)('uploads a file (%s)', async (type, method, field) => {
    const { call, outcome } = await sent({ content: { type, media, caption: '説明' }, mediaFile, replyTo: { providerMessageId: '41' } });
    const form = await formOf(call);
    const file = form.get(field) as File;
    expect(call?.path).toContain(`/${method}`);
    expect([form.get('chat_id'), form.get('caption'), JSON.parse(String(form.get('reply_parameters')))]).toEqual([
      '5550001001',
      '説明',
      { message_id: 41, allow_sending_without_reply: true },
    ]);
    expect([file.name, file.type, Buffer.from(await file.arrayBuffer())]).toEqual([mediaFile.fileName, 'image/jpeg', mediaFile.bytes]);
    expect(outcome.outcome).toBe('accepted');
  });

  it('sends a place, with its name where it has one', async () => {
    const place = { type: 'location', latitude: 35.5, longitude: 139.5 } as const;
    expect((await sent({ content: place })).call?.path).toContain('/sendLocation');
    const { call } = await sent({ content: { ...place, title: '本店', address: '東京都' } });
    expect(call?.path).toContain('/sendVenue');
    expect(bodyOf(call)).toEqual({ chat_id: 5550001001, latitude: 35.5, longitude: 139.5, title: '本店', address: '東京都' });
  });

  it('says that the customer has blocked the bot', async () => {
    const answer = { status: 403, body: '{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}' };
    expect((await sent({}, answer)).outcome).toMatchObject({
      outcome: 'rejected',
      code: 'recipient-blocked',
      reason: expect.stringContaining('blocked by the user'),
    });
  });

  it('tells a token that Telegram does not know from a call that it does not know', async () => {
    const answer = (description: string) => ({ status: 404, body: JSON.stringify({ ok: false, error_code: 404, description }) });
    expect((await sent({}, answer('Not Found'))).outcome).toMatchObject({ outcome: 'rejected', code: 'credentials-refused' });
    expect((await sent({}, answer('Not Found: method not found'))).outcome).toMatchObject({ outcome: 'rejected', code: 'refused' });
  });

  it('never asks for a repeat when the outcome is unknown: there is no key', () => {
    const channel = telegramChannel({ api: 'a' });
    expect(channel.repeatAfterUnknown({ kind: 'push' })).toBe('never');
    expect(channel.chooseRoute({ token: 'a', expiresAt: '2999-01-01T00:00:00.000Z' }, new Date(0))).toEqual({ kind: 'push' });
  });

  it.each([
    [{ content: { type: 'image', media } } as const, 'media-missing'],
    [{ content: { type: 'image', media, caption: 'x'.repeat(1_025) }, mediaFile } as const, 'caption-too-long'],
    [{ content: { type: 'file', media: { ...media, size: 50_000_001 } }, mediaFile } as const, 'file-too-large'],
    [{ content: { type: 'sticker', stickerId: 'a' } } as const, 'type-not-supported'],
    [{ recipient: '@somebody' }, 'recipient-unreachable'],
  ])('does not try what cannot succeed: %j', async (more, code) => {
    const { outcome, call } = await sent(more);
    expect(outcome).toMatchObject({ outcome: 'rejected', code });
    expect(call).toBeUndefined();
  });
});
