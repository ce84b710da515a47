import { randomBytes } from 'node:crypto';
import { StoreUnavailableError } from '@madoguchi/event-sourcing';
import { jest } from '@jest/globals';
import { lineForm, pageForm, telegramForm, viberForm } from '../testing/account-forms.js';
import { type AccountsCentre, eventually, startAccountsCentre } from '../testing/accounts-centre.js';
import { contentOf, echo, tracesIn } from '../testing/canary.js';

describe('the form of an integration account', () => {
  let centre: AccountsCentre;
  beforeAll(async () => {
    centre = await startAccountsCentre();
  });
  afterAll(() => centre?.stop());

  const add = async (form: object, who: 'admin' | 'other' = 'admin') => centre.call(who, 'POST', 'integration-accounts', form);

  it('M-14, M-15, M-16: the type is set when it is added, and cannot be changed', async () => {
    const { body } = await add(lineForm('Typed once'));
    const changed = await centre.call('admin', 'PATCH', `integration-accounts/${body.id}`, { type: 'viber' });
    expect(changed).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect((await centre.call('admin', 'GET', `integration-accounts/${body.id}`)).body.type).toBe('line');
  });

  it('M-17, M-18, M-140: the name is a free label of 1 to 100 characters; changing it touches no credential and no proof', async () => {
    const { body } = await add(lineForm('Before'));
    for (const name of ['', 'x'.repeat(101)]) expect((await add(lineForm(name))).status).toBe(422);
    const renamed = await centre.call('admin', 'PATCH', `integration-accounts/${body.id}`, { name: '梅田店' });
    expect(renamed.body).toMatchObject({ name: '梅田店', credentials: body.credentials });
    expect((await centre.events(body.id)).slice(2).map(({ type }) => type)).toEqual(['IntegrationAccountRenamed']);
  });

  it('M-17: a label is one account’s alone, also when twenty ask for it at once; a rename lets it go', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => add(lineForm('Rush shop'))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(409)]);
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.code))).toEqual(new Set(['name-taken']));
    const { id } = answers.find(({ status }) => status === 201)!.body;
    const others = await Promise.all(['One', 'Two', 'Three'].map((name) => add(viberForm(`Rush ${name}`))));
    const renamed = await Promise.all(
      others.map(({ body }) => centre.call('admin', 'PATCH', `integration-accounts/${body.id}`, { name: 'One of three' })),
    );
    expect(renamed.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await centre.call('admin', 'PATCH', `integration-accounts/${id}`, { name: 'Quiet shop' })).status).toBe(200);
    await eventually(async () => expect((await add(lineForm('rush SHOP'))).status).toBe(201));
  });

  it('M-28: a token that the log does not take is not replaced', async () => {
    const { body } = await add(pageForm('Token page'));
    const path = `integration-accounts/${body.id}/generate-token`;
    const before = await centre.credentials.open(centre.tenantId, body.id);
    const spied = jest.spyOn(centre.store, 'append').mockRejectedValueOnce(new StoreUnavailableError('the log is away'));
    expect((await centre.call('admin', 'POST', path, { field: 'verifyToken' })).status).toBeGreaterThanOrEqual(500);
    spied.mockRestore();
    expect(await centre.credentials.open(centre.tenantId, body.id)).toEqual(before);
    const made = await centre.call('admin', 'POST', path, { field: 'verifyToken' });
    expect(await centre.credentials.open(centre.tenantId, body.id)).toMatchObject({ verifyToken: made.body.value });
  });

  it('M-20: Apply of somebody who saw an older account changes nothing, and saves no secret', async () => {
    const { body, etag } = await add(lineForm('Twice applied'));
    expect(etag).toBe(`"${body.version}"`);
    const path = `integration-accounts/${body.id}`;
    const first = await centre.call('admin', 'PATCH', path, { language: 'ja' }, { 'if-match': etag! });
    expect(first).toMatchObject({ status: 200, body: { language: 'ja', version: body.version + 1 } });
    const before = await centre.credentials.open(centre.tenantId, body.id);
    const late = await centre.call('admin', 'PATCH', path, { credentials: { channelSecret: 'f'.repeat(32) } }, { 'if-match': etag! });
    expect(late).toMatchObject({ status: 412, body: { code: 'it-changed', version: first.body.version } });
    expect(await centre.credentials.open(centre.tenantId, body.id)).toEqual(before);
  });

  it('M-21, M-23, M-24: the page’s user name is kept without "@", and shown as the link by which people find it', async () => {
    const { body } = await add(pageForm('Page'));
    expect(body.credentials).toContainEqual({ field: 'pageUsername', secret: false, set: true, value: 'madoguchi.shop' });
    expect(body.publicLink).toBe('https://m.me/madoguchi.shop');
    expect((await add(pageForm('Letters', { pageId: '12a45' }))).body.fields).toEqual([
      { field: 'pageId', problems: [expect.any(String)] },
    ]);
  });

  it('M-43, M-44: the whole address of the webhook is always shown; of a page also the one of older guides', async () => {
    const { body } = await add(pageForm('Addresses'));
    expect(body.webhookUrl).toMatch(/^https:\/\/madoguchi\.example\/webhooks\/messenger\/[\w-]{32}$/);
    expect(body.pageWebhookUrl).toBe(`https://madoguchi.example/clientweb/fb/webhook/${body.platformAccountId}`);
  });

  it('M-29, M-30: a verify token of one’s own has a least length; a generated one has 32 bytes, fits into an address, and asks first while verified', async () => {
    const short = await add(pageForm('Short token', { verifyToken: 'short' }));
    expect(short.body.fields).toEqual([{ field: 'verifyToken', problems: [expect.stringContaining('can be guessed')] }]);

    const { body } = await add(pageForm('Tokens'));
    const generate = (field: string, confirmed?: boolean) =>
      centre.call('admin', 'POST', `integration-accounts/${body.id}/generate-token`, { field, confirmed });
    const first = await generate('verifyToken');
    expect(Buffer.from(first.body.value, 'base64url').length).toBeGreaterThanOrEqual(32);
    expect(first.body.value).toMatch(/^[\w-]+$/);
    expect((await generate('appSecret')).status).toBe(422);

    const sign = { tenantId: centre.tenantId, accountId: body.id, channel: 'messenger', seenAt: new Date().toISOString() } as const;
    await centre.tell({ ...sign, sign: 'handshake' });
    await eventuallyVerified(body.id);
    expect(await generate('verifyToken')).toMatchObject({ status: 409, body: { code: 'confirm-needed' } });
    const second = await generate('verifyToken', true);
    expect(second.body.value).not.toBe(first.body.value);
    expect((await centre.call('admin', 'GET', `integration-accounts/${body.id}`)).body.verifiedAt).toBeNull();
  });

  const eventuallyVerified = async (id: string) => {
    for (let tries = 0; tries < 4_800; tries += 1) {
      if ((await centre.call('admin', 'GET', `integration-accounts/${id}`)).body.verifiedAt) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('it was not verified');
  };

  it('M-05, M-45: may be saved half-done, and then waits for its verification', async () => {
    const { body } = await add({ type: 'messenger', name: 'Half', credentials: {}, draft: true });
    expect(body).toMatchObject({ state: 'draft', missingFields: ['appId', 'appSecret', 'pageAccessToken', 'pageId', 'pageUsername'] });
    expect(body.credentials).toContainEqual(expect.objectContaining({ field: 'verifyToken', set: true }));
    const whole = await centre.call('admin', 'PATCH', `integration-accounts/${body.id}`, { credentials: pageForm('x').credentials });
    expect(whole.body).toMatchObject({ state: 'waiting for verification', missingFields: [] });
  });

  it('M-38: a token is checked as soon as it is pasted, while the form is half-done: whose page it is', async () => {
    const { pageId, appId, appSecret, pageAccessToken } = pageForm('x').credentials;
    const half = { pageId, appId, appSecret, pageAccessToken };
    const { body } = await add({ type: 'messenger', name: 'Half with a token', credentials: half, draft: true });
    const other = { id: '1029384756', name: 'Another page', username: 'another' };
    centre.platform.script(({ path }) => ({ status: 200, body: JSON.stringify(/\/me\?/.test(path) ? other : {}) }));
    const { checks } = (await centre.call('admin', 'POST', `integration-accounts/${body.id}/test-connection`)).body;
    expect(checks).toContainEqual(expect.objectContaining({ check: 'token', ok: true }));
    expect(checks).toContainEqual(
      expect.objectContaining({ check: 'account matches', ok: false, reason: expect.stringContaining('"Another page" (1029384756)') }),
    );
  });

  it('M-118, M-124: Viber’s window takes host and port; scheme and path are ours, and the token of the bot is in no address', async () => {
    const { body } = await add(viberForm('counter'));
    centre.platform.script(({ path }) => {
      const info = {
        status: 0,
        status_message: 'ok',
        name: 'counter',
        uri: 'counter',
        subscribers_count: 1,
        webhook: 'x',
        event_types: [],
      };
      return { status: 200, body: JSON.stringify(path.includes('account_info') ? info : { status: 0, status_message: 'ok' }) };
    });
    const set = (host: string) => centre.call('admin', 'POST', `integration-accounts/${body.id}/set-webhook`, { host });
    const answer = await set('office.yourcompany.com:1234');
    expect(answer.body.webhookUrl).toMatch(/^https:\/\/office\.yourcompany\.com:1234\/webhooks\/viber\/[\w-]{32}$/);
    const { authToken } = viberForm('counter').credentials;
    expect(JSON.stringify([body, answer.body])).not.toContain(authToken);
    expect(centre.platform.requests.map(({ path }) => path).join(' ')).not.toContain(authToken);
    const asked = centre.platform.requests.find(({ path }) => path.includes('set_webhook'));
    expect(JSON.parse(asked!.body.toString())).toMatchObject({ url: answer.body.webhookUrl });
    for (const host of [
      'https://a.example',
      'a.example:0',
      'a.example:65536',
      'a.example/x',
      'u@a.example',
      '-a.example',
      '1.2.3',
      'a..example',
      '[::g]:1',
      ' ',
    ]) {
      expect([host, (await set(host)).status]).toEqual([host, 422]);
    }
    for (const host of ['127.0.0.1:8443', '[2001:db8::1]:8443', 'office']) expect([host, (await set(host)).status]).toEqual([host, 200]);
  });

  /** What comes of an account with these secrets where everything goes wrong that can. */
  const answersOfFailures = async (form: ReturnType<typeof lineForm | typeof pageForm | typeof viberForm>): Promise<readonly unknown[]> => {
    const { credentials } = form;
    const refused = [
      await add({ ...form, credentials: { ...credentials, colour: Object.values(credentials).join() } }),
      await add({ ...form, credentials: Object.fromEntries(Object.entries(credentials).map(([field, value]) => [field, `${value}\0`])) }),
      await centre.callRaw('integration-accounts', JSON.stringify(form).slice(0, -1)),
    ];
    expect(refused.map(({ status }) => status)).toEqual([422, 422, 400]);
    const added = await add(form);
    expect(added.status).toBe(201);
    const path = `integration-accounts/${added.body.id}`;
    const answers: unknown[] = [...refused, added];
    // Platforms have said back what they were sent: Meta names the token that it cannot read.
    for (const script of [echo(401), echo(200), () => 'reset' as const]) {
      centre.platform.script(script);
      answers.push(
        await centre.call('admin', 'POST', `${path}/test-connection`),
        await centre.call('admin', 'POST', `${path}/set-webhook`, {}),
      );
    }
    jest.spyOn(centre.store, 'append').mockRejectedValueOnce(new Error('the log is broken'));
    answers.push(await centre.call('admin', 'PATCH', path, { credentials }));
    jest.restoreAllMocks();
    jest.spyOn(centre.credentials, 'open').mockRejectedValueOnce(new Error('the vault is broken'));
    answers.push(await centre.call('admin', 'POST', `${path}/test-connection`));
    jest.restoreAllMocks();
    for (const at of [path, 'integration-accounts', `${path}/events`, 'channel-health', 'audit'])
      answers.push(await centre.call('admin', 'GET', at));
    return answers;
  };

  it('M-26, M-49, M-59: secrets are written only: in no answer, event, row of the database, file of the bus or line of the log, also where it fails', async () => {
    const secrets: string[] = [];
    const canary = (bytes: number) => {
      const made = randomBytes(bytes).toString('hex');
      secrets.push(made);
      return made;
    };
    const forms = [
      lineForm('Canary at LINE', { channelSecret: canary(16), channelAccessToken: canary(40) }),
      pageForm('Canary page', { pageAccessToken: `EAA${canary(20)}`, appSecret: canary(16), verifyToken: canary(20) }),
      { ...viberForm('Canary of Viber'), credentials: { botUsername: 'Canary of Viber', authToken: canary(24) } },
      telegramForm('Canary bot', canary(18), canary(20)),
    ];
    const answers: unknown[] = [];
    for (const form of forms) answers.push(...(await answersOfFailures(form as ReturnType<typeof lineForm>)));
    expect(tracesIn(Buffer.from(JSON.stringify(answers)), secrets)).toEqual([]);

    const tables: { readonly name: string }[] = await centre.database.query(
      `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const rows: { readonly row: string }[] = await centre.database.query(`select rows::text as row from ${name} rows`);
      expect([name, tracesIn(Buffer.from(rows.map(({ row }) => row).join()), secrets)]).toEqual([name, []]);
    }
    expect(tables.length).toBeGreaterThan(10);

    // What the bus has: it is looked at when the last of these accounts has come there, and its name can be read in the files.
    await eventually(async () => expect(tracesIn(await contentOf(centre.busFolder), ['Canary bot'])).toEqual(['Canary bot']));
    expect(tracesIn(await contentOf(centre.busFolder), secrets)).toEqual([]);

    const lines = Buffer.from(centre.logged.join(''));
    expect(tracesIn(lines, ['the log is broken', 'the vault is broken'])).toHaveLength(2);
    expect(tracesIn(lines, secrets)).toEqual([]);
  });

  it('M-03: what happened to an account can be read, with who did it and when, and the webhook’s key is not in it', async () => {
    const { body } = await add(lineForm('History'));
    await centre.call('admin', 'POST', `integration-accounts/${body.id}/link`);
    const { items } = (await centre.call('admin', 'GET', `integration-accounts/${body.id}/events`)).body;
    expect(items.map(({ type }: { type: string }) => type)).toEqual([
      'IntegrationAccountAdded',
      'IntegrationAccountApplied',
      'IntegrationAccountLinked',
    ]);
    expect(items[2]).toMatchObject({ actor: { kind: 'admin' }, occurredAt: expect.stringMatching(/Z$/), data: { how: 'by hand' } });
    expect(JSON.stringify(items)).not.toContain(body.webhookUrl.split('/').at(-1));
    expect((await centre.call('other', 'GET', `integration-accounts/${body.id}/events`)).status).toBe(404);
  });
});
