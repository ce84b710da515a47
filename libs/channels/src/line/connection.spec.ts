import { lineCredentials } from '../testing/line-setup.js';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { lineChannel } from './index.js';

const url = 'https://desk.example/webhooks/line/ab12';

const healthy = {
  '/v2/bot/info': {
    status: 200,
    body: '{"userId":"U0","basicId":"@123ABCDE","displayName":"相談窓口","chatMode":"bot","markAsReadMode":"auto"}',
  },
  '/v2/oauth/verify': { status: 200, body: '{"client_id":"1234567890","expires_in":2591659,"scope":"P CM"}' },
  '/v2/bot/message/quota/consumption': { status: 200, body: '{"totalUsage":500}' },
  '/v2/bot/message/quota': { status: 200, body: '{"type":"limited","value":1000}' },
  '/oauth2/v3/token': { status: 200, body: '{"token_type":"Bearer","access_token":"ey","expires_in":900}' },
  '/v2/bot/channel/webhook/endpoint': { status: 200, body: `{"endpoint":"${url}","active":true}` },
  '/v2/bot/channel/webhook/test': {
    status: 200,
    body: '{"success":true,"timestamp":"2026-11-20T05:38:20.031Z","statusCode":200,"reason":"OK","detail":"200"}',
  },
};

const channelAt = async (answers: Parameters<typeof platformThatAnswers>[0]) => {
  const platform = await platformThatAnswers({ ...healthy, ...answers });
  return { platform, channel: lineChannel({ api: platform.url, dataApi: 'http://127.0.0.1:9' }, () => new Date('2026-11-20T00:00:00Z')) };
};

const tested = async (answers: Parameters<typeof platformThatAnswers>[0], credentials = lineCredentials) => {
  const { channel } = await channelAt(answers);
  return channel.testConnection(credentials, deadline(), url);
};

describe('testing the connection to LINE', () => {
  afterEach(stopPlatforms);

  it('M-50: checks token, basic ID, channel secret, quota, webhook address, its switch, and the delivery', async () => {
    expect((await tested({})).map(({ check, ok }) => [check, ok])).toEqual([
      ['token', true],
      ['account matches', true],
      ['channel matches', true],
      ['token expiry', true],
      ['secret', true],
      ['quota', true],
      ['webhook', true],
      ['webhook switched on', true],
      ['delivery', true],
    ]);
  });

  it.each([
    [
      'the token is refused',
      { '/v2/bot/info': { status: 401, body: '{"message":"Authentication failed due to the following reason: invalid token."}' } },
      'token',
      /invalid token/,
    ],
    [
      'the secret belongs to another channel',
      { '/oauth2/v3/token': { status: 400, body: '{"error":"invalid_client","error_description":"invalid client_secret"}' } },
      'secret',
      /invalid client_secret/,
    ],
    [
      'the token belongs to another channel',
      { '/v2/oauth/verify': { status: 200, body: '{"client_id":"9876543210","expires_in":2591659}' } },
      'channel matches',
      /9876543210.*1234567890/,
    ],
    ['LINE does not tell how long the token lives', { '/v2/oauth/verify': { status: 503, body: '' } }, 'token expiry', /503/],
    [
      "the month's messages are used up",
      { '/v2/bot/message/quota/consumption': { status: 200, body: '{"totalUsage":1000}' } },
      'quota',
      /1000 of this month's 1000/,
    ],
    [
      'no webhook is registered',
      { '/v2/bot/channel/webhook/endpoint': { status: 404, body: '{"message":"Webhook endpoint not found"}' } },
      'webhook',
      /not found/,
    ],
    [
      'the webhook is not ours',
      { '/v2/bot/channel/webhook/endpoint': { status: 200, body: '{"endpoint":"https://other.example/x","active":true}' } },
      'webhook',
      /other\.example/,
    ],
    [
      'the webhook is switched off',
      { '/v2/bot/channel/webhook/endpoint': { status: 200, body: `{"endpoint":"${url}","active":false}` } },
      'webhook switched on',
      /does not use it/,
    ],
    [
      'LINE cannot deliver',
      {
        '/v2/bot/channel/webhook/test': {
          status: 200,
          body: '{"success":false,"statusCode":0,"reason":"COULD_NOT_CONNECT","detail":"TLS"}',
        },
      },
      'delivery',
      /COULD_NOT_CONNECT/,
    ],
    [
      'tests were too many',
      { '/v2/bot/channel/webhook/test': { status: 429, body: '{"message":"The API rate limit has been exceeded. Try again later."}' } },
      'delivery',
      /rate limit/,
    ],
  ])('says so, and what to do, when %s', async (_, answers, failing, reason) => {
    const failed = (await tested(answers)).filter(({ ok }) => !ok);
    expect(failed).toMatchObject([{ check: failing, reason: expect.stringMatching(reason), remedy: expect.stringMatching(/\w{4}/) }]);
  });

  describe('M-49: reads back of a token', () => {
    const unknown = { status: 400, body: '{"error":"invalid_request","error_description":"access token expired"}' };
    const living = (seconds: number) => ({ status: 200, body: `{"client_id":"1234567890","expires_in":${seconds},"scope":"P CM"}` });
    const day = 24 * 60 * 60;

    it.each([
      ['that is short-lived the day on which it ends', { '/v2/oauth/verify': living(20 * day) }, true, /ends on 2026-12-10/],
      ['that ends within 14 days that it does', { '/v2/oauth/verify': living(14 * day) }, false, /ends on 2026-12-04/],
      ['that is long-lived that it has no end', { '/v2/oauth/verify': living(0) }, true, /does not end/],
      [
        'of version 2.1 that it is one, and its end',
        { '/v2/oauth/verify': unknown, '/oauth2/v2.1/verify': living(20 * day) },
        true,
        /version 2\.1.*2026-12-10/,
      ],
      ['that no call knows that it is stateless', { '/v2/oauth/verify': unknown, '/oauth2/v2.1/verify': unknown }, false, /15 minutes/],
    ])('%s', async (_, answers, ok, reason) => {
      const check = (await tested(answers)).find((each) => each.check === 'token expiry');
      expect(check).toMatchObject({ ok, reason: expect.stringMatching(reason) });
    });
  });

  it('tells how much of the month is used, and when there is no limit', async () => {
    const quotaOf = async (answers: Parameters<typeof platformThatAnswers>[0]) =>
      (await tested(answers)).find(({ check }) => check === 'quota')?.reason;
    expect(await quotaOf({})).toMatch(/500 of this month's 1000/);
    expect(await quotaOf({ '/v2/bot/message/quota': { status: 200, body: '{"type":"none"}' } })).toMatch(/no limit/);
  });

  it('M-58: tells both basic IDs when they differ, and takes the premium ID as well', async () => {
    const [, matches] = await tested({}, { ...lineCredentials, basicId: '@999zzzzz' });
    expect(matches).toMatchObject({ check: 'account matches', ok: false, reason: expect.stringMatching(/@123ABCDE.*@999zzzzz/) });
    const info = { status: 200, body: '{"userId":"U0","basicId":"@777xxxxx","premiumId":"@123abcde"}' };
    expect((await tested({ '/v2/bot/info': info }))[1]).toMatchObject({ ok: true });
  });

  it('M-62: registers the webhook, then tells what LINE really has and whether it delivers', async () => {
    const { platform, channel } = await channelAt({});
    const checks = await channel.registerWebhook(url, lineCredentials, deadline());
    expect(checks.every(({ ok }) => ok)).toBe(true);
    expect(platform.requests[0]).toMatchObject({ method: 'PUT', path: '/v2/bot/channel/webhook/endpoint' });
    expect(JSON.parse(platform.requests[0]?.body.toString() ?? '')).toEqual({ endpoint: url });
    const other = await channelAt({
      '/v2/bot/channel/webhook/endpoint': { status: 200, body: '{"endpoint":"https://other.example/x","active":true}' },
    });
    expect(await other.channel.registerWebhook(url, lineCredentials, deadline())).toMatchObject([
      { check: 'webhook', ok: false, reason: expect.stringContaining('https://other.example/x') },
    ]);
  });

  it('says why LINE does not take an address', async () => {
    const { channel } = await channelAt({
      '/endpoint': { status: 200 },
      '/v2/bot/channel/webhook/endpoint': { status: 400, body: '{"message":"Invalid webhook endpoint URL"}' },
    });
    expect(await channel.registerWebhook('http://desk.example', lineCredentials, deadline())).toMatchObject([
      {
        check: 'webhook',
        ok: false,
        reason: expect.stringContaining('Invalid webhook endpoint URL'),
        remedy: expect.stringContaining('https'),
      },
    ]);
  });
});
