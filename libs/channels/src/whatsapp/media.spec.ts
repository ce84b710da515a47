import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { whatsappChannel } from './index.js';
import { graphRefusal, whatsappCredentials } from './testing/whatsapp-setup.js';

const MEDIA_ID = '1003383421387256';

/** A platform that names an address at Meta for the file, or the one given. */
const platformWith = async (file: Parameters<typeof platformThatAnswers>[0][string], more: object = {}) => {
  const platform = await platformThatAnswers({});
  platform.script(({ path }) =>
    path.includes('/attachments')
      ? file
      : {
          status: 200,
          body: JSON.stringify({
            messaging_product: 'whatsapp',
            url: `https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=${MEDIA_ID}&ext=1`,
            mime_type: 'audio/ogg; codecs=opus',
            sha256: 'a0b1',
            file_size: '5',
            id: MEDIA_ID,
            ...more,
          }),
        },
  );
  return platform;
};

const fetched = async (platform: { readonly url: string }, reference = MEDIA_ID) => {
  const file = await whatsappChannel({ api: platform.url, files: platform.url }).fetchMedia(reference, whatsappCredentials, deadline());
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.stream) chunks.push(chunk);
  return { file, bytes: Buffer.concat(chunks) };
};

describe('a file of WhatsApp', () => {
  afterEach(stopPlatforms);

  it('is asked for, then fetched, both with the token', async () => {
    const body = Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x80]);
    const platform = await platformWith({ status: 200, headers: { 'content-type': 'application/octet-stream' }, body });
    const { file, bytes } = await fetched(platform);
    expect(bytes).toEqual(body);
    expect(file).toMatchObject({ mimeType: 'audio/ogg', size: 5 });
    const authorization = `Bearer ${whatsappCredentials.accessToken}`;
    expect(platform.requests).toMatchObject([
      { path: `/v25.0/${MEDIA_ID}?phone_number_id=441100223300551`, headers: { authorization } },
      { path: `/whatsapp_business/attachments/?mid=${MEDIA_ID}&ext=1`, headers: { authorization, 'user-agent': 'Madoguchi' } },
    ]);
  });

  it.each([
    ['when Meta does not have it any more', graphRefusal(400, 100, 'Object does not exist'), { code: 'not-found', retryable: false }],
    ['when the token is dead', graphRefusal(401, 190, 'Session has expired'), { code: 'credentials-refused', retryable: false }],
    ['when the token may not see it', graphRefusal(403, 10, 'Permission denied'), { code: 'not-allowed', retryable: false }],
    ['when Meta asks to slow down', graphRefusal(400, 80007, 'Rate limit'), { code: 'rate-limit', retryable: true, retryAfterMs: 60_000 }],
    ['when Meta has a fault', graphRefusal(500, 1, 'Unknown'), { code: 'platform-error', retryable: true }],
    ['when the answer cannot be read', { status: 200, body: '<html>' }, { code: 'platform-error', retryable: true }],
    ['when the connection breaks', 'reset' as const, { code: 'not-reached', retryable: true }],
  ])('is not there %s', async (_, answer, error) => {
    await expect(fetched(await platformThatAnswers({ '/': answer }))).rejects.toMatchObject({ name: 'MediaUnavailableError', ...error });
  });

  it.each([
    ['its address has ended: the next try gets a new one', { status: 404 }, { code: 'refused', retryable: true }],
    ['its host refuses the token', { status: 401 }, { code: 'credentials-refused', retryable: false }],
    ['its host sends us elsewhere', { status: 302, headers: { location: 'http://169.254.169.254/' } }, { code: 'refused' }],
  ])('is not there when %s', async (_, answer, error) => {
    const platform = await platformWith(answer);
    await expect(fetched(platform)).rejects.toMatchObject({ name: 'MediaUnavailableError', ...error });
    expect(platform.requests).toHaveLength(2);
  });

  it('is not fetched when it is larger than 50 MB', async () => {
    const platform = await platformWith({ status: 200 }, { file_size: String(50 * 1024 * 1024 + 1) });
    await expect(fetched(platform)).rejects.toMatchObject({ code: 'too-large' });
    expect(platform.requests).toHaveLength(1);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:9/whatsapp_business/attachments/',
    'http://lookaside.fbsbx.com/whatsapp_business/attachments/',
    'https://lookaside.fbsbx.com.evil.example/a',
    'https://evilfbsbx.com/a',
    'https://lookaside.fbsbx.com:8443/a',
    'https://user@lookaside.fbsbx.com/a',
    'https://[::1]/a',
    'file:///etc/passwd',
    '//evil.example/a',
  ])('is never fetched from an address outside Meta: the token would go there (%s)', async (url) => {
    const platform = await platformWith({ status: 200, body: 'x' }, { url });
    const error = await fetched(platform).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'not-found', retryable: false, reason: expect.stringContaining('outside Meta') });
    expect(platform.requests).toHaveLength(1);
  });

  it('is asked for only under a media id', async () => {
    const platform = await platformWith({ status: 200 });
    await expect(fetched(platform, '../441100223300551')).rejects.toMatchObject({ code: 'not-found' });
    expect(platform.requests).toEqual([]);
  });
});

describe('a profile of WhatsApp', () => {
  it('is not there: the name comes with each message', async () => {
    const { fetchProfile } = whatsappChannel({ api: 'http://127.0.0.1:9' });
    expect(await fetchProfile('819011112222', whatsappCredentials, deadline())).toBeUndefined();
  });
});
