import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { viberChannel } from './index.js';
import { viberCredentials, viberRefusal } from './testing/viber-setup.js';

const url = 'https://desk.example/webhooks/viber/ab12';
const wanted = ['delivered', 'seen', 'failed', 'subscribed', 'unsubscribed', 'conversation_started'];
const noted = ['webhook', 'client_status', 'action', 'message', ...wanted];
const ok = (more: object) => ({ status: 200, body: JSON.stringify({ status: 0, status_message: 'ok', ...more }) });
const info = {
  id: 'pa:75346594275468546724',
  name: '予約窓口',
  uri: 'madoguchi',
  webhook: url,
  event_types: noted,
  subscribers_count: 35,
};
const healthy = { '/pa/get_account_info': ok(info), '/pa/set_webhook': ok({ event_types: noted }) };

type Answers = Parameters<typeof platformThatAnswers>[0];

const channelAt = async (answers: Answers = {}) => {
  const platform = await platformThatAnswers({ ...healthy, ...answers });
  return { platform, channel: viberChannel({ api: platform.url }) };
};

const tested = async (answers: Answers, credentials = viberCredentials) => {
  const { channel } = await channelAt(answers);
  return channel.testConnection(credentials, deadline(), url);
};

describe('testing the connection to Viber', () => {
  afterEach(stopPlatforms);

  it('M-126: tells bot, registered webhook and event types, and changes nothing', async () => {
    const { channel, platform } = await channelAt();
    const checks = await channel.testConnection(viberCredentials, deadline(), url);
    expect(checks.map(({ check, ok: good, reason }) => [check, good, reason])).toEqual([
      ['token', true, undefined],
      ['account matches', true, 'The bot is "予約窓口" (madoguchi) with 35 subscribers.'],
      ['webhook', true, `Viber delivers to ${url}.`],
      ['event types', true, `Viber tells of: ${noted.join(', ')}.`],
    ]);
    expect(platform.requests.map(({ method, path, body }) => [method, path, String(body)])).toEqual([
      ['POST', '/pa/get_account_info', '{}'],
    ]);
    expect(platform.requests[0]?.headers['x-viber-auth-token']).toBe(viberCredentials.authToken);
  });

  it('M-121: takes the name that people see and that of the address, and tells both when neither fits', async () => {
    for (const botUsername of ['予約窓口', 'Madoguchi']) {
      expect((await tested({}, { ...viberCredentials, botUsername }))[1]).toMatchObject({ check: 'account matches', ok: true });
    }
    expect((await tested({}, { ...viberCredentials, botUsername: 'other' }))[1]).toMatchObject({
      check: 'account matches',
      ok: false,
      reason: expect.stringMatching(/予約窓口.*madoguchi.*other/),
      remedy: expect.stringMatching(/username/),
    });
  });

  it.each<[string, Answers, string, RegExp, RegExp]>([
    ['the token is refused', { '/pa/get_account_info': viberRefusal(2, 'invalidAuthToken') }, 'token', /invalidAuthToken/, /token/],
    ['the bot is suspended', { '/pa/get_account_info': viberRefusal(9, 'publicAccountSuspended') }, 'token', /Suspended/, /support/],
    ['something else stands there', { '/pa/get_account_info': { status: 404, body: '<html>' } }, 'token', /404/, /later/],
    ['no webhook is set', { '/pa/get_account_info': ok({ ...info, webhook: '' }) }, 'webhook', /no webhook/, /Set Webhook/],
    [
      'the webhook is not ours',
      { '/pa/get_account_info': ok({ ...info, webhook: 'https://other.example/secret' }) },
      'webhook',
      /other\.example\. Another/,
      /Set Webhook/,
    ],
    [
      'Viber does not tell of everything',
      { '/pa/get_account_info': ok({ ...info, event_types: noted.filter((type) => !['seen', 'failed'].includes(type)) }) },
      'event types',
      /seen, failed/,
      /Set Webhook/,
    ],
  ])('says so, and what to do, when %s', async (_, answers, failing, reason, remedy) => {
    const failed = (await tested(answers)).filter((check) => !check.ok);
    expect(failed).toMatchObject([{ check: failing, reason: expect.stringMatching(reason), remedy: expect.stringMatching(remedy) }]);
  });

  it("does not tell the rest of somebody else's address", async () => {
    const told = JSON.stringify(await tested({ '/pa/get_account_info': ok({ ...info, webhook: 'https://other.example/secret' }) }));
    expect(told).not.toContain('secret');
  });

  it('sets the webhook with every callback that we read and with names, then looks what Viber has noted', async () => {
    const { channel, platform } = await channelAt();
    const checks = await channel.registerWebhook(url, viberCredentials, deadline());
    expect(checks.map(({ check, ok: good }) => [check, good])).toEqual([
      ['webhook', true],
      ['event types', true],
    ]);
    expect(platform.requests.map(({ path }) => path)).toEqual(['/pa/set_webhook', '/pa/get_account_info']);
    expect(JSON.parse(String(platform.requests[0]?.body))).toEqual({ url, event_types: wanted, send_name: true, send_photo: true });
  });

  it('says why Viber does not take an address', async () => {
    const { channel } = await channelAt({ '/pa/set_webhook': viberRefusal(1, 'Result is not 200: HTTP Status 404') });
    expect(await channel.registerWebhook(url, viberCredentials, deadline())).toMatchObject([
      { check: 'webhook', ok: false, reason: expect.stringContaining('HTTP Status 404'), remedy: expect.stringContaining('certificate') },
    ]);
  });

  it('makes no call with what can be no token', async () => {
    const { channel, platform } = await channelAt();
    expect(await channel.registerWebhook(url, { ...viberCredentials, authToken: 'x' }, deadline())).toMatchObject([{ ok: false }]);
    expect(platform.requests).toEqual([]);
  });
});
