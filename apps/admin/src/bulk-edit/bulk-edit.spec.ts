import { randomUUID } from 'node:crypto';
import { languageOfAccount } from '@madoguchi/read-models';
import { type Admin, type Person, startAdmin } from '../testing/start-admin.js';

let centre: Admin;
let tenantId: string;
let admin: Person;
let stranger: Person;

beforeAll(async () => {
  centre = await startAdmin();
  tenantId = await centre.tenant('Ours');
  admin = await centre.person(tenantId, 'admin');
  stranger = await centre.person(await centre.tenant('Theirs'), 'admin');
});
afterAll(() => centre.stop());

const line = async (number: number) => {
  const credentials = {
    channelId: `123456789${number}`,
    channelSecret: '0123456789abcdef0123456789abcdef',
    basicId: `@${number}23abcde`,
    channelAccessToken: `token-${'x'.repeat(120)}`,
  };
  const added = await admin.ask('POST', 'integration-accounts', { body: { type: 'line', name: `Shop ${number}`, credentials } });
  expect(added.status).toBe(201);
  return added.body as { id: string; version: number };
};

it('M-179: queue, language and active of several channels are changed in one request; one that is refused is named and stops no other', async () => {
  const queue = (await admin.ask('POST', 'queues', { body: { name: 'Shops', offerSeconds: 30 } })).body as { id: string };
  const [first, second, third] = [await line(1), await line(2), await line(3)];
  await admin.ask('PATCH', `integration-accounts/${second.id}`, { body: { language: 'ru' } });
  const missing = randomUUID();
  const accounts = [first, second, third].map(({ id, version }) => ({ id, version }));
  const body = { accounts: [...accounts, { id: missing }], queueId: queue.id, language: 'ja', active: true };
  const key = randomUUID();
  const edited = await admin.ask('POST', 'integration-accounts/bulk-edit', { body, key });
  const changed = { queueId: queue.id, language: 'ja', active: true };
  expect(edited).toMatchObject({
    status: 200,
    body: {
      items: [
        { id: first.id, account: changed, problem: null },
        { id: second.id, account: null, problem: { code: 'it-changed' } },
        { id: third.id, account: changed, problem: null },
        { id: missing, account: null, problem: { code: 'no-such-account' } },
      ],
    },
  });
  expect((await admin.ask('GET', `integration-accounts/${third.id}`)).body).toMatchObject(changed);
  expect((await admin.ask('GET', `integration-accounts/${second.id}`)).body).toMatchObject({ language: 'ru' });
  const again = await admin.ask('POST', 'integration-accounts/bulk-edit', { body, key });
  expect(again.body.items[0].account.version).toBe(edited.body.items[0].account.version);
});

it('M-177: what customers write in counts before the language of a channel where its form says so, and the intake knows it', async () => {
  const { id } = await line(5);
  const path = `integration-accounts/${id}`;
  const known = async () => {
    await centre.settled();
    return languageOfAccount(centre.database, tenantId, id);
  };
  expect((await admin.ask('PATCH', path, { body: { language: 'ja' } })).body).toMatchObject({ detectedLanguageMayOverride: false });
  expect(await known()).toEqual({ language: 'ja', detectedLanguageMayOverride: false });
  expect(await admin.ask('PATCH', path, { body: { detectedLanguageMayOverride: true } })).toMatchObject({
    status: 200,
    body: { language: 'ja', detectedLanguageMayOverride: true },
  });
  expect(await known()).toEqual({ language: 'ja', detectedLanguageMayOverride: true });
  await admin.ask('PATCH', path, { body: { detectedLanguageMayOverride: false } });
  expect(await known()).toEqual({ language: 'ja', detectedLanguageMayOverride: false });
  expect((await admin.ask('PATCH', path, { body: { detectedLanguageMayOverride: 'yes' } })).status).toBe(422);
});

it('is refused where nothing would change, and to another tenant', async () => {
  const { id } = await line(4);
  expect(await admin.ask('POST', 'integration-accounts/bulk-edit', { body: { accounts: [{ id }] } })).toMatchObject({
    status: 422,
    body: { code: 'nothing-to-change' },
  });
  expect((await admin.ask('POST', 'integration-accounts/bulk-edit', { body: { accounts: [], active: false } })).status).toBe(422);
  const theirs = await stranger.ask('POST', 'integration-accounts/bulk-edit', { body: { accounts: [{ id }], active: false } });
  expect(theirs.body.items).toEqual([{ id, account: null, problem: { code: 'no-such-account', detail: expect.any(String) } }]);
  expect((await admin.ask('GET', `integration-accounts/${id}`)).body.active).toBe(true);
});
