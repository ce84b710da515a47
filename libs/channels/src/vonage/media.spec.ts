import type { Script } from '@madoguchi/use-cases/testing';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { vonageChannel } from './index.js';
import { smsCredentials, vonageCredentials } from './testing/vonage-setup.js';

const BYTES = Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x80]);
const file: Script = { status: 200, headers: { 'content-type': 'image/jpeg' }, body: BYTES };
const reference = 'https://api-ap.nexmo.com/v3/media/1f0e?size=1';

const fetched = async (platform: { readonly url: string }, address = reference, credentials: object = vonageCredentials) => {
  const channel = vonageChannel({ rest: 'http://127.0.0.1:9', api: platform.url });
  const { stream, ...more } = await channel.fetchMedia(address, credentials as typeof vonageCredentials, deadline());
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return { ...more, bytes: Buffer.concat(chunks) };
};

describe('a file of Vonage', () => {
  afterEach(stopPlatforms);

  it('is fetched with the token of the application, from what stands in the place of Vonage', async () => {
    const platform = await platformThatAnswers({ '/v3/media/1f0e': file });
    expect(await fetched(platform)).toEqual({ bytes: BYTES, mimeType: 'image/jpeg', size: 5 });
    expect(platform.requests).toMatchObject([
      {
        method: 'GET',
        path: '/v3/media/1f0e?size=1',
        headers: { authorization: expect.stringMatching(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/) },
      },
    ]);
    await fetched(platform, `${platform.url}/v3/media/1f0e`);
    expect(platform.requests[1]?.headers.authorization).toMatch(/^Bearer /);
  });

  it('is asked for without a token while the account has no application', async () => {
    const platform = await platformThatAnswers({ '/v3/media/1f0e': file });
    expect(await fetched(platform, reference, smsCredentials)).toMatchObject({ bytes: BYTES });
    expect(platform.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it.each<[string, Script, object]>([
    ['after 48 hours', { status: 404 }, { code: 'not-found', retryable: false }],
    ['when the token is refused', { status: 401 }, { code: 'credentials-refused', retryable: false }],
    ['when Vonage asks to slow down', { status: 429 }, { code: 'rate-limit', retryable: true }],
    ['when Vonage has a fault', { status: 503 }, { code: 'platform-error', retryable: true }],
    ['when Vonage sends us elsewhere', { status: 302, headers: { location: 'http://169.254.169.254/' } }, { code: 'refused' }],
    ['when the connection breaks', 'reset', { code: 'not-reached', retryable: true }],
    ['when it is larger than 50 MB', { status: 200, headers: { 'content-length': String(50 * 1024 * 1024 + 1) } }, { code: 'too-large' }],
  ])('is not there %s', async (_, answer, error) => {
    const platform = await platformThatAnswers({ '/': answer });
    await expect(fetched(platform)).rejects.toMatchObject({ name: 'MediaUnavailableError', ...error });
    expect(platform.requests).toHaveLength(1);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://api.nexmo.com/v3/media/1',
    'https://api.nexmo.com:8443/v3/media/1',
    'https://user@api.nexmo.com/v3/media/1',
    'https://127.0.0.1/v3/media/1',
    'https://[::1]/a',
    'https://10.0.0.1/a',
    'file:///etc/passwd',
  ])('is never fetched from inside our network, and the token goes to nobody but Vonage (%s)', async (address) => {
    const platform = await platformThatAnswers({ '/': file });
    await expect(fetched(platform, address)).rejects.toMatchObject({ name: 'MediaUnavailableError', code: 'not-public', retryable: false });
    expect(platform.requests).toEqual([]);
  });

  it('needs an address and a key that can be one', async () => {
    const platform = await platformThatAnswers({ '/': file });
    await expect(fetched(platform, 'not an address')).rejects.toMatchObject({ code: 'not-found', retryable: false });
    await expect(fetched(platform, reference, { ...vonageCredentials, privateKey: 'x' })).rejects.toMatchObject({
      code: 'credentials-refused',
    });
    expect(platform.requests).toEqual([]);
  });
});

describe('a profile of Vonage', () => {
  it('is not there: a name comes with some messages', async () => {
    const { fetchProfile } = vonageChannel({ rest: 'http://127.0.0.1:9', api: 'http://127.0.0.1:9' });
    expect(await fetchProfile('819012345678', vonageCredentials, deadline())).toBeUndefined();
  });
});
