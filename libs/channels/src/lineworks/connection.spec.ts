import type { Script } from '@madoguchi/use-cases/testing';
import { deadline, stopPlatforms } from '../testing/scripted.js';
import { json, lineworksThatAnswers } from './testing/lineworks-platform.js';
import { lineworksCredentials } from './testing/lineworks-setup.js';

const url = 'https://madoguchi.example/webhooks/lineworks/ab12';
const bot = {
  botId: 2000001,
  botName: '人事相談',
  photoUrl: 'https://example.net/bot.png',
  description: '人事への質問',
  administrators: ['u1'],
  allowDomains: [10000001],
  enableCallback: true,
  callbackUrl: url,
  callbackEvents: ['text', 'location', 'sticker', 'image', 'file', 'audio', 'video'],
  channelEvents: ['message', 'join', 'leave', 'joined', 'left', 'postback'],
  enableGroupJoin: false,
};
const domains = (...listed: object[]) =>
  json({ domains: listed.map((domain) => ({ domainId: 10000001, visible: true, allowToSelectedMember: false, ...domain })) });
const healthy = { '/domains': domains({}), '/bots/2000001': json(bot) };

const tested = async (answers: Readonly<Record<string, Script>> = {}, credentials = lineworksCredentials) => {
  const lineworks = await lineworksThatAnswers({
    ...answers,
    ...Object.fromEntries(Object.entries(healthy).filter(([key]) => !(key in answers))),
  });
  return { ...lineworks, checks: await lineworks.channel.testConnection(credentials, deadline(), url) };
};
const withBot = (changes: object) => ({ '/domains': domains({}), '/bots/2000001': json({ ...bot, ...changes }) });

describe('testing the connection to LINE WORKS', () => {
  afterEach(stopPlatforms);

  it('checks token, scope, bot, policy, callback, secret and domains, and changes nothing', async () => {
    const { checks, apiCalls } = await tested();
    expect(checks.map(({ check, ok }) => [check, ok])).toEqual(
      ['token', 'scope', 'account matches', 'one to one', 'webhook', 'events', 'secret', 'domains', 'visible'].map((check) => [
        check,
        true,
      ]),
    );
    expect(apiCalls().every(({ method }) => method === 'GET')).toBe(true);
  });

  it('M-90: asks for a new token and sees whether the scope "bot" was granted', async () => {
    const { channel, calls } = await lineworksThatAnswers(healthy);
    for (const time of [1, 2]) {
      await channel.testConnection(lineworksCredentials, deadline(), url);
      expect(calls('/oauth2/')).toHaveLength(time);
    }
    const granted = async (scope: string | undefined) =>
      (await tested({ '/oauth2/': json({ access_token: 't1', expires_in: '86400', scope }) })).checks.find(
        ({ check }) => check === 'scope',
      );
    expect(await granted('bot')).toMatchObject({ ok: true });
    expect(await granted('user.read bot')).toMatchObject({ ok: true });
    // What was asked for, where the answer does not say it (RFC 6749, 5.1).
    expect(await granted(undefined)).toMatchObject({ ok: true });
    expect(await granted('bot.message')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('bot.message'),
      remedy: expect.stringContaining('OAuth scope "bot"'),
    });
    const { checks } = await tested({
      '/oauth2/': json({ error: 'invalid_scope', error_description: 'Request scope is not valid.' }, 400),
    });
    expect(checks).toMatchObject([
      {
        check: 'scope',
        ok: false,
        reason: expect.stringContaining('Request scope is not valid'),
        remedy: expect.stringContaining('OAuth scope "bot"'),
      },
    ]);
  });

  it.each([
    [
      'the secret is wrong',
      { '/oauth2/': json({ error: 'invalid_client', error_description: 'Client authentication failed' }, 401) },
      'token',
      /invalid_client/,
    ],
    [
      'another private key was issued',
      { '/oauth2/': json({ error: 'invalid_grant', error_description: 'bad assertion' }, 400) },
      'token',
      /bad assertion/,
    ],
    ['LINE WORKS does not answer', { '/oauth2/': 'reset' as const }, 'token', /connection broke/],
    [
      'there is no such bot',
      { '/bots/2000001': json({ code: 'NOT_FOUND', description: 'Bot not found' }, 404) },
      'account matches',
      /Bot not found/,
    ],
    [
      'the bot is of another domain',
      { '/bots/2000001': json({ code: 'ACCESS_DENIED', description: 'Access is denied for bot.' }, 403) },
      'account matches',
      /denied/,
    ],
    ['another bot answers', withBot({ botId: 2000009, botName: '総務' }), 'account matches', /2000009 \(総務\).*2000001/],
    [
      'M-94: the bot may be invited to rooms of several people',
      withBot({ enableGroupJoin: true }),
      'one to one',
      /rooms of several people/,
    ],
    ['the callback URL is off', withBot({ enableCallback: false }), 'webhook', /off/],
    ['the callback URL is empty', withBot({ callbackUrl: '' }), 'webhook', /off/],
    ['the callback URL is not ours', withBot({ callbackUrl: 'https://other.example/' }), 'webhook', /another address/],
    ['members may not send files', withBot({ callbackEvents: ['text', 'sticker', 'image'] }), 'events', /file, audio, video/],
    ['postbacks are not called back', withBot({ channelEvents: ['message'] }), 'events', /postback/],
    ['the bot was added nowhere', { '/domains': domains() }, 'domains', /no domain/],
    [
      'the bot is allowed where it was not added',
      { '/domains': domains({}), '/bots/2000001': json({ ...bot, allowDomains: [10000001, 10000002] }) },
      'domains',
      /allowed in the domains 10000001, 10000002.*not been added to 10000002/,
    ],
    [
      'M-105: the bot is private',
      { '/domains': domains({}, { domainId: 10000002, visible: false }) },
      'visible',
      /private: members of 10000002 do not find it/,
    ],
    ['the domains cannot be read', { '/domains': { status: 500 } }, 'domains', /500/],
  ])('says so, and what to do, when %s', async (_, answers, failing, reason) => {
    const failed = (await tested(answers)).checks.filter(({ ok }) => !ok);
    expect(failed).toMatchObject([{ check: failing, reason: expect.stringMatching(reason), remedy: expect.stringMatching(/\w{4}/) }]);
  });

  it('says that nothing can be verified without a bot secret', async () => {
    const failed = (await tested({}, { ...lineworksCredentials, botSecret: '' })).checks.filter(({ ok }) => !ok);
    expect(failed).toMatchObject([{ check: 'secret', remedy: expect.stringContaining('a new one is issued') }]);
  });

  it('reads the domains of a large group page by page', async () => {
    const pages = [
      json({ domains: [{ domainId: 10000001, visible: true }], responseMetaData: { nextCursor: 'a b=' } }),
      json({ domains: [{ domainId: 10000002, visible: true }], responseMetaData: { nextCursor: '' } }),
    ];
    const { channel, platform, calls } = await lineworksThatAnswers();
    platform.script(({ path }) => {
      if (path.includes('/oauth2/')) return json({ access_token: 't1', expires_in: '3600', scope: 'bot' });
      return (
        (path.includes('cursor=') ? pages[1] : path.includes('/domains') ? pages[0] : undefined) ??
        json({ ...bot, allowDomains: [10000001, 10000002] })
      );
    });
    expect((await channel.testConnection(lineworksCredentials, deadline(), url)).filter(({ ok }) => !ok)).toEqual([]);
    expect(calls('/domains').map(({ path }) => path.split('?')[1])).toEqual(['count=100', 'count=100&cursor=a+b%3D']);
  });

  it.each([{ privateKey: 'no key' }, { clientId: '' }, { clientSecret: 'a b' }, { serviceAccount: '' }])(
    'asks nobody with what cannot be right: %j',
    async (changes) => {
      const { checks, platform } = await tested({}, { ...lineworksCredentials, ...changes });
      expect(checks).toMatchObject([{ check: 'token', ok: false, remedy: expect.stringContaining('Private Key') }]);
      expect(platform.requests).toEqual([]);
    },
  );

  it('puts no Bot ID into an address that is none', async () => {
    const { checks, apiCalls } = await tested({}, { ...lineworksCredentials, botId: '../users' });
    expect(checks.filter(({ ok }) => !ok)).toMatchObject([{ check: 'account matches' }]);
    expect(apiCalls()).toEqual([]);
  });
});

describe('setting the webhook at LINE WORKS', () => {
  afterEach(stopPlatforms);

  it('sets our address and every event that we read, leaves the rest of the bot alone, and says what LINE WORKS has now', async () => {
    const { channel, apiCalls } = await lineworksThatAnswers(healthy);
    const checks = await channel.registerWebhook(url, lineworksCredentials, deadline());
    expect(checks.map(({ check, ok }) => [check, ok])).toEqual(
      ['account matches', 'one to one', 'webhook', 'events'].map((check) => [check, true]),
    );
    expect(apiCalls()).toHaveLength(1);
    expect(apiCalls()[0]).toMatchObject({ method: 'PATCH', path: '/v1.0/bots/2000001' });
    expect(JSON.parse(apiCalls()[0]?.body.toString() ?? '')).toEqual({
      enableCallback: true,
      callbackUrl: url,
      callbackEvents: ['text', 'sticker', 'image', 'file', 'audio', 'video'],
      channelEvents: ['message', 'postback', 'begin', 'end'],
      enableGroupJoin: false,
    });
  });

  it('sets nothing without a bot secret: what came would be refused, and never come again', async () => {
    const { channel, platform } = await lineworksThatAnswers(healthy);
    expect(await channel.registerWebhook(url, { ...lineworksCredentials, botSecret: '' }, deadline())).toMatchObject([
      { check: 'secret', ok: false },
    ]);
    expect(platform.requests).toEqual([]);
  });

  it('says why LINE WORKS does not take an address', async () => {
    const { channel } = await lineworksThatAnswers({
      '/bots/': json({ code: 'INVALID_PARAMETER', description: 'callbackUrl is invalid' }, 400),
    });
    expect(await channel.registerWebhook(url, lineworksCredentials, deadline())).toMatchObject([
      { check: 'webhook', ok: false, reason: expect.stringContaining('callbackUrl is invalid'), remedy: expect.stringContaining('https') },
    ]);
  });
});

describe('a bot secret', () => {
  afterEach(stopPlatforms);
  const without = { ...lineworksCredentials, botSecret: '' };

  it('is issued where the account has none, and given back to be saved', async () => {
    const { channel, apiCalls } = await lineworksThatAnswers({ '/secret': json({ secret: 'newBotSecret0001' }) });
    expect(await channel.issueCredentials?.(without, deadline())).toEqual({
      issued: { botSecret: 'newBotSecret0001' },
      checks: [{ check: 'secret', ok: true, milliseconds: expect.any(Number) }],
    });
    expect(apiCalls()).toMatchObject([{ method: 'POST', path: '/v1.0/bots/2000001/secret' }]);
  });

  it('is left alone where there is one: another one would end it', async () => {
    const { channel, platform } = await lineworksThatAnswers({ '/secret': json({ secret: 'newBotSecret0001' }) });
    expect(await channel.issueCredentials?.(lineworksCredentials, deadline())).toEqual({ issued: {}, checks: [] });
    expect(platform.requests).toEqual([]);
  });

  it.each([
    ['LINE WORKS refuses', json({ code: 'ACCESS_DENIED', description: 'Access is denied for bot.' }, 403)],
    ['the answer holds none', json({})],
    ['the connection breaks', 'reset' as const],
  ])('is not there when %s', async (_, answer) => {
    const { channel } = await lineworksThatAnswers({ '/secret': answer });
    expect(await channel.issueCredentials?.(without, deadline())).toMatchObject({
      issued: {},
      checks: [{ check: 'secret', ok: false, remedy: expect.any(String) }],
    });
  });
});
