import type { MessageContent } from '@madoguchi/conversation';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { viberChannel } from './index.js';
import { viberCredentials, viberCustomer, viberRefusal, viberSetup } from './testing/viber-setup.js';

const { request, accepted } = viberSetup.sending;
const now = new Date('2026-11-23T10:40:00.000Z');
const media = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } as const;
const mediaUrl = 'https://desk.example/media/token.signature';
const file = (bytes: number, fileName: string, mimeType: string) => ({ bytes: Buffer.alloc(bytes), fileName, mimeType });

const sent = async (more: Partial<typeof request>, answers: readonly (typeof accepted)[] = []) => {
  const platform = await platformThatAnswers({});
  let calls = 0;
  platform.script(() => answers[calls++] ?? accepted);
  const outcome = await viberChannel({ api: platform.url }, () => now).send({ ...request, ...more }, viberCredentials, deadline());
  return { outcome, calls: platform.requests, bodies: platform.requests.map(({ body }) => JSON.parse(String(body)) as unknown) };
};

const envelope = { receiver: viberCustomer, sender: { name: '予約窓口' }, min_api_version: 1, tracking_data: 'madoguchi' };

describe('sending to Viber', () => {
  afterEach(stopPlatforms);

  it('posts with the token in the header, and returns the 64-bit id to the last digit', async () => {
    const { outcome, calls, bodies } = await sent({});
    expect(calls).toMatchObject([
      {
        method: 'POST',
        path: '/pa/send_message',
        headers: { 'x-viber-auth-token': viberCredentials.authToken, 'content-type': 'application/json' },
      },
    ]);
    expect(bodies).toEqual([{ ...envelope, type: 'text', text: '承りました。😀' }]);
    expect(outcome).toEqual({ outcome: 'accepted', providerMessageIds: ['5930827598000444555'] });
  });

  it.each<[MessageContent, Partial<typeof request>, object[]]>([
    [
      { type: 'image', media, caption: '地図' },
      { mediaUrl, mediaFile: file(7, 'a', 'image/png') },
      [{ type: 'picture', media: `${mediaUrl}.png`, text: '地図' }],
    ],
    [
      { type: 'image', media },
      { mediaUrl: 'https://desk.example/a.JPG?x=1' },
      [{ type: 'picture', media: 'https://desk.example/a.JPG?x=1', text: '' }],
    ],
    [
      { type: 'video', media: { ...media, durationMs: 14_400 } },
      { mediaUrl, mediaFile: file(9, 'a.mp4', 'video/mp4') },
      [{ type: 'video', media: `${mediaUrl}.mp4`, size: 9, duration: 14 }],
    ],
    [
      { type: 'file', media: { ...media, fileName: '見積書.PDF' }, caption: 'ご確認ください' },
      { mediaUrl, mediaFile: file(5, 'x', 'application/pdf') },
      [
        { type: 'file', media: `${mediaUrl}.pdf`, size: 5, file_name: '見積書.PDF' },
        { type: 'text', text: 'ご確認ください' },
      ],
    ],
    [
      { type: 'audio', media: { ...media, mimeType: 'audio/mpeg', size: 4, fileName: '案内' } },
      { mediaUrl },
      [{ type: 'file', media: `${mediaUrl}.mp3`, size: 4, file_name: '案内.mp3' }],
    ],
    [{ type: 'sticker', stickerId: '40126' }, {}, [{ type: 'sticker', sticker_id: 40126 }]],
    [{ type: 'location', latitude: 0, longitude: 0 }, {}, [{ type: 'location', location: { lat: 0, lon: 0 } }]],
    [
      { type: 'location', latitude: 35.5, longitude: 139.5, title: '本店', address: '東京都' },
      {},
      [
        { type: 'location', location: { lat: 35.5, lon: 139.5 } },
        { type: 'text', text: '本店\n東京都' },
      ],
    ],
    [
      { type: 'contact', name: '鈴木', phone: '+819012345678', more: [{ name: '高橋', phone: '0312345678' }] },
      {},
      [
        { type: 'contact', contact: { name: '鈴木', phone_number: '+819012345678' } },
        { type: 'contact', contact: { name: '高橋', phone_number: '0312345678' } },
      ],
    ],
  ])('puts %j into the messages that Viber knows', async (content, more, messages) => {
    const { outcome, bodies } = await sent({ content, ...more });
    expect(bodies).toEqual(messages.map((message) => ({ ...envelope, ...message })));
    expect(outcome.outcome).toBe('accepted');
  });

  const choices = {
    type: 'choices',
    style: 'quick replies',
    text: 'どれですか? <b>&',
    options: [
      { id: 'a', label: 'A & <B>' },
      { id: 'site', label: '店舗', url: 'https://shop.example.jp/' },
    ],
  } as const;
  const shape = { Columns: 6, Rows: 1, Text: 'A &amp; &lt;B&gt;' };
  const link = { ...shape, ActionType: 'open-url', ActionBody: 'https://shop.example.jp/', Text: '店舗', Silent: true };

  it('offers quick replies as a keyboard, whose words are no markup and are what the customer then says', async () => {
    const buttons = [{ ...shape, ActionType: 'reply', ActionBody: 'A & <B>', Silent: false }, link];
    const tracking = { tracking_data: 'madoguchi:[["A & <B>","a"],["https://shop.example.jp/","site","店舗"]]' };
    expect((await sent({ content: choices })).bodies).toEqual([
      {
        ...envelope,
        ...tracking,
        type: 'text',
        text: choices.text,
        keyboard: { Type: 'keyboard', DefaultHeight: false, Buttons: buttons },
      },
    ]);
  });

  it('offers buttons as a card, which older clients read as a text, and which says later too what was tapped', async () => {
    const buttons = [{ ...shape, ActionType: 'reply', ActionBody: 'madoguchi:["a","A & <B>"]', Silent: true }, link];
    const tracking = { tracking_data: 'madoguchi:[["https://shop.example.jp/","site","店舗"]]' };
    expect((await sent({ content: { ...choices, style: 'buttons' } })).bodies).toEqual([
      {
        ...envelope,
        ...tracking,
        min_api_version: 2,
        type: 'rich_media',
        alt_text: choices.text,
        rich_media: {
          Type: 'rich_media',
          ButtonsGroupColumns: 6,
          ButtonsGroupRows: 5,
          BgColor: '#FFFFFF',
          Buttons: [
            {
              Columns: 6,
              Rows: 3,
              ActionType: 'none',
              ActionBody: 'none',
              Text: 'どれですか? &lt;b&gt;&amp;',
              TextHAlign: 'left',
              Silent: true,
            },
            ...buttons,
          ],
        },
      },
    ]);
  });

  it.each([
    [2, 'credentials-refused', /token/],
    [6, 'recipient-blocked', /unsubscribed/],
    [5, 'recipient-unreachable', /another way|other way/],
    [10, 'webhook-missing', /Set Webhook/],
    [13, 'recipient-outdated', /text/],
    [24, 'payment-missing', /Top it up/],
    [99, 'refused', /again/],
  ])('reads a refusal in an answer of 200: status %d', async (status, code, remedy) => {
    const { outcome } = await sent({}, [viberRefusal(status, `Words of ${viberCredentials.authToken}`)]);
    expect(outcome).toMatchObject({
      outcome: 'rejected',
      code,
      reason: expect.stringContaining(`(${status}): Words of`),
      remedy: expect.stringMatching(remedy),
    });
    expect(JSON.stringify(outcome)).not.toContain(viberCredentials.authToken.slice(-12));
  });

  it('waits for the next clock hour when the customer did not answer a hundred messages, and holds up nobody else', async () => {
    const { outcome } = await sent({}, [viberRefusal(12, 'Too many messages without reply')]);
    expect(outcome).toMatchObject({ outcome: 'retry', afterMs: 20 * 60_000, holds: 'recipient' });
    expect((await sent({}, [viberRefusal(12, 'tooManyRequests')])).outcome).toMatchObject({ afterMs: 10_000, holds: 'recipient' });
  });

  it('leaves it to a person when only the first of two messages certainly went out', async () => {
    const content = { type: 'location', latitude: 1, longitude: 2, title: '本店' } as const;
    for (const second of [viberRefusal(6), viberRefusal(12), { status: 500 }]) {
      const { outcome, calls } = await sent({ content }, [accepted, second]);
      expect([outcome.outcome, calls.length]).toEqual(['unknown', 2]);
    }
    const { outcome, calls } = await sent({ content }, [viberRefusal(6)]);
    expect([outcome.outcome, calls.length]).toEqual(['rejected', 1]);
  });

  it('never asks for a repeat when the outcome is unknown: there is no key', () => {
    const channel = viberChannel({ api: 'a' });
    expect(channel.repeatAfterUnknown({ kind: 'push' })).toBe('never');
    expect(channel.chooseRoute({ token: 'a', expiresAt: '2999-01-01T00:00:00.000Z' }, new Date(0))).toEqual({ kind: 'push' });
  });

  it.each([
    [{ content: { type: 'image', media } } as const, 'media-missing'],
    [{ content: { type: 'video', media }, mediaUrl } as const, 'media-missing'],
    [{ content: { type: 'file', media: { ...media, size: 1 } }, mediaUrl } as const, 'file-name-missing'],
    [{ content: { type: 'file', media }, mediaUrl, mediaFile: file(1, 'a.exe', 'x/y') } as const, 'file-type'],
    [{ content: { type: 'image', media }, mediaUrl, mediaFile: file(1_000_001, 'a.png', 'image/png') } as const, 'image-too-large'],
    [{ content: { type: 'image', media }, mediaUrl, mediaFile: file(1, 'a.webp', 'image/webp') } as const, 'image-type'],
  ])('does not try what cannot succeed: %j', async (more, code) => {
    const { outcome, calls } = await sent(more);
    expect(outcome).toMatchObject({ outcome: 'rejected', code, remedy: expect.stringMatching(/\w{4}/) });
    expect(calls).toEqual([]);
  });

  const linkTo = (url: string) => ({ ...choices, options: [{ id: 'a', label: 'A', url }] });

  it.each<[MessageContent, string]>([
    [{ type: 'image', media, caption: 'x'.repeat(513) }, 'caption-too-long'],
    [{ type: 'video', media: { ...media, mimeType: 'video/quicktime' } }, 'video-type'],
    [{ type: 'video', media: { ...media, durationMs: 180_001 } }, 'video-too-long'],
    [{ type: 'file', media: { ...media, fileName: `${'x'.repeat(253)}.pdf` } }, 'name-too-long'],
    [{ type: 'file', media: { ...media, fileName: 'setup.MSI' } }, 'file-type'],
    [{ type: 'sticker', stickerId: 'a' }, 'sticker-unknown'],
    [{ type: 'contact', name: '鈴木' }, 'contact-incomplete'],
    [{ type: 'contact', name: '鈴木', phone: '1', more: [{ name: ' ', phone: '1' }] }, 'contact-incomplete'],
    [{ type: 'contact', name: 'x'.repeat(29), phone: '1' }, 'name-too-long'],
    [{ type: 'contact', name: '鈴木', phone: '1'.repeat(19) }, 'number-too-long'],
    [{ ...choices, options: [1, 2].map((id) => ({ id: String(id), label: 'same ' })) }, 'choices-alike'],
    [{ ...choices, style: 'list' }, 'choices-style'],
    [{ ...choices, style: 'buttons', options: Array.from({ length: 5 }, (_, id) => ({ id: `${id}`, label: `${id}` })) }, 'choices-count'],
    [{ ...choices, style: 'buttons', text: '&'.repeat(51) }, 'text-too-long'],
    [{ ...choices, options: [{ id: 'a', label: 'x'.repeat(51) }] }, 'choice-too-long'],
    [linkTo('javascript:alert(1)'), 'choice-link'],
    [linkTo(`https://x.example/${'x'.repeat(2_000)}`), 'address-too-long'],
    [{ ...choices, options: [{ id: 'x'.repeat(4_000), label: 'A' }] }, 'choices-too-long'],
    [{ type: 'text', text: '\u0001'.repeat(7_000) }, 'message-too-large'],
  ])('tells before sending that %j cannot go', (content, code) => {
    expect(viberChannel({ api: 'a' }).checkContent(content, { now })).toMatchObject([{ code, remedy: expect.stringMatching(/\w{4}/) }]);
  });

  it('sends 7,000 characters of any script', async () => {
    for (const text of ['あ'.repeat(7_000), '😀'.repeat(3_500), '"'.repeat(7_000)]) {
      const { outcome, calls } = await sent({ content: { type: 'text', text } });
      expect(outcome.outcome).toBe('accepted');
      expect(calls[0]?.body.length).toBeLessThanOrEqual(30_000);
    }
  });
});
