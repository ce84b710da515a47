import type { MessageContent } from '@madoguchi/conversation';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { whatsappChannel } from './index.js';
import { graphRefusal, whatsappCredentials, whatsappSetup } from './testing/whatsapp-setup.js';

const { request, accepted } = whatsappSetup.sending;
const media = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } as const;
const mediaFile = { bytes: Buffer.from([1, 2, 0, 255]), fileName: '写真 "1".jpg', mimeType: 'image/jpeg' };
const buttons = { type: 'choices', style: 'buttons', text: 'どちらですか?', options: [{ id: 'a', label: 'はい' }] } as const;
const list = { ...buttons, style: 'list' } as const;
const template = { type: 'template', name: 'order_ready', language: 'ja', parameters: ['A-1001'], text: 'ご注文 A-1001' } as const;
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

  it.each<[MessageContent, object]>([
    [
      { ...buttons, options: [...buttons.options, { id: 'b', label: 'いいえ' }] },
      {
        type: 'interactive',
        interactive: {
          type: 'button',
          body: { text: buttons.text },
          action: {
            buttons: [
              { type: 'reply', reply: { id: 'a', title: 'はい' } },
              { type: 'reply', reply: { id: 'b', title: 'いいえ' } },
            ],
          },
        },
      },
    ],
    [
      { ...buttons, options: [{ id: 'a', label: '開く', url: 'https://x.example/?a=1' }] },
      {
        type: 'interactive',
        interactive: {
          type: 'cta_url',
          body: { text: buttons.text },
          action: { name: 'cta_url', parameters: { display_text: '開く', url: 'https://x.example/?a=1' } },
        },
      },
    ],
    [
      { ...list, options: [{ id: 'a', label: '速達', description: '翌日' }], buttonLabel: '選ぶ' },
      {
        type: 'interactive',
        interactive: {
          type: 'list',
          body: { text: buttons.text },
          action: { button: '選ぶ', sections: [{ rows: [{ id: 'a', title: '速達', description: '翌日' }] }] },
        },
      },
    ],
    [list, { interactive: { type: 'list', action: { button: '☰' } } }],
    [
      template,
      {
        type: 'template',
        template: {
          name: 'order_ready',
          language: { code: 'ja' },
          components: [{ type: 'body', parameters: [{ type: 'text', text: 'A-1001' }] }],
        },
      },
    ],
    [
      { type: 'contact', name: '伊藤 健', phone: '+819033334444', more: [{ name: '受付' }] },
      {
        type: 'contacts',
        contacts: [
          { name: { formatted_name: '伊藤 健', first_name: '伊藤 健' }, phones: [{ phone: '+819033334444' }] },
          { name: { formatted_name: '受付', first_name: '受付' } },
        ],
      },
    ],
  ])('sends %j in the form of WhatsApp', async (content, message) => {
    expect((await sent({ content })).body).toMatchObject(message);
  });

  it('sends a template without blanks without components: WhatsApp would count them', async () => {
    const { body } = await sent({ content: { ...template, parameters: [] } });
    expect(body).toMatchObject({ template: { name: 'order_ready' } });
    expect(body).not.toHaveProperty('template.components');
  });

  it('quotes the message itself when an answer is to what came with it', async () => {
    const { body } = await sent({ replyTo: { providerMessageId: 'wamid.C4#referral' } });
    expect(body).toMatchObject({ context: { message_id: 'wamid.C4' } });
  });

  it.each([
    [graphRefusal(429, 130429, 'Rate limit hit'), { afterMs: 2_000, holds: 'account' }],
    [graphRefusal(400, 131056, 'pair rate limit hit'), { afterMs: 6_000, holds: 'recipient' }],
    [graphRefusal(400, 80007, 'Rate limit issues'), { afterMs: 60_000, holds: 'account' }],
    [graphRefusal(400, 4, 'Too many calls'), { afterMs: 60_000, holds: 'account' }],
    [graphRefusal(400, 131048, 'Spam rate limit hit'), { afterMs: 600_000, holds: 'account' }],
    [
      { ...graphRefusal(429, 130429), headers: { 'retry-after': '7' } },
      { afterMs: 7_000, holds: 'account' },
    ],
    [
      { status: 429, body: '<html>' },
      { afterMs: 2_000, holds: 'account' },
    ],
    [graphRefusal(503, 131016, 'Service unavailable'), { afterMs: 10_000, holds: undefined }],
  ])('complaint 30: says who has to wait for a limit, and how long: %j', async (answer, wait) => {
    const { outcome } = await sent({}, { '/messages': answer });
    expect(outcome).toEqual({ outcome: 'retry', reason: expect.any(String), ...wait });
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
    [graphRefusal(400, 131047, 'Re-engagement message'), 'window-closed', /Send a template/],
    [graphRefusal(400, 131026, 'Message undeliverable'), 'recipient-unreachable', /another way/],
    [graphRefusal(400, 131050, 'User opted out'), 'recipient-opted-out', /advertising/],
    [graphRefusal(400, 137000, 'Identity key hash'), 'identity-changed', /who it is/],
    [graphRefusal(400, 131009, 'Parameter value is not valid'), 'content-refused', /Change the message/],
    [graphRefusal(400, 100, "Object with ID '1' does not exist"), 'account-mismatch', /phone number ID/],
    [graphRefusal(404, 132001, 'Template does not exist'), 'template-missing', /another template/],
    [graphRefusal(400, 132000, 'Number of parameters does not match'), 'template-parameters', /every blank/],
    [graphRefusal(400, 132015, 'Template is paused'), 'template-paused', /another template/],
    [graphRefusal(400, 132068, 'Flow is blocked'), 'template-refused', /WhatsApp Manager/],
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

  it('complaint 3: refuses free text after 24 hours before it is sent, and offers templates, which go at any time', () => {
    for (const lastCustomerMessageAt of [hoursAgo(1_000), undefined]) {
      expect(channel.checkContent(template, { now, lastCustomerMessageAt })).toEqual([]);
    }
    const text = { type: 'text', text: 'a' } as const;
    expect(channel.checkContent(text, { now, lastCustomerMessageAt: hoursAgo(23.999) })).toEqual([]);
    for (const lastCustomerMessageAt of [hoursAgo(24), hoursAgo(1_000), undefined]) {
      expect(channel.checkContent(text, { now, lastCustomerMessageAt })).toMatchObject([
        { code: 'window-closed', reason: expect.stringContaining('24 hours'), remedy: expect.stringContaining('Send a template') },
      ]);
    }
  });

  it.each<[MessageContent, string]>([
    [{ type: 'image', media: { ...media, mimeType: 'image/webp' } }, 'image-type'],
    [{ type: 'image', media: { ...media, size: 5_000_001 } }, 'image-too-large'],
    [{ type: 'image', media, caption: 'x'.repeat(1_025) }, 'caption-too-long'],
    [{ type: 'video', media: { ...media, mimeType: 'video/quicktime' } }, 'video-type'],
    [{ type: 'video', media: { ...media, size: 16_000_001 } }, 'video-too-large'],
    [{ type: 'audio', media: { ...media, mimeType: 'audio/x-wav' } }, 'audio-type'],
    [{ type: 'audio', media, caption: 'a' }, 'caption-not-shown'],
    [{ type: 'file', media: { ...media, size: 100_000_001 } }, 'file-too-large'],
    [{ type: 'sticker', stickerId: '1' }, 'media-missing'],
    [{ type: 'sticker', stickerId: '1', media: { ...media, mimeType: 'image/png' } }, 'sticker-type'],
    [{ type: 'sticker', stickerId: '1', media: { ...media, size: 500_001 } }, 'sticker-too-large'],
    [{ type: 'contact', name: 'a', more: [{ name: ' ' }] }, 'contact-empty'],
    [{ type: 'order', lines: [] }, 'type-not-supported'],
    [{ ...buttons, text: 'x'.repeat(1_025) }, 'text-too-long'],
    [{ ...buttons, options: [1, 2, 3, 4].map((number) => ({ id: `${number}`, label: `${number}` })) }, 'choices-count'],
    [{ ...buttons, options: [{ id: 'a', label: 'x'.repeat(21) }] }, 'choice-too-long'],
    [{ ...buttons, options: [{ id: 'x'.repeat(257), label: 'a' }] }, 'choice-id-too-long'],
    [{ ...buttons, options: ['a', 'b'].map((id) => ({ id, label: 'same' })) }, 'choices-alike'],
    [{ ...buttons, options: [{ id: 'a', label: 'a', description: 'b' }] }, 'description-not-shown'],
    [
      {
        ...buttons,
        options: [
          { id: 'a', label: 'a', url: 'https://x.example' },
          { id: 'b', label: 'b' },
        ],
      },
      'choice-link',
    ],
    [{ ...buttons, options: [{ id: 'a', label: 'a', url: 'tel:110' }] }, 'choice-link'],
    [{ ...buttons, style: 'quick replies' }, 'choices-style'],
    [{ ...list, options: Array.from({ length: 11 }, (_, number) => ({ id: `${number}`, label: 'a' })) }, 'choices-count'],
    [{ ...list, options: [{ id: 'a', label: 'x'.repeat(25) }] }, 'choice-too-long'],
    [{ ...list, options: [{ id: 'x'.repeat(201), label: 'a' }] }, 'choice-id-too-long'],
    [{ ...list, options: [{ id: 'a', label: 'a', description: 'x'.repeat(73) }] }, 'description-too-long'],
    [{ ...list, options: [{ id: 'a', label: 'a', url: 'https://x.example' }] }, 'choice-link'],
    [{ ...list, buttonLabel: 'x'.repeat(21) }, 'button-label-too-long'],
    [{ ...template, name: 'Order Ready' }, 'template-name'],
    [{ ...template, language: 'Japanese' }, 'template-language'],
    [{ ...template, parameters: [' '] }, 'template-parameters'],
    [{ ...template, parameters: ['two\nlines'] }, 'template-parameters'],
    [{ ...template, parameters: ['a     b'] }, 'template-parameters'],
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
