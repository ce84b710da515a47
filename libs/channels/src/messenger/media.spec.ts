import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { messengerChannel } from './index.js';
import { graphError, messengerCredentials, messengerCustomer } from './testing/messenger-setup.js';

const fetched = async (answers: Parameters<typeof platformThatAnswers>[0]) => {
  const platform = await platformThatAnswers(answers);
  const file = await messengerChannel({ api: 'http://127.0.0.1:9', files: platform.url }).fetchMedia(
    `${platform.url}/v/1.jpg?oh=aa&oe=bb`,
    messengerCredentials,
    deadline(),
  );
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.stream) chunks.push(chunk);
  return { platform, file, bytes: Buffer.concat(chunks) };
};

describe('a file of Messenger', () => {
  afterEach(stopPlatforms);

  it('comes from its signed address, and the token does not go there', async () => {
    const body = Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x80]);
    const { platform, file, bytes } = await fetched({ '/v/1.jpg': { status: 200, headers: { 'content-type': 'image/jpeg' }, body } });
    expect(bytes).toEqual(body);
    expect(file).toMatchObject({ mimeType: 'image/jpeg', size: 5 });
    expect(platform.requests.map(({ path }) => path)).toEqual(['/v/1.jpg?oh=aa&oe=bb']);
    expect(JSON.stringify(platform.requests[0]?.headers)).not.toContain(messengerCredentials.pageAccessToken);
  });

  it.each([
    ['when its address has ended', { '/v/': { status: 403 } }, 'not-found', false],
    ['when Meta has deleted it', { '/v/': { status: 404 } }, 'not-found', false],
    ['when Meta asks to slow down', { '/v/': { status: 429 } }, 'rate-limit', true],
    ['when Meta has a fault', { '/v/': { status: 503 } }, 'platform-error', true],
    ['when it is said to lie elsewhere', { '/v/': { status: 302, headers: { location: 'http://127.0.0.1:4222/' } } }, 'refused', false],
    ['when the connection breaks', { '/v/': 'reset' as const }, 'not-reached', true],
    [
      'when it is larger than 50 MB',
      { '/v/': { status: 200, headers: { 'content-length': String(50 * 1024 * 1024 + 1) } } },
      'too-large',
      false,
    ],
  ])('is not there %s', async (_, answers, code, retryable) => {
    await expect(fetched(answers)).rejects.toMatchObject({ name: 'MediaUnavailableError', code, retryable });
  });

  it('MADOGUCHI_MESSENGER_FILES opens exactly that host, on exactly that port', async () => {
    const platform = await platformThatAnswers({ '/': { status: 200 } });
    const { port } = new URL(platform.url);
    const channel = messengerChannel({ api: platform.url, files: `http://127.0.0.2:${port}` });
    for (const address of [
      platform.url,
      `http://127.0.0.2:${Number(port) + 1}/`,
      `https://127.0.0.2:${port}/`,
      `http://127.0.0.2@127.0.0.1:${port}/`,
    ])
      await expect(channel.fetchMedia(address, messengerCredentials, deadline())).rejects.toMatchObject({ code: 'not-public' });
    expect(platform.requests).toEqual([]);
  });

  it.each(['http://127.0.0.1:4222/', 'https://169.254.169.254/latest/meta-data/', 'https://localhost/', 'no address'])(
    'is never looked for inside our own network: %s',
    async (address) => {
      const channel = messengerChannel({ api: 'http://127.0.0.1:9' });
      await expect(channel.fetchMedia(address, messengerCredentials, deadline())).rejects.toMatchObject({
        name: 'MediaUnavailableError',
        retryable: false,
      });
    },
  );
});

describe('a profile of Messenger', () => {
  afterEach(stopPlatforms);

  const profileOf = async (answer: Parameters<typeof platformThatAnswers>[0][string], key = messengerCustomer) => {
    const platform = await platformThatAnswers({ [`/v25.0/${messengerCustomer}`]: answer });
    return messengerChannel({ api: platform.url }).fetchProfile(key, messengerCredentials, deadline());
  };

  it('has name, picture and language', async () => {
    const body = '{"first_name":"花子","last_name":"森","profile_pic":"https://p.example/a","locale":"ja_JP","id":"7700112233445566"}';
    expect(await profileOf({ status: 200, body })).toEqual({
      displayName: '花子 森',
      pictureUrl: 'https://p.example/a',
      language: 'ja-JP',
    });
    expect(await profileOf({ status: 200, body: '{"name":"森 花子","first_name":"花子"}' })).toMatchObject({ displayName: '森 花子' });
  });

  it('is nothing without the feature or the consent, for accounts made with a phone number, and for the visitor of a plugin', async () => {
    expect(await profileOf({ status: 200, body: '{}' })).toBeUndefined();
    expect(await profileOf({ status: 400, body: graphError(100, 2018218) })).toBeUndefined();
    expect(await profileOf({ status: 200, body: '{"name":"x"}' }, 'user_ref:../me')).toBeUndefined();
  });
});
