import { randomUUID } from 'node:crypto';
import { handleCommand, startOf } from '@madoguchi/event-sourcing';
import { agentNames } from '@madoguchi/read-models';
import { type AgentCommand, agentDecider, agentStream, queueStream } from '@madoguchi/routing';
import { newAgent } from '../testing/new-agent.js';
import { type Admin, ask, type Person, startAdmin } from '../testing/start-admin.js';

let centre: Admin;
let tenant: string;
let admin: Person;
let supervisor: Person;
let stranger: Person;

beforeAll(async () => {
  centre = await startAdmin();
  tenant = await centre.tenant('Ours');
  admin = await centre.person(tenant, 'admin');
  supervisor = await centre.person(tenant, 'supervisor');
  stranger = await centre.person(await centre.tenant('Theirs'), 'admin');
  const known = { skill: ['billing', 'returns'], language: ['ja', 'en'] };
  for (const [kind, keys] of Object.entries(known)) for (const key of keys) await add('skills', { kind, key, names: { en: key } });
});
afterAll(() => centre.stop());

const add = async (path: string, body: object, key?: string) => {
  const added = await admin.ask('POST', path, { body, key });
  expect(added).toMatchObject({ status: 201 });
  return added.body as { id: string; version: number };
};
const policy = {
  requires: { skills: { billing: 3 }, languageLevel: 2 },
  texts: {
    waiting: { en: 'One moment.' },
    closed: { en: 'We open {{nextOpening}}.' },
    handedOver: {},
    waitingAfterSeconds: 30,
    fallbackLanguage: 'en',
  },
  silence: { closeAfterSeconds: 86_400, noticeBeforeSeconds: 3_600, notice: { en: 'We close soon.' } },
  service: { firstAnswerSeconds: 600, nextAnswerSeconds: 300, resolutionSeconds: 14_400, warnAtPercent: 75 },
  wrapUp: { kind: 'required', seconds: 60, codes: [{ code: 'sold', names: { en: 'Sold', ja: '販売' } }] },
};

describe('a queue', () => {
  it('has a policy whose every version counts, and is changed by who saw it as it is', async () => {
    const { id } = await add('queues', { name: 'Billing', offerSeconds: 30, policy });
    const shown = await admin.ask('GET', `queues/${id}`);
    expect(shown.body).toMatchObject({ name: 'Billing', offerSeconds: 30, policyVersion: 1, policy, version: 2, archived: false });
    const changed = await supervisor.ask('PATCH', `queues/${id}`, {
      body: { name: 'Bills', policy: { ...policy, mayClaim: true } },
      ifMatch: '"2"',
    });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Bills', policyVersion: 2, policy: { mayClaim: true }, version: 4 } });
    const late = await admin.ask('PATCH', `queues/${id}`, { body: { policy: { mayClaim: false } }, ifMatch: '"2"' });
    expect(late).toMatchObject({ status: 412, body: { code: 'it-changed' } });
    const types = (await centre.store.readStream(queueStream(id))).map(({ type }) => type);
    expect(types).toEqual(['QueueCreated', 'QueuePolicySet', 'QueueChanged', 'QueuePolicySet']);
    await centre.settled();
    expect((await admin.ask('GET', 'queues')).body.items).toMatchObject([{ id, name: 'Bills', policyVersion: 2 }]);
  });

  it('is refused with what is wrong with it', async () => {
    const refused = (body: object) => admin.ask('POST', 'queues', { body: { name: 'Wrong', offerSeconds: 30, ...body } });
    expect(await refused({ offerSeconds: 3 })).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(await refused({ policy: { rings: [] } })).toMatchObject({ status: 422, body: { code: 'bad-policy' } });
    expect(await refused({ policy: { colour: 'red' } })).toMatchObject({ status: 422, body: { code: 'bad-policy' } });
    expect(await refused({ policy: { businessHoursId: randomUUID() } })).toMatchObject({
      status: 409,
      body: { code: 'no-such-business-hours' },
    });
    const service = { firstAnswerSeconds: 0 };
    expect(await refused({ policy: { service } })).toMatchObject({
      status: 422,
      body: { code: 'bad-policy', path: 'service.firstAnswerSeconds' },
    });
    const texts = { waiting: { en: 'Hello {{customer.name}}' } };
    expect(await refused({ policy: { texts } })).toMatchObject({ status: 422, body: { code: 'bad-text', path: 'texts.waiting.en' } });
    const silence = { closeAfterSeconds: 3_600, noticeBeforeSeconds: 3_600, notice: {} };
    expect(await refused({ policy: { silence } })).toMatchObject({ status: 422, body: { path: 'silence.noticeBeforeSeconds' } });
    expect(await refused({ policy: { overflow: { queueId: randomUUID(), afterSeconds: 60 } } })).toMatchObject({ status: 404 });
    await add('queues', { name: 'Once', offerSeconds: 30 });
    await centre.settled();
    expect(await refused({ name: 'once' })).toMatchObject({ status: 409, body: { code: 'name-taken' } });
  });

  it('is archived when nothing is bound to it, and says what is', async () => {
    const hours = { timeZone: 'Asia/Tokyo', week: {}, holidays: [], exceptions: [] };
    const open = await add('business-hours', { name: 'Open', hours });
    const queue = await add('queues', { name: 'Bound', offerSeconds: 30, policy: { businessHoursId: open.id } });
    const agent = await add('agents', newAgent({ name: 'Ivan', queueIds: [queue.id], workingHoursId: open.id }));
    await centre.settled();
    expect(await admin.ask('DELETE', `queues/${queue.id}`)).toMatchObject({
      status: 409,
      body: { code: 'in-use', bound: [{ kind: 'agents', id: agent.id, name: 'Ivan' }] },
    });
    const refused = await admin.ask('DELETE', `business-hours/${open.id}`);
    expect(refused).toMatchObject({
      status: 409,
      body: {
        bound: [
          { kind: 'agents', name: 'Ivan' },
          { kind: 'queues', name: 'Bound' },
        ],
      },
    });
    expect(refused.body.detail).toContain('"Ivan", "Bound"');

    await admin.ask('PATCH', `agent-profiles/${agent.id}`, { body: { queueIds: [], workingHoursId: null } });
    await centre.settled();
    expect((await admin.ask('GET', `queues/${queue.id}/bound`)).body).toEqual({ items: [] });
    expect(await admin.ask('DELETE', `queues/${queue.id}`)).toMatchObject({ status: 200, body: { archived: true } });
    await centre.settled();
    expect((await admin.ask('DELETE', `business-hours/${open.id}`)).status).toBe(200);
    expect(await admin.ask('POST', 'agents', { body: newAgent({ queueIds: [queue.id] }) })).toMatchObject({
      status: 409,
      body: { code: 'queue-archived' },
    });
    expect((await admin.ask('PATCH', `queues/${queue.id}`, { body: { name: 'Again' } })).body.code).toBe('queue-archived');

    // Its hours went after it: they have to come back first, or stay away.
    expect(await admin.ask('POST', `queues/${queue.id}/restore`)).toMatchObject({ status: 409, body: { code: 'no-such-business-hours' } });
  });

  it('comes out of the archive as it was, unless another has its name', async () => {
    const queue = await add('queues', { name: 'Comes back', offerSeconds: 30, policy });
    expect((await admin.ask('DELETE', `queues/${queue.id}`)).status).toBe(200);
    await centre.settled();
    const other = await add('queues', { name: 'comes BACK', offerSeconds: 30 });
    expect(await admin.ask('POST', `queues/${queue.id}/restore`)).toMatchObject({ status: 409, body: { code: 'name-taken' } });
    await admin.ask('PATCH', `queues/${other.id}`, { body: { name: 'Gone' } });
    await centre.settled();
    expect(await admin.ask('POST', `queues/${queue.id}/restore`)).toMatchObject({ status: 200, body: { archived: false, policy } });
    await centre.settled();
    expect((await admin.ask('GET', 'queues')).body.items).toEqual(expect.arrayContaining([expect.objectContaining({ id: queue.id })]));
    await add('agents', newAgent({ queueIds: [queue.id] }));
  });

  it('has its name alone, also when twenty ask at once', async () => {
    const ask = () => admin.ask('POST', 'queues', { body: { name: 'Rush', offerSeconds: 30 } });
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(409)]);
  });
});

describe('an agent', () => {
  it('has skills, languages, groups and a capacity, with a version that presence does not move', async () => {
    const queue = await add('queues', { name: 'Support', offerSeconds: 30 });
    const key = randomUUID();
    const request = newAgent({ queueIds: [queue.id], skills: { billing: 4 }, languages: { ja: 5, en: 2 }, groups: ['first line'] });
    const { id } = await add('agents', request, key);
    expect(await add('agents', request, key)).toMatchObject({ id });
    const shown = (await admin.ask('GET', `agent-profiles/${id}`)).body;
    const { password: _, ...told } = request;
    expect(shown).toEqual({ id, version: 1, archived: false, weights: {}, workingHoursId: null, ...told, languages: { en: 2, ja: 5 } });
    const changed = await supervisor.ask('PATCH', `agent-profiles/${id}`, {
      body: { capacity: 5, skills: { billing: 5, returns: 1 } },
      ifMatch: '"1"',
    });
    expect(changed.body).toMatchObject({ capacity: 5, skills: { billing: 5, returns: 1 }, languages: { ja: 5 }, version: 2 });
    expect((await admin.ask('PATCH', `agent-profiles/${id}`, { body: { capacity: 6 }, ifMatch: '"1"' })).status).toBe(412);
    expect(await centre.store.readStream(agentStream(id))).toHaveLength(2);
    await centre.settled();
    expect((await admin.ask('GET', 'agents')).body.items).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ id, capacity: 5 })]),
    );
    expect((await admin.ask('GET', 'skills/in-use')).body.items).toEqual(
      expect.arrayContaining([
        { kind: 'skill', key: 'billing', agents: 1, queues: 2, known: true },
        { kind: 'language', key: 'ja', agents: 1, queues: 0, known: true },
      ]),
    );
  });

  it('is refused with what is wrong', async () => {
    const refused = (change: object) => admin.ask('POST', 'agents', { body: newAgent(change) });
    expect(await refused({ skills: { billing: 6 } })).toMatchObject({ status: 422, body: { code: 'bad-level' } });
    expect(await refused({ capacity: 26 })).toMatchObject({ status: 422, body: { fields: [{ field: 'capacity' }] } });
    expect(await refused({ queueIds: [randomUUID()] })).toMatchObject({ status: 404, body: { code: 'no-such-queue' } });
    const taken = newAgent();
    await add('agents', taken);
    expect(await refused({ email: taken.email })).toMatchObject({ status: 409, body: { code: 'email-taken' } });
  });
});

describe('an agent who goes', () => {
  const signsIn = ({ email, password }: { email: string; password: string }) =>
    centre.signIn.signIn({ email, password, address: '127.0.0.1' });
  const offer = { offerId: randomUUID(), conversationId: randomUUID(), expiresAt: '2100-01-01T00:00:00.000Z' };
  const tell = (id: string, tenantId: string, command: AgentCommand) => {
    const cause = startOf(tenantId, { kind: 'system', automation: 'spec' }, randomUUID());
    return handleCommand(centre.store, agentDecider(new Date()), agentStream(id), command, cause, { now: () => new Date() });
  };

  it('is archived without work in hand, cannot sign in, and comes back with what is still there', async () => {
    const [kept, going] = [
      await add('queues', { name: 'Kept', offerSeconds: 30 }),
      await add('queues', { name: 'Going', offerSeconds: 30 }),
    ];
    const request = newAgent({ name: 'Sora', queueIds: [kept.id, going.id] });
    const { id } = await add('agents', request);
    const { token } = await signsIn(request);
    const key = randomUUID();
    expect(await admin.ask('DELETE', `agent-profiles/${id}`, { ifMatch: '"7"' })).toMatchObject({ status: 412 });
    const archived = await supervisor.ask('DELETE', `agent-profiles/${id}`, { key, ifMatch: '"1"' });
    expect(archived).toMatchObject({ status: 200, body: { id, archived: true, name: 'Sora', version: 2 } });
    expect(await supervisor.ask('DELETE', `agent-profiles/${id}`, { key, ifMatch: '"1"' })).toMatchObject({ status: 200 });
    expect(await centre.signIn.sessionFor(token)).toBeUndefined();
    await expect(signsIn(request)).rejects.toMatchObject({ code: 'wrong-credentials' });
    expect((await admin.ask('PATCH', `agent-profiles/${id}`, { body: { capacity: 9 } })).body.code).toBe('agent-archived');
    await centre.settled();
    const ids = async (path: string) => (await admin.ask('GET', path)).body.items.map((item: { id: string }) => item.id);
    expect(await ids('agents')).not.toContain(id);
    expect(await ids('agent-profiles?limit=200')).not.toContain(id);
    expect(await ids('agent-profiles?archived=true')).toEqual([id]);
    expect(await agentNames(centre.database, tenant, [id])).toEqual(new Map([[id, 'Sora']]));

    // Nobody who is archived keeps a queue.
    expect((await admin.ask('DELETE', `queues/${going.id}`)).status).toBe(200);
    const back = await admin.ask('POST', `agent-profiles/${id}/restore`);
    expect(back).toMatchObject({ status: 200, body: { archived: false, queueIds: [kept.id] } });
    expect((await signsIn(request)).signedIn.user.agentId).toBe(id);
  });

  it('with work in hand is kept, or gives it back to its queues', async () => {
    const queue = await add('queues', { name: 'Working', offerSeconds: 30 });
    const { id } = await add('agents', newAgent({ queueIds: [queue.id] }));
    const explanation = { rule: 'spec', waitedSeconds: 0, candidates: [] };
    await tell(id, tenant, { type: 'SetPresence', presence: 'available' });
    await tell(id, tenant, { type: 'OfferWork', ...offer, queueId: queue.id, explanation, autoAccept: true });
    const { conversationId } = offer;
    expect(await admin.ask('DELETE', `agent-profiles/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'has-open-work', conversationIds: [conversationId] },
    });
    expect(await admin.ask('DELETE', `agent-profiles/${id}?workInHand=return`)).toMatchObject({ status: 200, body: { archived: true } });
    const events = await centre.store.readStream(agentStream(id));
    expect(events.slice(-2)).toMatchObject([
      {
        type: 'PresenceChanged',
        data: { presence: 'offline', workInHand: 'return' },
        metadata: { actor: { kind: 'admin', id: admin.id } },
      },
      { type: 'AgentArchived', metadata: { actor: { kind: 'admin', id: admin.id } } },
    ]);
  });

  it('is not archived by who may do less, nor by themselves', async () => {
    const request = newAgent({ name: 'Chief' });
    const { id } = await add('agents', request);
    const { token, signedIn } = await signsIn(request);
    expect((await admin.ask('PUT', `members/${signedIn.user.id}/role`, { body: { role: 'admin' } })).status).toBe(200);
    expect(await supervisor.ask('DELETE', `agent-profiles/${id}`)).toMatchObject({ status: 403, body: { code: 'more-than-own' } });
    expect(await ask(centre.url, token, 'DELETE', `agent-profiles/${id}`)).toMatchObject({ status: 409, body: { code: 'own-sign-in' } });
    expect((await admin.ask('GET', `agent-profiles/${id}`)).body.archived).toBe(false);
  });
});

it('M-03: queues and agents of one tenant are not there for another', async () => {
  const queue = await add('queues', { name: 'Ours alone', offerSeconds: 30 });
  const agent = await add('agents', newAgent());
  for (const path of [`queues/${queue.id}`, `agent-profiles/${agent.id}`]) {
    expect((await stranger.ask('GET', path)).status).toBe(404);
    expect((await stranger.ask('PATCH', path, { body: { name: 'Mine' } })).status).toBe(404);
  }
  const { id } = await add('skills', { kind: 'skill', key: 'ours', names: { en: 'Ours' } });
  for (const [method, path] of [
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/restore'],
    ['GET', '/bound'],
  ] as const) {
    const body = method === 'PATCH' ? { names: { en: 'Mine' } } : undefined;
    expect([method, (await stranger.ask(method, `skills/${id}${path}`, { body })).status]).toEqual([method, 404]);
  }
  expect((await stranger.ask('POST', 'agents', { body: newAgent({ skills: { ours: 1 } }) })).body.code).toBe('unknown-skill');
  for (const path of [`queues/${queue.id}`, `agent-profiles/${agent.id}`]) {
    expect((await stranger.ask('DELETE', path)).status).toBe(404);
    expect((await stranger.ask('POST', `${path}/restore`)).status).toBe(404);
  }
  expect((await stranger.ask('POST', 'agents', { body: newAgent({ queueIds: [queue.id] }) })).status).toBe(404);
  await centre.settled();
  for (const path of ['queues', 'agents', 'agent-profiles', 'skills', 'skills/in-use'])
    expect((await stranger.ask('GET', path)).body.items).toEqual([]);
});
