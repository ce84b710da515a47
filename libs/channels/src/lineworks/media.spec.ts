import { deadline, stopPlatforms } from '../testing/scripted.js';
import { lineworksThatAnswers } from './testing/lineworks-platform.js';
import { lineworksCredentials, lineworksFile, lineworksMember } from './testing/lineworks-setup.js';
import { storageAddress } from './storage.js';

type Answers = Parameters<typeof lineworksThatAnswers>[0];

/** The API answers with a redirect to the storage, unless `answers` says otherwise. */
const fetched = async (answers: Answers = {}, location?: string) => {
  const lineworks = await lineworksThatAnswers();
  lineworks.platform.script(({ path }) => {
    const answer = Object.entries(answers ?? {}).find(([key]) => path.includes(key))?.[1];
    if (answer) return answer;
    if (path.includes('/oauth2/')) return { status: 200, body: '{"access_token":"t1","expires_in":"3600","scope":"bot"}' };
    if (path.includes('/attachments/'))
      return { status: 302, headers: { location: location ?? `${lineworks.platform.url}/k/emsg/r/jp1/1/file` } };
    return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: 'bytes' };
  });
  const file = await lineworks.channel.fetchMedia(lineworksFile, lineworksCredentials, deadline());
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.stream) chunks.push(chunk);
  return { ...lineworks, file, bytes: Buffer.concat(chunks).toString() };
};

const named = async (disposition: string) =>
  (
    await fetched({
      '/k/emsg/': { status: 200, headers: { 'content-type': 'application/pdf', 'content-disposition': disposition }, body: 'bytes' },
    })
  ).file;

describe('a file of LINE WORKS', () => {
  afterEach(stopPlatforms);

  it('is asked for at the API, then fetched at the storage, both with the access token', async () => {
    const { apiCalls, bytes, file } = await fetched();
    expect(bytes).toBe('bytes');
    expect([file.size, file.mimeType]).toEqual([5, undefined]);
    expect(apiCalls().map(({ method, path, headers }) => [method, path, headers.authorization])).toEqual([
      ['GET', `/v1.0/bots/2000001/attachments/${lineworksFile}`, 'Bearer t1'],
      ['GET', '/k/emsg/r/jp1/1/file', 'Bearer t1'],
    ]);
  });

  it.each([
    ['attachment; filename="guide.pdf"', 'guide.pdf'],
    ['attachment; filename=guide.pdf', 'guide.pdf'],
    ['attachment; filename="x.pdf"; filename*=UTF-8\'\'%E8%A6%8F%E7%A8%8B.pdf', '規程.pdf'],
    [`attachment; filename="${Buffer.from('規程.pdf').toString('latin1')}"`, '規程.pdf'],
    ['attachment; filename="a \\"b\\".pdf"', 'a "b".pdf'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ["attachment; filename*=UTF-8''%ZZ", undefined],
    ["attachment; filename*=UTF-8''a%00b.pdf", 'ab.pdf'],
    ['inline', undefined],
  ])('has the name that comes with it: %s', async (disposition, fileName) => {
    const file = await named(disposition);
    expect([file.fileName, file.mimeType]).toEqual([fileName, 'application/pdf']);
  });

  it.each([
    'https://evil.example/k/emsg/1',
    'https://storage.worksmobile.com.evil.example/1',
    'https://evilworksmobile.com/1',
    'https://user@storage.worksmobile.com/1',
    'https://storage.worksmobile.com:8443/1',
    'http://127.0.0.1:1/latest/meta-data',
    'http://169.254.169.254/latest/meta-data',
    'http://[::1]/1',
    'file:///etc/passwd',
    '/elsewhere',
    '//evil.example/1',
    '',
  ])('is not looked for, and the access token not shown, outside the storage of LINE WORKS: %s', async (location) => {
    await expect(fetched({}, location)).rejects.toMatchObject({ name: 'MediaUnavailableError', code: 'not-found', retryable: false });
  });

  it('lies at LINE WORKS, where the token goes over https only, or at what is configured in its place', () => {
    const hosts = { auth: 'https://auth.worksmobile.com', api: 'https://www.worksapis.com' };
    const at = (address: string, storage?: string) => storageAddress({ ...hosts, storage }, address);
    expect(at('https://apis-storage.worksmobile.com/k/1?a=b')).toBe('https://apis-storage.worksmobile.com/k/1?a=b');
    expect(at('http://apis-storage.worksmobile.com/k/1')).toBe('https://apis-storage.worksmobile.com/k/1');
    expect(at('http://127.0.0.1:4020/k/1')).toBeUndefined();
    expect(at('http://127.0.0.1:4020/k/1', 'http://127.0.0.1:4020')).toBe('http://127.0.0.1:4020/k/1');
    expect(at('http://127.0.0.1:4021/k/1', 'http://127.0.0.1:4020')).toBeUndefined();
  });

  it.each([
    ['when LINE WORKS does not know it', { '/attachments/': { status: 404 } }, { code: 'not-found', retryable: false }],
    ['when the bot may not have it', { '/attachments/': { status: 403 } }, { code: 'credentials-refused', retryable: false }],
    ['when the token is refused twice', { '/attachments/': { status: 401 } }, { code: 'credentials-refused', retryable: false }],
    [
      'when LINE WORKS asks to slow down',
      { '/attachments/': { status: 429, headers: { 'rateLimit-reset': '9' } } },
      { code: 'rate-limit', retryable: true, retryAfterMs: 9_000 },
    ],
    ['when LINE WORKS has a fault', { '/attachments/': { status: 502 } }, { code: 'platform-error', retryable: true }],
    [
      'when the API gives bytes itself, which it never does',
      { '/attachments/': { status: 200, body: 'x' } },
      { code: 'platform-error', retryable: true },
    ],
    ['when its time in the storage is over', { '/k/emsg/': { status: 404 } }, { code: 'not-found', retryable: false }],
    [
      'when the storage sends on again',
      { '/k/emsg/': { status: 302, headers: { location: '/elsewhere' } } },
      { code: 'platform-error', retryable: true },
    ],
    ['when the connection breaks', { '/k/emsg/': 'reset' as const }, { code: 'not-reached', retryable: true }],
  ])('is not there %s', async (_, answers, error) => {
    await expect(fetched(answers)).rejects.toMatchObject({ name: 'MediaUnavailableError', ...error });
  });

  it.each(['', '.', '..', 'a\nb', 'x'.repeat(501)])('is never looked for under what can be no id: %j', async (fileId) => {
    const { channel, platform } = await lineworksThatAnswers();
    await expect(channel.fetchMedia(fileId, lineworksCredentials, deadline())).rejects.toMatchObject({ code: 'not-found' });
    expect(platform.requests).toEqual([]);
  });
});

describe('the profile of a member', () => {
  afterEach(stopPlatforms);
  const member = {
    userId: lineworksMember,
    email: 'taro@example.com',
    userName: { lastName: '田中', firstName: '太郎' },
    organizations: [],
  };

  it('is the name, asked for under the scope that allows it', async () => {
    const { channel, calls } = await lineworksThatAnswers({ '/users/': { status: 200, body: JSON.stringify(member) } });
    expect(await channel.fetchProfile(lineworksMember, lineworksCredentials, deadline())).toEqual({ displayName: '田中 太郎' });
    expect(new URLSearchParams(calls('/oauth2/')[0]?.body.toString()).get('scope')).toBe('user.profile.read');
    expect(calls('/users/')[0]).toMatchObject({ method: 'GET', path: `/v1.0/users/${lineworksMember}` });
  });

  it.each([
    [
      'the app does not have that scope',
      { '/oauth2/': { status: 400, body: '{"error":"invalid_scope","error_description":"Request scope is not valid."}' } },
    ],
    ['it may not read this member', { '/users/': { status: 403, body: '{"code":"FORBIDDEN"}' } }],
    ['the tenant shows no names', { '/users/': { status: 200, body: '{"userId":"u1","userName":null}' } }],
    ['LINE WORKS has a fault', { '/users/': { status: 500 } }],
  ])('is unknown when %s', async (_, answers) => {
    const { channel } = await lineworksThatAnswers(answers);
    expect(await channel.fetchProfile(lineworksMember, lineworksCredentials, deadline())).toBeUndefined();
  });
});
