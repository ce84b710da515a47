import type { MessageContent } from '@madoguchi/conversation';
import type { SendRequest } from '@madoguchi/use-cases';
import type { Script } from '@madoguchi/use-cases/testing';
import { stopPlatforms } from '../testing/scripted.js';
import { messengerChannel } from './index.js';
import { metadata, refusedBy, sent } from './testing/messenger-sending.js';
import { graphError, messengerCredentials, messengerSetup } from './testing/messenger-setup.js';

const { accepted } = messengerSetup.sending;
const media = { mediaId: '6f9619ff-8b86-d011-b42d-00c04fc964ff', source: { kind: 'stored' } } as const;
const mediaFile = { bytes: Buffer.from([1, 2, 0, 255]), fileName: '写真 "1".jpg', mimeType: 'image/jpeg' };
const channelAt = (api: string) => messengerChannel({ api });

describe('sending to Messenger', () => {
  afterEach(stopPlatforms);

  it('goes to the page with the token in a header, and proves the app secret', async () => {
    const { requests, bodies } = await sent({});
    expect(requests).toMatchObject([
      {
        method: 'POST',
        path: '/v25.0/1029384756601/messages?appsecret_proof=b522f39c6f12b8e3d4d01767709f1eb29b536a75df66c8a7f27266462f46c1a5',
        headers: { authorization: `Bearer ${messengerCredentials.pageAccessToken}`, 'content-type': 'application/json' },
      },
    ]);
    expect(bodies).toEqual([
      { recipient: { id: '7700112233445566' }, messaging_type: 'RESPONSE', message: { text: 'こんにちは 😀', metadata } },
    ]);
  });

  it('quotes the message that is answered, by the id that Meta knows', async () => {
    const quoted = async (providerMessageId: string) => (await sent({ replyTo: { providerMessageId } })).bodies[0];
    expect(await quoted('m_Qx1aTextA')).toMatchObject({ reply_to: { mid: 'm_Qx1aTextA' } });
    expect(await quoted('m_im1#02')).toMatchObject({ reply_to: { mid: 'm_im1' } });
    expect(await quoted('mid.1457764197618:41d102a3e1ae206a38')).toMatchObject({
      reply_to: { mid: 'mid.1457764197618:41d102a3e1ae206a38' },
    });
    expect(await quoted('postback:7700112233445566:1795000061000:HUMAN')).not.toHaveProperty('reply_to');
  });

  it('writes to the visitor of a plugin by the reference', async () => {
    const { bodies, outcome } = await sent({ recipient: 'user_ref:chk-55a1' }, [{ status: 200, body: '{"message_id":"m_out79"}' }]);
    expect(bodies).toMatchObject([{ recipient: { user_ref: 'chk-55a1' } }]);
    expect(outcome).toEqual({ outcome: 'accepted', providerMessageIds: ['m_out79'] });
  });

  it.each(['image', 'video', 'audio', 'file'] as const)('uploads a file (%s), then sends it', async (type) => {
    const { requests, bodies, outcome } = await sent({ content: { type, media }, mediaFile, mediaUrl: 'https://x.example/a' });
    expect(requests.map(({ path }) => path.split('?')[0])).toEqual([
      '/v25.0/1029384756601/message_attachments',
      '/v25.0/1029384756601/messages',
    ]);
    const form = await new Response(requests[0]?.body as never, {
      headers: { 'content-type': requests[0]?.headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('filedata') as File;
    expect(JSON.parse(String(form.get('message')))).toEqual({ attachment: { type, payload: { is_reusable: true } } });
    expect([file.name, file.type, Buffer.from(await file.arrayBuffer())]).toEqual([mediaFile.fileName, 'image/jpeg', mediaFile.bytes]);
    expect(bodies).toMatchObject([{ message: { attachment: { type, payload: { attachment_id: '1857777774821032' } }, metadata } }]);
    expect(outcome).toEqual({ outcome: 'accepted', providerMessageIds: ['m_out78'] });
  });

  it('lets Meta fetch a file that is known only by its address', async () => {
    const { bodies } = await sent({ content: { type: 'image', media }, mediaUrl: 'https://x.example/a' });
    expect(bodies).toMatchObject([{ message: { attachment: { type: 'image', payload: { url: 'https://x.example/a' } } } }]);
  });

  it('sends a caption as a text behind its file, because Messenger takes no message with both', async () => {
    const captioned = { content: { type: 'image', media, caption: '地図' }, mediaFile, replyTo: { providerMessageId: 'm_1' } } as const;
    const { bodies, outcome } = await sent(captioned, [accepted, { status: 200, body: '{"message_id":"m_out79"}' }]);
    expect(bodies).toMatchObject([{ message: { attachment: { type: 'image' } }, reply_to: { mid: 'm_1' } }, { message: { text: '地図' } }]);
    expect(bodies[1]).not.toHaveProperty('reply_to');
    expect(outcome).toEqual({ outcome: 'accepted', providerMessageIds: ['m_out78', 'm_out79'] });
  });

  it.each<[Script]>([[refusedBy(100)], ['reset'], [{ status: 500 }], [refusedBy(4)]])(
    'says that the file is out but not its caption, and never sends the file twice: %j',
    async (second) => {
      const { outcome, bodies } = await sent({ content: { type: 'image', media, caption: '地図' }, mediaFile }, [accepted, second]);
      expect(outcome).toMatchObject({ outcome: 'unknown', reason: expect.stringContaining('The file was sent') });
      expect(bodies).toHaveLength(2);
    },
  );

  it.each<[Script]>([['reset'], [{ status: 500 }], [{ status: 200, body: '{}' }], [refusedBy(2)]])(
    'tries an upload again, because it reached nobody: %j',
    async (upload) => {
      const { outcome, bodies } = await sent({ content: { type: 'image', media }, mediaFile }, [accepted], upload);
      expect(outcome).toMatchObject({ outcome: 'retry' });
      expect(bodies).toEqual([]);
    },
  );

  it('says why a file was refused', async () => {
    const { outcome, bodies } = await sent({ content: { type: 'file', media }, mediaFile }, [accepted], refusedBy(100, 2018109));
    expect([outcome, bodies]).toMatchObject([{ outcome: 'rejected', code: 'file-too-large' }, []]);
  });

  it('sends a sticker by its number', async () => {
    expect((await sent({ content: { type: 'sticker', stickerId: '767226160478561' } })).bodies).toMatchObject([
      { message: { sticker_id: 767226160478561 } },
    ]);
  });

  it('asks everybody to wait who writes under the account when Meta asks to slow down, and only then', async () => {
    expect((await sent({}, [refusedBy(613)])).outcome).toMatchObject({ outcome: 'retry', holds: 'account' });
    expect((await sent({}, [refusedBy(2)])).outcome).not.toHaveProperty('holds');
  });

  it('answers as a person when Meta says that 24 hours are over', async () => {
    const { outcome, bodies } = await sent({}, [refusedBy(10, 2018278), accepted]);
    expect(bodies).toMatchObject([
      { messaging_type: 'RESPONSE' },
      { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT', message: { text: 'こんにちは 😀' } },
    ]);
    expect(outcome).toEqual({ outcome: 'accepted', providerMessageIds: ['m_out78'] });
  });

  it.each([[refusedBy(10, 2018278)], [refusedBy(100)], [refusedBy(10)]])(
    'says that the window is closed when the tag is refused too: %j',
    async (second) => {
      const { outcome, bodies } = await sent({}, [refusedBy(10, 2018278), second]);
      expect(outcome).toMatchObject({ outcome: 'rejected', code: 'window-closed', remedy: expect.stringContaining('Human Agent') });
      expect(bodies).toHaveLength(2);
    },
  );

  it('knows no more than before when the tag brings no answer', async () => {
    expect((await sent({}, [refusedBy(10, 2018278), 'reset'])).outcome).toMatchObject({ outcome: 'unknown' });
  });

  it.each([
    [10, 2018300, 'other-app-owns-conversation', /Take the conversation over/],
    [10, 2018108, 'recipient-unreachable', /blocked/],
    [551, 1545041, 'recipient-unreachable', /blocked/],
    [200, 1545041, 'recipient-unreachable', /blocked/],
    [10, undefined, 'not-allowed', /pages_messaging/],
    [200, 2018028, 'not-allowed', /pages_messaging/],
    [230, undefined, 'not-allowed', /pages_messaging/],
    [10, 1893063, 'page-restricted', /Page quality/],
    [368, undefined, 'page-restricted', /Page quality/],
    [2022, undefined, 'page-restricted', /Page quality/],
    [100, 2018001, 'recipient-unknown', /page ID/],
    [100, 2018109, 'file-too-large', /smaller/],
    [100, 2018034, 'content-empty', /Write/],
    [100, 2018008, 'media-refused', /format/],
    [100, 2018074, 'media-refused', /again/],
    [100, undefined, 'content-refused', /Change/],
    [190, 463, 'credentials-refused', /page access token/],
    [803, undefined, 'refused', /Test the connection/],
  ])('says what is wrong and what to do: error %s/%s', async (code, subcode, ours, remedy) => {
    const { outcome, bodies } = await sent({}, [refusedBy(code, subcode)]);
    expect(outcome).toMatchObject({
      outcome: 'rejected',
      code: ours,
      reason: expect.stringContaining(String(code)),
      remedy: expect.stringMatching(remedy),
    });
    expect(bodies).toHaveLength(1);
  });

  it('says that the app secret is the wrong one', async () => {
    const answer = { status: 400, body: graphError(100, undefined, 'Invalid appsecret_proof provided in the API argument') };
    expect((await sent({}, [answer])).outcome).toMatchObject({
      outcome: 'rejected',
      code: 'credentials-refused',
      remedy: expect.stringContaining('secret'),
    });
  });

  it.each([
    [458, 'removed from the page'],
    [459, 'log in'],
    [460, 'password'],
    [463, 'expired'],
    [467, 'no longer valid'],
  ])('says why the token is dead: 190/%s', async (subcode, why) => {
    expect((await sent({}, [refusedBy(190, subcode)])).outcome).toMatchObject({ reason: expect.stringContaining(why) });
  });

  it.each<[string, Partial<SendRequest>, string]>([
    ['a file that is not there', { content: { type: 'image', media } }, 'media-missing'],
    ['no id of a person', { recipient: '@somebody' }, 'recipient-unreachable'],
    ['a place', { content: { type: 'location', latitude: 1, longitude: 2 } }, 'type-not-supported'],
    ['a sticker with a name', { content: { type: 'sticker', stickerId: 'CAADAgAD' } }, 'sticker-unknown'],
    ['a sticker that would be rounded', { content: { type: 'sticker', stickerId: '12345678901234567891' } }, 'sticker-unknown'],
    ['a large file', { content: { type: 'file', media: { ...media, size: 25_000_001 } }, mediaFile }, 'file-too-large'],
    ['a large image', { content: { type: 'image', media: { ...media, size: 8_000_001 } }, mediaFile }, 'image-too-large'],
    ['an image that is none to Meta', { content: { type: 'image', media: { ...media, mimeType: 'image/tiff' } }, mediaFile }, 'image-type'],
    ['a long caption', { content: { type: 'image', media, caption: 'x'.repeat(2_000) }, mediaFile }, 'caption-too-long'],
  ])('does not try what cannot succeed: %s', async (_, more, code) => {
    const { outcome, requests } = await sent(more);
    expect(outcome).toMatchObject({ outcome: 'rejected', code });
    expect(requests).toEqual([]);
  });

  it('never asks for a repeat when the outcome is unknown: there is no key', () => {
    expect(channelAt('a').repeatAfterUnknown({ kind: 'push' })).toBe('never');
    expect(channelAt('a').chooseRoute({ token: 'a', expiresAt: '2999-01-01T00:00:00.000Z' }, new Date(0))).toEqual({ kind: 'push' });
  });
});

describe('the window of Messenger', () => {
  const text: MessageContent = { type: 'text', text: 'a' };
  const lastCustomerMessageAt = new Date('2026-11-16T10:00:00.000Z');
  const codesAt = (now: string) =>
    channelAt('a')
      .checkContent(text, { now: new Date(now), lastCustomerMessageAt })
      .map(({ code }) => code);

  it('is open for a person until the seventh day after the customer wrote', () => {
    expect(codesAt('2026-11-17T10:00:01.000Z')).toEqual([]);
    expect(codesAt('2026-11-23T10:00:00.000Z')).toEqual([]);
    expect(codesAt('2026-11-23T10:00:00.001Z')).toEqual(['window-closed']);
    expect(channelAt('a').checkContent(text, { now: new Date() })).toEqual([]);
  });
});
