import { telegramCredentials } from '../testing/telegram-setup.js';
import { deadline, platformThatAnswers, stopPlatforms } from '../testing/scripted.js';
import { telegramChannel } from './index.js';

const url = 'https://desk.example/webhooks/telegram/ab12';
const ok = (result: unknown) => ({ status: 200, body: JSON.stringify({ ok: true, result }) });
const me = { id: 7000000001, is_bot: true, first_name: '窓口', username: 'Madoguchi_Bot' };
const wanted = ['message', 'edited_message', 'callback_query', 'my_chat_member', 'message_reaction'];
const info = { url, has_custom_certificate: false, pending_update_count: 0, max_connections: 40, allowed_updates: wanted };
const healthy = { '/getMe': ok(me), '/getWebhookInfo': ok(info), '/setWebhook': ok(true) };

const channelAt = async (answers: Parameters<typeof platformThatAnswers>[0] = {}) => {
  const platform = await platformThatAnswers({ ...healthy, ...answers });
  return { platform, channel: telegramChannel({ api: platform.url }) };
};

describe('testing the connection to Telegram', () => {
  afterEach(stopPlatforms);

  it('M-120: checks token, bot, webhook address, kinds of updates and delivery', async () => {
    const { channel } = await channelAt();
    const checks = await channel.testConnection(telegramCredentials, deadline(), url);
    expect(checks.map(({ check, ok: good }) => [check, good])).toEqual([
      ['token', true],
      ['account matches', true],
      ['webhook', true],
      ['subscription', true],
      ['delivery', true],
    ]);
  });

  it('M-120: tells how many updates wait and what the last error was, also when all is well', async () => {
    const deliveryOf = async (more: object) => {
      const { channel } = await channelAt({ '/getWebhookInfo': ok({ ...info, ...more }) });
      return (await channel.testConnection(telegramCredentials, deadline(), url)).find(({ check }) => check === 'delivery');
    };
    expect(await deliveryOf({ pending_update_count: 2 })).toMatchObject({ ok: true, reason: '2 updates wait at Telegram.' });
    const past = { last_error_date: 1764000000, last_error_message: 'Read timeout expired' };
    expect(await deliveryOf(past)).toMatchObject({
      ok: true,
      reason: expect.stringMatching(/^0 updates.*2025-11-24T16:00:00.*Read timeout/),
    });
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
      'a kind of update is not delivered',
      { '/getWebhookInfo': ok({ ...info, allowed_updates: ['message', 'callback_query'] }) },
      'subscription',
      /edited_message, my_chat_member, message_reaction/,
    ],
    [
      'only the usual kinds are delivered',
      { '/getWebhookInfo': ok({ ...info, allowed_updates: undefined }) },
      'subscription',
      /message_reaction/,
    ],
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
      allowed_updates: wanted,
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
