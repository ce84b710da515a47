import type { Script } from '@madoguchi/use-cases/testing';
import { deadline, stopPlatforms } from '../testing/scripted.js';
import { json, lineworksThatAnswers } from './testing/lineworks-platform.js';
import { lineworksCredentials } from './testing/lineworks-setup.js';

const { clientId, clientSecret, serviceAccount, privateKey } = lineworksCredentials;
const maker = { clientId, clientSecret, serviceAccount, privateKey, administratorId: 'hana@example', domainId: '10000001' };
const url = 'https://madoguchi.example/webhooks/lineworks/ab12';
const bot = {
  name: '人事相談',
  description: '人事への質問はこちらへ',
  pictureUrl: 'https://madoguchi.example/media/x.png',
  callbackUrl: url,
};

const lineworks = async (answers: Readonly<Record<string, Script>>) => {
  const { channel, apiCalls } = await lineworksThatAnswers(answers);
  return { making: channel.botMaking!, channel, apiCalls };
};

describe('making a bot inside LINE WORKS', () => {
  afterEach(stopPlatforms);

  it('creates it whole: it calls back to us, talks one to one, and is asked to share no location', async () => {
    const { making, apiCalls } = await lineworks({ '/bots': json({ botId: 2000002 }, 201) });
    expect(await making.create(bot, maker, deadline())).toEqual({ outcome: 'done', botId: '2000002' });
    const [call] = apiCalls();
    expect([call!.method, call!.path]).toEqual(['POST', '/v1.0/bots']);
    expect(JSON.parse(call!.body.toString())).toEqual({
      botName: '人事相談',
      description: '人事への質問はこちらへ',
      photoUrl: bot.pictureUrl,
      administrators: ['hana@example'],
      allowDomains: [10000001],
      enableCallback: true,
      callbackUrl: url,
      callbackEvents: ['text', 'sticker', 'image', 'file', 'audio', 'video'],
      channelEvents: ['message', 'postback', 'begin', 'end'],
      enableGroupJoin: false,
    });
  });

  it('knows again by its callback address the bot that an unanswered call has made', async () => {
    const page = (names: readonly [number, string][], nextCursor = '') =>
      json({ bots: names.map(([botId, botName]) => ({ botId, botName })), responseMetaData: { nextCursor } });
    const listed: Readonly<Record<string, Script>> = {
      'cursor=1': page([[2000009, '人事相談']]),
      'bots?': page(
        [
          [2000007, '人事相談'],
          [2000008, '経理'],
        ],
        '1',
      ),
      '/bots/2000007': json({ callbackUrl: `${url}x` }),
      '/bots/2000009': json({ callbackUrl: url }),
    };
    expect(await (await lineworks(listed)).making.find(bot, maker, deadline())).toEqual({ outcome: 'done', botId: '2000009' });
    const other = { ...listed, '/bots/2000009': json({ callbackUrl: '' }) };
    expect(await (await lineworks(other)).making.find(bot, maker, deadline())).toEqual({ outcome: 'done', botId: undefined });
    const down = { ...listed, '/bots/2000009': { status: 500 } };
    expect(await (await lineworks(down)).making.find(bot, maker, deadline())).toMatchObject({ outcome: 'unknown' });
  });

  it('opens it to everybody of the domain, whatever stood there, and asks for nothing where it is open', async () => {
    const domain = (more: object) => json({ domains: [{ domainId: 10000001, ...more }] });
    const opened = async (domains: Script) => {
      const { making, apiCalls } = await lineworks({ '/domains?': domains, '/domains/10000001': json({}, 201) });
      expect(await making.openToMembers('2000002', maker, deadline())).toEqual({ outcome: 'done' });
      return apiCalls().flatMap(({ method, body }) => (method === 'GET' ? [] : [[method, JSON.parse(body.toString()) as object]]));
    };
    const open = { visible: true, allowToSelectedMember: false };
    expect(await opened(json({ domains: [] }))).toEqual([['POST', open]]);
    expect(await opened(domain({ visible: false, allowToSelectedMember: true }))).toEqual([['PATCH', open]]);
    expect(await opened(domain(open))).toEqual([]);
  });

  it('M-111: takes it away, also where it is gone already', async () => {
    for (const answer of [{ status: 204 }, json({ code: 'NOT_FOUND' }, 404)]) {
      const { making, apiCalls } = await lineworks({ '/bots/2000002': answer });
      expect(await making.remove('2000002', maker, deadline())).toEqual({ outcome: 'done' });
      expect(apiCalls().map(({ method, path }) => `${method} ${path}`)).toEqual(['DELETE /v1.0/bots/2000002']);
    }
  });

  it.each([
    [
      json({ code: 'INVALID_PARAMETER', description: 'photoUrl is invalid' }, 400),
      { outcome: 'refused', code: 'refused', retryable: false },
    ],
    [json({ code: 'UNAUTHORIZED' }, 401), { outcome: 'refused', code: 'credentials-refused', retryable: false }],
    [json({ code: 'FORBIDDEN' }, 403), { outcome: 'refused', code: 'not-allowed', retryable: false }],
    [json({ code: 'TOO_MANY_REQUESTS' }, 429), { outcome: 'refused', code: 'rate-limit', retryable: true }],
    [json({ code: 'INTERNAL_SERVER_ERROR' }, 500), { outcome: 'unknown' }],
    [json({}, 201), { outcome: 'unknown' }],
  ] as const)('tells what certainly did not happen from what nobody knows: %j', async (answer, outcome) => {
    const { making } = await lineworks({ '/bots': answer });
    expect(await making.create(bot, maker, deadline())).toMatchObject(outcome);
  });

  it('M-80: writes to a room of several people in the way for rooms', async () => {
    const { channel, apiCalls } = await lineworks({ '/channels/': { status: 201 } });
    const request = { route: { kind: 'push' }, content: { type: 'text', text: 'a' }, idempotencyKey: '1' } as const;
    expect(await channel.send({ ...request, recipient: 'room-1', toRoom: true }, lineworksCredentials, deadline())).toMatchObject({
      outcome: 'accepted',
    });
    expect(apiCalls().map(({ path }) => path)).toEqual(['/v1.0/bots/2000001/channels/room-1/messages']);
  });

  it('wants the ClientApp of the company, an administrator and a domain, and no secret of a bot', async () => {
    const { making } = await lineworks({});
    expect(making.fields.map(({ name, secret }) => [name, secret])).toEqual([
      ['clientId', false],
      ['clientSecret', true],
      ['serviceAccount', false],
      ['privateKey', true],
      ['administratorId', false],
      ['domainId', false],
    ]);
  });
});
