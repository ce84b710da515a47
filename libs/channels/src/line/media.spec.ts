import { lineCredentials } from '../testing/line-setup.js';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { lineChannel } from './index.js';

const nobody = 'http://127.0.0.1:9';

const fetched = async (answers: Parameters<typeof platformThatAnswers>[0], reference = '500000000000000021') => {
  const platform = await platformThatAnswers(answers);
  const file = await lineChannel({ api: nobody, dataApi: platform.url }).fetchMedia(reference, lineCredentials, deadline());
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.stream) chunks.push(chunk);
  return { platform, file, bytes: Buffer.concat(chunks) };
};

describe('a file of LINE', () => {
  afterEach(stopPlatforms);

  it('comes from the data host with the type and size that LINE tells', async () => {
    const body = Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x80]);
    const { platform, file, bytes } = await fetched({ '/content': { status: 200, headers: { 'content-type': 'image/JPEG; a=b' }, body } });
    expect(bytes).toEqual(body);
    expect(file).toMatchObject({ mimeType: 'image/jpeg', size: 5 });
    expect(platform.requests).toMatchObject([
      { path: '/v2/bot/message/500000000000000021/content', headers: { authorization: `Bearer ${lineCredentials.channelAccessToken}` } },
    ]);
  });

  it.each([
    [
      'while LINE prepares it',
      { '/transcoding': { status: 200, body: '{"status":"processing"}' }, '/content': { status: 202 } },
      'preparing',
      true,
    ],
    [
      'when LINE could not prepare it',
      { '/transcoding': { status: 200, body: '{"status":"failed"}' }, '/content': { status: 202 } },
      'conversion-failed',
      false,
    ],
    ['when LINE has deleted it', { '/content': { status: 404, body: '{"message":"not found"}' } }, 'not-found', false],
    ['when the customer took it back', { '/content': { status: 410, body: '{"message":"The content is gone"}' } }, 'unsent', false],
    ['when the token is refused', { '/content': { status: 401 } }, 'credentials-refused', false],
    ['when LINE asks to slow down', { '/content': { status: 429 } }, 'rate-limit', true],
    ['when LINE has a fault', { '/content': { status: 503 } }, 'platform-error', true],
    ['when the connection breaks', { '/content': 'reset' as const }, 'not-reached', true],
    [
      'when it is larger than 50 MB',
      { '/content': { status: 200, headers: { 'content-length': String(50 * 1024 * 1024 + 1) } } },
      'too-large',
      false,
    ],
  ])('is not there %s', async (_, answers, code, retryable) => {
    await expect(fetched(answers)).rejects.toMatchObject({ name: 'MediaUnavailableError', code, retryable });
  });

  it('ends at 50 MB when its size was not told', async () => {
    const body = Buffer.alloc(50 * 1024 * 1024 + 1);
    await expect(fetched({ '/content': { status: 200, headers: { 'transfer-encoding': 'chunked' }, body } })).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  it('is asked for only under a message id', async () => {
    await expect(fetched({ '/': { status: 200 } }, '../../v2/bot/info')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a profile of LINE', () => {
  afterEach(stopPlatforms);

  const profileOf = async (key: string, answers: Parameters<typeof platformThatAnswers>[0]) => {
    const platform = await platformThatAnswers(answers);
    return lineChannel({ api: platform.url, dataApi: nobody }).fetchProfile(key, lineCredentials, deadline());
  };

  it('has name, picture and language', async () => {
    const body = '{"displayName":"田中","userId":"Ua","language":"ja","pictureUrl":"https://p.example/a","statusMessage":"x"}';
    expect(await profileOf('Ua', { '/v2/bot/profile/Ua': { status: 200, body } })).toEqual({
      displayName: '田中',
      language: 'ja',
      pictureUrl: 'https://p.example/a',
    });
  });

  it('of a group is its name', async () => {
    const body = '{"groupId":"Cc","groupName":"家族","pictureUrl":"https://p.example/c"}';
    expect(await profileOf('Cc', { '/v2/bot/group/Cc/summary': { status: 200, body } })).toMatchObject({ displayName: '家族' });
  });

  it.each([
    ['Cc/Ub', '/v2/bot/group/Cc/member/Ub'],
    ['Rr/Ub', '/v2/bot/room/Rr/member/Ub'],
  ])('of a member (%s) is theirs, also when they are no friends', async (key, path) => {
    const body = '{"displayName":"次郎","userId":"Ub","pictureUrl":"https://p.example/b"}';
    expect(await profileOf(key, { [path]: { status: 200, body } })).toMatchObject({ displayName: '次郎' });
  });

  it('of somebody who blocked us, of a room, or of a key that is none, is nothing', async () => {
    for (const key of ['Ua', 'Rr', 'Ua/Ub', 'Cc/Ub/Uc', 'Cc/..', '/Ub']) expect(await profileOf(key, {})).toBeUndefined();
  });
});
