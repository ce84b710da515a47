import { CREDENTIALS, LineWorksUnderTest, newKey } from '../testing/lineworks-account.js';

describe('LINE WORKS, auth.worksmobile.com', () => {
  let lineworks: LineWorksUnderTest;
  beforeAll(async () => {
    lineworks = await LineWorksUnderTest.start();
  });
  afterAll(() => lineworks.standIns.stop());
  afterEach(() => lineworks.tidy());

  const post = (path: string, fields: Record<string, string>) =>
    lineworks.standIns.call('lineworksAuth', path, {
      method: 'POST',
      body: new URLSearchParams({ client_id: CREDENTIALS.clientId, client_secret: CREDENTIALS.clientSecret, ...fields }),
    });
  const answersWith = async (token: string) =>
    (await lineworks.call('GET', `/bots/${CREDENTIALS.botId}`, undefined, { authorization: `Bearer ${token}` })).status;

  it('gives an access token for a signed assertion, with its seconds as a text', async () => {
    expect(await lineworks.askForToken()).toMatchObject({
      status: 200,
      json: {
        access_token: expect.any(String),
        refresh_token: expect.any(String),
        token_type: 'Bearer',
        expires_in: '86400',
        scope: 'bot',
      },
    });
  });

  it.each([
    ['another key', async () => lineworks.assertion({}, newKey())],
    ['another issuer', async () => lineworks.assertion({ iss: 'somebody' })],
    ['another service account', async () => lineworks.assertion({ sub: 'x.serviceaccount@example' })],
    ['an end that is over', async () => lineworks.assertion({ exp: Math.floor((await lineworks.now()) / 1_000) - 61 })],
    [
      'a life of more than an hour',
      async () => {
        const iat = Math.floor((await lineworks.now()) / 1_000);
        return lineworks.assertion({ iat, exp: iat + 3_601 });
      },
    ],
    ['a beginning in the future', async () => lineworks.assertion({ iat: Math.floor((await lineworks.now()) / 1_000) + 600 })],
    ['no end', async () => lineworks.assertion({ exp: undefined })],
    ['another algorithm', async () => lineworks.assertion({}, CREDENTIALS.privateKey, 'RS512')],
    ['no signature', async () => 'a.b.c'],
  ])('refuses an assertion with %s', async (_what, assertion) => {
    expect(await lineworks.askForToken({ assertion: await assertion() })).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
  });

  it('refuses a wrong client, other kinds of grant, and scopes that the ClientApp does not have', async () => {
    expect(await lineworks.askForToken({ client_secret: 'wrong' })).toMatchObject({ status: 401, json: { error: 'invalid_client' } });
    expect(await lineworks.askForToken({ client_id: 'somebody' })).toMatchObject({ status: 401, json: { error: 'invalid_client' } });
    expect(await lineworks.askForToken({ grant_type: 'password' })).toMatchObject({
      status: 400,
      json: { error: 'unsupported_grant_type' },
    });
    for (const scope of ['bot mail', '']) {
      expect(await lineworks.askForToken({ scope })).toMatchObject({
        status: 400,
        json: { error: 'invalid_scope', error_description: 'Request scope is not valid.' },
      });
    }
    await lineworks.account.settings({ scopes: 'bot.message' });
    expect((await lineworks.askForToken()).json.error).toBe('invalid_scope');
    await lineworks.account.settings({ scopes: 'bot user.profile.read' });
    expect((await lineworks.standIns.call('lineworksAuth', '/oauth2/v2.0/token', { method: 'POST', body: '{}' })).json.error).toBe(
      'invalid_request',
    );
  });

  it('refreshes and revokes tokens, and lets them end after a day', async () => {
    const { access_token: first, refresh_token: refresh } = (await lineworks.askForToken()).json;
    const { access_token: second } = (await post('/oauth2/v2.0/token', { grant_type: 'refresh_token', refresh_token: refresh })).json;
    expect([await answersWith(first), await answersWith(second)]).toEqual([200, 200]);
    await post('/oauth2/v2.0/revoke', { token: first });
    expect([await answersWith(first), await answersWith(second)]).toEqual([401, 200]);
    await lineworks.standIns.advance(86_400_000);
    expect(await answersWith(second)).toBe(401);
    expect((await post('/oauth2/v2.0/token', { grant_type: 'refresh_token', refresh_token: 'made-up' })).json.error).toBe('invalid_grant');
    await lineworks.renewToken();
  });
});
