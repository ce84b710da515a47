import { HANA, MessengerUnderTest, PIXEL } from '../testing/messenger-account.js';
import { PUBLIC_HOST } from '../testing/stand-ins.js';

const WEEK_MS = 7 * 24 * 3_600_000;

describe('Messenger, files', () => {
  let messenger: MessengerUnderTest;
  beforeAll(async () => {
    messenger = await MessengerUnderTest.start();
  });
  afterAll(() => messenger.standIns.stop());
  afterEach(() => messenger.tidy());

  const sendFile = (type: string, payload: object) => messenger.send({ attachment: { type, payload } });
  const picture = new Blob([PIXEL], { type: 'image/png' });

  it('are uploaded once and sent as often as one likes, if that was said', async () => {
    const { status, json } = await messenger.upload('image', picture);
    expect([status, json]).toEqual([200, { attachment_id: expect.stringMatching(/^\d{16}$/) }]);
    for (let time = 0; time < 2; time += 1) expect((await sendFile('image', { attachment_id: json.attachment_id })).status).toBe(200);
    const { media } = await messenger.lastInChat();
    const shown = await fetch(messenger.standIns.address('play') + media!.url);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(PIXEL);
    const once = (await messenger.upload('image', picture, {})).json.attachment_id;
    expect((await sendFile('image', { attachment_id: once })).status).toBe(200);
    expect((await sendFile('image', { attachment_id: once })).json.error.error_subcode).toBe(2018074);
    expect((await sendFile('video', { attachment_id: json.attachment_id })).json.error.error_subcode).toBe(2018074);
  });

  it('are fetched from a public address while the message is sent', async () => {
    messenger.standIns.receiver.files.set('/a.png', { type: 'image/png', bytes: PIXEL });
    const { json } = await sendFile('image', { url: `https://${PUBLIC_HOST}/a.png`, is_reusable: true });
    expect(json).toMatchObject({ recipient_id: HANA, message_id: expect.any(String), attachment_id: expect.any(String) });
    expect((await sendFile('image', { attachment_id: json.attachment_id })).status).toBe(200);
    expect((await sendFile('image', { url: `https://${PUBLIC_HOST}/none.png` })).json.error.error_subcode).toBe(2018008);
  });

  it.each<[string, string, Blob, object, number | undefined]>([
    ['a picture that is none', 'image', new Blob(['text']), {}, 2018047],
    ['a picture above 8 MB', 'image', new Blob([PIXEL, Buffer.alloc(8_000_000)]), {}, 2018109],
    ['a file above 25 MB', 'file', new Blob([Buffer.alloc(25_000_001)]), {}, 2018109],
    ['a kind that there is not', 'pdf', new Blob(['x']), {}, undefined],
    ['bytes and an address at once', 'file', new Blob(['x']), { url: 'https://x.example/' }, undefined],
  ])('are refused: %s', async (_, type, file, payload, subcode) => {
    const { status, json } = await messenger.upload(type, file, payload);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(json.error).toMatchObject({ code: 100, ...(subcode === undefined ? {} : { error_subcode: subcode }) });
  });

  it('of customers lie at signed addresses that end after a week', async () => {
    await messenger.account.act(HANA, {
      type: 'file',
      file: { name: '見積 1.pdf', mimeType: 'application/pdf', base64: Buffer.from('見積').toString('base64') },
    });
    await messenger.standIns.requests(1);
    const url = new URL(messenger.events()[0]!['message'].attachments[0].payload.url as string);
    expect(url.origin).toBe(messenger.standIns.address('messengerFiles'));
    expect(decodeURIComponent(url.pathname)).toMatch(/見積 1\.pdf$/);
    const file = await fetch(url);
    expect([file.status, file.headers.get('content-type'), await file.text()]).toEqual([200, 'application/pdf', '見積']);
    const forged = new URL(url);
    forged.searchParams.set('oe', 'ffffffff');
    expect((await fetch(forged)).status).toBe(403);
    await messenger.account.fault({ on: 'call', kind: 'rate-limit', call: 'file', times: 1, retryAfter: 3 });
    expect((await fetch(url)).headers.get('retry-after')).toBe('3');
    await messenger.standIns.advance(WEEK_MS + 1_000);
    expect([(await fetch(url)).status, await (await fetch(url)).text()]).toEqual([403, 'URL signature expired']);
  });
});
