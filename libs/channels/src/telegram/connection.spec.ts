import { telegramCredentials } from '../testing/telegram-setup.js';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { telegramChannel } from './index.js';

const url = 'https://desk.example/webhooks/telegram/ab12';
const ok = (result: unknown) => ({ status: 200, body: JSON.stringify({ ok: true, result }) });
const me = { id: 7000000001, is_bot: true, first_name: '窓口', username: 'Madoguchi_Bot' };
const info = { url, has_custom_certificate: false, pending_update_count: 0, max_connections: 40 };
const healthy = { '/getMe': ok(me), '/getWebhookInfo': ok(info), '/setWebhook': ok(true) };

const channelAt = async (answers: Parameters<typeof platformThatAnswers>[0] = {}) => {
  const platform = await platformThatAnswers({ ...healthy, ...answers });
  return { platform, channel: telegramChannel({ api: platform.url }) };
};

describe('testing the connection to Telegram', () => {
  afterEach(stopPlatforms);

  it('M-120: checks token, bot, webhook address and delivery', async () => {
    const { channel } = await channelAt();
    const checks = await channel.testConnection(telegramCredentials, deadline(), url);
    expect(checks.map(({ check, ok: good }) => [check, good])).toEqual([
      ['token', true],
      ['account matches', true],
      ['webhook', true],
      ['delivery', true],
    ]);
  });

  it.each([
    [
      'the token is revoked',
      { '/getMe': { status: 401, body: '{"ok":false,"error_code":401,"description":"Unauthorized"}' } },
      'token',
      /Unauthorized/,
    ],
    [
      'M-117: the token belongs to another bot',
      { '/getMe': ok({ ...me, username: 'other_bot' }) },
      'account matches',
      /other_bot.*madoguchi_bot/,
    ],
    ['no webhook is set', { '/getWebhookInfo': ok({ ...info, url: '' }) }, 'webhook', /no webhook/],
    ['the webhook is not ours', { '/getWebhookInfo': ok({ ...info, url: 'https://other.example' }) }, 'webhook', /another address/],
    [
      'updates wait because we failed',
      {
        '/getWebhookInfo': ok({
          ...info,
          pending_update_count: 3,
          last_error_date: 1764000000,
          last_error_message: 'Wrong response from the webhook: 500',
        }),
      },
      'delivery',
      /3 updates.*2025-11-24.*Wrong response/,
    ],
  ])('says so, and what to do, when %s', async (_, answers, failing, reason) => {
    const { channel } = await channelAt(answers);
    const failed = (await channel.testConnection(telegramCredentials, deadline(), url)).filter((check) => !check.ok);
    expect(failed).toMatchObject([{ check: failing, reason: expect.stringMatching(reason), remedy: expect.stringMatching(/\w{4}/) }]);
  });

  it('M-119: sets the webhook with our address, the secret, and every kind of update that we read', async () => {
    const { channel, platform } = await channelAt();
    expect((await channel.registerWebhook(url, telegramCredentials, deadline())).every((check) => check.ok)).toBe(true);
    expect(JSON.parse(platform.requests[0]?.body.toString() ?? '')).toEqual({
      url,
      secret_token: telegramCredentials.webhookSecret,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction'],
      max_connections: 40,
      drop_pending_updates: false,
    });
  });

  it('sets no webhook without a secret: anybody could write to it', async () => {
    const { channel, platform } = await channelAt();
    expect(await channel.registerWebhook(url, { ...telegramCredentials, webhookSecret: '' }, deadline())).toMatchObject([
      { check: 'webhook', ok: false },
    ]);
    expect(platform.requests).toEqual([]);
  });

  it('says why Telegram does not take an address', async () => {
    const description = 'Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443';
    const { channel } = await channelAt({
      '/setWebhook': { status: 400, body: JSON.stringify({ ok: false, error_code: 400, description }) },
    });
    expect(await channel.registerWebhook(url, telegramCredentials, deadline())).toMatchObject([
      { ok: false, reason: expect.stringContaining('only on ports'), remedy: expect.stringContaining('8443') },
    ]);
  });
});
