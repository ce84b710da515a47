import { telegramCredentials } from '../testing/telegram-setup.js';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { telegramChannel } from './index.js';

const { botToken } = telegramCredentials;
const lies = (path: string) => ({
  status: 200,
  body: JSON.stringify({ ok: true, result: { file_id: 'BQAC-1', file_unique_id: 'AgAD-1', file_size: 5, file_path: path } }),
});
const refused = (error_code: number, description: string, parameters = {}) => ({
  status: error_code,
  body: JSON.stringify({ ok: false, error_code, description, parameters }),
});

const fetched = async (answers: Parameters<typeof platformThatAnswers>[0]) => {
  const platform = await platformThatAnswers(answers);
  const file = await telegramChannel({ api: platform.url }).fetchMedia('BQAC-1', telegramCredentials, deadline());
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.stream) chunks.push(chunk);
  return { platform, file, bytes: Buffer.concat(chunks).toString() };
};

describe('a file of Telegram', () => {
  afterEach(stopPlatforms);

  it('is asked for, then fetched; a type that says nothing is left out', async () => {
    const { platform, file, bytes } = await fetched({
      '/getFile': lies('documents/契約 7#.pdf'),
      '/file/': { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: 'bytes' },
    });
    expect(bytes).toBe('bytes');
    expect([file.size, file.mimeType]).toEqual([5, undefined]);
    expect(platform.requests.map(({ path }) => path)).toEqual([
      `/bot${botToken}/getFile`,
      `/file/bot${botToken}/documents/${encodeURIComponent('契約 7#.pdf')}`,
    ]);
  });

  it.each([
    ['when it is too big for a bot', { '/getFile': refused(400, 'Bad Request: file is too big') }, { code: 'too-large', retryable: false }],
    [
      'when Telegram cannot tell whether it ever will be',
      { '/getFile': refused(400, 'Bad Request: wrong file_id or the file is temporarily unavailable') },
      { code: 'not-found', retryable: true },
    ],
    ['when the token is refused', { '/getFile': refused(401, 'Unauthorized') }, { code: 'credentials-refused', retryable: false }],
    [
      'when Telegram asks to slow down',
      { '/getFile': refused(429, 'Too Many Requests: retry after 9', { retry_after: 9 }) },
      { code: 'rate-limit', retryable: true, retryAfterMs: 9_000 },
    ],
    ['when Telegram has a fault', { '/getFile': refused(502, 'Bad Gateway') }, { code: 'platform-error', retryable: true }],
    ['when its link has ended', { '/getFile': lies('a/b.pdf'), '/file/': { status: 404 } }, { code: 'refused', retryable: true }],
    ['when the connection breaks', { '/getFile': lies('a/b.pdf'), '/file/': 'reset' as const }, { code: 'not-reached', retryable: true }],
  ])('is not there %s', async (_, answers, error) => {
    await expect(fetched(answers)).rejects.toMatchObject({ name: 'MediaUnavailableError', ...error });
  });

  it.each(['../../bot1:a/getMe', 'a/../../b', '/etc/passwd', 'a//b', '.'])('is never looked for outside its folder: %s', async (path) => {
    await expect(fetched({ '/getFile': lies(path), '/': { status: 200 } })).rejects.toMatchObject({ name: 'MediaUnavailableError' });
  });
});

describe('a profile of Telegram', () => {
  afterEach(stopPlatforms);

  it('is the name of the chat', async () => {
    const platform = await platformThatAnswers({
      '/getChat': { status: 200, body: '{"ok":true,"result":{"id":5550001001,"first_name":"Hana","last_name":"Mori","type":"private"}}' },
    });
    expect(await telegramChannel({ api: platform.url }).fetchProfile('5550001001', telegramCredentials, deadline())).toEqual({
      displayName: 'Hana Mori',
    });
  });
});
