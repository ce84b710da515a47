import { randomUUID } from 'node:crypto';
import { replyTemplateStream } from '@madoguchi/accounts';
import { handleCommand, startOf } from '@madoguchi/event-sourcing';
import { agentDecider, agentStream, queueStream } from '@madoguchi/routing';
import { newAgent } from '../testing/new-agent.js';
import { type Admin, type Person, startAdmin } from '../testing/start-admin.js';

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
});
afterAll(() => centre.stop());

const day = [{ from: '09:00', to: '18:00' }];
const hours = { timeZone: 'Asia/Tokyo', week: { 1: day, 2: day }, holidays: [{ name: '勤労感謝の日', on: '11-23' }], exceptions: [] };
const add = async (path: string, body: object) => {
  const added = await admin.ask('POST', path, { body });
  expect(added).toMatchObject({ status: 201 });
  return added.body as { id: string; version: number };
};

describe('business hours', () => {
  it('are added, shown, changed and archived, each with a version', async () => {
    const { id } = await add('business-hours', { name: 'Weekdays', hours });
    const shown = await admin.ask('GET', `business-hours/${id}`);
    expect(shown).toMatchObject({ status: 200, body: { id, name: 'Weekdays', hours, archived: false, version: 1 } });
    expect(shown.headers.get('etag')).toBe('"1"');
    const changed = await supervisor.ask('PATCH', `business-hours/${id}`, { body: { name: 'Office' }, ifMatch: '"1"' });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Office', version: 2 } });
    expect(await admin.ask('PATCH', `business-hours/${id}`, { body: { name: 'Shop' }, ifMatch: '"1"' })).toMatchObject({
      status: 412,
      body: { code: 'it-changed' },
    });
    await centre.settled();
    expect((await admin.ask('GET', 'business-hours')).body.items).toMatchObject([{ id, name: 'Office', version: 2 }]);
    expect(await admin.ask('DELETE', `business-hours/${id}`)).toMatchObject({ status: 200, body: { archived: true } });
    expect(await admin.ask('PATCH', `business-hours/${id}`, { body: { name: 'x' } })).toMatchObject({
      status: 409,
      body: { code: 'business-hours-archived' },
    });
    await centre.settled();
    expect((await admin.ask('GET', 'business-hours')).body.items).toEqual([]);
    expect((await admin.ask('GET', 'business-hours?archived=true')).body.items).toMatchObject([{ id }]);
  });

  it('say whether it is open, and when that changes', async () => {
    const { id } = await add('business-hours', { name: 'Preview', hours });
    const at = async (moment: string) => (await admin.ask('GET', `business-hours/${id}/preview?at=${moment}`)).body;
    expect(await at('2026-11-24T01:00:00Z')).toEqual({
      at: '2026-11-24T01:00:00.000Z',
      open: true,
      nextChange: { at: '2026-11-24T09:00:00.000Z', opens: false },
    });
    expect(await at('2026-11-23T01:00:00Z')).toMatchObject({ open: false, nextChange: { at: '2026-11-24T00:00:00.000Z', opens: true } });
    expect((await admin.ask('GET', `business-hours/${id}/preview?at=soon`)).status).toBe(422);
  });

  it('are refused field by field, in words that say what to do', async () => {
    const wrong = {
      name: '',
      hours: { ...hours, week: { 1: [{ from: '9', to: '18:00' }], 8: day }, holidays: [{ name: 'x', on: 'yesterday' }] },
    };
    const refused = await admin.ask('POST', 'business-hours', { body: wrong });
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid' } });
    const fields = Object.fromEntries(
      refused.body.fields.map(({ field, problems }: { field: string; problems: string[] }) => [field, problems[0]]),
    );
    expect(fields).toMatchObject({
      name: 'name must have 1 to 100 characters',
      'hours.week.1.0.from': 'from must be a time such as 09:00',
      'hours.holidays.0.on': 'on must be a day such as 2026-11-23, or 01-01 for every year',
    });
    expect(Object.keys(fields)).toContain('hours.week.8');
    const zone = { name: 'Moon', hours: { ...hours, timeZone: 'Moon/Base' } };
    expect(await admin.ask('POST', 'business-hours', { body: zone })).toMatchObject({ status: 422, body: { code: 'bad-time-zone' } });
    const overlap = { name: 'Twice', hours: { ...hours, week: { 1: [...day, { from: '10:00', to: '11:00' }] } } };
    expect(await admin.ask('POST', 'business-hours', { body: overlap })).toMatchObject({ status: 422, body: { code: 'periods-overlap' } });
  });
});

describe('reasons to be away', () => {
  const keysOf = ({ body }: { readonly body: { readonly awayReasons: readonly { readonly key: string }[] } }) =>
    body.awayReasons.map(({ key }) => key);

  it('are the usual ones until an administrator sets others, by who saw them as they are', async () => {
    const before = await admin.ask('GET', 'organisation');
    expect(keysOf(before)).toEqual(['break', 'lunch', 'meeting', 'training']);
    const doctor = { key: 'doctor', names: { en: 'doctor', ja: '通院', ru: 'врач' } };
    const [rest, ...others] = before.body.awayReasons;
    const awayReasons = [doctor, ...others, { ...rest, archived: true }];
    const ifMatch = `"${before.body.version}"`;
    const set = await admin.ask('PATCH', 'organisation', { body: { awayReasons }, ifMatch });
    expect(set).toMatchObject({
      status: 200,
      body: { awayReasons: [{ ...doctor, archived: false }, {}, {}, {}, { key: 'break', archived: true }] },
    });
    expect((await admin.ask('PATCH', 'organisation', { body: { awayReasons: [...awayReasons].reverse() }, ifMatch })).body.code).toBe(
      'it-changed',
    );
    expect((await supervisor.ask('PATCH', 'organisation', { body: { awayReasons } })).status).toBe(403);
    expect(keysOf(await stranger.ask('GET', 'organisation'))).toEqual(['break', 'lunch', 'meeting', 'training']);

    expect(await admin.ask('PATCH', 'organisation', { body: { awayReasons: others } })).toMatchObject({
      status: 409,
      body: { code: 'away-reason-missing', missing: ['doctor', 'break'] },
    });
    expect(await admin.ask('PATCH', 'organisation', { body: { awayReasons: [{ key: 'No Key', names: {} }] } })).toMatchObject({
      status: 422,
      body: { code: 'invalid' },
    });
  });
});

describe('content profiles', () => {
  it('the organisation has a default, which cannot be archived as long as it is one', async () => {
    const { id } = await add('content-profiles', { name: 'Pictures', inbound: ['image'], outbound: ['image/png'] });
    expect(await admin.ask('PATCH', 'organisation', { body: { defaultContentProfileId: id } })).toMatchObject({
      status: 200,
      body: { defaultContentProfileId: id, timeZone: 'UTC' },
    });
    await centre.settled();
    const refused = await admin.ask('DELETE', `content-profiles/${id}`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'in-use', bound: [{ kind: 'organisation', id: tenant }] } });
    expect(refused.body.detail).toContain('"Pictures"');
    expect((await admin.ask('GET', `content-profiles/${id}/bound`)).body.items).toHaveLength(1);

    await admin.ask('PATCH', 'organisation', { body: { defaultContentProfileId: null } });
    await centre.settled();
    expect((await admin.ask('DELETE', `content-profiles/${id}`)).status).toBe(200);
    expect(await admin.ask('PATCH', 'organisation', { body: { defaultContentProfileId: id } })).toMatchObject({
      status: 409,
      body: { code: 'content-profile-archived' },
    });
    expect((await admin.ask('PATCH', 'organisation', { body: { defaultContentProfileId: randomUUID() } })).status).toBe(404);
    expect((await admin.ask('POST', 'content-profiles', { body: { name: 'x', inbound: ['colours'], outbound: [] } })).body.code).toBe(
      'bad-content',
    );
  });
});

describe('reply templates', () => {
  it('M-177: have one text per language; a preview takes the first wanted one and fills it in', async () => {
    const texts = { ja: '{{customer.name}} 様', en: 'Dear {{customer.name}}, this is {{agent.name}}.' };
    const { id } = await add('reply-templates', { name: 'Welcome', shortcut: 'hi', texts });
    const preview = (body: object) => admin.ask('POST', `reply-templates/${id}/preview`, { body });
    expect((await preview({ languages: ['ru', 'en-GB'], values: { 'customer.name': 'Maria' } })).body).toEqual({
      language: 'en',
      text: 'Dear Maria, this is Aiko Tanaka.',
      unfilled: [],
    });
    expect((await preview({ languages: ['ja'] })).body.text).toBe('山田 花子 様');
    expect((await preview({ languages: ['ko'] })).body).toEqual({ language: null, text: null, unfilled: [] });
    const changed = await admin.ask('PATCH', `reply-templates/${id}`, {
      body: { texts: { ja: null, ru: 'Здравствуйте!' }, shortcut: null },
    });
    expect(changed.body).toMatchObject({ shortcut: null, texts: { en: texts.en, ru: 'Здравствуйте!' } });
    expect((await admin.ask('POST', 'reply-templates', { body: { name: 'x', texts: { ja: '{{customer.age}}' } } })).body.code).toBe(
      'unknown-placeholder',
    );
    expect((await admin.ask('DELETE', `reply-templates/${id}`)).body.archived).toBe(true);
  });

  it('the same request again, with the same key, adds nothing; a name is there once', async () => {
    const key = randomUUID();
    const body = { name: 'Twice', texts: { en: 'Hello' } };
    const [first, again] = [
      await admin.ask('POST', 'reply-templates', { body, key }),
      await admin.ask('POST', 'reply-templates', { body, key }),
    ];
    expect(again.body).toEqual(first.body);
    expect(await centre.store.readStream(replyTemplateStream(first.body.id))).toHaveLength(1);
    await centre.settled();
    expect(await admin.ask('POST', 'reply-templates', { body: { ...body, name: ' TWICE' } })).toMatchObject({
      status: 409,
      body: { code: 'name-taken' },
    });
  });

  it('come in pages', async () => {
    for (const name of ['P1', 'P2', 'P3']) await add('reply-templates', { name, texts: { en: name } });
    await centre.settled();
    const first = (await admin.ask('GET', 'reply-templates?limit=2')).body;
    const rest = (await admin.ask('GET', `reply-templates?limit=100&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...rest.items].map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['P1', 'P2', 'P3']));
    expect(await admin.ask('GET', 'reply-templates?cursor=nonsense')).toMatchObject({ status: 400, body: { code: 'bad-cursor' } });
    expect((await admin.ask('GET', 'reply-templates?limit=0')).status).toBe(422);
  });
});

describe('a skill', () => {
  beforeAll(async () => {
    await add('skills', { kind: 'skill', key: 'billing', names: { en: 'Billing' } });
    for (const key of ['ja', 'en']) await add('skills', { kind: 'language', key, names: { en: key } });
  });

  const skill = (key: string, change: object = {}) => ({ kind: 'skill', key, names: { en: key, ja: `${key}の` }, ...change });

  it('is renamed without touching whoever names it, and by who saw it as it is', async () => {
    const { id } = await add('skills', skill('vip'));
    const queue = await add('queues', { name: 'VIP', offerSeconds: 30, policy: { requires: { skills: { vip: 2 }, languageLevel: null } } });
    const agent = await add('agents', newAgent({ skills: { vip: 3 } }));
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
    const refused = await admin.ask('POST', 'agents', { body: newAgent({ skills: { billing: 3, juggling: 1 } }) });
    expect(refused).toMatchObject(unknown('skill', 'juggling'));
    expect(refused.body.detail).toContain('"juggling"');
    expect(await admin.ask('POST', 'agents', { body: newAgent({ languages: { tlh: 5 } }) })).toMatchObject(unknown('language', 'tlh'));
    const ring = { seconds: 30, minimumLevels: { language: 1 }, droppedSkills: ['chess'], agentGroups: [] };
    const queue = { name: 'Chess', offerSeconds: 30, policy: { rings: [ring] } };
    expect(await admin.ask('POST', 'queues', { body: queue })).toMatchObject(unknown('skill', 'chess'));
    await centre.settled();
    expect((await admin.ask('GET', 'queues')).body.items.map(({ name }: { name: string }) => name)).not.toContain('Chess');
  });

  it('that was recorded before there was a catalogue stays where it stands, and is listed as unknown', async () => {
    const { id } = await add('agents', newAgent());
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
    const agent = await add('agents', newAgent({ name: 'Mika', skills: { sales: 1 } }));
    await centre.settled();
    expect(await admin.ask('DELETE', `skills/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'in-use', bound: [{ kind: 'agents', id: agent.id, name: 'Mika' }] },
    });
    expect((await admin.ask('GET', `skills/${id}/bound`)).body.items).toHaveLength(1);
    await admin.ask('PATCH', `agent-profiles/${agent.id}`, { body: { skills: {} } });
    await centre.settled();
    expect(await admin.ask('DELETE', `skills/${id}`)).toMatchObject({ status: 200, body: { archived: true } });
    expect((await admin.ask('POST', 'agents', { body: newAgent({ skills: { sales: 1 } }) })).body.code).toBe('unknown-skill');
    expect(await admin.ask('POST', `skills/${id}/restore`)).toMatchObject({ status: 200, body: { archived: false } });
    await add('agents', newAgent({ skills: { sales: 1 } }));
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

it('M-03: nobody of another tenant sees or changes any of it', async () => {
  const { id } = await add('business-hours', { name: 'Ours alone', hours });
  await centre.settled();
  for (const [method, path] of [
    ['GET', ''],
    ['PATCH', ''],
    ['DELETE', ''],
    ['GET', '/preview'],
    ['GET', '/bound'],
  ] as const) {
    const answer = await stranger.ask(method, `business-hours/${id}${path}`, method === 'PATCH' ? { body: { name: 'Mine' } } : {});
    expect([method, path, path === '/bound' ? answer.body.items?.length : answer.status]).toEqual([
      method,
      path,
      path === '/bound' ? 0 : 404,
    ]);
  }
  expect((await stranger.ask('GET', 'business-hours')).body).toEqual({ items: [], nextCursor: null });
  expect((await stranger.ask('GET', 'organisation')).body.version).toBe(0);
  expect((await admin.ask('GET', `business-hours/${id}`)).body.version).toBe(1);
});
