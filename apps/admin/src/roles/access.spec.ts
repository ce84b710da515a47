import { randomUUID } from 'node:crypto';
import { isPermission, permissionsOfBuiltIn } from '@madoguchi/accounts';
import { ADMIN_RESOURCES, ANSWERED_BY_DESK } from '@madoguchi/contracts';
import { routesOf } from '../testing/routes-of.js';
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

/** With an id where one belongs. Those of link holders prove their right by the link: sent-forms has their cases. */
const routes = () => everyRoute().filter(({ withoutSignIn }) => !withoutSignIn);
const everyRoute = () =>
  routesOf(centre.app).map(({ operationId, method, path, needs, withoutSignIn }) => ({
    withoutSignIn,
    name: operationId,
    method,
    path: path.replace('/api/v1/', '').replaceAll(/\{\w+\}/g, randomUUID()),
    needs,
  }));

describe('every route of the administrators’ API', () => {
  it('says which permission it needs, one that there is', () => {
    expect(routes().length).toBeGreaterThan(30);
    const without = routes().filter(({ needs }) => needs === undefined || !isPermission(needs));
    expect(without.map(({ name }) => name)).toEqual([]);
    const open = everyRoute().filter(({ withoutSignIn }) => withoutSignIn);
    expect(open.map(({ name }) => name)).toEqual(['FormsController_open', 'FormsController_fillIn']);
  });

  it('can be reached through the desk, which forwards nothing that there is not', () => {
    const needed = routesOf(centre.app).filter(({ method, path }) => !ANSWERED_BY_DESK.includes(`${method} ${path}`));
    const wanted = new Set(needed.map(({ method, path }) => `${method} ${path.split('/')[3]}`));
    const forwarded = Object.entries(ADMIN_RESOURCES).flatMap(([resource, methods]) => methods.map((method) => `${method} ${resource}`));
    expect(forwarded.sort()).toEqual([...wanted].sort());
  });

  it('M-09: is refused to an agent, and each refusal stands in the log: who, which route, which permission, and nothing that was sent', async () => {
    const all = routes();
    for (const { method, path, name } of all) {
      const answer = await agent.ask(method, path, method === 'GET' || method === 'DELETE' ? {} : { body: { name: 'CANARY' } });
      expect([name, answer.status, answer.body.code]).toEqual([name, 403, 'not-allowed']);
    }
    await centre.settled();
    const entries = (await admin.ask('GET', `audit?kind=refusal&person=${agent.id}&limit=200`)).body.items;
    expect(entries).toHaveLength(all.length);
    expect(new Set(entries.map(({ details }: { details: { permission: string } }) => details.permission))).toEqual(
      new Set(all.map(({ needs }) => needs)),
    );
    expect(entries[0]).toMatchObject({ person: { id: agent.id, name: 'A agent' }, event: 'AccessRefused', details: { role: 'agent' } });
    expect(JSON.stringify(entries)).not.toContain('CANARY');
    const paths = new Set(all.map(({ path }) => path).filter((path) => /[0-9a-f]{8}-/.test(path)));
    for (const path of paths) expect(JSON.stringify(entries)).not.toContain(path);
  });

  it('is closed to who is not signed in', async () => {
    for (const { method, path, name } of everyRoute())
      expect([name, (await ask(centre.url, undefined, method, path)).status]).toEqual([name, 401]);
  });

  it('is closed to them however its address is written; health and figures of the service are open', async () => {
    for (const path of ['/%61pi/v1/queues', '/api/%761/queues', '/api/v1/%71ueues'])
      expect([path, (await fetch(`${centre.url}${path}`)).status]).toEqual([path, 401]);
    for (const path of ['/health/live', '/%68ealth/live', '/metrics', '/%6detrics?x=1'])
      expect([path, (await fetch(`${centre.url}${path}`)).status]).toEqual([path, 200]);
  });

  it('M-03: shows nothing of one tenant to another', async () => {
    const role = (await admin.ask('POST', 'roles', { body: { name: 'CANARY', permissions: ['queues.view'] } })).body;
    await centre.settled();
    for (const { method, path } of routes().filter((route) => route.method === 'GET' && !/^events$/.test(route.path))) {
      const answer = await stranger.ask(method, path);
      expect(JSON.stringify([path, answer.body])).not.toContain('CANARY');
      expect(JSON.stringify([path, answer.body])).not.toContain(tenant);
    }
    expect((await stranger.ask('GET', `roles/${role.id}`)).status).toBe(404);
    expect((await stranger.ask('PATCH', `roles/${role.id}`, { body: { name: 'Mine' } })).status).toBe(404);
    expect((await stranger.ask('PUT', `members/${agent.id}/role`, { body: { role: 'admin' } })).status).toBe(404);
  });
});

describe('roles of the tenant', () => {
  it('allow what they say: from the next request on, until they are taken away', async () => {
    const reader = await centre.person(tenant, 'agent');
    const role = (await admin.ask('POST', 'roles', { body: { name: 'Reader', permissions: ['queues.view'] } })).body;
    expect(role).toMatchObject({ name: 'Reader', permissions: ['queues.view'], builtIn: false, version: 1 });
    expect((await reader.ask('GET', 'queues')).status).toBe(403);
    expect((await admin.ask('PUT', `members/${reader.id}/role`, { body: { role: role.id } })).body).toMatchObject({ role: role.id });
    expect((await reader.ask('GET', 'queues')).status).toBe(200);
    expect((await reader.ask('GET', 'roles')).status).toBe(403);

    const changed = await admin.ask('PATCH', `roles/${role.id}`, { body: { permissions: ['roles.view'] }, ifMatch: '"1"' });
    expect(changed.body).toMatchObject({ permissions: ['roles.view'], version: 2 });
    expect([(await reader.ask('GET', 'queues')).status, (await reader.ask('GET', 'roles')).status]).toEqual([403, 200]);
    expect((await admin.ask('PATCH', `roles/${role.id}`, { body: { name: 'x' }, ifMatch: '"1"' })).status).toBe(412);

    const refused = await admin.ask('DELETE', `roles/${role.id}`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'in-use', bound: [{ kind: 'members', id: reader.id, name: 'A agent' }] } });
    await admin.ask('PUT', `members/${reader.id}/role`, { body: { role: 'agent' } });
    expect((await admin.ask('DELETE', `roles/${role.id}`)).body).toMatchObject({ archived: true });
    expect((await admin.ask('PUT', `members/${reader.id}/role`, { body: { role: role.id } })).body.code).toBe('role-archived');
  });

  it('never give more than who gives them has', async () => {
    const limited = await centre.person(tenant, 'agent');
    const keeper = (
      await admin.ask('POST', 'roles', { body: { name: 'Keeper', permissions: ['roles.all', 'members.all', 'queues.view'] } })
    ).body;
    await admin.ask('PUT', `members/${limited.id}/role`, { body: { role: keeper.id } });
    const tries = [
      await limited.ask('POST', 'roles', { body: { name: 'All', permissions: ['integration-accounts.all'] } }),
      await limited.ask('PATCH', `roles/${keeper.id}`, { body: { permissions: ['contacts.erase'] } }),
      await limited.ask('PUT', `members/${limited.id}/role`, { body: { role: 'admin' } }),
      await limited.ask('PUT', `members/${admin.id}/role`, { body: { role: 'agent' } }),
      await limited.ask('POST', 'members', { body: { email: 'me2@ours.example', name: 'Me', password: 'correct horse', role: 'admin' } }),
    ];
    expect(tries.map(({ status, body }) => [status, body.code])).toEqual(Array(5).fill([403, 'more-than-own']));
    await centre.settled();
    const audited = (await admin.ask('GET', `audit?kind=refusal&person=${limited.id}`)).body.items;
    expect(audited).toHaveLength(5);
    expect(audited.at(-1).details).toMatchObject({ method: 'POST', route: '/api/v1/roles', permission: tries[0]!.body.missing.join(', ') });
    expect((await limited.ask('POST', 'roles', { body: { name: 'Queues', permissions: ['queues.view'] } })).status).toBe(201);
  });

  it('leave somebody who administers', async () => {
    const other = await centre.tenant('Alone');
    const only = await centre.person(other, 'admin');
    expect(await only.ask('PUT', `members/${only.id}/role`, { body: { role: 'supervisor' } })).toMatchObject({
      status: 409,
      body: { code: 'last-administrator' },
    });
    const second = await only.ask('POST', 'members', {
      body: { email: 'second@alone.example', name: 'Second', password: 'correct horse', role: 'admin' },
    });
    expect(second).toMatchObject({ status: 201, body: { role: 'admin', agentId: null } });
    expect((await only.ask('PUT', `members/${only.id}/role`, { body: { role: 'supervisor' } })).body.role).toBe('supervisor');
    expect((await only.ask('PUT', `members/${second.body.id}/role`, { body: { role: 'agent' } })).status).toBe(403);
  });

  it('are listed beside those that everybody has, which nobody changes', async () => {
    const { items } = (await admin.ask('GET', 'roles')).body;
    expect(items.slice(0, 3)).toMatchObject([
      { id: 'admin' },
      { id: 'supervisor', permissions: permissionsOfBuiltIn('supervisor') },
      { id: 'agent' },
    ]);
    expect((await admin.ask('PATCH', 'roles/supervisor', { body: { name: 'Boss' } })).body.code).toBe('built-in-role');
    expect((await admin.ask('POST', 'roles', { body: { name: 'x', permissions: ['everything'] } })).body.code).toBe('unknown-permission');
    const { items: permissions } = (await admin.ask('GET', 'permissions')).body;
    expect(permissions[0].texts).toEqual({ en: expect.any(String), ja: expect.any(String), ru: expect.any(String) });
  });
});

describe('the audit log', () => {
  it('is read by person, kind and time, and exported as NDJSON and CSV; who took it stands in it', async () => {
    const house = await centre.tenant('Audited');
    const [keeper, auditor] = [await centre.person(house, 'admin'), await centre.person(house, 'admin')];
    const role = (await keeper.ask('POST', 'roles', { body: { name: '=cmd()', permissions: [] } })).body;
    await keeper.ask('POST', 'content-profiles', { body: { name: 'Pictures', inbound: [], outbound: [] } });
    await centre.settled();
    const read = async (query: string) => (await auditor.ask('GET', `audit${query}`)).body.items;
    expect((await read('')).map(({ event }: { event: string }) => event)).toEqual(['ContentProfileDefined', 'RoleDefined']);
    expect(await read(`?kind=role&person=${keeper.id}&subject=${role.id}`)).toMatchObject([
      { kind: 'role', subjectId: role.id, person: { id: keeper.id }, details: { name: '=cmd()' } },
    ]);
    expect(await read(`?person=${auditor.id}`)).toEqual([]);
    expect(await read('?to=2020-01-01')).toEqual([]);
    expect((await auditor.ask('GET', 'audit?from=2026-13-99')).status).toBe(422);

    const ndjson = await auditor.ask('GET', 'audit/export');
    expect(ndjson.headers.get('content-type')).toBe('application/x-ndjson');
    expect(
      String(ndjson.body)
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { event: string }).event),
    ).toEqual(['ContentProfileDefined', 'RoleDefined']);
    const csv = String((await auditor.ask('GET', 'audit/export?format=csv&kind=role')).body).split('\n');
    expect(csv[0]).toBe('at,person_id,person_name,kind,event,subject_id,details,id');
    expect(csv[1]).toContain('RoleDefined');
    await centre.settled();
    expect(await read('?kind=audit')).toMatchObject([
      { event: 'AuditLogExported', person: { id: auditor.id }, details: { format: 'csv', kind: 'role' } },
      { event: 'AuditLogExported', details: { format: 'ndjson' } },
    ]);
  });
});
