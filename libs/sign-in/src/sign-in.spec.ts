import { createHash } from 'node:crypto';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { DataSource } from 'typeorm';
import {
  createTenant,
  createUser,
  findRole,
  giveRole,
  listRoles,
  listUsers,
  type RoleRow,
  saveRole,
  sessionTokenOf,
  SignIn,
  signInEntities,
  signInMigrations,
  usersWithRole,
} from './index.js';

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let database: DataSource;
let time: Date;
let tenantId: string;
let signIns: SignIn;

const PASSWORD = 'correct horse';
const AGENT = '00000000-0000-4000-8000-000000000001';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const pass = (milliseconds: number) => (time = new Date(time.getTime() + milliseconds));
const attempt = (more: Partial<Parameters<SignIn['signIn']>[0]> = {}) =>
  signIns.signIn({ email: 'sato@example.com', password: PASSWORD, address: '192.0.2.1', ...more });
const refusedWith = (code: string) => expect.objectContaining({ name: 'Refusal', code }) as Error;

beforeAll(async () => {
  postgres = await startPostgres();
  const owner = await new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations: [...signInMigrations] }).initialize();
  await owner.runMigrations();
  await owner.destroy();
  database = await new DataSource({ type: 'postgres', url: postgres.url, entities: signInEntities }).initialize();
});

beforeEach(async () => {
  for (const table of ['sign_in_attempts', 'sessions', 'users', 'roles', 'tenants']) await database.query(`delete from ${table}`);
  time = new Date('2026-11-01T09:00:00.000Z');
  signIns = new SignIn(database, () => time);
  tenantId = await createTenant(database, { name: 'Demo' }, time);
  await createUser(
    database,
    { tenantId, email: 'Sato@Example.com', name: 'Sato', role: 'agent', agentId: AGENT, password: PASSWORD },
    time,
  );
});

afterAll(async () => {
  await database.destroy();
  await postgres.stop();
});

describe('signing in', () => {
  it('gives a session that says who it is, in which tenant', async () => {
    const { token, signedIn } = await attempt({ email: ' SATO@example.com ' });
    expect(signedIn).toMatchObject({
      user: { name: 'Sato', email: 'sato@example.com', role: 'agent', agentId: AGENT },
      tenant: { id: tenantId, name: 'Demo' },
    });
    expect(await signIns.sessionFor(token)).toEqual(signedIn);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('refuses a wrong password and an unknown person in the same words', async () => {
    const wrong = await attempt({ password: 'wrong' }).catch((error: Error) => error);
    const unknown = await attempt({ email: 'nobody@example.com' }).catch((error: Error) => error);
    expect(wrong).toEqual(refusedWith('wrong-credentials'));
    expect((unknown as Error).message).toBe((wrong as Error).message);
  });

  it('stores neither passwords nor tokens', async () => {
    const { token } = await attempt();
    const rows = JSON.stringify([await database.query('select * from users'), await database.query('select * from sessions')]);
    expect(rows).not.toContain(PASSWORD);
    expect(rows).not.toContain(token);
    expect(rows).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });

  it('stops guessing at one account from one address, also when all guesses come at once, and lets others in', async () => {
    const guesses = await Promise.allSettled(Array.from({ length: 8 }, () => attempt({ password: 'guess' })));
    const codes = guesses.map((guess) => (guess.status === 'rejected' ? (guess.reason as { code: string }).code : 'in'));
    expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(3);
    await expect(attempt()).rejects.toMatchObject({ code: 'too-many-attempts', details: { retryAfterSeconds: 900 } });
    await expect(attempt({ address: '192.0.2.2' })).resolves.toBeDefined();
    pass(15 * MINUTE);
    await expect(attempt()).resolves.toBeDefined();
  });

  it('counts wrong guesses from one address whatever the account, and right ones not at all', async () => {
    await attempt();
    const from = (count: number) => database.query('update sign_in_attempts set attempts = $1', [count]);
    for (let guess = 0; guess < 3; guess += 1) await attempt();
    await from(99);
    await expect(attempt({ email: 'a@example.com' })).rejects.toEqual(refusedWith('wrong-credentials'));
    await expect(attempt({ email: 'b@example.com' })).rejects.toEqual(refusedWith('too-many-attempts'));
  });

  it('forgives wrong guesses after a right one', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let guess = 0; guess < 4; guess += 1)
        await expect(attempt({ password: 'typo' })).rejects.toEqual(refusedWith('wrong-credentials'));
      await attempt();
    }
  });
});

describe('a session', () => {
  it('ends after twelve hours, however much it is used', async () => {
    const { token } = await attempt();
    for (let hour = 1; hour < 12; hour += 1) {
      pass(HOUR);
      expect(await signIns.sessionFor(token)).toBeDefined();
    }
    pass(HOUR);
    expect(await signIns.sessionFor(token)).toBeUndefined();
  });

  it('ends after two hours without use; an open socket is use', async () => {
    const { token, signedIn } = await attempt();
    pass(90 * MINUTE);
    expect(await signIns.stillValid([signedIn.sessionId])).toEqual(new Set([signedIn.sessionId]));
    pass(90 * MINUTE);
    expect(await signIns.sessionFor(token)).toBeDefined();
    pass(2 * HOUR);
    expect(await signIns.sessionFor(token)).toBeUndefined();
    expect(await signIns.stillValid([signedIn.sessionId])).toEqual(new Set());
  });

  it('ends at once when it is signed out, or everywhere', async () => {
    const first = await attempt();
    const second = await attempt();
    await signIns.signOut(first.signedIn.sessionId);
    expect(await signIns.sessionFor(first.token)).toBeUndefined();
    expect(await signIns.sessionFor(second.token)).toBeDefined();
    await signIns.signOutEverywhere(tenantId, second.signedIn.user.id);
    expect(await signIns.stillValid([second.signedIn.sessionId])).toEqual(new Set());
  });

  it('is not opened by a made-up token', async () => {
    await attempt();
    expect(await signIns.sessionFor('A'.repeat(43))).toBeUndefined();
    expect(await signIns.sessionFor('')).toBeUndefined();
  });

  it.each([
    [{ authorization: 'Bearer abc-_1' }, 'abc-_1'],
    [{ cookie: 'other=1; madoguchi_session=tok; x=y' }, 'tok'],
    [{ authorization: 'Bearer abc', cookie: 'madoguchi_session=tok' }, 'abc'],
    [{ authorization: 'Basic abc' }, undefined],
    [{ cookie: 'xmadoguchi_session=tok' }, undefined],
    [{}, undefined],
  ])('is named by %j', (headers, token) => {
    expect(sessionTokenOf(headers)).toBe(token);
  });
});

describe('people', () => {
  const somebody = { email: 'new@example.com', name: 'New', role: 'agent' as const, password: PASSWORD };

  it.each([
    ['bad-email', { email: 'new' }],
    ['bad-password', { password: 'short' }],
    ['email-taken', { email: 'SATO@example.com' }],
    ['agent-taken', { agentId: AGENT }],
    ['no-such-tenant', { tenantId: AGENT }],
  ])('are refused with %s', async (code, more) => {
    await expect(createUser(database, { tenantId, ...somebody, ...more }, time)).rejects.toEqual(refusedWith(code));
  });

  it('have the id that is derived for them, and are there once', async () => {
    const id = '6f1c1f7e-0000-4000-8000-00000000000e';
    expect(await createUser(database, { id, tenantId, ...somebody }, time)).toBe(id);
    const again = createUser(database, { id, tenantId, ...somebody, email: 'other@example.com' }, time);
    await expect(again).rejects.toEqual(refusedWith('user-exists'));
  });

  it('M-03: are listed for their tenant only, without their passwords', async () => {
    const other = await createTenant(database, { name: 'Other' }, time);
    await createUser(database, { tenantId: other, ...somebody }, time);
    const people = await listUsers(database, tenantId);
    expect(people.map(({ name }) => name)).toEqual(['Sato']);
    expect(JSON.stringify(people)).not.toContain('argon2');
  });
});

describe('roles', () => {
  const ROLE = '6f1c1f7e-0000-4000-8000-00000000000d';
  const role = (change: Partial<RoleRow> = {}) => ({
    id: ROLE,
    tenantId,
    name: 'Reader',
    permissions: ['audit.view' as const],
    archived: false,
    version: 1,
    ...change,
  });

  it('allow what they say from the next request on, in sessions that are open too', async () => {
    const { token, signedIn } = await attempt();
    expect(signedIn.permissions).toEqual([]);
    const userId = signedIn.user.id;
    await giveRole(database, { tenantId, userId, role: 'supervisor', version: 1 });
    expect((await signIns.sessionFor(token))?.permissions).toContain('queues.change');

    await saveRole(database, role());
    await giveRole(database, { tenantId, userId, role: ROLE, version: 2 });
    expect(await signIns.sessionFor(token)).toMatchObject({ user: { role: ROLE }, permissions: ['audit.view'] });
    expect(await usersWithRole(database, tenantId, ROLE)).toEqual([{ id: userId, name: 'Sato' }]);
    await saveRole(database, role({ archived: true, version: 2 }));
    expect((await signIns.sessionFor(token))?.permissions).toEqual([]);
  });

  it('are never set back by what comes late', async () => {
    const { token, signedIn } = await attempt();
    await saveRole(database, role({ version: 3, permissions: [] }));
    await saveRole(database, role({ version: 2 }));
    await giveRole(database, { tenantId, userId: signedIn.user.id, role: ROLE, version: 2 });
    await giveRole(database, { tenantId, userId: signedIn.user.id, role: 'admin', version: 1 });
    expect(await signIns.sessionFor(token)).toMatchObject({ user: { role: ROLE }, permissions: [] });
  });

  it('M-03: of another tenant mean nothing, and cannot be overwritten from there', async () => {
    const other = await createTenant(database, { name: 'Other' }, time);
    await saveRole(database, role({ tenantId: other }));
    await saveRole(database, role({ permissions: ['roles.change'], version: 2 }));
    const { token, signedIn } = await attempt();
    await giveRole(database, { tenantId, userId: signedIn.user.id, role: ROLE, version: 1 });
    await giveRole(database, { tenantId: other, userId: signedIn.user.id, role: 'admin', version: 2 });
    expect(await signIns.sessionFor(token)).toMatchObject({ user: { role: ROLE }, permissions: [] });
    expect(await listRoles(database, tenantId)).toEqual([]);
    expect(await findRole(database, other, ROLE)).toMatchObject({ permissions: ['audit.view'] });
  });
});

it('people of an installation before roles keep their sessions and what they may', async () => {
  const server = await new DataSource({ type: 'postgres', url: postgres.adminUrl }).initialize();
  await server.query('create database before_roles');
  await server.destroy();
  const url = Object.assign(new URL(postgres.adminUrl), { pathname: '/before_roles' }).href;
  const owner = await new DataSource({ type: 'postgres', url, migrations: [signInMigrations[0]!] }).initialize();
  await owner.runMigrations();
  const people = await database.query<{ id: string }[]>('select * from users');
  const before = new Date();
  const tenant = await createTenant(owner, { name: 'Old' }, before);
  const token = 'T'.repeat(43);
  const hash = createHash('sha256').update(token).digest('hex');
  await owner.query(
    `insert into users (id, tenant_id, email, name, role, password_hash, created_at) values ($1, $2, 'old@example.com', 'Old', 'admin', 'x', $3)`,
    [people[0]?.id, tenant, before],
  );
  await owner.query('insert into sessions values ($1, $2, $3, $1, $4, $4)', [people[0]?.id, hash, tenant, before]);
  await owner.destroy();

  const today = await new DataSource({ type: 'postgres', url, migrations: [...signInMigrations] }).initialize();
  await today.runMigrations();
  const session = await new SignIn(today, () => before).sessionFor(token);
  expect(session?.user.role).toBe('admin');
  expect(session?.permissions).toContain('roles.change');
  await today.destroy();
});
