import { randomUUID } from 'node:crypto';
import { handleCommand, startOf } from '@madoguchi/event-sourcing';
import { agentDecider, agentStream, queueStream } from '@madoguchi/routing';
import { type Admin, type Person, startAdmin } from '../testing/start-admin.js';

let centre: Admin;
let admin: Person;
let supervisor: Person;
let stranger: Person;

beforeAll(async () => {
  centre = await startAdmin();
  const tenant = await centre.tenant('Ours');
  admin = await centre.person(tenant, 'admin');
  supervisor = await centre.person(tenant, 'supervisor');
  stranger = await centre.person(await centre.tenant('Theirs'), 'admin');
  const known = { skill: ['billing', 'returns'], language: ['ja', 'en'] };
  for (const [kind, keys] of Object.entries(known)) for (const key of keys) await add('skills', { kind, key, names: { en: key } });
}, 60_000);
afterAll(() => centre.stop());

const add = async (path: string, body: object, key?: string) => {
  const added = await admin.ask('POST', path, { body, key });
  expect(added).toMatchObject({ status: 201 });
  return added.body as { id: string; version: number };
};
const person = (change: object = {}) => ({
  name: 'Aiko',
  email: `${randomUUID()}@ours.example`,
  password: 'correct horse',
  capacity: 3,
  queueIds: [],
  ...change,
});
const policy = {
  requires: { skills: { billing: 3 }, languageLevel: 2 },
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
    expect(await refused({ policy: { overflow: { queueId: randomUUID(), afterSeconds: 60 } } })).toMatchObject({ status: 404 });
    await add('queues', { name: 'Once', offerSeconds: 30 });
    await centre.settled();
    expect(await refused({ name: 'once' })).toMatchObject({ status: 409, body: { code: 'name-taken' } });
  });

  it('is archived when nothing is bound to it, and says what is', async () => {
    const hours = { timeZone: 'Asia/Tokyo', week: {}, holidays: [], exceptions: [] };
    const open = await add('business-hours', { name: 'Open', hours });
    const queue = await add('queues', { name: 'Bound', offerSeconds: 30, policy: { businessHoursId: open.id } });
    const agent = await add('agents', person({ name: 'Ivan', queueIds: [queue.id], workingHoursId: open.id }));
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
    expect(await admin.ask('POST', 'agents', { body: person({ queueIds: [queue.id] }) })).toMatchObject({
      status: 409,
      body: { code: 'queue-archived' },
    });
    expect((await admin.ask('PATCH', `queues/${queue.id}`, { body: { name: 'Again' } })).body.code).toBe('queue-archived');
  });
});

describe('an agent', () => {
  it('has skills, languages, groups and a capacity, with a version that presence does not move', async () => {
    const queue = await add('queues', { name: 'Support', offerSeconds: 30 });
    const key = randomUUID();
    const request = person({ queueIds: [queue.id], skills: { billing: 4 }, languages: { ja: 5, en: 2 }, groups: ['first line'] });
    const { id } = await add('agents', request, key);
    expect(await add('agents', request, key)).toMatchObject({ id });
    const shown = (await admin.ask('GET', `agent-profiles/${id}`)).body;
    const { password: _, ...told } = request;
    expect(shown).toEqual({ id, version: 1, weights: {}, workingHoursId: null, ...told, languages: { en: 2, ja: 5 } });
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
        { kind: 'skill', key: 'billing', agents: 1, queues: 1, known: true },
        { kind: 'language', key: 'ja', agents: 1, queues: 0, known: true },
      ]),
    );
  });

  it('is refused with what is wrong', async () => {
    const refused = (change: object) => admin.ask('POST', 'agents', { body: person(change) });
    expect(await refused({ skills: { billing: 6 } })).toMatchObject({ status: 422, body: { code: 'bad-level' } });
    expect(await refused({ capacity: 26 })).toMatchObject({ status: 422, body: { fields: [{ field: 'capacity' }] } });
    expect(await refused({ queueIds: [randomUUID()] })).toMatchObject({ status: 404, body: { code: 'no-such-queue' } });
    const taken = person();
    await add('agents', taken);
    expect(await refused({ email: taken.email })).toMatchObject({ status: 409, body: { code: 'email-taken' } });
  });
});

describe('a skill', () => {
  const skill = (key: string, change: object = {}) => ({ kind: 'skill', key, names: { en: key, ja: `${key}の` }, ...change });

  it('is renamed without touching whoever names it, and by who saw it as it is', async () => {
    const { id } = await add('skills', skill('vip'));
    const queue = await add('queues', { name: 'VIP', offerSeconds: 30, policy: { requires: { skills: { vip: 2 }, languageLevel: null } } });
    const agent = await add('agents', person({ skills: { vip: 3 } }));
    const renamed = await supervisor.ask('PATCH', `skills/${id}`, {
      body: { names: { en: 'Very important', ru: 'Важные клиенты' } },
      ifMatch: '"1"',
    });
    expect(renamed).toMatchObject({
      status: 200,
      body: { key: 'vip', names: { en: 'Very important', ja: 'vipの', ru: 'Важные клиенты' } },
    });
    expect((await admin.ask('PATCH', `skills/${id}`, { body: { names: { en: 'x' } }, ifMatch: '"1"' })).body.code).toBe('it-changed');
    expect((await admin.ask('GET', `queues/${queue.id}`)).body.policy.requires.skills).toEqual({ vip: 2 });
    expect(await centre.store.readStream(queueStream(queue.id))).toHaveLength(2);
    expect(await centre.store.readStream(agentStream(agent.id))).toHaveLength(1);
    await centre.settled();
    expect((await admin.ask('GET', 'skills?kind=skill')).body.items).toEqual(
      expect.arrayContaining([expect.objectContaining({ id, names: renamed.body.names })]),
    );
    expect((await admin.ask('GET', 'skills?kind=language')).body.items.map(({ key }: { key: string }) => key)).toEqual(['en', 'ja']);
  });

  it('that the catalogue does not have is refused by its name, on agents and in policies', async () => {
    const unknown = (kind: string, key: string) => ({ status: 422, body: { code: 'unknown-skill', unknown: [{ kind, key }] } });
    const refused = await admin.ask('POST', 'agents', { body: person({ skills: { billing: 3, juggling: 1 } }) });
    expect(refused).toMatchObject(unknown('skill', 'juggling'));
    expect(refused.body.detail).toContain('"juggling"');
    expect(await admin.ask('POST', 'agents', { body: person({ languages: { tlh: 5 } }) })).toMatchObject(unknown('language', 'tlh'));
    const ring = { seconds: 30, minimumLevels: { language: 1 }, droppedSkills: ['chess'], agentGroups: [] };
    const queue = { name: 'Chess', offerSeconds: 30, policy: { rings: [ring] } };
    expect(await admin.ask('POST', 'queues', { body: queue })).toMatchObject(unknown('skill', 'chess'));
    await centre.settled();
    expect((await admin.ask('GET', 'queues')).body.items.map(({ name }: { name: string }) => name)).not.toContain('Chess');
  });

  it('that was recorded before there was a catalogue stays where it stands, and is listed as unknown', async () => {
    const { id } = await add('agents', person());
    const { tenantId } = (await centre.store.readStream(agentStream(id)))[0]!.metadata;
    const before = { type: 'ChangeAgent', skills: { origami: 4 } } as const;
    const cause = startOf(tenantId, { kind: 'admin', id: admin.id }, randomUUID());
    await handleCommand(centre.store, agentDecider(new Date()), agentStream(id), before, cause, { now: () => new Date() });
    expect((await admin.ask('GET', `agent-profiles/${id}`)).body.skills).toEqual({ origami: 4 });
    const both = await admin.ask('PATCH', `agent-profiles/${id}`, { body: { skills: { origami: 5, billing: 1 } } });
    expect(both).toMatchObject({ status: 200, body: { skills: { origami: 5, billing: 1 } } });
    await centre.settled();
    const { items } = (await admin.ask('GET', 'skills/in-use')).body;
    expect(items).toEqual(expect.arrayContaining([{ kind: 'skill', key: 'origami', agents: 1, queues: 0, known: false }]));
  });

  it('is archived when nobody has it and nothing asks for it, and comes back', async () => {
    const { id } = await add('skills', skill('sales'));
    const agent = await add('agents', person({ name: 'Mika', skills: { sales: 1 } }));
    await centre.settled();
    expect(await admin.ask('DELETE', `skills/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'in-use', bound: [{ kind: 'agents', id: agent.id, name: 'Mika' }] },
    });
    expect((await admin.ask('GET', `skills/${id}/bound`)).body.items).toHaveLength(1);
    await admin.ask('PATCH', `agent-profiles/${agent.id}`, { body: { skills: {} } });
    await centre.settled();
    expect(await admin.ask('DELETE', `skills/${id}`)).toMatchObject({ status: 200, body: { archived: true } });
    expect((await admin.ask('POST', 'agents', { body: person({ skills: { sales: 1 } }) })).body.code).toBe('unknown-skill');
    expect(await admin.ask('POST', `skills/${id}/restore`)).toMatchObject({ status: 200, body: { archived: false } });
    await add('agents', person({ skills: { sales: 1 } }));
  });

  it('is there once, and has a name of its own in each language, also when twenty ask at once', async () => {
    expect(await admin.ask('POST', 'skills', { body: skill('billing') })).toMatchObject({ status: 409, body: { code: 'skill-exists' } });
    const keys = Array.from({ length: 20 }, (_, index) => `shared ${index}`);
    const answers = await Promise.all(keys.map((key) => admin.ask('POST', 'skills', { body: skill(key, { names: { ru: 'Общее' } }) })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(409)]);
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.code))).toEqual(new Set(['name-taken']));
    const winner = answers.find(({ status }) => status === 201)!.body;
    await admin.ask('PATCH', `skills/${winner.id}`, { body: { names: { ru: 'Своё' } } });
    await add('skills', skill('the next', { names: { ru: ' ОБЩЕЕ' } }));
  });
});

it('M-03: queues and agents of one tenant are not there for another', async () => {
  const queue = await add('queues', { name: 'Ours alone', offerSeconds: 30 });
  const agent = await add('agents', person());
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
  expect((await stranger.ask('POST', 'agents', { body: person({ skills: { ours: 1 } }) })).body.code).toBe('unknown-skill');
  expect((await stranger.ask('DELETE', `queues/${queue.id}`)).status).toBe(404);
  expect((await stranger.ask('POST', 'agents', { body: person({ queueIds: [queue.id] }) })).status).toBe(404);
  await centre.settled();
  for (const path of ['queues', 'agents', 'agent-profiles', 'skills', 'skills/in-use'])
    expect((await stranger.ask('GET', path)).body.items).toEqual([]);
});
