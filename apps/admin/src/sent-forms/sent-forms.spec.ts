import { randomUUID } from 'node:crypto';
import { accountStream, sentFormStream } from '@madoguchi/accounts';
import type { InboundMessage } from '@madoguchi/contracts';
import { conversationId, conversationStream, threadKey } from '@madoguchi/conversation';
import { receiveInbound } from '@madoguchi/use-cases';
import { nextId } from '../testing/account-forms.js';
import { newAgent } from '../testing/new-agent.js';
import { type Admin, ask, type Person, startAdmin } from '../testing/start-admin.js';

let centre: Admin;
let tenant: string;
let admin: Person;
let agent: Person;
let stranger: Person;

beforeAll(async () => {
  centre = await startAdmin();
  tenant = await centre.tenant('Ours');
  admin = await centre.person(tenant, 'admin');
  agent = await centre.person(tenant, 'agent');
  stranger = await centre.person(await centre.tenant('Theirs'), 'admin');
});
afterAll(() => centre.stop());

const values = () => ({ channelId: nextId(), channelSecret: 'a'.repeat(32), basicId: '@123abcde', channelAccessToken: 't'.repeat(60) });
const draft = async (name: string, credentials: object = {}) =>
  (await admin.ask('POST', 'integration-accounts', { body: { type: 'line', name, draft: true, credentials } })).body as { id: string };
const send = async (accountId: string, body: object = {}) => {
  const sent = await admin.ask('POST', `integration-accounts/${accountId}/forms`, { body });
  expect(sent.status).toBe(201);
  const [path, secret] = (sent.body.link as string).split('#');
  return { id: sent.body.id as string, path: path!, secret: secret!, body: sent.body };
};
type Sent = Awaited<ReturnType<typeof send>>;
const open = ({ id, secret }: Sent) => ask(centre.url, secret, 'GET', `forms/${id}`);
const fillIn = ({ id, secret }: Sent, given: object, key: string = randomUUID()) =>
  ask(centre.url, secret, 'POST', `forms/${id}/fill-in`, { body: { values: given }, key });

describe('a form that is sent to a colleague', () => {
  it('M-19: shows this form and where each field is found, and fills it in once', async () => {
    const account = await draft('Umeda shop');
    const sent = await send(account.id);
    expect(sent.body).toMatchObject({ accountId: account.id, state: 'sent', link: `/forms/${sent.id}#${sent.secret}` });
    const form = await open(sent);
    expect(form).toMatchObject({ status: 200, body: { accountType: 'line', accountName: 'Umeda shop' } });
    expect(Object.keys(form.body).sort()).toEqual(['accountName', 'accountType', 'expiresAt', 'fields', 'id']);
    const hints = form.body.fields.map(({ hint }: { hint: object }) => Object.keys(hint).length);
    expect(hints).toEqual([3, 3, 3, 3]);

    expect(await fillIn(sent, { ...values(), channelSecret: ' ' })).toMatchObject({ status: 422, body: { code: 'invalid' } });
    const given = values();
    const key = randomUUID();
    const filled = await fillIn(sent, given, key);
    expect(filled).toMatchObject({ status: 200, body: { filledIn: ['basicId', 'channelAccessToken', 'channelId', 'channelSecret'] } });
    expect((await fillIn(sent, given, key)).body).toEqual(filled.body);
    expect(await fillIn(sent, given)).toMatchObject({ status: 410, body: { code: 'form-gone' } });
    expect(await open(sent)).toMatchObject({ status: 410, body: { why: 'filled in' } });
    expect(await centre.credentials.open(tenant, account.id)).toMatchObject(given);
    const shown = (await admin.ask('GET', `integration-accounts/${account.id}`)).body;
    expect(shown).toMatchObject({ missingFields: [], platformAccountId: given.channelId });
  });

  it('M-19: opens nothing else, and to nobody who has another secret', async () => {
    const account = await draft('Namba shop', { channelSecret: 'f'.repeat(32) });
    const sent = await send(account.id, { fields: ['basicId'] });
    const other = await send((await draft('Tennoji shop')).id);
    expect((await open({ ...sent, secret: other.secret })).status).toBe(404);
    expect((await open({ ...sent, id: randomUUID() })).status).toBe(404);
    expect((await ask(centre.url, undefined, 'GET', `forms/${sent.id}`)).status).toBe(401);
    for (const path of ['integration-accounts', `integration-accounts/${account.id}`, `integration-accounts/${account.id}/forms`])
      expect([path, (await ask(centre.url, sent.secret, 'GET', path)).status]).toEqual([path, 401]);
    const more = { basicId: '@123abcde', channelSecret: 'b'.repeat(32) };
    expect(await fillIn(sent, more)).toMatchObject({ status: 422, body: { code: 'bad-fields', fields: ['channelSecret'] } });
    expect((await open(sent)).body.fields.map(({ name }: { name: string }) => name)).toEqual(['basicId']);
    for (let tries = 0; tries < 4; tries += 1) expect((await fillIn({ ...sent, secret: 'guess' }, more)).status).toBe(404);
    expect((await fillIn(sent, { basicId: '@123abcde' })).status).toBe(404);
    expect(await centre.credentials.open(tenant, account.id)).toEqual({ channelSecret: 'f'.repeat(32) });
  });

  it('M-19: writes nothing more by the request that filled it in, whatever comes with it later', async () => {
    const account = await draft('Kyoto shop', { ...values(), basicId: undefined });
    const sent = await send(account.id, { fields: ['basicId'] });
    const key = randomUUID();
    expect((await fillIn(sent, { basicId: '@123abcde' }, key)).status).toBe(200);
    const before = await centre.credentials.open(tenant, account.id);
    const events = (await centre.store.readStream(accountStream(account.id))).length;
    expect(await fillIn(sent, { basicId: '@123abcde', channelSecret: 'b'.repeat(32) }, key)).toMatchObject({
      status: 422,
      body: { code: 'bad-fields', fields: ['channelSecret'] },
    });
    expect(await fillIn(sent, { basicId: '@999zzzzz' }, key)).toMatchObject({ status: 200, body: { filledIn: ['basicId'] } });
    expect(await centre.credentials.open(tenant, account.id)).toEqual(before);
    expect(await centre.store.readStream(accountStream(account.id))).toHaveLength(events);
  });

  it('M-19: is used up by one of twenty who hold the link at once', async () => {
    const sent = await send((await draft('Rush shop')).id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => fillIn(sent, values())));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(410)]);
  });

  it('M-19: ends after its hours, when it is withdrawn, and is not for an account that works', async () => {
    const account = await draft('Slow shop');
    const [withdrawn, late] = [await send(account.id), await send(account.id, { hours: 2 })];
    const path = `integration-accounts/${account.id}/forms`;
    expect(await admin.ask('DELETE', `${path}/${withdrawn.id}`)).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
    expect(await open(withdrawn)).toMatchObject({ status: 410, body: { why: 'withdrawn' } });
    expect((await open(late)).status).toBe(200);
    centre.later(2);
    expect(await fillIn(late, values())).toMatchObject({ status: 410, body: { code: 'form-gone', why: 'expired' } });
    await centre.settled();
    const states = (await admin.ask('GET', path)).body.items.map(({ state }: { state: string }) => state).sort();
    expect(states).toEqual(['expired', 'withdrawn']);
    const whole = await admin.ask('POST', 'integration-accounts', { body: { type: 'line', name: 'Whole shop', credentials: values() } });
    const refused = await admin.ask('POST', `integration-accounts/${whole.body.id}/forms`, { body: {} });
    expect(refused).toMatchObject({ status: 409, body: { code: 'not-a-draft' } });
    expect((await admin.ask('POST', path, { body: { fields: ['colour'] } })).body.code).toBe('bad-fields');
  });

  it('M-19: stands in the audit log from sending to filling in, without a value or the secret', async () => {
    const account = await draft('Audited shop');
    const sent = await send(account.id);
    await open(sent);
    const given = values();
    await fillIn(sent, given);
    await centre.settled();
    const audit = (await admin.ask('GET', `audit?kind=sent_form&subject=${sent.id}`)).body.items;
    expect(audit.map(({ event, person }: { event: string; person: { id: string } }) => [event, person.id])).toEqual([
      ['FormFilledIn', `form ${sent.id}`],
      ['FormOpened', `form ${sent.id}`],
      ['FormSent', admin.id],
    ]);
    const applied = (await centre.store.readStream(accountStream(account.id))).at(-1);
    expect(applied).toMatchObject({ type: 'IntegrationAccountApplied', metadata: { actor: { kind: 'admin', id: `form ${sent.id}` } } });
    const log = JSON.stringify([await centre.store.readStream(sentFormStream(sent.id)), audit]);
    for (const secret of [sent.secret, given.channelSecret, given.channelAccessToken]) expect(log).not.toContain(secret);
  });

  it('M-19: is sent by who may change the account, of their own tenant', async () => {
    const account = await draft('Ours alone');
    const sent = await send(account.id);
    const path = `integration-accounts/${account.id}/forms`;
    expect((await agent.ask('POST', path, { body: {} })).status).toBe(403);
    expect((await stranger.ask('POST', path, { body: {} })).status).toBe(404);
    expect((await stranger.ask('DELETE', `${path}/${sent.id}`)).status).toBe(404);
    expect((await stranger.ask('GET', path)).body.items).toEqual([]);
  });
});

describe('what comes while the link is off', () => {
  const off = (accountId: string, n: number): InboundMessage => ({
    tenantId: tenant,
    accountId,
    channel: 'line',
    linkOff: true,
    receivedAt: `2026-11-23T10:00:0${n}.000Z`,
    item: {
      kind: 'message',
      dedupKey: `event-${n}`,
      conversationKey: 'U1',
      customer: { key: 'U1' },
      providerMessageId: `m${n}`,
      content: { type: 'text', text: `message ${n}` },
      sentAt: `2026-11-23T10:00:0${n}.000Z`,
      orderKey: `000${n}`,
    },
  });

  it('M-66: is counted, shown to nobody, and imported later by an administrator: in its order, once, and as late', async () => {
    const { id } = await draft('Closed shop');
    const receive = receiveInbound(centre.store, () => new Date());
    for (const n of [1, 2, 3, 2]) await receive(off(id, n));
    await centre.settled();
    const path = `integration-accounts/${id}/shelf`;
    const counted = { waiting: 3, imported: 0, oldestAt: '2026-11-23T10:00:01.000Z', newestAt: '2026-11-23T10:00:03.000Z' };
    expect(await admin.ask('GET', path)).toMatchObject({ status: 200, body: counted });
    const talk = conversationStream(conversationId(tenant, threadKey(id, 'U1'), 1));
    expect(await centre.store.readStream(talk)).toEqual([]);

    const both = await Promise.all([admin.ask('POST', `${path}/import`), admin.ask('POST', `${path}/import`)]);
    expect(both.map(({ status, body }) => [status, body])).toEqual(Array(2).fill([200, { imported: 3, more: false }]));
    await centre.settled();
    expect((await admin.ask('GET', path)).body).toEqual({ waiting: 0, imported: 3, oldestAt: null, newestAt: null });
    expect((await admin.ask('POST', `${path}/import`)).body).toEqual({ imported: 0, more: false });
    const received = (await centre.store.readStream(talk)).filter(({ type }) => type === 'CustomerMessageReceived');
    expect(received.map(({ data }) => data)).toMatchObject([1, 2, 3].map((n) => ({ providerMessageId: `m${n}`, late: true })));
    const audit = (await admin.ask('GET', 'audit?kind=shelf')).body.items;
    expect(audit.map(({ event, person }: { event: string; person: object }) => [event, person])).toEqual(
      Array(3).fill(['ShelvedItemImported', { id: admin.id, name: 'A admin' }]),
    );
  });

  it('M-66: is nobody else’s', async () => {
    const { id } = await draft('Closed to others');
    const path = `integration-accounts/${id}/shelf`;
    for (const [method, at] of [
      ['GET', path],
      ['POST', `${path}/import`],
    ] as const) {
      expect((await stranger.ask(method, at)).status).toBe(404);
      expect((await agent.ask(method, at)).status).toBe(403);
    }
  });
});

it('M-161: the home of the admin area has three steps with their states; a channel can come before processing, with a warning', async () => {
  const newcomer = await centre.person(await centre.tenant('New'), 'admin');
  const home = async () => {
    await centre.settled();
    const { steps } = (await newcomer.ask('GET', 'home')).body as {
      steps: { step: string; state: string; notes: { code: string; text: object }[] }[];
    };
    for (const { text } of steps.flatMap(({ notes }) => notes)) expect(Object.keys(text)).toEqual(['en', 'ja', 'ru']);
    return steps.map(({ step, state, notes }) => [step, state, ...notes.map(({ code }) => code)]);
  };
  expect(await home()).toEqual([
    ['processing', 'to do', 'no-queue', 'no-agent'],
    ['channel', 'to do', 'processing-first'],
    ['bot', 'to do'],
  ]);
  const add = async (path: string, body: object) => {
    const added = await newcomer.ask('POST', path, { body });
    expect(added.status).toBe(201);
    return added.body as { id: string };
  };
  const account = await add('integration-accounts', { type: 'line', name: 'First', credentials: values() });
  expect((await home())[1]).toEqual(['channel', 'begun', 'processing-first', 'not-routed']);
  const queue = await add('queues', { name: 'First', offerSeconds: 30 });
  await add('agents', newAgent());
  expect((await home())[0]).toEqual(['processing', 'begun', 'nobody-serves']);
  await add('agents', newAgent({ queueIds: [queue.id] }));
  await newcomer.ask('PATCH', `integration-accounts/${account.id}`, { body: { queueId: queue.id } });
  await newcomer.ask('POST', `integration-accounts/${account.id}/link`);
  expect(await home()).toEqual([
    ['processing', 'done'],
    ['channel', 'done'],
    ['bot', 'to do'],
  ]);
  expect((await agent.ask('GET', 'home')).status).toBe(403);
});
