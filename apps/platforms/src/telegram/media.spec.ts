import { readFileSync } from 'node:fs';
import { PUBLIC_HOST } from '../testing/stand-ins.js';
import { HANA, TelegramUnderTest, TOKEN } from '../testing/telegram-account.js';

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url));
const blob = (bytes: Buffer, type: string) => new Blob([new Uint8Array(bytes)], { type });

describe('Telegram, files', () => {
  let telegram: TelegramUnderTest;
  const photo = sample('photo.jpg');
  beforeAll(async () => {
    telegram = await TelegramUnderTest.start();
  });
  afterAll(() => telegram.standIns.stop());
  afterEach(() => telegram.tidy());

  const shownBytes = async () => {
    const { media } = await telegram.lastInChat();
    return Buffer.from(await (await fetch(telegram.standIns.address('play') + media!.url)).arrayBuffer());
  };

  it('shows an uploaded picture with its size in pixels, and takes its file_id again', async () => {
    const { json } = await telegram.upload('sendPhoto', { chat_id: HANA, caption: '写真です', photo: blob(photo, 'image/jpeg') });
    const [{ file_id, width, height }] = json.result.photo;
    expect([width, height, json.result.caption]).toEqual([640, 480, '写真です']);
    expect((await shownBytes()).equals(photo)).toBe(true);
    const again = await telegram.call('sendPhoto', { chat_id: HANA, photo: file_id });
    expect(again.json.result.photo[0].file_id).toBe(file_id);
  });

  it('takes an upload under another name', async () => {
    const { json } = await telegram.upload('sendPhoto', { chat_id: HANA, photo: 'attach://picture', picture: blob(photo, 'image/jpeg') });
    expect(json.result.photo).toHaveLength(1);
  });

  it('loads a picture from a public address', async () => {
    telegram.standIns.receiver.files.set('/a.jpg', { type: 'image/jpeg', bytes: photo });
    const { json } = await telegram.call('sendPhoto', { chat_id: HANA, photo: `https://${PUBLIC_HOST}/a.jpg` });
    expect(json.ok).toBe(true);
    expect((await shownBytes()).equals(photo)).toBe(true);
  });

  it.each([
    ['nothing', '', 'there is no photo in the request'],
    ['a file_id that it did not give', 'AgAC-unknown', 'wrong remote file identifier specified: Wrong character in the string'],
    ['a missing file', `https://${PUBLIC_HOST}/missing.jpg`, 'failed to get HTTP URL content'],
    ['an unknown host', 'https://unknown.example/a.jpg', 'failed to get HTTP URL content'],
    ['a page instead of a picture', `https://${PUBLIC_HOST}/page`, 'wrong type of the web page content'],
    ['bytes that are no picture', `https://${PUBLIC_HOST}/fake.jpg`, 'IMAGE_PROCESS_FAILED'],
  ])('refuses %s', async (_what, address, reason) => {
    telegram.standIns.receiver.files.set('/page', { type: 'text/html', bytes: Buffer.from('<p>') });
    telegram.standIns.receiver.files.set('/fake.jpg', { type: 'image/jpeg', bytes: Buffer.from('no') });
    expect((await telegram.call('sendPhoto', { chat_id: HANA, photo: address })).json.description).toBe(`Bad Request: ${reason}`);
  });

  it('refuses a picture over 10 MB, a strip, and a caption over 1024', async () => {
    const big = Buffer.concat([photo, Buffer.alloc(10 * 1024 * 1024)]);
    expect((await telegram.upload('sendPhoto', { chat_id: HANA, photo: blob(big, 'image/jpeg') })).json.description).toBe(
      `Bad Request: file of size ${big.length} bytes is too big for a photo; the maximum size is 10485760 bytes`,
    );
    const strip = Buffer.alloc(33);
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(strip);
    strip.writeUInt32BE(2_001, 16);
    strip.writeUInt32BE(100, 20);
    expect((await telegram.upload('sendPhoto', { chat_id: HANA, photo: blob(strip, 'image/png') })).json.description).toBe(
      'Bad Request: PHOTO_INVALID_DIMENSIONS',
    );
    const long = await telegram.upload('sendPhoto', { chat_id: HANA, photo: blob(photo, 'image/jpeg'), caption: 'x'.repeat(1025) });
    expect(long.json.description).toBe('Bad Request: message caption is too long');
  });

  it('sends documents and voice', async () => {
    const { json } = await telegram.upload('sendDocument', { chat_id: HANA, document: blob(sample('document.pdf'), 'application/pdf') });
    expect(json.result.document).toMatchObject({ file_name: 'document.bin', mime_type: 'application/pdf', file_size: 592 });
    expect((await telegram.lastInChat()).kind).toBe('file');
    expect(
      (await telegram.upload('sendVoice', { chat_id: HANA, voice: blob(sample('voice.ogg'), 'audio/ogg') })).json.result.voice.duration,
    ).toBe(1);
  });

  describe('from the customer', () => {
    const download = async (path: string, token = TOKEN) => fetch(`${telegram.standIns.address('telegramApi')}/file/bot${token}/${path}`);
    const fileIdOf = async (type: 'image' | 'file') => {
      await telegram.account.act(HANA, { type });
      const updates = (await telegram.call('getUpdates')).json.result;
      const { message } = updates.at(-1);
      return (message.document ?? message.photo.at(-1)).file_id as string;
    };

    it('gives the bytes for an hour after getFile', async () => {
      const fileId = await fileIdOf('image');
      const { result } = (await telegram.call('getFile', { file_id: fileId })).json;
      expect(result).toEqual({
        file_id: fileId,
        file_unique_id: expect.any(String),
        file_size: photo.length,
        file_path: expect.stringMatching(/^photos\/file_\d+\.jpg$/),
      });
      const file = await download(result.file_path);
      expect(Buffer.from(await file.arrayBuffer()).equals(photo)).toBe(true);
      expect((await download(result.file_path, '7000000001:AAother')).status).toBe(401);
      await telegram.standIns.advance(3_601_000);
      expect((await download(result.file_path)).status).toBe(404);
      await telegram.call('getFile', { file_id: fileId });
      expect((await download(result.file_path)).status).toBe(200);
    });

    it('gives nothing before getFile, and no file over 20 MB', async () => {
      await fileIdOf('file');
      const path = 'documents/file_1.pdf';
      expect((await download(path)).status).toBe(404);
      expect((await telegram.call('getFile', { file_id: 'x' })).json.description).toBe(
        'Bad Request: wrong file_id or the file is temporarily unavailable',
      );
      const form = new FormData();
      form.set('type', 'file');
      form.set('file', new Blob([new Uint8Array(20 * 1024 * 1024 + 1)]), 'big.bin');
      await fetch(`${telegram.standIns.address('play')}/api/telegram/7000000001/customers/${HANA}/messages`, {
        method: 'POST',
        body: form,
      });
      const { message } = (await telegram.call('getUpdates')).json.result.at(-1);
      expect(message.document).toMatchObject({ file_name: 'big.bin', file_size: 20 * 1024 * 1024 + 1 });
      expect((await telegram.call('getFile', { file_id: message.document.file_id })).json.description).toBe('Bad Request: file is too big');
    });
  });
});
