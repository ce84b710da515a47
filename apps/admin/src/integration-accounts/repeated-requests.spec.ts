import { randomUUID } from 'node:crypto';
import { accountStream } from '@madoguchi/accounts';
import { nextId } from '../testing/account-forms.js';
import { type Admin, type Person, startAdmin } from '../testing/start-admin.js';

let centre: Admin;
let tenant: string;
let admin: Person;
let colleague: Person;

beforeAll(async () => {
  centre = await startAdmin();
  tenant = await centre.tenant('Ours');
  [admin, colleague] = [await centre.person(tenant, 'admin'), await centre.person(tenant, 'admin')];
});
afterAll(() => centre.stop());

const values = () => ({ channelId: nextId(), channelSecret: 'a'.repeat(32), basicId: '@123abcde', channelAccessToken: 't'.repeat(60) });
const saved = (id: string) => centre.credentials.open(tenant, id);
const events = async (id: string) => (await centre.store.readStream(accountStream(id))).length;
const add = (name: string, credentials: object, key: string, who = admin) =>
  who.ask('POST', 'integration-accounts', { key, body: { type: 'line', name, credentials } });
const change = (id: string, credentials: object, key: string = randomUUID()) =>
  admin.ask('PATCH', `integration-accounts/${id}`, { key, body: { credentials } });
const [older, newer] = ['b'.repeat(32), 'c'.repeat(32)];

describe('the same request again', () => {
  it('M-20: puts no older secret in force', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const given = values();
    const { id } = (await add('Repeated shop', given, first)).body;
    expect((await change(id, { channelSecret: older }, second)).status).toBe(200);
    await change(id, { channelSecret: newer });
    const before = await events(id);
    expect(await add('Repeated shop', given, first)).toMatchObject({ status: 201, body: { id } });
    expect((await change(id, { channelSecret: older }, second)).status).toBe(200);
    expect(await saved(id)).toMatchObject({ channelSecret: newer });
    expect(await events(id)).toBe(before);
  });

  it('M-20: of somebody else is another one, and touches no secret', async () => {
    const key = randomUUID();
    const given = values();
    const { id } = (await add('Their shop', given, key)).body;
    const other = await add('Their shop', { ...given, channelSecret: newer }, key, colleague);
    expect(other.status).toBeGreaterThanOrEqual(400);
    expect(await saved(id)).toMatchObject(given);
  });

  it('M-91: brings back nothing of an account whose information was deleted', async () => {
    const [key, again] = [randomUUID(), randomUUID()];
    const given = values();
    const { id } = (await add('Gone shop', given, key)).body;
    await change(id, { channelSecret: older }, again);
    await admin.ask('POST', `integration-accounts/${id}/delete-information`, { body: { name: 'Gone shop' } });
    expect((await add('Gone shop', given, key)).body).toMatchObject({ id, state: 'deleted' });
    expect(await change(id, { channelSecret: older }, again)).toMatchObject({ status: 409, body: { code: 'account-deleted' } });
    expect(await saved(id)).toEqual({});
  });

  it('M-23: is told the token that is saved now', async () => {
    const form = { type: 'messenger', name: 'Token page', draft: true, credentials: {} };
    const { id } = (await admin.ask('POST', 'integration-accounts', { body: form })).body;
    const key = randomUUID();
    const generate = () => admin.ask('POST', `integration-accounts/${id}/generate-token`, { key, body: { field: 'verifyToken' } });
    const first = (await generate()).body.value;
    expect((await generate()).body.value).toBe(first);
    expect(await saved(id)).toMatchObject({ verifyToken: first });
  });
});

describe('a change that ends after the information of its account was deleted', () => {
  it('M-91: leaves no secret and no claim behind', async () => {
    const { id } = (await add('Slow shop', values(), randomUUID())).body;
    const given = values();
    const { credentials } = centre;
    const save = credentials.save.bind(credentials);
    credentials.save = async (...args) => {
      credentials.save = save;
      await admin.ask('POST', `integration-accounts/${id}/delete-information`, { body: { name: 'Slow shop' } });
      await save(...args);
    };
    expect((await change(id, given)).status).toBe(409);
    expect(await saved(id)).toEqual({});
    expect((await add('Next shop', given, randomUUID())).status).toBe(201);
  });
});
