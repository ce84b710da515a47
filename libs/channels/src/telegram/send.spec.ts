import { telegramChoices, telegramCredentials, telegramSetup } from '../testing/telegram-setup.js';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { telegramChannel } from './index.js';

const { request, accepted } = telegramSetup.sending;
const media = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } as const;
const mediaFile = { bytes: Buffer.from([1, 2, 0, 255]), fileName: '写真 "1".jpg', mimeType: 'image/jpeg' };

const buttons = { type: 'choices', style: 'buttons', ...telegramChoices } as const;

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

  it('hangs buttons on the message, whose presses come back with the id of the choice', async () => {
    const { call } = await sent({ content: buttons, replyTo: { providerMessageId: '41' } });
    expect(bodyOf(call)).toEqual({
      chat_id: 5550001001,
      reply_parameters: { message_id: 41, allow_sending_without_reply: true },
      text: telegramChoices.text,
      reply_markup: {
        inline_keyboard: [[{ text: '料金', callback_data: 'q=price' }], [{ text: 'サイト', url: 'https://example.net/' }]],
      },
    });
  });

  it('lays quick replies in the place of the keyboard, two in a row', async () => {
    const options = ['料金', '予約', '住所'].map((label, index) => ({ id: String(index), label }));
    const { call } = await sent({ content: { type: 'choices', style: 'quick replies', text: 'どれ?', options } });
    expect(bodyOf(call)).toMatchObject({
      reply_markup: {
        keyboard: [[{ text: '料金' }, { text: '予約' }], [{ text: '住所' }]],
        resize_keyboard: true,
        one_time_keyboard: true,
      },
    });
  });

  it('sends a contact, and a sticker by its file_id or as its file', async () => {
    const { call } = await sent({ content: { type: 'contact', name: '田中', phone: '+81312345678' } });
    expect(call?.path).toContain('/sendContact');
    expect(bodyOf(call)).toEqual({ chat_id: 5550001001, phone_number: '+81312345678', first_name: '田中' });
    const known = await sent({ content: { type: 'sticker', stickerId: 'CAAC-1' } });
    expect([known.call?.path.split('/').at(-1), bodyOf(known.call)]).toEqual(['sendSticker', { chat_id: 5550001001, sticker: 'CAAC-1' }]);
    const copy = await sent({ content: { type: 'sticker', stickerId: 'AgAD-6', media }, mediaFile });
    expect(((await formOf(copy.call)).get('sticker') as File).name).toBe(mediaFile.fileName);
  });

  it.each([
    ['image', 'image/gif', 'sendAnimation', 'animation'],
    ['audio', 'audio/ogg; codecs=opus', 'sendVoice', 'voice'],
    ['audio', 'audio/mpeg', 'sendAudio', 'audio'],
  ] as const)('sends an %s of the type %s as what plays (%s)', async (type, mimeType, method, field) => {
    const { call } = await sent({ content: { type, media: { ...media, mimeType } }, mediaFile: { ...mediaFile, mimeType } });
    expect(call?.path).toContain(`/${method}`);
    expect((await formOf(call)).has(field)).toBe(true);
  });

  it('follows a group that became a supergroup to its new id', async () => {
    const description = 'Bad Request: group chat was upgraded to a supergroup chat';
    const moved = { ok: false, error_code: 400, description, parameters: { migrate_to_chat_id: -1002000000001 } };
    const platform = await platformThatAnswers({});
    platform.script(({ body }) => (body.includes('-400000001') ? { status: 400, body: JSON.stringify(moved) } : accepted));
    const channel = telegramChannel({ api: platform.url });
    for (const content of [request.content, { type: 'image', media } as const]) {
      const outcome = await channel.send({ ...request, content, mediaFile, recipient: '-400000001' }, telegramCredentials, deadline());
      expect(outcome.outcome).toBe('accepted');
    }
    expect(platform.requests.map(({ body }) => /-1002000000001|-400000001/.exec(body.toString())?.[0])).toEqual([
      '-400000001',
      '-1002000000001',
      '-400000001',
      '-1002000000001',
    ]);
  });

  it('makes the whole account wait as long as Telegram says', async () => {
    const answer = {
      status: 429,
      body: '{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}',
    };
    expect((await sent({}, answer)).outcome).toMatchObject({ outcome: 'retry', afterMs: 7_000, holds: 'account' });
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
    [{ content: { type: 'system', what: 'a' } } as const, 'type-not-supported'],
    [{ content: { type: 'sticker', stickerId: 'a', media } } as const, 'media-missing'],
    [{ content: { type: 'audio', media: { ...media, mimeType: 'audio/wav' } }, mediaFile } as const, 'audio-type'],
    [{ content: { type: 'contact', name: '田中' } } as const, 'contact-incomplete'],
    [{ content: { type: 'contact', name: '田中', phone: '1', more: [{ name: '次郎' }] } } as const, 'contacts-too-many'],
    [{ content: { ...buttons, options: [{ id: 'あ'.repeat(22), label: 'a' }] } } as const, 'choice-id-too-long'],
    [{ content: { ...buttons, options: [{ id: '', label: 'a' }] } } as const, 'choice-id-empty'],
    [{ content: { ...buttons, options: [{ id: 'a', label: 'a', url: 'tel:110' }] } } as const, 'address-scheme'],
    [{ content: { ...buttons, style: 'list' } } as const, 'choices-style'],
    [{ recipient: '@somebody' }, 'recipient-unreachable'],
  ])('does not try what cannot succeed: %j', async (more, code) => {
    const { outcome, call } = await sent(more);
    expect(outcome).toMatchObject({ outcome: 'rejected', code });
    expect(call).toBeUndefined();
  });
});
