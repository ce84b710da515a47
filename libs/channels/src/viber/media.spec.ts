import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { viberChannel } from './index.js';
import { viberCredentials, viberCustomer, viberRefusal } from './testing/viber-setup.js';

const fetched = async (answers: Parameters<typeof platformThatAnswers>[0]) => {
  const platform = await platformThatAnswers(answers);
  const channel = viberChannel({ api: 'http://127.0.0.1:9', files: platform.url });
  const file = await channel.fetchMedia(`${platform.url}/p/1.jpg?Expires=1&Signature=x`, viberCredentials, deadline());
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.stream) chunks.push(chunk);
  return { platform, file, bytes: Buffer.concat(chunks) };
};

describe('a file of Viber', () => {
  afterEach(stopPlatforms);

  it('comes from its signed address, and the token does not go there', async () => {
    const body = Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x80]);
    const { platform, file, bytes } = await fetched({ '/p/1.jpg': { status: 200, headers: { 'content-type': 'image/jpeg' }, body } });
    expect(bytes).toEqual(body);
    expect(file).toMatchObject({ mimeType: 'image/jpeg', size: 5 });
    expect(platform.requests.map(({ path }) => path)).toEqual(['/p/1.jpg?Expires=1&Signature=x']);
    expect(JSON.stringify(platform.requests[0]?.headers)).not.toContain(viberCredentials.authToken);
  });

  it.each([
    ['when its hour is over', { '/p/': { status: 403 } }, 'not-found', false],
    ['when Viber has deleted it', { '/p/': { status: 404 } }, 'not-found', false],
    ['when Viber asks to slow down', { '/p/': { status: 429 } }, 'rate-limit', true],
    ['when Viber has a fault', { '/p/': { status: 503 } }, 'platform-error', true],
    ['when it is said to lie elsewhere', { '/p/': { status: 302, headers: { location: 'http://127.0.0.1:4222/' } } }, 'refused', false],
    ['when the connection breaks', { '/p/': 'reset' as const }, 'not-reached', true],
    [
      'when it is larger than 50 MB',
      { '/p/': { status: 200, headers: { 'content-length': String(50 * 1024 * 1024 + 1) } } },
      'too-large',
      false,
    ],
  ])('is not there %s', async (_, answers, code, retryable) => {
    await expect(fetched(answers)).rejects.toMatchObject({ name: 'MediaUnavailableError', code, retryable });
  });

  it.each(['http://127.0.0.1:4222/', 'https://169.254.169.254/latest/meta-data/', 'https://localhost/', 'https://dl.example:4222/a'])(
    'is not looked for inside our network: %s',
    async (address) => {
      const channel = viberChannel({ api: 'https://chatapi.viber.com' });
      await expect(channel.fetchMedia(address, viberCredentials, deadline())).rejects.toMatchObject({
        code: 'not-public',
        retryable: false,
      });
    },
  );

  it('has an address', async () => {
    const channel = viberChannel({ api: 'https://chatapi.viber.com' });
    await expect(channel.fetchMedia('no address', viberCredentials, deadline())).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a profile of Viber', () => {
  afterEach(stopPlatforms);

  const profileOf = async (body: string) => {
    const platform = await platformThatAnswers({ '/pa/get_user_details': { status: 200, body } });
    const profile = await viberChannel({ api: platform.url }).fetchProfile(viberCustomer, viberCredentials, deadline());
    return { profile, asked: platform.requests[0] };
  };

  it('has name, picture and language', async () => {
    const user = { id: viberCustomer, name: '佐藤 花', avatar: 'https://p.example/a', country: 'JP', language: 'ja' };
    const { profile, asked } = await profileOf(JSON.stringify({ status: 0, status_message: 'ok', message_token: 1, user }));
    expect(profile).toEqual({ displayName: '佐藤 花', pictureUrl: 'https://p.example/a', language: 'ja' });
    expect(asked).toMatchObject({ method: 'POST', headers: { 'x-viber-auth-token': viberCredentials.authToken } });
    expect(JSON.parse(String(asked?.body))).toEqual({ id: viberCustomer });
  });

  it('is nothing when Viber tells nothing, or was asked twice already', async () => {
    expect((await profileOf('{"status":0,"user":{"id":"x"}}')).profile).toBeUndefined();
    expect((await profileOf(viberRefusal(12, 'tooManyRequests').body)).profile).toBeUndefined();
  });
});
