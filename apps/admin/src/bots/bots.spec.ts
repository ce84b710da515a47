import { randomUUID } from 'node:crypto';
import { lineForm, pageForm } from '../testing/account-forms.js';
import { type Admin, type Person, startAdmin } from '../testing/start-admin.js';

let centre: Admin;
let admin: Person;
let stranger: Person;
let agent: Person;
let accountId: string;
let tenant: string;

beforeAll(async () => {
  centre = await startAdmin();
  tenant = await centre.tenant('Ours');
  admin = await centre.person(tenant, 'admin');
  agent = await centre.person(tenant, 'agent');
  stranger = await centre.person(await centre.tenant('Theirs'), 'admin');
  accountId = (await add('integration-accounts', pageForm('Shop'))).id;
  await centre.settled();
});
afterAll(() => centre.stop());

const add = async (path: string, body: object) => {
  const added = await admin.ask('POST', path, { body });
  expect(added).toMatchObject({ status: 201 });
  return added.body as { id: string; version: number };
};
const refused = async (body: object) => {
  const answer = await admin.ask('POST', 'bots', { body });
  return [answer.status, answer.body.code as string];
};
const texts = (en: string) => ({ en, ja: en, ru: en });
const script = {
  language: 'en',
  start: 'greet',
  steps: { greet: { do: 'ask', text: texts('Which order?'), field: 'order', goTo: 'people' }, people: { do: 'hand over' } },
};
const greeter = (more: object = {}) => ({ kind: 'built-in', name: `Greeter ${randomUUID()}`, script, ...more });
const secret = 'a secret of both sides';
const orders = (more: object = {}) => ({
  kind: 'webhook',
  name: `Orders ${randomUUID()}`,
  endpoint: 'http://127.0.0.1:9/bot',
  secret,
  ...more,
});
const atMessenger = (more: object = {}) => ({ kind: 'messenger', name: `Platform ${randomUUID()}`, appId: '998877665544332', ...more });

describe('a bot', () => {
  it('M-181: is added to accounts, shown, changed by who saw it as it is, and archived', async () => {
    const { id } = await add('bots', greeter({ name: 'Greeter', fields: ['language', 'name'] }));
    const shown = await admin.ask('GET', `bots/${id}`);
    expect(shown).toMatchObject({
      status: 200,
      body: {
        kind: 'built-in',
        name: 'Greeter',
        accountIds: [],
        fields: ['name', 'language'],
        deadlineSeconds: 10,
        scriptVersion: 1,
        archived: false,
      },
    });
    expect(shown.headers.get('etag')).toBe('"1"');
    const change = (body: object, ifMatch: string) => admin.ask('PATCH', `bots/${id}`, { body, ifMatch });
    expect(await change({ accountIds: [accountId], deadlineSeconds: 5 }, '"1"')).toMatchObject({
      status: 200,
      body: { accountIds: [accountId], version: 2 },
    });
    expect(await change({ name: 'Late' }, '"1"')).toMatchObject({ status: 412, body: { code: 'it-changed' } });
    await centre.settled();
    expect((await admin.ask('GET', 'bots')).body.items).toMatchObject([{ id, name: 'Greeter', deadlineSeconds: 5 }]);

    expect(await refused(greeter({ accountIds: [accountId] }))).toEqual([409, 'account-has-a-bot']);
    expect(await refused(greeter({ accountIds: [randomUUID()] }))).toEqual([422, 'no-such-account']);
    expect(await admin.ask('DELETE', `bots/${id}`)).toMatchObject({ status: 200, body: { archived: true } });
    await centre.settled();
    expect((await admin.ask('GET', 'bots')).body.items).toEqual([]);
    const { id: next } = await add('bots', greeter({ accountIds: [accountId] }));
    await admin.ask('DELETE', `bots/${next}`);
    await centre.settled();
  });

  it('is refused with what is wrong with it', async () => {
    expect(await refused(orders({ secret: undefined }))).toEqual([422, 'no-secret']);
    expect(await refused(orders({ endpoint: 'ftp://bots.example' }))).toEqual([422, 'bad-endpoint']);
    expect(await refused(greeter({ script: undefined }))).toEqual([422, 'bad-script']);
    expect(await refused(atMessenger({ appId: 'the app' }))).toEqual([422, 'bad-app-id']);
    expect(await refused(greeter({ deadlineSeconds: 600 }))).toEqual([422, 'bad-deadline']);
    expect(await refused({ ...greeter(), kind: 'human' })).toEqual([422, 'invalid']);
  });

  it('keeps its secret to itself', async () => {
    const { id } = await add('bots', orders());
    await admin.ask('PATCH', `bots/${id}`, { body: { secret: 'another secret of both' } });
    await centre.settled();
    const [shown, listed] = [await admin.ask('GET', `bots/${id}`), await admin.ask('GET', 'bots')];
    expect(JSON.stringify([shown.body, listed.body])).not.toMatch(/secret/);
    const recorded: object[] = [];
    for await (const events of centre.store.readAll({ after: '0' })) recorded.push(...events);
    expect(JSON.stringify(recorded)).not.toContain('secret of both');
    expect(await centre.credentials.open(tenant, id)).toEqual({ secret: 'another secret of both' });
  });

  it('can be tested, and asked what it would say, without a customer', async () => {
    const { id } = await add('bots', greeter());
    expect((await admin.ask('POST', `bots/${id}/test`)).body).toEqual({ checks: [{ check: 'script', ok: true, milliseconds: 0 }] });
    expect((await admin.ask('POST', `bots/${id}/sample`, { body: { text: 'hello' } })).body).toMatchObject({
      outcome: 'answered',
      replies: [{ type: 'text', text: 'Which order?' }],
    });
    const { id: unreachable } = await add('bots', orders());
    expect((await admin.ask('POST', `bots/${unreachable}/test`)).body.checks).toMatchObject([
      { check: 'endpoint', ok: false, reason: expect.stringContaining('was not called') },
    ]);
    expect((await admin.ask('POST', `bots/${unreachable}/sample`, { body: { text: 'hello' } })).body).toMatchObject({
      outcome: 'failed',
      code: 'endpoint-not-public',
    });
  });

  it('M-03: is nobody’s of another tenant, and not for agents', async () => {
    const { id } = await add('bots', greeter());
    await centre.settled();
    for (const [method, path] of [
      ['GET', ''],
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/test'],
      ['POST', '/sample'],
    ] as const) {
      const asked = method === 'GET' ? {} : { body: path === '/sample' ? { text: 'x' } : { name: 'Mine' } };
      expect([method, path, (await stranger.ask(method, `bots/${id}${path}`, asked)).status]).toEqual([method, path, 404]);
      expect([method, path, (await agent.ask(method, `bots/${id}${path}`, asked)).status]).toEqual([method, path, 403]);
    }
    expect((await stranger.ask('GET', 'bots')).body.items).toEqual([]);
    expect(await stranger.ask('POST', 'bots', { body: greeter({ accountIds: [accountId] }) })).toMatchObject({
      status: 422,
      body: { code: 'no-such-account' },
    });
  });
});

describe('a bot at Messenger', () => {
  it('M-186, M-187: has an app, says nothing to us itself, and is tested by the role of our app at its pages', async () => {
    const { id } = await add('bots', atMessenger());
    const tested = async () => (await admin.ask('POST', `bots/${id}/test`)).body.checks;
    expect(await tested()).toMatchObject([{ check: 'accounts', ok: false }]);
    await admin.ask('PATCH', `bots/${id}`, { body: { accountIds: [accountId] } });
    await centre.settled();
    expect(await tested()).toMatchObject([
      { check: 'app', ok: true },
      { check: 'receiver role', ok: false, reason: '"Shop" does not say which Messenger receiver our app is.' },
    ]);
    expect((await admin.ask('POST', `bots/${id}/sample`, { body: { text: 'hello' } })).body).toEqual({ outcome: 'later' });
    const role = await admin.ask('PATCH', `integration-accounts/${accountId}`, { body: { credentials: { receiverRole: 'owner' } } });
    expect(role).toMatchObject({ status: 422, body: { fields: [{ field: 'receiverRole' }] } });
  });

  it('M-182: serves pages of Facebook only; every other bot answers on every channel', async () => {
    const { id: line } = await add('integration-accounts', lineForm('Umeda'));
    await centre.settled();
    expect(await refused(atMessenger({ accountIds: [line] }))).toEqual([422, 'no-bots-at-platform']);
    await add('bots', greeter({ accountIds: [line] }));
  });

  it('M-184, M-185: has a list of what must be there before, in three languages, by the old names and the present ones', async () => {
    const { items } = (await admin.ask('GET', 'bots/preflight/messenger')).body as {
      items: { step: string; text: Record<string, string>; where?: Record<string, Record<string, string>> }[];
    };
    expect(items.map(({ step }) => step)).toEqual([
      'page',
      'account',
      'bot platform',
      'bot is primary',
      'we are secondary',
      'subscription',
      'test',
    ]);
    for (const language of ['en', 'ja', 'ru']) for (const { text } of items) expect(text[language]).toMatch(/\S{4}/);
    const where = items.find(({ step }) => step === 'bot is primary')!.where!;
    expect(where['old']!['en']).toContain('Advanced messaging > Linked apps > Messenger receiver');
    expect(where['present']!['en']).toContain('Conversation routing');
    expect(where['present']!['ru']).toContain('Маршрутизация бесед');
    expect((await agent.ask('GET', 'bots/preflight/messenger')).status).toBe(403);
  });
});
