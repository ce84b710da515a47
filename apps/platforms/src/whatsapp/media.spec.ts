import { readFileSync } from 'node:fs';
import { PUBLIC_HOST } from '../testing/stand-ins.js';
import { NUMBER_ID, SECOND_NUMBER_ID, TOKEN, WhatsAppUnderTest } from '../testing/whatsapp-account.js';

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url));
const jpeg = sample('photo.jpg');
const blob = (bytes: Buffer, type: string) => new Blob([new Uint8Array(bytes)], { type });

describe('WhatsApp, files', () => {
  let whatsapp: WhatsAppUnderTest;
  beforeAll(async () => {
    whatsapp = await WhatsAppUnderTest.start();
  });
  afterAll(() => whatsapp.standIns.stop());
  beforeEach(async () => {
    await whatsapp.open();
    await whatsapp.tidy();
  });
  afterEach(async () => {
    await whatsapp.standIns.advance(300_000);
    await whatsapp.tidy();
  });

  const incoming = async () => {
    await whatsapp.account.act('819011112222', {
      type: 'image',
      file: { name: 'a.jpg', mimeType: 'image/jpeg', base64: jpeg.toString('base64') },
    });
    const [part] = await whatsapp.arrived('messages', 1);
    return part!.element.image.id as string;
  };
  const failure = async () => (await whatsapp.arrived('statuses', 1))[0]!.element;

  it('of a customer are described, then downloaded, both with the token', async () => {
    const id = await incoming();
    const { json } = await whatsapp.call('GET', `${id}?phone_number_id=${NUMBER_ID}`);
    expect(json).toEqual({
      messaging_product: 'whatsapp',
      url: expect.stringMatching(/^https:\/\/lookaside\.fbsbx\.com\/whatsapp_business\/attachments\/\?mid=\d+&ext=\d+&hash=/),
      mime_type: 'image/jpeg',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      file_size: String(jpeg.length),
      id,
    });
    const file = await whatsapp.download(json.url);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(Buffer.from(await file.arrayBuffer()).equals(jpeg)).toBe(true);
    expect((await whatsapp.account.journal()).entries.at(-1)).toMatchObject({ call: 'download', accepted: true });
  });

  it('are given to nobody without the token, nor at another address', async () => {
    const { json } = await whatsapp.call('GET', await incoming());
    expect((await whatsapp.download(json.url, {})).status).toBe(401);
    expect((await whatsapp.download(json.url, { authorization: 'Bearer EAAother' })).status).toBe(401);
    expect(
      (await whatsapp.download(json.url.replace(/hash=./, (begin: string) => (begin === 'hash=a' ? 'hash=b' : 'hash=a')))).status,
    ).toBe(404);
    expect((await whatsapp.download('https://x.example/elsewhere')).status).toBe(404);
  });

  it('lie at their address for five minutes; the next one is good again', async () => {
    const id = await incoming();
    const { json } = await whatsapp.call('GET', id);
    await whatsapp.standIns.advance(5 * 60_000 + 1_000);
    expect((await whatsapp.download(json.url)).status).toBe(404);
    const { json: again } = await whatsapp.call('GET', id);
    expect((await whatsapp.download(again.url)).status).toBe(200);
  });

  it('of a customer are kept for seven days, and are of the number that got them', async () => {
    const id = await incoming();
    expect((await whatsapp.call('GET', `${id}?phone_number_id=${SECOND_NUMBER_ID}`)).json.error).toMatchObject({
      code: 100,
      error_subcode: 33,
    });
    await whatsapp.standIns.advance(7 * 86_400_000);
    expect((await whatsapp.call('GET', id)).json.error).toMatchObject({ code: 100, error_subcode: 33 });
  });

  it.each([
    ['image', 'photo.jpg', 'image/jpeg', 'image'],
    ['video', 'video.mp4', 'video/mp4', 'video'],
    ['audio', 'audio.m4a', 'audio/mp4', 'audio'],
    ['document', 'document.pdf', 'application/pdf', 'file'],
    ['sticker', 'sticker.webp', 'image/webp', 'sticker'],
  ])('are uploaded and sent by their id (%s)', async (type, name, mimeType, kind) => {
    const { status, json } = await whatsapp.upload(blob(sample(name), mimeType));
    expect([status, json]).toEqual([200, { id: expect.stringMatching(/^\d{16}$/) }]);
    const more = type === 'document' ? { filename: '請求書.pdf', caption: '三月' } : {};
    expect((await whatsapp.send({ type, [type]: { id: json.id, ...more } })).status).toBe(200);
    const entry = await whatsapp.lastInChat();
    expect(entry).toMatchObject({ kind, media: { mimeType, size: sample(name).length } });
    if (type === 'document') expect(entry).toMatchObject({ text: '三月', media: { fileName: '請求書.pdf' } });
    const shown = await fetch(whatsapp.standIns.address('play') + entry.media!.url);
    expect(Buffer.from(await shown.arrayBuffer()).equals(sample(name))).toBe(true);
  });

  it.each([
    ['no product', blob(jpeg, 'image/jpeg'), { type: 'image/jpeg' }, 100],
    ['an empty file', blob(Buffer.alloc(0), 'image/jpeg'), undefined, 100],
    ['a type that nobody takes', blob(jpeg, 'application/x-msdownload'), undefined, 100],
    ['a picture of more than 5 MB', blob(Buffer.alloc(5_000_001), 'image/jpeg'), undefined, 131053],
    ['a sticker of more than 500 kB', blob(Buffer.alloc(500_001), 'image/webp'), undefined, 131053],
  ])('are refused: %s', async (_, file, fields, code) => {
    expect(await whatsapp.upload(file, fields)).toMatchObject({ status: 400, json: { error: { code } } });
  });

  it('that are not what they claim fail after the message was accepted (131053)', async () => {
    const { json } = await whatsapp.upload(blob(Buffer.from('<svg/>'), 'image/png'));
    expect((await whatsapp.send({ type: 'image', image: { id: json.id } })).status).toBe(200);
    expect(await failure()).toMatchObject({
      status: 'failed',
      errors: [{ code: 131053, error_data: { details: 'The file is no image/png' } }],
    });
  });

  it('are loaded from a link; what goes wrong there is told afterwards', async () => {
    whatsapp.standIns.receiver.files.set('/a.jpg', { type: 'image/jpeg', bytes: jpeg });
    const link = (path: string) => whatsapp.send({ type: 'image', image: { link: `https://${PUBLIC_HOST}${path}`, caption: '写真' } });
    await link('/a.jpg');
    expect(await whatsapp.lastInChat()).toMatchObject({ kind: 'image', text: '写真', media: { size: jpeg.length } });
    await whatsapp.arrived('statuses', 2);
    await link('/missing.jpg');
    const [, , failed] = await whatsapp.arrived('statuses', 3);
    expect(failed!.element).toMatchObject({
      status: 'failed',
      errors: [{ code: 131053, error_data: { details: expect.stringContaining('404') } }],
    });
  });

  it('are forgotten on request, and after 30 days', async () => {
    const { json } = await whatsapp.upload(blob(jpeg, 'image/jpeg'));
    expect((await whatsapp.call('DELETE', json.id)).json).toEqual({ success: true });
    expect((await whatsapp.call('GET', json.id)).status).toBe(400);
    const { json: second } = await whatsapp.upload(blob(jpeg, 'image/jpeg'));
    await whatsapp.standIns.advance(30 * 86_400_000);
    expect((await whatsapp.send({ type: 'image', image: { id: second.id } })).json.error.code).toBe(131009);
  });

  it('can be slowed down, reset and refused like every call', async () => {
    const { json } = await whatsapp.call('GET', await incoming());
    await whatsapp.account.fault({ on: 'call', call: 'download', kind: 'fail', status: 503, times: 1 });
    expect((await whatsapp.download(json.url)).status).toBe(503);
    expect((await whatsapp.download(json.url, { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
  });
});
