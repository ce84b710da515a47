import { createPublicKey } from 'node:crypto';
import { jwtVerify } from 'jose';
import { deadlineAfterRequest } from '@madoguchi/use-cases/testing';
import { deadline, stopPlatforms } from '../testing/scripted.js';
import { lineworksThatAnswers } from './testing/lineworks-platform.js';
import { lineworksCredentials, lineworksSetup } from './testing/lineworks-setup.js';

const { request } = lineworksSetup.sending;
const sent = { '/messages': { status: 201 } };
const token = (name: string, more: object = {}) => ({
  status: 200,
  body: JSON.stringify({ access_token: name, token_type: 'Bearer', expires_in: '3600', scope: 'bot', ...more }),
});
const bearers = (calls: readonly { headers: { authorization?: string } }[]) => calls.map(({ headers }) => headers.authorization);

describe('the access token of a service account', () => {
  afterEach(stopPlatforms);

  it('is asked for with an assertion signed by the private key (RS256), in the account’s name, for the scope bot', async () => {
    const now = new Date('2026-11-23T10:00:00Z');
    const { channel, calls } = await lineworksThatAnswers(sent, () => now);
    await channel.send(request, lineworksCredentials, deadline());
    const [asked] = calls('/oauth2/');
    expect(asked).toMatchObject({
      method: 'POST',
      path: '/oauth2/v2.0/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    const { assertion, ...form } = Object.fromEntries(new URLSearchParams(asked?.body.toString()));
    expect(form).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      client_id: lineworksCredentials.clientId,
      client_secret: lineworksCredentials.clientSecret,
      scope: 'bot',
    });
    const { payload, protectedHeader } = await jwtVerify(assertion ?? '', createPublicKey(lineworksCredentials.privateKey), {
      currentDate: now,
    });
    expect(protectedHeader).toEqual({ alg: 'RS256', typ: 'JWT' });
    expect(payload).toEqual({
      iss: lineworksCredentials.clientId,
      sub: lineworksCredentials.serviceAccount,
      iat: now.getTime() / 1000,
      exp: now.getTime() / 1000 + 1_800,
    });
  });

  it('is kept, and renewed a minute before its end', async () => {
    let now = new Date('2026-11-23T10:00:00Z');
    const { channel, calls, apiCalls } = await lineworksThatAnswers({ '/oauth2/': token('t1'), ...sent }, () => now);
    const at = async (seconds: number) => {
      now = new Date(Date.parse('2026-11-23T10:00:00Z') + seconds * 1000);
      await channel.send(request, lineworksCredentials, deadline());
      return calls('/oauth2/').length;
    };
    expect([await at(0), await at(1), await at(3_539), await at(3_541)]).toEqual([1, 1, 1, 2]);
    expect(bearers(apiCalls())).toEqual(Array(4).fill('Bearer t1'));
  });

  it('lives an hour where its end is not told, and is used for half of a life that is shorter than two minutes', async () => {
    for (const [told, good, ended] of [
      [undefined, 3_500, 3_600],
      [90, 44, 46],
    ] as const) {
      let now = new Date(0);
      const { channel, calls } = await lineworksThatAnswers({ '/oauth2/': token('t1', { expires_in: told }), ...sent }, () => now);
      for (const seconds of [0, good, ended]) {
        now = new Date(seconds * 1000);
        await channel.send(request, lineworksCredentials, deadline());
        expect(calls('/oauth2/')).toHaveLength(seconds === ended ? 2 : 1);
      }
    }
  });

  it('is asked for once, however many want it at once', async () => {
    const { channel, calls } = await lineworksThatAnswers(sent);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => channel.send(request, lineworksCredentials, deadline())));
    expect(outcomes).toEqual(Array(20).fill({ outcome: 'accepted', providerMessageIds: [] }));
    expect(calls('/oauth2/')).toHaveLength(1);
  });

  it('is asked for again by the others when the first one’s time runs out', async () => {
    let asked = 0;
    const { platform, channel } = await lineworksThatAnswers();
    platform.script(({ path }) => (path.includes('/oauth2/') ? ((asked += 1), asked === 1 ? 'hang' : token('t1')) : { status: 201 }));
    const first = channel.send(request, lineworksCredentials, deadlineAfterRequest(platform));
    const second = channel.send(request, lineworksCredentials, deadline());
    expect(await first).toMatchObject({ outcome: 'retry' });
    expect(await second).toMatchObject({ outcome: 'accepted' });
  });

  it('leaves everybody their own deadline', async () => {
    const { platform, channel } = await lineworksThatAnswers();
    platform.script('hang');
    const [long, short] = [new AbortController(), AbortSignal.timeout(100)];
    const first = channel.send(request, lineworksCredentials, long.signal);
    expect(await channel.send(request, lineworksCredentials, short)).toMatchObject({
      outcome: 'retry',
      reason: expect.stringContaining('deadline'),
    });
    long.abort();
    expect(await first).toMatchObject({ outcome: 'retry' });
  });

  it('belongs to one service account: other credentials get another one', async () => {
    const { channel, calls } = await lineworksThatAnswers(sent);
    const others = [{ clientId: 'other' }, { clientSecret: 'other' }, { serviceAccount: 'x.serviceaccount@example' }, { botId: '2000002' }];
    for (const other of [{}, ...others]) await channel.send(request, { ...lineworksCredentials, ...other }, deadline());
    // Two bots of one ClientApp share it.
    expect(calls('/oauth2/')).toHaveLength(4);
  });

  it('is replaced once when the API does not take it, and the message goes out', async () => {
    let issued = 0;
    const { platform, channel, apiCalls, calls } = await lineworksThatAnswers();
    platform.script(({ path, headers }) => {
      if (path.includes('/oauth2/')) return token(`t${(issued += 1)}`);
      return headers.authorization === 'Bearer t2'
        ? { status: 201 }
        : { status: 401, body: '{"code":"UNAUTHORIZED","description":"expired"}' };
    });
    expect(await channel.send(request, lineworksCredentials, deadline())).toMatchObject({ outcome: 'accepted' });
    expect(bearers(apiCalls())).toEqual(['Bearer t1', 'Bearer t2']);
    await channel.send(request, lineworksCredentials, deadline());
    expect(calls('/oauth2/')).toHaveLength(2);
  });

  it('is replaced only once: then the credentials are to blame', async () => {
    const { channel, apiCalls } = await lineworksThatAnswers({ '/messages': { status: 401, body: '{"code":"UNAUTHORIZED"}' } });
    expect(await channel.send(request, lineworksCredentials, deadline())).toMatchObject({
      outcome: 'rejected',
      code: 'credentials-refused',
    });
    expect(apiCalls()).toHaveLength(2);
  });

  it.each([
    ['rejected', { status: 400, body: '{"error":"invalid_grant","error_description":"assertion is invalid"}' }],
    ['rejected', { status: 401, body: '{"error":"invalid_client","error_description":"client authentication failed"}' }],
    ['rejected', { status: 302, headers: { location: '/elsewhere' } }],
    ['retry', { status: 429, body: '' }],
    ['retry', { status: 503, body: '<html>' }],
    ['retry', { status: 200, body: '{}' }],
    ['retry', { status: 200, body: '{"access_token":"a\\r\\nb"}' }],
    ['retry', 'reset' as const],
  ])('has not come: then nothing was sent, which is "%s" (%j)', async (outcome, answer) => {
    const { channel, apiCalls } = await lineworksThatAnswers({ '/oauth2/': answer });
    expect(await channel.send(request, lineworksCredentials, deadline())).toMatchObject({ outcome });
    expect(apiCalls()).toEqual([]);
  });

  it('is never told, nor is anything with which it was asked for, whoever echoes it', async () => {
    const { platform, channel } = await lineworksThatAnswers();
    const told: unknown[] = [];
    const everything = async () => {
      told.push(await channel.send(request, lineworksCredentials, deadline()));
      told.push(await channel.testConnection(lineworksCredentials, deadline(), 'https://desk.example/hook'));
      told.push(await channel.registerWebhook('https://desk.example/hook', lineworksCredentials, deadline()));
      told.push(await channel.issueCredentials?.({ ...lineworksCredentials, botSecret: '' }, deadline()));
      told.push(await channel.fetchMedia('jp1.1', lineworksCredentials, deadline()).catch((error: Error) => [error.message, error.stack]));
    };
    let echoed = '';
    platform.script(({ body, headers }) => {
      echoed = [...new URLSearchParams(body.toString()).values(), headers.authorization, headers.authorization?.slice(7)].join(' ');
      return { status: 400, body: JSON.stringify({ error: echoed, error_description: echoed, code: echoed, description: echoed }) };
    });
    await everything();
    expect(echoed).toContain(lineworksCredentials.clientSecret);
    platform.script(({ path, headers }) =>
      path.includes('/oauth2/')
        ? token('aVerySecretAccessToken')
        : { status: 400, body: JSON.stringify({ code: 'X', description: `token ${headers.authorization}` }) },
    );
    await everything();
    const text = JSON.stringify(told);
    expect(text).toContain('LINE WORKS');
    for (const secret of [lineworksCredentials.clientSecret, 'aVerySecretAccessToken', 'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.'])
      expect(text).not.toContain(secret);
  });
});
