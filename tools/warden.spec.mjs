import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const warden = fileURLToPath(new URL('warden.mjs', import.meta.url));

/** A stand-in for a supervisor: it starts the warden and two processes, says their numbers, and waits to be killed. */
const supervisor = `
  import { spawn } from 'node:child_process';
  import { startWarden } from ${JSON.stringify(warden)};
  const warden = startWarden();
  const start = (script) => spawn(process.execPath, ['-e', script], { detached: true, stdio: 'ignore' });
  const polite = start('setInterval(() => {}, 1000)');
  const stubborn = start("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)");
  const released = start('setInterval(() => {}, 1000)');
  for (const child of [polite, stubborn, released]) warden.watch(child.pid);
  warden.release(released.pid);
  process.stdout.write(JSON.stringify({ polite: polite.pid, stubborn: stubborn.pid, released: released.pid }));
  setInterval(() => {}, 1000);
`;

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const until = async (condition) => {
  const deadline = Date.now() + 120_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('it did not happen');
    await sleep(50);
  }
};

it('ends what a killed supervisor had started, even what does not listen, and nothing that was taken off', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', supervisor], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [output] = await once(child.stdout, 'data');
  const pids = JSON.parse(output);
  expect(Object.values(pids).map(isAlive)).toEqual([true, true, true]);

  child.kill('SIGKILL');
  try {
    await until(() => !isAlive(pids.polite) && !isAlive(pids.stubborn));
    expect(isAlive(pids.released)).toBe(true);
  } finally {
    process.kill(pids.released, 'SIGKILL');
  }
});
