import { randomUUID } from 'node:crypto';
import { startSystem } from '../system/start-system.js';
import { composeWith } from './containers.js';

const addAdmin = (password: string, email: string) =>
  composeWith(
    `${password}\n`,
    ...['run', '--rm', '--no-deps', '--no-TTY', 'cli', 'add-admin', '--tenant', 'Sato & Co', '--name', 'Sato'],
    ...['--email', email, '--password-file', '-'],
  );

it('is let in by a command, and signs in at the desk', async () => {
  const email = `sato-${randomUUID()}@example.com`;
  const password = randomUUID();
  expect(await addAdmin(password, email)).toContain(`${email} can sign in as an administrator of "Sato & Co"`);

  const { desk } = (await startSystem()).addresses();
  const answer = await fetch(`${desk}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  expect(await answer.json()).toMatchObject({ user: { email, role: 'admin' }, tenant: { name: 'Sato & Co' } });
});

it('is told why not, when the password is too short', async () => {
  await expect(addAdmin('short', `sato-${randomUUID()}@example.com`)).rejects.toThrow('A password has 10 to 200 characters');
});
