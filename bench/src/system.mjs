import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const START_DEADLINE_MS = 120_000;

/** The whole system as `npm start` runs it, in a folder of its own, with one more LINE account whose secret is known here. */
export const startSystem = async () => {
  const data = mkdtempSync(join(tmpdir(), 'madoguchi-bench-'));
  const cli = fileURLToPath(new URL('../../apps/cli/dist/main.js', import.meta.url));
  const supervisor = spawn(process.execPath, [cli, 'start', '--fresh', '--data', data], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise((resolve) => supervisor.once('exit', resolve));
  const file = join(data, 'addresses.json');
  for (let waited = 0; !existsSync(file); waited += 200) {
    if (waited > START_DEADLINE_MS || supervisor.exitCode !== null) throw new Error('the system did not start');
    await sleep(200);
  }
  const addresses = JSON.parse(readFileSync(file, 'utf8'));
  return {
    addresses,
    desk: await signIn(addresses, 'agent'),
    account: await addLineAccount(addresses),
    stop: async () => {
      supervisor.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
};

const signIn = async ({ desk, demo }, role) => {
  const { email, password } = demo.logins.find((login) => login.role === role);
  const response = await fetch(`${desk}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password, bearer: true }),
  });
  const { token } = await response.json();
  const call = async (method, path, body) => {
    const answer = await fetch(`${desk}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': randomUUID(),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return { call, token, address: desk };
};

const addLineAccount = async (addresses) => {
  const admin = await signIn(addresses, 'admin');
  const secret = randomBytes(16).toString('hex');
  const credentials = { channelId: '9876543210', channelSecret: secret, basicId: '@999bench', channelAccessToken: 'b'.repeat(150) };
  const { webhookUrl } = await admin.call('POST', '/integration-accounts', { type: 'line', name: 'Benchmark', credentials });
  const url = `${addresses.ingress}${new URL(webhookUrl).pathname}`;
  await reachable(url);
  return { secret, url };
};

/** The account is a read model at ingress: it answers 401, no longer 404, once it is there. */
const reachable = async (url) => {
  for (let tries = 0; tries < 200; tries += 1) {
    const { status } = await fetch(url, { method: 'POST', body: '{}' });
    if (status === 401) return;
    await sleep(100);
  }
  throw new Error('the benchmark’s account did not reach ingress');
};
