import { SignIn, signInEntities, signInMigrations } from '@madoguchi/sign-in';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { DataSource } from 'typeorm';
import { addAdministrator } from './add-administrator.js';

const now = new Date('2026-11-01T09:00:00.000Z');
const sato = { tenant: 'Sato & Co', email: 'Sato@example.com', name: 'Sato', password: 'correct horse' };

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let database: DataSource;

beforeAll(async () => {
  postgres = await startPostgres();
  const owner = await new DataSource({ type: 'postgres', url: postgres.adminUrl, migrations: [...signInMigrations] }).initialize();
  await owner.runMigrations();
  await owner.destroy();
  database = await new DataSource({ type: 'postgres', url: postgres.url, entities: signInEntities }).initialize();
});
beforeEach(async () => {
  for (const table of ['sign_in_attempts', 'sessions', 'users', 'tenants']) await database.query(`delete from ${table}`);
});
afterAll(async () => {
  await database.destroy();
  await postgres.stop();
});

const tenants = () => database.query<{ id: string }[]>('select id from tenants');

it('makes a tenant and somebody who signs in to it as its administrator', async () => {
  const tenantId = await addAdministrator(postgres.url, sato, now);
  const { signedIn } = await new SignIn(database, () => now).signIn({ ...sato, address: '192.0.2.1' });
  expect(signedIn).toMatchObject({
    tenant: { id: tenantId, name: 'Sato & Co' },
    user: { name: 'Sato', email: 'sato@example.com', role: 'admin', agentId: null },
  });
});

it('lets a second one into the same tenant', async () => {
  const tenantId = await addAdministrator(postgres.url, sato, now);
  expect(await addAdministrator(postgres.url, { ...sato, email: 'suzuki@example.com' }, now)).toBe(tenantId);
  expect(await tenants()).toHaveLength(1);
});

it.each([
  ['bad-password', { password: 'short' }],
  ['bad-email', { email: 'nowhere' }],
])('leaves no tenant behind when the person is refused: %s', async (code, wrong) => {
  await expect(addAdministrator(postgres.url, { ...sato, ...wrong }, now)).rejects.toMatchObject({ code });
  expect(await tenants()).toEqual([]);
});

it('refuses an e-mail address with which somebody signs in already, in whichever tenant', async () => {
  await addAdministrator(postgres.url, sato, now);
  await expect(addAdministrator(postgres.url, { ...sato, tenant: 'Other' }, now)).rejects.toMatchObject({ code: 'email-taken' });
  expect(await tenants()).toHaveLength(1);
});

it('does not guess which tenant is meant', async () => {
  for (const id of [1, 2]) {
    await database.query(`insert into tenants (id, name, created_at) values ($1, $2, $3)`, [
      `00000000-0000-4000-8000-00000000000${id}`,
      sato.tenant,
      now,
    ]);
  }
  await expect(addAdministrator(postgres.url, sato, now)).rejects.toThrow('2 tenants');
});
