import type { MessageContent } from '@madoguchi/conversation';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { whatsappChannel } from './index.js';
import { graphRefusal, whatsappCredentials, whatsappSetup } from './testing/whatsapp-setup.js';

const { request, accepted } = whatsappSetup.sending;
const media = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } as const;
const mediaFile = { bytes: Buffer.from([1, 2, 0, 255]), fileName: '写真 "1".jpg', mimeType: 'image/jpeg' };
const now = new Date('2026-11-23T10:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
const channel = whatsappChannel({ api: 'http://127.0.0.1:9' });

const sent = async (more: Partial<typeof request>, answers: Parameters<typeof platformThatAnswers>[0] = {}) => {
  const platform = await platformThatAnswers({
    '/media': { status: 200, body: '{"id":"1037543291543636"}' },
    '/messages': accepted,
    ...answers,
  });
  const outcome = await whatsappChannel({ api: platform.url }).send({ ...request, ...more }, whatsappCredentials, deadline());
  const last = platform.requests.at(-1);
  return {
    outcome,
    requests: platform.requests,
    body: last?.path.endsWith('/messages') ? (JSON.parse(last.body.toString()) as object) : undefined,
  };
};

describe('sending to WhatsApp', () => {
  afterEach(stopPlatforms);

  it('posts to the phone number ID, with the bearer token, to the number with "+"', async () => {
    const { outcome, requests, body } = await sent({});
    expect(requests).toMatchObject([
      {
        method: 'POST',
        path: '/v25.0/441100223300551/messages',
        headers: { authorization: `Bearer ${whatsappCredentials.accessToken}`, 'content-type': 'application/json' },
      },
    ]);
    expect(body).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '+819011112222',
      type: 'text',
      text: { body: 'こんにちは 😀', preview_url: true },
      biz_opaque_callback_data: 'madoguchi:to:819011112222',
    });
    expect(outcome).toEqual({ outcome: 'accepted', providerMessageIds: ['wamid.OUT7'] });
  });

  it('writes to a user id where the customer has shown no number, and quotes', async () => {
    const recipient = 'JP.13491208655302741918';
    const { body } = await sent({ recipient, replyTo: { providerMessageId: 'wamid.C1' } });
    expect(body).toMatchObject({ recipient, context: { message_id: 'wamid.C1' }, biz_opaque_callback_data: `madoguchi:to:${recipient}` });
    expect(body).not.toHaveProperty('to');
  });

  it.each([
    ['image', { type: 'image', image: { id: '1037543291543636', caption: '説明' } }],
    ['video', { type: 'video', video: { id: '1037543291543636', caption: '説明' } }],
    ['file', { type: 'document', document: { id: '1037543291543636', caption: '説明', filename: mediaFile.fileName } }],
  ] as const)('uploads a file, then sends it by its id (%s)', async (type, message) => {
    const { outcome, requests, body } = await sent({ content: { type, media, caption: '説明' }, mediaFile });
    const [upload] = requests;
    expect(requests.map(({ path }) => path)).toEqual(['/v25.0/441100223300551/media', '/v25.0/441100223300551/messages']);
    const form = await new Response(upload?.body as never, {
      headers: { 'content-type': upload?.headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('file') as File;
    expect([form.get('messaging_product'), form.get('type')]).toEqual(['whatsapp', 'image/jpeg']);
    expect([file.name, file.type, Buffer.from(await file.arrayBuffer())]).toEqual([mediaFile.fileName, 'image/jpeg', mediaFile.bytes]);
    expect(body).toMatchObject(message);
    expect(outcome.outcome).toBe('accepted');
  });

  it('sends audio without a caption, and a place with its name', async () => {
    expect((await sent({ content: { type: 'audio', media }, mediaFile })).body).toMatchObject({ audio: { id: '1037543291543636' } });
    const place = { type: 'location', latitude: 35.5, longitude: 139.5 } as const;
    expect((await sent({ content: place })).body).toMatchObject({ type: 'location', location: { latitude: 35.5, longitude: 139.5 } });
    expect((await sent({ content: { ...place, title: '本店', address: '東京都' } })).body).toMatchObject({
      location: { latitude: 35.5, longitude: 139.5, name: '本店', address: '東京都' },
    });
  });

  it.each([
    ['reset' as const, 'retry'],
    [{ status: 500 }, 'retry'],
    [{ status: 200, body: '{"almost' }, 'retry'],
    [graphRefusal(400, 131053, 'Media upload error'), 'rejected'],
    [graphRefusal(401, 190, 'Session has expired'), 'rejected'],
    [graphRefusal(429, 130429, 'Rate limit hit'), 'retry'],
  ])('an upload that fails leaves no doubt: nothing was sent (%j)', async (answer, outcome) => {
    const failed = await sent({ content: { type: 'image', media }, mediaFile }, { '/media': answer });
    expect(failed.outcome.outcome).toBe(outcome);
    expect(failed.requests).toHaveLength(1);
  });

  it.each([
    [graphRefusal(401, 190, 'Session has expired'), 'credentials-refused', /system user/],
    [graphRefusal(403, 10, 'Permission denied'), 'not-allowed', /whatsapp_business_messaging/],
    [graphRefusal(403, 368, 'Temporarily blocked for policies violations'), 'account-locked', /Account Quality/],
    [graphRefusal(400, 131042, 'Business eligibility payment issue'), 'payment-missing', /payment/],
    [graphRefusal(400, 133010, 'Phone number not registered'), 'number-not-registered', /set-up/],
    [graphRefusal(400, 131047, 'Re-engagement message'), 'window-closed', /writes again/],
    [graphRefusal(400, 131026, 'Message undeliverable'), 'recipient-unreachable', /another way/],
    [graphRefusal(400, 131050, 'User opted out'), 'recipient-opted-out', /advertising/],
    [graphRefusal(400, 137000, 'Identity key hash'), 'identity-changed', /who it is/],
    [graphRefusal(400, 131009, 'Parameter value is not valid'), 'content-refused', /Change the message/],
    [graphRefusal(400, 100, "Object with ID '1' does not exist"), 'account-mismatch', /phone number ID/],
    [graphRefusal(404, 132001, 'Template does not exist'), 'template-refused', /template/],
    [{ status: 404, body: '<html>' }, 'refused', /Graph API/],
  ])('says what is wrong and what to do: %j', async (answer, code, remedy) => {
    const { outcome } = await sent({}, { '/messages': answer });
    expect(outcome).toMatchObject({ outcome: 'rejected', code, remedy: expect.stringMatching(remedy) });
  });

  it("repeats WhatsApp's words and number", async () => {
    const { outcome } = await sent({}, { '/messages': graphRefusal(400, 131051, 'Unsupported message type') });
    expect(outcome).toMatchObject({ reason: 'WhatsApp refused it (131051): (#131051) Unsupported message type; Unsupported message type' });
  });

  it.each([1, 2, 131000])('does not take a vague error %d of the server for a refusal', async (code) => {
    expect((await sent({}, { '/messages': graphRefusal(500, code, 'Something went wrong') })).outcome.outcome).toBe('unknown');
  });

  it('never asks for a repeat when the outcome is unknown: there is no key', () => {
    expect(channel.repeatAfterUnknown({ kind: 'push' })).toBe('never');
    expect(channel.chooseRoute({ token: 'a', expiresAt: '2999-01-01T00:00:00.000Z' }, now)).toEqual({ kind: 'push' });
  });

  it('knows the 24 hours in which free messages are taken', () => {
    const text = { type: 'text', text: 'a' } as const;
    expect(channel.checkContent(text, { now, lastCustomerMessageAt: hoursAgo(23.999) })).toEqual([]);
    for (const lastCustomerMessageAt of [hoursAgo(24), hoursAgo(1_000), undefined]) {
      expect(channel.checkContent(text, { now, lastCustomerMessageAt })).toMatchObject([
        { code: 'window-closed', reason: expect.stringContaining('24 hours'), remedy: expect.stringContaining('writes again') },
      ]);
    }
  });

  it.each<[MessageContent, string]>([
    [{ type: 'image', media: { ...media, mimeType: 'image/webp' } }, 'image-type'],
    [{ type: 'image', media: { ...media, size: 5_000_001 } }, 'image-too-large'],
    [{ type: 'image', media, caption: 'x'.repeat(1_025) }, 'caption-too-long'],
    [{ type: 'video', media: { ...media, mimeType: 'video/quicktime' } }, 'video-type'],
    [{ type: 'video', media: { ...media, size: 16_000_001 } }, 'file-too-large'],
    [{ type: 'audio', media: { ...media, mimeType: 'audio/x-wav' } }, 'audio-type'],
    [{ type: 'audio', media, caption: 'a' }, 'caption-not-shown'],
    [{ type: 'file', media: { ...media, size: 100_000_001 } }, 'file-too-large'],
    [{ type: 'sticker', stickerId: '1' }, 'type-not-supported'],
    [{ type: 'contact', name: 'a' }, 'type-not-supported'],
  ])('tells before sending that %j cannot go', async (content, code) => {
    expect(channel.checkContent(content, { now, lastCustomerMessageAt: now })).toMatchObject([
      { code, remedy: expect.stringMatching(/\w{4}/) },
    ]);
    const { outcome, requests } = await sent({ content, mediaFile });
    expect(outcome).toMatchObject({ outcome: 'rejected', code });
    expect(requests).toEqual([]);
  });

  it.each<[MessageContent]>([
    [{ type: 'audio', media: { ...media, mimeType: 'audio/ogg; codecs=opus', size: 16_000_000 } }],
    [{ type: 'file', media: { ...media, mimeType: 'application/x-anything', size: 100_000_000 } }],
    [{ type: 'video', media }],
  ])('lets %j go', (content) => {
    expect(channel.checkContent(content, { now, lastCustomerMessageAt: now })).toEqual([]);
  });

  it.each([
    [{ content: { type: 'image', media } } as const, 'media-missing'],
    [{ recipient: '@hana_s' }, 'recipient-unreachable'],
    [{ recipient: '../441100223300552' }, 'recipient-unreachable'],
  ])('does not try what cannot succeed: %j', async (more, code) => {
    const { outcome, requests } = await sent(more);
    expect(outcome).toMatchObject({ outcome: 'rejected', code });
    expect(requests).toEqual([]);
  });
});
