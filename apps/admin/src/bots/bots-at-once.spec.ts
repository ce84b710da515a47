import { randomUUID } from 'node:crypto';
import { streamName } from '@madoguchi/event-sourcing';
import { pageForm } from '../testing/account-forms.js';
import { type Admin, type Person, startAdmin } from '../testing/start-admin.js';

let centre: Admin;
let admin: Person;
let tenant: string;

beforeAll(async () => {
  centre = await startAdmin();
  tenant = await centre.tenant('Ours');
  admin = await centre.person(tenant, 'admin');
});
afterAll(() => centre.stop());

const account = async () => {
  const { body } = await admin.ask('POST', 'integration-accounts', { body: pageForm(`Shop ${randomUUID()}`) });
  await centre.settled();
  return body.id as string;
};
const webhook = (more: object = {}) => ({
  kind: 'webhook',
  name: `Orders ${randomUUID()}`,
  endpoint: 'http://127.0.0.1:9/bot',
  secret: 'the very first secret',
  ...more,
});
const add = (body: object, key?: string) => admin.ask('POST', 'bots', { body, key });
const secretOf = async (id: string) => (await centre.credentials.open(tenant, id)).secret;

describe('an account', () => {
  it('has one bot, also when many are added to it at once', async () => {
    const accountIds = [await account()];
    const answers = await Promise.all(Array.from({ length: 8 }, () => add(webhook({ accountIds }))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused.map(({ body }) => [body.code, body.accountId])).toEqual(Array(7).fill(['account-has-a-bot', accountIds[0]]));
  });

  it('has one bot, also when many that are there are given to it at once', async () => {
    const accountIds = [await account()];
    const bots = await Promise.all(Array.from({ length: 6 }, async () => (await add(webhook())).body.id as string));
    const answers = await Promise.all(bots.map((id) => admin.ask('PATCH', `bots/${id}`, { body: { accountIds } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(5).fill(409)]);
  });

  it('is free again when its bot leaves it, or is archived', async () => {
    const accountIds = [await account()];
    const { id } = (await add(webhook({ accountIds }))).body;
    expect(await admin.ask('PATCH', `bots/${id}`, { body: { accountIds: [] } })).toMatchObject({ status: 200 });
    await centre.settled();
    const { status, body } = await add(webhook({ accountIds }));
    expect(status).toBe(201);
    expect(await admin.ask('DELETE', `bots/${body.id}`)).toMatchObject({ status: 200 });
    await centre.settled();
    expect(await add(webhook({ accountIds }))).toMatchObject({ status: 201 });
  });
});

describe('the secret of a bot', () => {
  it('is not put back by a request that comes again, and its change stands in the log', async () => {
    const [adding, first, second] = [randomUUID(), randomUUID(), randomUUID()];
    const body = webhook();
    const { id } = (await add(body, adding)).body;
    const change = (secret: string, key: string) => admin.ask('PATCH', `bots/${id}`, { body: { secret }, key });
    expect(await change('the second secret', first)).toMatchObject({ status: 200 });
    expect(await change('the third secret of it', second)).toMatchObject({ status: 200, body: { version: 3 } });
    expect(await change('the second secret', first)).toMatchObject({ status: 200, body: { version: 3 } });
    expect(await add(body, adding)).toMatchObject({ status: 201, body: { id, version: 3 } });
    expect(await secretOf(id)).toBe('the third secret of it');
    const events = await centre.store.readStream(streamName('external_bot', id));
    expect(events.map(({ type, data }) => [type, (data as { secretChanged?: true }).secretChanged])).toEqual([
      ['BotAdded', undefined],
      ['BotChanged', true],
      ['BotChanged', true],
    ]);
  });

  it('stays when the change is refused', async () => {
    const { id } = (await add(webhook())).body;
    const change = (more: object, ifMatch = '"1"') =>
      admin.ask('PATCH', `bots/${id}`, { body: { secret: 'a secret of the refused', ...more }, ifMatch });
    expect(await change({}, '"7"')).toMatchObject({ status: 412 });
    expect(await change({ endpoint: 'ftp://bots.example' })).toMatchObject({ status: 422 });
    await admin.ask('DELETE', `bots/${id}`);
    expect(await change({}, '"2"')).toMatchObject({ status: 409, body: { code: 'bot-archived' } });
    expect(await secretOf(id)).toBe('the very first secret');
  });

  it('that was saved by a request which broke off before its event is saved by the repeat', async () => {
    const { id } = (await add(webhook())).body;
    await centre.credentials.save(tenant, id, { secret: 'a secret half-way there' });
    const body = { secret: 'a secret half-way there' };
    expect(await admin.ask('PATCH', `bots/${id}`, { body })).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await secretOf(id)).toBe(body.secret);
  });
});
