import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { DataSource } from 'typeorm';
import { createTenant, createUser, listUsers, sessionTokenOf, SignIn, signInEntities, signInMigrations } from './index.js';

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
  for (const table of ['sign_in_attempts', 'sessions', 'users', 'tenants']) await database.query(`delete from ${table}`);
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

  it('M-03: are listed for their tenant only, without their passwords', async () => {
    const other = await createTenant(database, { name: 'Other' }, time);
    await createUser(database, { tenantId: other, ...somebody }, time);
    const people = await listUsers(database, tenantId);
    expect(people.map(({ name }) => name)).toEqual(['Sato']);
    expect(JSON.stringify(people)).not.toContain('argon2');
  });
});
