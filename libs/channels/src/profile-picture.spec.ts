import { pictureFetcher } from './profile-picture.js';
import { deadline, platformThatAnswers, stopPlatforms } from './testing/scripted.js';

const everything = async (stream: AsyncIterable<Uint8Array>) => {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return String(Buffer.concat(parts));
};

describe('a profile picture', () => {
  afterEach(stopPlatforms);

  it('comes from a host that the environment puts in a platform’s place', async () => {
    const platform = await platformThatAnswers({ '/p/1.jpg': { status: 200, body: 'a face' } });
    const fetchPicture = pictureFetcher({ MADOGUCHI_VIBER_FILES: `${platform.url}/any`, MADOGUCHI_LINE_API: '' });
    expect(await everything((await fetchPicture(`${platform.url}/p/1.jpg`, deadline())).stream)).toBe('a face');
    expect(platform.requests.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it.each<[string, (url: string) => Readonly<Record<string, string>>]>([
    ['the environment names no such host', () => ({})],
    ['the host is ours for something else', (url) => ({ MADOGUCHI_MEDIA_S3_ENDPOINT: url, NATS_URL: url, MADOGUCHI_SMTP_URL: url })],
  ])('is not looked for inside our own network when %s', async (_, environment) => {
    const platform = await platformThatAnswers({ '/': { status: 200, body: 'secret' } });
    const fetchPicture = pictureFetcher(environment(platform.url));
    for (const address of [`${platform.url}/p`, 'https://127.0.0.1/', 'https://[::1]/', 'no address', 'file:///etc/passwd', '/p'])
      await expect(fetchPicture(address, deadline())).rejects.toMatchObject({ code: 'not-public' });
    expect(platform.requests).toEqual([]);
  });

  it('that is gone, or moved inside, is not there', async () => {
    const platform = await platformThatAnswers({
      '/gone': { status: 404 },
      '/moved': { status: 302, headers: { location: 'http://127.0.0.1:9/' } },
    });
    const fetchPicture = pictureFetcher({ MADOGUCHI_LINE_API: platform.url });
    for (const path of ['gone', 'moved'])
      await expect(fetchPicture(`${platform.url}/${path}`, deadline())).rejects.toMatchObject({ code: 'refused' });
  });
});
