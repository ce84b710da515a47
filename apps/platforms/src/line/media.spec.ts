import { readFileSync } from 'node:fs';
import { HANA, LineUnderTest } from '../testing/line-account.js';
import { PUBLIC_HOST, until } from '../testing/stand-ins.js';

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url));

describe('LINE, videos and audios of the account', () => {
  let line: LineUnderTest;
  beforeAll(async () => {
    line = await LineUnderTest.start();
  });
  afterAll(() => line.standIns.stop());
  afterEach(() => line.tidy());

  const shown = async (message: object) => {
    expect((await line.push([message])).status).toBe(200);
    const { id } = await line.lastInChat();
    const media = async () => (await line.account.chat(HANA)).find((entry) => entry.id === id)?.media ?? {};
    await until(
      async () => Object.keys(await media()).length > 0,
      () => 'nothing was loaded',
    );
    return media();
  };

  it('are loaded from the public address; the picture of the account may stand for a video until it is played', async () => {
    line.standIns.receiver.files.set('/a.mp4', { type: 'video/mp4', bytes: sample('video.mp4') });
    line.standIns.receiver.files.set('/a.m4a', { type: 'audio/mp4', bytes: sample('audio.m4a') });
    const { pictureUrl } = (await line.call('GET', '/v2/bot/info')).json;
    const video = { type: 'video', originalContentUrl: `https://${PUBLIC_HOST}/a.mp4`, previewImageUrl: pictureUrl };
    expect(await shown(video)).toMatchObject({ mimeType: 'video/mp4', size: sample('video.mp4').length });
    const audio = { type: 'audio', originalContentUrl: `https://${PUBLIC_HOST}/a.m4a`, duration: 1_200 };
    expect(await shown(audio)).toMatchObject({ mimeType: 'audio/mp4' });
    expect(await shown({ ...video, previewImageUrl: `https://${PUBLIC_HOST}/a.mp4` })).toEqual({
      problem: 'previewImageUrl is not JPEG or PNG',
    });
  });

  it('are refused without preview or duration', async () => {
    const url = `https://${PUBLIC_HOST}/a`;
    expect((await line.push([{ type: 'video', originalContentUrl: url }])).json.details).toMatchObject([
      { property: 'messages[0].previewImageUrl' },
    ]);
    expect((await line.push([{ type: 'audio', originalContentUrl: url }])).json.details).toMatchObject([
      { property: 'messages[0].duration' },
    ]);
  });
});
